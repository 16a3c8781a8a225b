import { AppFault } from '../../plan/fault.ts'
import type { Formulation } from '../formulate.ts'
import type { Solved } from '../strategy/solveFormulation.ts'
import type { Least, Measure } from './task.ts'

/** Where each measure is capped: in the plan; as a row of the problem, of which one unit is `per` of the measure. */
export const CAPS: Readonly<
  Record<Measure, { readonly path: string; readonly row: string; readonly per: number }>
> = {
  carbon: { path: 'budget.carbonTonnes', row: 'budget.horizon-carbon', per: 1e3 },
  unserved: { path: 'budget.unservedMTok', row: 'budget.horizon-unserved', per: 1e6 },
  leased: { path: 'budget.leasedMTok', row: 'budget.horizon-leased', per: 1e6 },
  edge: { path: 'budget.awayFromEdgeMTok', row: 'budget.horizon-away-from-edge', per: 1e6 },
}

/** Makes the measure the objective in place of the cost: the coefficients of the row by which it is capped. */
export function aimAtLeast({ problem }: Formulation, measure: Measure): void {
  const { path, row } = CAPS[measure]
  const at = problem.rowNames.indexOf(row)
  if (at < 0)
    throw new AppFault('bad-input', 'The least is looked for of what the plan caps', [
      { path, value: undefined, expected: 'a cap, and something that it limits' },
    ])
  problem.cost.fill(0)
  for (let k = problem.rowStarts[at]!; k < problem.rowStarts[at + 1]!; k++)
    problem.cost[problem.indices[k]!] = problem.values[k]!
}

/** What was found with that objective, in the unit of the measure. */
export function leastOf(measure: Measure, solved: Extract<Solved, { kind: 'plan' }>): Least {
  const { per } = CAPS[measure]
  // Rounding of the solver is not less than nothing.
  return {
    value: Math.max(0, solved.objectiveMusd * per),
    bound: Math.max(0, Math.min(solved.objectiveMusd, solved.boundMusd) * per),
  }
}
