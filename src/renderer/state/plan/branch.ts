import { editedPlan, type PlanEdit } from '../../../plan/planPath.ts'
import { invoke } from '../../transport/invoke.ts'
import type { Screen } from '../view/screens.ts'
import { arriving, guarded, refreshCards, useSession } from './session.ts'
import { show, shownScreen } from './shelf.ts'

const LONGEST_NAME = 200

/** Duplicates the plan in view, changes the copy and opens it. */
export async function branchWith(edits: readonly PlanEdit[], name: string): Promise<void> {
  const { opened } = useSession.getState()
  const from = shownScreen()
  if (opened) await arriving(() => openBranch({ planId: opened.plan.id, edits, name, from }))
}

interface NewBranch {
  readonly planId: string
  readonly edits: readonly PlanEdit[]
  readonly name: string
  readonly from: Screen
}

async function openBranch({ planId, edits, name, from }: NewBranch): Promise<void> {
  let branchId: string | undefined
  await guarded(async () => {
    const label = name.slice(0, LONGEST_NAME)
    const copy = await invoke('plans.duplicate', { id: planId, name: label })
    branchId = copy.plan.id
    const plan = editedPlan(copy.plan, edits)
    await invoke('plans.edit', { id: branchId, baseVersion: copy.version, label, plan })
  })
  await refreshCards()
  if (branchId !== undefined) await show(branchId, from)
}
