import type { Formulation } from '../../formulate.ts'
import { HighsModel } from '../../problem/highsModel.ts'
import { type Column, type Problem, withBounds } from '../../problem/problem.ts'
import type { RunOutcome } from '../../problem/run.ts'
import { FEASIBLE, worstViolation } from '../../problem/violation.ts'
import { rackColumns, toStructural } from '../../strategy/decisions/structure.ts'
import { solveFormulation } from '../../strategy/solveFormulation.ts'

const NOISE = 1e-6
/** Nearly any plan will do: it is asked whether there is one. */
const GAP_SHARE = 0.5
/** Seconds that a run is given at least. */
const LEAST_RUN_S = 0.1

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
 * Cost of a plan in whole phases and racks, rounded up from a relaxation, million USD; undefined: that is none, or not in
 * the time. What has more rooms and racks costs more and rarely fits less.
 */
export async function roundedPlan(
  formulation: Formulation,
  relaxed: RunOutcome,
  timeLimitS: number,
): Promise<number | undefined> {
  const { problem } = formulation
  const until = performance.now() + timeLimitS * 1000
  const leftS = () => Math.max(LEAST_RUN_S, (until - performance.now()) / 1000)
  const structural = toStructural(formulation)
  const fixed = new Map<number, number>()
  const fix = (column: number, whole: number) =>
    fixed.set(column, Math.min(problem.upper[column]!, Math.max(problem.lower[column]!, whole)))
  structural.forEach((is, column) => {
    if (is) fix(column, Math.ceil(relaxed.values[column]! - NOISE))
  })
  const open = await solveFixed(problem, fixed, leftS())
  if (!open) return undefined
  const racks = rackColumns(formulation)
  const wholeCost = async (values: RunOutcome['values'], round: (value: number) => number) => {
    for (const column of racks) if (!fixed.has(column)) fix(column, round(values[column]! - NOISE))
    const plan = await solveFixed(problem, fixed, leftS())
    for (const column of racks) fixed.delete(column)
    return plan && worstViolation(problem, plan.values) <= FEASIBLE ? plan.objective : undefined
  }
  const cost = (await wholeCost(open.values, Math.ceil)) ?? (await wholeCost(open.values, Math.round))
  if (cost !== undefined) return cost
  const scarce = scarceRacks(formulation, open)
  if (scarce.length === 0) return undefined
  for (const column of scarce) fix(column, Math.floor(open.values[column]! + NOISE))
  const others = await solveFixed(problem, fixed, leftS())
  return others && wholeCost(others.values, Math.ceil)
}

/** Racks of kinds of which, rounded up, more would be needed than are supplied: the others have to make up for them. */
function scarceRacks({ accelerators, problem }: Formulation, { values }: RunOutcome): Column[] {
  const scarce = new Set<number>()
  for (const { acceleratorIndex, period, row } of accelerators.supplyRows) {
    const bought = accelerators.fleets.filter((fleet) => fleet.acceleratorIndex === acceleratorIndex)
    const units = bought.reduce((sum, fleet) => sum + Math.ceil(values[fleet.bought[period]!]! - NOISE), 0)
    if (units > problem.rowUpper[row]! + NOISE) scarce.add(acceleratorIndex)
  }
  return accelerators.fleets.flatMap((fleet) => (scarce.has(fleet.acceleratorIndex) ? fleet.bought : []))
}

/** With columns fixed most of the problem falls away before it is solved: a cold start is the faster one. */
async function solveFixed(
  problem: Problem,
  fixed: ReadonlyMap<number, number>,
  timeLimitS: number,
): Promise<RunOutcome | undefined> {
  const { lower, upper } = problem
  const at = (values: readonly number[]) => values.map((value, column) => fixed.get(column) ?? value)
  const model = await HighsModel.open(withBounds(problem, { lower: at(lower), upper: at(upper) }))
  const outcome = model.solveLinear({ timeLimitS })
  model.close()
  return outcome.status === 'optimal' ? outcome : undefined
}
