import { type InputValue, inputDifferences, plainInput } from '../../plan/differences.ts'
import { readPlanText } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Change, Outcome } from '../changes.ts'

/** A whole plan of any released schema: its inputs take the place of this one's, which stays the plan that it is. */
export function importPlan(plan: Plan, text: string): Outcome {
  const other = readPlanText(text)
  const changes = inputDifferences([plan, other]).map(
    ({ path, values: [before, after] }): Change => ({
      kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
      where: 'plan',
      field: path,
      before: toCell(before),
      after: toCell(after),
    }),
  )
  return { plan: { ...other, id: plan.id, name: plan.name }, changes, faults: [] }
}

const toCell = (value: InputValue | undefined): Change['before'] =>
  value === undefined ? null : typeof value === 'object' ? plainInput(value) : value
