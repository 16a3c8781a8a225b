import { readFileSync } from 'node:fs'
import { AppFault } from '../../plan/fault.ts'
import { fileStem } from '../../plan/fileStem.ts'
import { readPlanText } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { sayTemplate } from '../../report/words/sayShipped.ts'
import type { LibraryCalls } from '../handlers.ts'
import type { Ports } from '../ports.ts'
import { listTemplateFiles } from '../readTemplates.ts'
import { exportLibrary, importLibrary } from './archive.ts'
import { branchPlan, copyPlan, promotePlan } from './branches.ts'
import { editPlan, listChanges, redoChange, undoChange } from './changes.ts'
import { type Db, openDatabase } from './openDatabase.ts'
import { addPlan, getPlanRow, openPlan } from './plans.ts'
import { addResult, findResult } from './results.ts'
import { addRevision, listRevisions, readRevision } from './revisions.ts'
import { addSample } from './sample.ts'
import { searchPlans } from './search.ts'
import { readSettings, writeSettings } from './settings.ts'
import { getCard, listCards, setShelf } from './shelf.ts'

interface Library {
  readonly calls: LibraryCalls
  readonly close: () => void
}

/** Opens the library; a new one holds the sample, solved. */
export function createLibrary(ports: Pick<Ports, 'libraryFile' | 'resourcesFolder' | 'now'>): Library {
  const { db, isNew } = openDatabase(ports.libraryFile)
  if (isNew) db.transaction(() => addSample(db, ports.resourcesFolder, ports.now())).immediate()
  return { calls: libraryCalls(db, ports), close: () => db.close() }
}

function libraryCalls(db: Db, ports: Pick<Ports, 'resourcesFolder' | 'now'>): LibraryCalls {
  const at = (): string => ports.now().toISOString()
  /** One call, one transaction. */
  const write = <T>(work: () => T): T => db.transaction(work).immediate()
  const templates = (): Record<string, string> => listTemplateFiles(ports.resourcesFolder)
  const readTemplate = (file: string): Plan => readPlanText(readFileSync(file, 'utf8'))
  return {
    'settings.read': () => readSettings(db),
    'settings.write': (change) =>
      write(() => {
        writeSettings(db, change)
        return readSettings(db)
      }),
    'templates.list': () =>
      Object.entries(templates()).map(([name, file]) => {
        const plan = readTemplate(file)
        return { name, title: plan.name, description: plan.description }
      }),
    'plans.list': () => listCards(db),
    'plans.search': ({ text }) => {
      const found = new Set(searchPlans(db, text))
      return listCards(db).filter((card) => found.has(card.id))
    },
    'plans.open': ({ id }) => openPlan(db, id),
    'plans.createFromTemplate': ({ template, name, language }) => {
      const files = templates()
      if (!Object.hasOwn(files, template))
        throw new AppFault('not-found', 'There is no such template', [
          { path: 'template', value: template, expected: `one of ${Object.keys(files).join(', ')}` },
        ])
      const plan = { ...sayTemplate(readTemplate(files[template]!), language), name }
      return write(() => openPlan(db, addPlan(db, plan, at())))
    },
    'plans.import': ({ text }) => write(() => openPlan(db, addPlan(db, readPlanText(text), at()))),
    'library.export': () => ({
      fileName: `tokenworks-${at().slice(0, 10)}.tokenlibrary`,
      base64: Buffer.from(exportLibrary(db)).toString('base64'),
    }),
    'library.import': ({ base64 }) =>
      write(() => ({ count: importLibrary(db, Buffer.from(base64, 'base64'), at()) })),
    'plans.export': ({ id }) => {
      const { plan } = openPlan(db, id)
      return { fileName: `${fileStem(plan)}.plan.json`, text: `${JSON.stringify(plan, null, 2)}\n` }
    },
    'plans.duplicate': ({ id, name }) =>
      write(() => openPlan(db, copyPlan(db, id, { ...openPlan(db, id).plan, name }, at()))),
    'plans.branch': (branch) => write(() => openPlan(db, branchPlan(db, branch, at()))),
    'plans.promote': ({ id }) =>
      write(() => {
        promotePlan(db, id)
        return null
      }),
    'plans.edit': (edit) =>
      write(() => {
        editPlan(db, edit, at())
        return openPlan(db, edit.id)
      }),
    'plans.undo': ({ id }) =>
      write(() => {
        undoChange(db, id, at())
        return openPlan(db, id)
      }),
    'plans.redo': ({ id }) =>
      write(() => {
        redoChange(db, id, at())
        return openPlan(db, id)
      }),
    'plans.changes': ({ id }) => listChanges(db, id),
    'plans.setShelf': (change) =>
      write(() => {
        setShelf(db, change)
        return getCard(db, change.id)
      }),
    'plans.erase': ({ id }) =>
      write(() => {
        if (getPlanRow(db, id).is_trashed !== 1)
          throw new AppFault('conflict', 'Only a plan in the trash can be erased')
        db.prepare('DELETE FROM plan_search WHERE plan_id = ?').run(id)
        db.prepare('DELETE FROM plan WHERE id = ?').run(id)
        return null
      }),
    'revisions.list': ({ id }) => listRevisions(db, id),
    'revisions.add': ({ id, name }) => write(() => addRevision(db, id, name, at())),
    'revisions.read': ({ revisionId }) => readRevision(db, revisionId),
    'results.save': ({ planId, result }) =>
      write(() => {
        addResult(db, planId, result, at())
        return null
      }),
    'results.read': ({ id, inputsHash }) => findResult(db, id, inputsHash),
  }
}
