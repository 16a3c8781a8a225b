import { findFaults, type InputFault } from '../../../plan/fault.ts'
import { readPlan } from '../../../plan/readPlan.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { keepNames } from '../../../report/words/sayNames.ts'
import { invoke } from '../../transport/invoke.ts'
import { guarded, openPlan, refreshKept, showComing, showOpened, useSession } from './session.ts'

/** Edits go one after another, each on the plan that the one before left. */
let queue: Promise<unknown> = Promise.resolve()

/**
 * Changes the plan in view and saves it. Answers with the faults of a change that does not fit (then nothing is
 * changed), else with none.
 */
export function editPlan(label: string, change: (draft: Plan) => void): Promise<readonly InputFault[]> {
  return enqueue(async () => {
    const { opened, stored } = useSession.getState()
    if (!opened || !stored.plan) return []
    const draft = structuredClone(stored.plan)
    change(draft)
    keepNames(draft, stored.plan)
    let read: Plan | undefined
    const faults = findFaults(() => {
      read = readPlan(draft)
    })
    if (!read) return faults
    const plan = read
    showComing(plan)
    const why = await save(() =>
      invoke('plans.edit', { id: plan.id, baseVersion: opened.version, label, plan }),
    )
    showComing(null)
    if (why) useSession.setState({ refused: { label, why, again: () => void editPlan(label, change) } })
    return []
  })
}

/** Puts another state of the plan in view in its place, as one edit. */
export function replacePlan(label: string, plan: Plan): Promise<readonly InputFault[]> {
  return editPlan(label, (draft) => Object.assign(draft, { ...plan, id: draft.id }))
}

/** When every edit made so far is saved or refused. */
export const editsSettled = (): Promise<unknown> => queue

export const undo = (): Promise<void> => step('plans.undo')
export const redo = (): Promise<void> => step('plans.redo')

function step(channel: 'plans.undo' | 'plans.redo'): Promise<void> {
  return enqueue(async () => {
    const { opened } = useSession.getState()
    if (!opened || (channel === 'plans.undo' ? opened.undoLabel : opened.redoLabel) === null) return
    await save(() => invoke(channel, { id: opened.plan.id }))
    await refreshKept()
  })
}

/**
 * Saves what a call changes; else says why not: another tab was first (then the plan in view is now as that tab left
 * it), or the library could not be reached.
 */
async function save(
  call: () => ReturnType<typeof invoke<'plans.edit'>>,
): Promise<'newer' | 'unsaved' | undefined> {
  // What is said of an edit before is no longer so once another one is made.
  useSession.setState(({ fault, refused }) => ({
    isSaving: true,
    refused: null,
    fault: refused ? null : fault,
  }))
  const isSaved = await guarded(async () => showOpened(await call()))
  const { fault, opened } = useSession.getState()
  const isNewer = !isSaved && fault?.code === 'conflict'
  const isUnsaved = !isSaved && !isNewer
  useSession.setState({ isSaving: false, isUnsaved })
  if (isNewer && opened) await openPlan(opened.plan.id)
  return isNewer ? 'newer' : isUnsaved ? 'unsaved' : undefined
}

function enqueue<T>(work: () => Promise<T>): Promise<T> {
  const next = queue.then(work)
  queue = next.catch(() => undefined)
  return next
}
