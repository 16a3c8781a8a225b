import { planCatalog } from '../../catalog/planCatalog.ts'
import { planMoney } from '../../catalog/planMoney.ts'
import type { Handlers, ReportFormat } from '../../contract/contract.ts'
import { auditInSteps } from '../../engine/audit/auditResult.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import { fileStem } from '../../plan/fileStem.ts'
import type { AuditReport } from '../../plan/result/audit.ts'
import { buildComparison, type ComparedPlan } from '../../report/buildComparison.ts'
import { buildReport } from '../../report/buildReport.ts'
import type { ReportDocument } from '../../report/document.ts'
import { sayCatalog, sayWhole } from '../../report/words/sayNames.ts'
import type { Paper } from '../../report/write/styleSheet.ts'
import type { LibraryCalls } from '../handlers.ts'
import type { Ports } from '../ports.ts'
import { createJobs, type Job } from './jobs.ts'
import { ENDINGS, writeReport } from './writeReport.ts'

/** Reports of plans of the library, made beside the data: the screen gets the bytes of a file. */
export function reportCalls(
  ports: Pick<Ports, 'now' | 'printPdf'>,
  library: LibraryCalls,
  readCatalog: () => Promise<Catalog>,
): Pick<Handlers, 'reports.write' | 'reports.compare' | 'reports.stop'> {
  const jobs = createJobs()
  const write = async (job: Job, report: ReportDocument, { name, format, paper }: Wish) => {
    await job.breathe()
    const bytes = await writeReport(report, format, paper, (html) => ports.printPdf(html, job.signal))
    await job.breathe()
    return { fileName: `${name}.${ENDINGS[format]}`, base64: Buffer.from(bytes).toString('base64') }
  }
  return {
    'reports.stop': ({ job }) => {
      jobs.stop(job)
      return null
    },
    'reports.compare': ({ job: id, plans, kind, format, paper, language }) =>
      jobs.run(id, async (job) => {
        const compared = await Promise.all(plans.map((own) => readCompared(library, own)))
        const day = ports.now().toISOString().slice(0, 10)
        const { plan } = compared[0]!
        const catalog = await readCatalog()
        const money = planMoney(plan, planCatalog(plan, catalog))
        const { zhNumbers: numbers } = await library['settings.read'](null)
        await job.breathe()
        const spoken = compared.map((own) => ({ ...own, ...sayWhole(own.plan, own.result, language) }))
        const report = buildComparison(spoken, {
          day,
          language,
          numbers,
          kind,
          money,
          catalog: sayCatalog(catalog, language),
        })
        return write(job, report, { name: `${fileStem(spoken[0]!.plan)}.${kind}`, format, paper })
      }),
    'reports.write': ({ job: name, id, revisionId, format, paper, language, sections }) =>
      jobs.run(name, async (job) => {
        const { plan: own, inputsHash, revision } = await readReported(library, { id, revisionId })
        const kept = await library['results.read']({ id, inputsHash })
        if (!kept || kept.isStale) {
          throw new AppFault('conflict', 'The plan has no result for these inputs', [
            {
              path: revisionId === undefined ? 'id' : 'revisionId',
              value: revisionId ?? id,
              expected:
                revisionId === undefined
                  ? 'a plan that is solved as it stands; solve it again'
                  : 'a revision that was solved; open it as a branch and solve it',
            },
          ])
        }
        const catalog = await readCatalog()
        const { plan, result } = sayWhole(own, kept.result, language)
        const audit = await auditBetween(job, auditInSteps(plan, catalog, result, inputsHash))
        const day = ports.now().toISOString().slice(0, 10)
        const { zhNumbers: numbers } = await library['settings.read'](null)
        const options = { day, language, numbers, revision, sections }
        await job.breathe()
        const report = buildReport(plan, sayCatalog(catalog, language), result, audit, options)
        return write(job, report, { name: `${fileStem(plan)}.report`, format, paper })
      }),
  }
}

/** The audit with other calls answered between its checks, until it is done or stopped. */
async function auditBetween(job: Job, steps: ReturnType<typeof auditInSteps>): Promise<AuditReport> {
  let step = steps.next()
  for (; !step.done; step = steps.next()) await job.breathe()
  return step.value
}

/** A file as the screen asks for it; `name` without its end. */
interface Wish {
  readonly name: string
  readonly format: ReportFormat
  readonly paper: Paper
}

interface Wanted {
  readonly id: string
  readonly revisionId?: number | undefined
}

/** A plan as it stands or as a revision keeps it, with the result of exactly these inputs where there is one. */
async function readCompared(library: LibraryCalls, { id, revisionId }: Wanted): Promise<ComparedPlan> {
  if (revisionId === undefined) {
    const { plan } = await library['plans.open']({ id })
    const kept = await library['results.read']({ id })
    return { name: plan.name, plan, result: kept && !kept.isStale ? kept.result : null }
  }
  const revision = (await library['revisions.list']({ id })).find((own) => own.id === revisionId)
  const plan = await library['revisions.read']({ revisionId })
  const kept = revision && (await library['results.read']({ id, inputsHash: revision.inputsHash }))
  const name = `${plan.name}, ${revision?.name ?? revisionId}`
  return { name, plan, result: kept && !kept.isStale ? kept.result : null }
}

/** The plan that is reported; as it stands it bears the name of the newest revision of the very same inputs. */
async function readReported(library: LibraryCalls, { id, revisionId }: Wanted) {
  const revisions = await library['revisions.list']({ id })
  if (revisionId === undefined) {
    const { plan, inputsHash } = await library['plans.open']({ id })
    const same = revisions
      .filter((own) => own.inputsHash === inputsHash)
      .toSorted((a, b) => b.id - a.id)
      .at(0)
    return { plan, inputsHash, revision: same?.name ?? '' }
  }
  const revision = revisions.find((own) => own.id === revisionId)
  if (!revision) {
    throw new AppFault('not-found', 'The plan has no such revision', [
      { path: 'revisionId', value: revisionId, expected: revisions.map((own) => own.id).join(', ') },
    ])
  }
  const plan = await library['revisions.read']({ revisionId })
  return { plan, inputsHash: revision.inputsHash, revision: revision.name }
}
