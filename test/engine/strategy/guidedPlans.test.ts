import { expect, test, vi } from 'vitest'
import { generatePlan } from '../../../bench/instance/generatePlan.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { formulate } from '../../../src/engine/formulate.ts'
import { FEASIBLE, worstViolation } from '../../../src/engine/problem/violation.ts'
import { finiteUpperBounds } from '../../../src/engine/strategy/decisions/finiteBounds.ts'
import { Propagator, wholeBox } from '../../../src/engine/strategy/decisions/propagate.ts'
import { rankPaths } from '../../../src/engine/strategy/decisions/rankPaths.ts'
import { readStructure } from '../../../src/engine/strategy/decisions/structure.ts'
import { Completion } from '../../../src/engine/strategy/plans/completion.ts'
import { GuidedPlans } from '../../../src/engine/strategy/plans/guidedPlans.ts'
import { Rounding } from '../../../src/engine/strategy/plans/roundPaths.ts'
import { Relaxation } from '../../../src/engine/strategy/relaxation/relaxation.ts'
import { TrueBound } from '../../../src/engine/strategy/relaxation/trueBound.ts'
import { WorkingModel } from '../../../src/engine/strategy/relaxation/workingModel.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { oneSiteInputs } from '../../fixtures/oneSite.ts'

const formulation = formulate(deriveInputs(generatePlan('Small', 4), await readCatalog()))
const { problem } = formulation
const structure = readStructure(formulation)
const trueBound = new TrueBound(problem, structure, finiteUpperBounds(problem))
const propagator = new Propagator(problem, structure)
const box = wholeBox(problem, structure)

const ranked = rankPaths(problem, structure)
async function open() {
  const model = await WorkingModel.open(formulation, new Set())
  const relaxation = new Relaxation(model, problem, structure, trueBound, () => ({}))
  const root = relaxation.prove(box)
  const narrow = model.narrowed(formulation, [root.outcome.values])
  if (!narrow) throw new Error('no smaller relaxation')
  const guide = new Relaxation(narrow, problem, structure, trueBound, () => ({}))
  return { relaxation, root, guide }
}

test('a smaller relaxation costs what the whole one does where it was made, and never less', async () => {
  const { relaxation, root, guide } = await open()
  expect(guide.solve(box).objective).toBeCloseTo(root.objective, 4)
  const closed = {
    lower: box.lower,
    upper: box.upper.map((upper, k) => (k % 2 === 0 ? upper : box.lower[k]!)),
  }
  propagator.tighten(closed)
  const whole = relaxation.prove(closed)
  const narrow = guide.solve(closed)
  expect(whole.status).toBe('optimal')
  if (narrow.status === 'optimal')
    expect(narrow.objective).toBeGreaterThanOrEqual(whole.objective * (1 - 2e-4))
})

test('a structure found in a smaller relaxation is a plan of the whole problem, the better of two', async () => {
  const { relaxation, root, guide } = await open()
  const completion = new Completion(relaxation, formulation, ranked, propagator, {
    isWithin: () => false,
    isOver: false,
  })
  const rounded = completion.round(root.values, box, 0.3, Number.POSITIVE_INFINITY)
  const guided = new GuidedPlans(guide, ranked, propagator)
  const draft = guided.plan(root.values, box, rounded?.structure, () => false)
  if (!draft || !rounded) throw new Error('no plan')
  const { whole } = draft
  expect(whole.lower.every((units, k) => Number.isInteger(units) && units === whole.upper[k])).toBe(true)
  const priced = completion.priceDraft(draft, Number.POSITIVE_INFINITY)
  if (!priced) throw new Error('no price')
  expect(worstViolation(problem, priced.plan.values)).toBeLessThanOrEqual(FEASIBLE)
  expect(priced.plan.objective).toBeGreaterThanOrEqual(relaxation.bound(root, box))
  expect(priced.plan.objective).toBeLessThanOrEqual(rounded.plan.objective * 1.001)
})

test('each path is tried once after the last gain, none twice', async () => {
  const { root, guide } = await open()
  const tried = vi.spyOn(Rounding.prototype, 'reround')
  new GuidedPlans(guide, ranked, propagator).plan(root.values, box, undefined, () => false)
  // What a plan must cost less than changes with every gain.
  const asked = tried.mock.calls.map(([, , , belowMusd]) => belowMusd)
  const last = asked.filter((musd) => musd === asked.at(-1))
  tried.mockRestore()
  const all = ranked.leading.length
  expect(asked.length).toBeLessThanOrEqual(3 * all)
  expect(last.length).toBe(last.length === asked.length ? all : all - 1)
})

test('no smaller relaxation is made of a problem that is small', async () => {
  const small = formulate(oneSiteInputs())
  const model = await WorkingModel.open(small)
  expect(model.narrowed(small, [model.solveLinear().values])).toBeUndefined()
})

test('a plan before an edit is made better in a guide, or left where nothing gains', async () => {
  const { relaxation, root, guide } = await open()
  const completion = new Completion(relaxation, formulation, ranked, propagator, {
    isWithin: () => false,
    isOver: false,
  })
  const rounded = completion.round(root.values, box, 0.9, Number.POSITIVE_INFINITY)
  if (!rounded) throw new Error('no plan')
  const guided = new GuidedPlans(guide, ranked, propagator)
  expect(guided.improve(rounded, box, root.values, () => true)).toBeUndefined()
  const draft = guided.improve(rounded, box, root.values, () => false)
  if (!draft) throw new Error('nothing gained')
  const better = completion.priceDraft(draft, rounded.plan.objective)
  if (!better) throw new Error('no price')
  expect(worstViolation(problem, better.plan.values)).toBeLessThanOrEqual(FEASIBLE)
  expect(better.plan.objective).toBeGreaterThanOrEqual(relaxation.bound(root, box))
  expect(guided.improve(better, box, root.values, () => false)).toBeUndefined()
})
