import { expect, test } from 'vitest'
import { generatePlan } from '../../../bench/instance/generatePlan.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { type Formulation, formulate } from '../../../src/engine/formulate.ts'
import { HighsModel } from '../../../src/engine/problem/highsModel.ts'
import type { Problem } from '../../../src/engine/problem/problem.ts'
import { FEASIBLE, worstViolation } from '../../../src/engine/problem/violation.ts'
import { finiteUpperBounds } from '../../../src/engine/strategy/decisions/finiteBounds.ts'
import { readFrame } from '../../../src/engine/strategy/decisions/frame.ts'
import { wholeBox } from '../../../src/engine/strategy/decisions/propagate.ts'
import { readStructure, toStructural } from '../../../src/engine/strategy/decisions/structure.ts'
import { Completion } from '../../../src/engine/strategy/plans/completion.ts'
import { Relaxation } from '../../../src/engine/strategy/relaxation/relaxation.ts'
import { NO_CUTS, remake, Strengthening } from '../../../src/engine/strategy/relaxation/strengthening.ts'
import { TrueBound } from '../../../src/engine/strategy/relaxation/trueBound.ts'
import { WorkingModel } from '../../../src/engine/strategy/relaxation/workingModel.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import type { Plan } from '../../../src/plan/schema/plan.ts'

const catalog = await readCatalog()
const formulated = (plan: Plan) => formulate(deriveInputs(plan, catalog))

/** The root with its cuts. */
async function strengthen(formulation: Formulation) {
  const { problem } = formulation
  const structure = readStructure(formulation)
  const useful = finiteUpperBounds(problem)
  const model = await WorkingModel.open(formulation)
  // All fleets are in: cuts are held against the whole problem.
  model.enlargeToAll()
  const trueBound = new TrueBound(model.problem, structure, useful)
  const relaxation = new Relaxation(model, problem, structure, trueBound, () => ({}))
  const whole = wholeBox(problem, structure)
  const own = new Strengthening(
    relaxation,
    formulation,
    structure,
    { whole, useful },
    { book: NO_CUTS, cuts: [] },
  )
  const bounds: number[] = []
  own.run(whole, () => false, (run) => bounds.push(relaxation.bound(run, whole))) // biome-ignore format: one call a line
  return { own, model, structure, whole, bounds }
}

/** Plans with whole phases, openings and plant and any number of racks: at the least cost, and at other costs. */
async function listPlans(problem: Problem, isWhole: readonly boolean[]) {
  const model = await HighsModel.open(problem)
  const least = model.solveInteger(isWhole, { gapShare: 1e-4, timeLimitS: 300 })
  const others = [2, 3, 5].map((step) => {
    problem.cost.forEach((cost, column) => {
      model.setCost(column, cost * (0.4 + ((column * step) % 7) / 5))
    })
    return model.solveInteger(isWhole, { gapShare: 0.05, timeLimitS: 300 }).values
  })
  return { leastMusd: least.objective, plans: [least.values, ...others] }
}

test.for([1, 2])('Small %i: cuts raise the bound, and every plan known holds them', async (seed) => {
  const formulation = formulated(generatePlan('Small', seed))
  const { model, bounds } = await strengthen(formulation)
  const { leastMusd, plans } = await listPlans(formulation.problem, toStructural(formulation))
  expect(bounds.at(-1)).toBeGreaterThan(bounds[0]! + 0.001 * Math.abs(bounds[0]!))
  for (const bound of bounds) expect(bound).toBeLessThanOrEqual(leastMusd * (1 + 1e-6))
  expect(model.problem.rowNames.length).toBeGreaterThan(formulation.problem.rowNames.length)
  const relaxed = model.problem.copy()
  relaxed.isInteger.fill(false)
  for (const plan of plans) expect(worstViolation(relaxed, plan)).toBeLessThanOrEqual(FEASIBLE)
})

test('a run that is cut off proves its cutoff by its duals, and costs no more than the whole run', async () => {
  const formulation = formulated(generatePlan('Small', 1))
  const { structure, whole } = await strengthen(formulation)
  const { problem } = formulation
  const model = await WorkingModel.open(formulation)
  const trueBound = new TrueBound(model.problem, structure, finiteUpperBounds(problem))
  const relaxation = new Relaxation(model, problem, structure, trueBound, () => ({}))
  const free = relaxation.prove(whole)
  const nothing = { lower: whole.lower, upper: Float64Array.from(whole.lower) }
  const full = relaxation.prove(nothing).objective
  relaxation.solve(whole)
  const cutoff = (free.objective + full) / 2
  const cut = relaxation.prove(nothing, { cutoff })
  expect(cut.status).toBe('above')
  expect(relaxation.bound(cut, nothing)).toBeGreaterThanOrEqual(cutoff)
  expect(relaxation.bound(cut, nothing)).toBeLessThanOrEqual(full + 1e-6)
})

test('Small 18: racks whose nearest whole numbers cost a budget are rounded down', async () => {
  const formulation = formulated(generatePlan('Small', 18))
  const frame = readFrame(formulation)
  const { structure, whole, useful, ranked, propagator } = frame
  const model = await WorkingModel.open(formulation)
  const trueBound = new TrueBound(model.problem, structure, useful)
  const relaxation = new Relaxation(model, formulation.problem, structure, trueBound, () => ({}))
  const completion = new Completion(relaxation, formulation, ranked, propagator, {
    isWithin: () => false,
    isOver: false,
  })
  const rounded = completion.round(relaxation.solve(whole).values, whole, 0.3, Number.POSITIVE_INFINITY)!
  const box = { lower: rounded.structure, upper: rounded.structure }
  const continuous = relaxation.solve(box).objective
  expect(rounded.plan.objective).toBeLessThan(continuous * 1.001)
  expect(worstViolation(formulation.problem, rounded.plan.values)).toBeLessThanOrEqual(FEASIBLE)
})

test('cuts made anew after an edit hold in the plans of the edited problem', async () => {
  const plan = generatePlan('Small', 2)
  const { own } = await strengthen(formulated(plan))
  const edited = formulated({
    ...plan,
    demand: plan.demand.map((line) => ({ ...line, unitsEnd: (line.unitsEnd ?? 1) * 1.1 })),
  })
  const structure = readStructure(edited)
  const bounds = { whole: wholeBox(edited.problem, structure), useful: finiteUpperBounds(edited.problem) }
  const cuts = remake(own.book, edited, structure, bounds)
  expect(cuts.filter(({ terms }) => terms.length > 0).length).toBeGreaterThan(3)
  const strengthened = edited.problem.copy()
  strengthened.isInteger.fill(false)
  for (const { terms, limit } of cuts) strengthened.atMost('cut', '1', terms, limit)
  const { plans } = await listPlans(edited.problem, toStructural(edited))
  for (const values of plans) expect(worstViolation(strengthened, values)).toBeLessThanOrEqual(FEASIBLE)
})

test('duals handed out are those of the rows of the problem, as if there were no cuts', async () => {
  const formulation = formulated(generatePlan('Small', 2))
  const { model, structure } = await strengthen(formulation)
  const { plans } = await listPlans(formulation.problem, toStructural(formulation))
  for (const column of structure.columns)
    model.setBounds(column, Math.round(plans[0]![column]!), Math.round(plans[0]![column]!))
  const run = model.solveLinear()
  const { rowDuals: duals, basis } = model.ownDuals(run)
  // An edited problem starts from it.
  expect(basis).not.toBeNull()
  expect(duals.length).toBe(formulation.problem.rowNames.length)
  const box = { lower: Float64Array.from(structure.columns, (column) => Math.round(plans[0]![column]!)) }
  const proven = new TrueBound(formulation.problem, structure, finiteUpperBounds(formulation.problem))
  expect(proven.of(duals, { lower: box.lower, upper: box.lower })).toBeCloseTo(run.objective, 3)
})
