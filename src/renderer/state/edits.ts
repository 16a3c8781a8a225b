import { findFaults, type InputFault } from '../../plan/fault.ts'
import { readPlan } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { invoke } from '../transport/invoke.ts'
import { guarded, openPlan, showOpened, useSession } from './session.ts'

/** Edits go one after another, each on the plan that the one before left. */
let queue: Promise<unknown> = Promise.resolve()

/**
 * Changes the plan in view and saves it. Answers with the faults of a change that does not fit (then nothing is
 * changed), else with none.
 */
export function editPlan(label: string, change: (draft: Plan) => void): Promise<readonly InputFault[]> {
  return enqueue(async () => {
    const { opened } = useSession.getState()
    if (!opened) return []
    const draft = structuredClone(opened.plan)
    change(draft)
    const faults = findFaults(() => readPlan(draft))
    if (faults.length > 0) return faults
    const plan = readPlan(draft)
    await save(() => invoke('plans.edit', { id: plan.id, baseVersion: opened.version, label, plan }))
    return []
  })
}

export const undo = (): Promise<void> => step('plans.undo')
export const redo = (): Promise<void> => step('plans.redo')

function step(channel: 'plans.undo' | 'plans.redo'): Promise<void> {
  return enqueue(async () => {
    const { opened } = useSession.getState()
    if (!opened || (channel === 'plans.undo' ? opened.undoLabel : opened.redoLabel) === null) return
    await save(() => invoke(channel, { id: opened.plan.id }))
  })
}

async function save(call: () => ReturnType<typeof invoke<'plans.edit'>>): Promise<void> {
  useSession.setState({ isSaving: true })
  const isSaved = await guarded(async () => showOpened(await call()))
  useSession.setState({ isSaving: false, isUnsaved: !isSaved })
  const { fault, opened } = useSession.getState()
  // Another tab was first: show what it left, so that the next edit starts from there.
  if (!isSaved && fault?.code === 'conflict' && opened) await openPlan(opened.plan.id)
}

function enqueue<T>(work: () => Promise<T>): Promise<T> {
  const next = queue.then(work)
  queue = next.catch(() => undefined)
  return next
}
