import type { Formulation } from '../formulate.ts'
import { HighsModel, type RunOutcome } from '../problem/highsModel.ts'
import { type Problem, withBounds } from '../problem/problem.ts'
import { FEASIBLE, worstViolation } from '../problem/violation.ts'
import { solveFormulation } from '../strategy/solveFormulation.ts'
import { rackColumns, toStructural } from '../strategy/structure.ts'

const NOISE = 1e-6
/** Nearly any plan will do: it is asked whether there is one. */
const GAP_SHARE = 0.5

/**
 * What a plan costs at least, by its relaxation, with the values of that; undefined: not even the relaxation fits.
 */
export async function relaxedPlan(
  { problem }: Formulation,
  timeLimitS: number,
): Promise<RunOutcome | undefined> {
  const model = await HighsModel.open(problem)
  const outcome = model.solveLinear({ timeLimitS })
  model.close()
  return outcome.status === 'optimal' ? outcome : undefined
}

/** Cost of a plan that a search finds, million USD; undefined: none in the time. */
export async function searchedPlan(
  formulation: Formulation,
  timeLimitS: number,
): Promise<number | undefined> {
  const solved = await solveFormulation(formulation, { gapShare: GAP_SHARE, timeLimitS })
  return solved.kind === 'plan' ? solved.objectiveMusd : undefined
}

/**
 * Cost of a plan in whole phases and racks, rounded up from a relaxation, million USD; undefined: that is none. What
 * has more rooms and racks costs more and rarely fits less.
 */
export async function roundedPlan(
  formulation: Formulation,
  relaxed: RunOutcome,
): Promise<number | undefined> {
  const { problem } = formulation
  const structural = toStructural(formulation)
  const fixed = new Map<number, number>()
  const fix = (column: number, whole: number) =>
    fixed.set(column, Math.min(problem.upper[column]!, Math.max(problem.lower[column]!, whole)))
  structural.forEach((is, column) => {
    if (is) fix(column, Math.ceil(relaxed.values[column]! - NOISE))
  })
  const open = await solveFixed(problem, fixed)
  if (!open) return undefined
  for (const round of [Math.ceil, Math.round]) {
    for (const column of rackColumns(formulation)) fix(column, round(open.values[column]! - NOISE))
    const plan = await solveFixed(problem, fixed)
    if (plan && worstViolation(problem, plan.values) <= FEASIBLE) return plan.objective
  }
  return undefined
}

/** With columns fixed most of the problem falls away before it is solved: a cold start is the faster one. */
async function solveFixed(
  problem: Problem,
  fixed: ReadonlyMap<number, number>,
): Promise<RunOutcome | undefined> {
  const { lower, upper } = problem
  const at = (values: readonly number[]) => values.map((value, column) => fixed.get(column) ?? value)
  const model = await HighsModel.open(withBounds(problem, { lower: at(lower), upper: at(upper) }))
  const outcome = model.solveLinear()
  model.close()
  return outcome.status === 'optimal' ? outcome : undefined
}
