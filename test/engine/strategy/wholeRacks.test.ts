import { expect, test, vi } from 'vitest'
import { generatePlan } from '../../../bench/instance/generatePlan.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { formulate } from '../../../src/engine/formulate.ts'
import { FEASIBLE, worstViolation } from '../../../src/engine/problem/violation.ts'
import { readFrame } from '../../../src/engine/strategy/decisions/frame.ts'
import { rackColumns } from '../../../src/engine/strategy/decisions/structure.ts'
import { Completion } from '../../../src/engine/strategy/plans/completion.ts'
import { WholeRacks } from '../../../src/engine/strategy/plans/wholeRacks.ts'
import { Relaxation } from '../../../src/engine/strategy/relaxation/relaxation.ts'
import { TrueBound } from '../../../src/engine/strategy/relaxation/trueBound.ts'
import { WorkingModel } from '../../../src/engine/strategy/relaxation/workingModel.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

// Whose nearest whole racks break a budget, and cost what is then not served.
const formulation = formulate(deriveInputs(generatePlan('Small', 10), await readCatalog()))
const { problem } = formulation
const frame = readFrame(formulation)
const { structure, useful, ranked, propagator, whole } = frame
const racks = rackColumns(formulation)
const ALWAYS_MORE = { isWithin: () => false, isOver: false }

/** The structure of a first plan, with racks continuous, and what the nearest whole ones cost. */
async function open(asked = ALWAYS_MORE) {
  const model = await WorkingModel.open(formulation)
  const trueBound = new TrueBound(problem, structure, useful)
  const relaxation = new Relaxation(model, problem, structure, trueBound, () => ({}))
  const root = relaxation.prove(whole)
  const completion = new Completion(relaxation, formulation, ranked, propagator, asked)
  const plan = completion.round(root.values, whole, 0.3, Number.POSITIVE_INFINITY)
  if (!plan) throw new Error('no plan')
  const rounding = new WholeRacks(model, formulation, asked)
  const box = { lower: plan.structure, upper: plan.structure }
  const continuous = relaxation.solve(box)
  const nearest = rounding.price((column) => Math.round(continuous.outcome.values[column]!))
  return { model, rounding, nearest, continuous: relaxation.solve(box) }
}

test('whole racks, rounded fleet by fleet, are a plan and cost less than the nearest ones', async () => {
  const { rounding, continuous, nearest } = await open()
  const plan = rounding.cheapest(continuous)
  if (!plan || !nearest) throw new Error('no plan')
  expect(worstViolation(problem, plan.values)).toBeLessThanOrEqual(FEASIBLE)
  for (const column of racks) {
    const units = plan.values[column]!
    expect(units).toBeCloseTo(Math.round(units), 6)
  }
  expect(nearest.objective).toBeGreaterThan(continuous.objective * 1.0005)
  expect(plan.objective).toBeLessThan(nearest.objective)
  expect(plan.objective).toBeGreaterThanOrEqual(continuous.objective)
  // Bounds are the problem's own again.
  expect(rounding.cheapest(continuous)?.objective).toBeCloseTo(plan.objective, 6)
})

test('racks of a plan known are tried first, and taken where they cost little', async () => {
  const { model, rounding, continuous, nearest } = await open()
  const plan = rounding.cheapest(continuous)
  if (!plan || !nearest) throw new Error('no plan')
  const runs = vi.spyOn(model, 'solveLinear')
  expect(rounding.like(plan.values, continuous)?.objective).toBeCloseTo(plan.objective, 6)
  expect(runs).toHaveBeenCalledTimes(1)
  // Half as many racks cost more than the nearest ones.
  const half = plan.values.map((value) => value / 2)
  expect(rounding.like(half, continuous)?.objective).toBeCloseTo(nearest.objective, 6)
})

test('the nearest whole racks do where that is all that is asked for', async () => {
  const { rounding, continuous, nearest } = await open({ isWithin: () => true, isOver: false })
  expect(rounding.cheapest(continuous)?.objective).toBeCloseTo(nearest!.objective, 6)
})
