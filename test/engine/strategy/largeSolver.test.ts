import { expect, test } from 'vitest'
import { generatePlan } from '../../../bench/instance/generatePlan.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { formulate } from '../../../src/engine/formulate.ts'
import { HighsModel } from '../../../src/engine/problem/highsModel.ts'
import { FEASIBLE, worstViolation } from '../../../src/engine/problem/violation.ts'
import { isLarge, type LargeMemory, solveLarge } from '../../../src/engine/strategy/largeSolver.ts'
import type { SolveProgress } from '../../../src/engine/strategy/progress.ts'
import { solveFormulation } from '../../../src/engine/strategy/solveFormulation.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import type { Plan } from '../../../src/plan/schema/plan.ts'

const catalog = await readCatalog()
const dearerHalls = (plan: Plan): Plan => ({
  ...plan,
  sites: plan.sites.map((site) => ({
    ...site,
    facility: { ...site.facility, capexMusdPerMw: site.facility.capexMusdPerMw * 1.02 },
  })),
})
const build = (seed: number) => formulate(deriveInputs(generatePlan('Small', seed), catalog))

test.each([1, 4])('Small %i: the bound is below and the plan above the best there is', async (seed) => {
  const formulation = build(seed)
  const { problem } = formulation
  const exact = await solveFormulation(formulation, { gapShare: 0.002, timeLimitS: 60 })
  const found = await solveLarge(formulation, { gapShare: 0.005, timeLimitS: 60 })
  if (exact.kind !== 'plan' || found.kind !== 'plan') throw new Error('no plan')
  expect(found.boundMusd).toBeLessThanOrEqual(exact.objectiveMusd)
  expect(found.objectiveMusd).toBeGreaterThanOrEqual(exact.boundMusd)
  expect(found.gapShare).toBeCloseTo(1 - found.boundMusd / found.objectiveMusd, 9)
  expect(found.gapShare).toBeLessThan(0.03)
  expect(worstViolation(problem, found.values)).toBeLessThanOrEqual(FEASIBLE)
  const cost = problem.cost.reduce((sum, musd, column) => sum + musd * found.values[column]!, 0)
  expect(found.objectiveMusd).toBeCloseTo(cost, 6)
  const parts = found.values.filter((_, column) => problem.isInteger[column])
  expect(parts.every((value) => Math.abs(value - Math.round(value)) < 1e-6)).toBe(true)
})

test('the same again is the same plan and bound; what is shown only gets better', async () => {
  const options = { gapShare: 0.005, timeLimitS: 60 }
  const shown: SolveProgress[] = []
  const formulation = build(2)
  const first = await solveLarge(formulation, { ...options, onProgress: (own) => shown.push(own) })
  const again = await solveLarge(formulation, options)
  if (first.kind !== 'plan' || again.kind !== 'plan') throw new Error('no plan')
  expect([again.objectiveMusd, again.boundMusd]).toEqual([first.objectiveMusd, first.boundMusd])
  const plans = shown.flatMap(({ incumbentMusd }) => incumbentMusd ?? [])
  const bounds = shown.flatMap(({ boundMusd }) => boundMusd ?? [])
  expect(plans).toEqual(plans.toSorted((a, b) => b - a))
  expect(bounds).toEqual(bounds.toSorted((a, b) => a - b))
  expect(shown.at(-1)?.phase).toBe('done')
})

test('an edited problem starts from the plan and the duals before it, which prove most of what they proved', async () => {
  const memory: LargeMemory = {}
  const options = { gapShare: 0.02, timeLimitS: 60 }
  await solveLarge(build(1), options, memory)
  const edited = formulate(deriveInputs(dearerHalls(generatePlan('Small', 1)), catalog))
  const shown: SolveProgress[] = []
  const warm = await solveLarge(edited, { ...options, onProgress: (own) => shown.push(own) }, memory)
  const cold = await solveLarge(edited, options)
  if (warm.kind !== 'plan' || cold.kind !== 'plan') throw new Error('no plan')
  expect(warm.status).toBe('within-gap')
  // No interior point was needed.
  expect(shown.filter(({ phase }) => phase === 'relaxation')).toHaveLength(1)
  expect(warm.boundMusd).toBeLessThanOrEqual(cold.objectiveMusd)
  expect(warm.objectiveMusd).toBeGreaterThanOrEqual(cold.boundMusd)
  expect(worstViolation(edited.problem, warm.values)).toBeLessThanOrEqual(FEASIBLE)
})

test('stopped before its first bound it has the plan that builds nothing, and says how little is proven', async () => {
  const formulation = build(1)
  let isPlanned = false
  const stopped = await solveLarge(formulation, {
    gapShare: 0.01,
    timeLimitS: 60,
    onProgress: ({ incumbentMusd }) => {
      isPlanned = incumbentMusd !== null
    },
    isCancelled: () => isPlanned,
  })
  if (stopped.kind !== 'plan') throw new Error(stopped.kind)
  expect(stopped.status).toBe('cancelled')
  expect(stopped.gapShare).toBeGreaterThan(0.1)
  expect(worstViolation(formulation.problem, stopped.values)).toBeLessThanOrEqual(FEASIBLE)
  const phases = formulation.facilities.buildings.flatMap((building) => building.phases)
  expect(phases.every((column) => stopped.values[column] === 0)).toBe(true)
})

test('an interior point without crossover ends near the optimum, and leaves the simplex as it was', async () => {
  const { problem } = build(3)
  const model = await HighsModel.open(problem)
  const interior = model.solveInterior()
  expect(model.basis).toBeUndefined()
  const exact = model.solveLinear()
  expect(interior.objective / exact.objective).toBeCloseTo(1, 4)
  expect(model.basis).toBeDefined()
})

test('only what the simplex cannot solve goes this way', () => {
  expect(isLarge(build(1))).toBe(false)
})
