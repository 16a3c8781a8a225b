import { expect, test } from 'vitest'
import { HighsModel } from './highsModel.ts'
import { interiorScale } from './interiorScale.ts'
import { Problem } from './problem.ts'

/** Thousands of units at prices of tens: 3 x + 40 y over x + y >= 150,000, x <= 90,000. */
function thousands(): Problem {
  const problem = new Problem()
  const x = problem.variable('x', 'units', { upper: 90_000, cost: 3 })
  const y = problem.variable('y', 'units', { cost: 40 })
  problem.atLeast('need', 'units', [[1, x], [1, y]], 150_000) // biome-ignore format: one row a line
  return problem
}

test('bounds are brought below 64 and costs below 1, by powers of two', () => {
  const { user_bound_scale, user_objective_scale } = interiorScale(thousands())
  expect(150_000 * 2 ** user_bound_scale).toBeLessThanOrEqual(64)
  expect(150_000 * 2 ** user_bound_scale).toBeGreaterThan(32)
  expect(40 * 2 ** user_objective_scale).toBeLessThanOrEqual(1)
  expect(40 * 2 ** user_objective_scale).toBeGreaterThan(0.5)
})

test('a problem of small numbers is left as it is', () => {
  const problem = new Problem()
  problem.variable('x', 'units', { upper: 3, cost: 0.5 })
  expect(interiorScale(problem)).toEqual({ user_bound_scale: 0, user_objective_scale: 0 })
})

test('what a scaled run answers is in the units of the problem, and so is the run after it', async () => {
  const model = await HighsModel.open(thousands())
  const interior = model.solveInterior()
  expect(interior.objective).toBeCloseTo(3 * 90_000 + 40 * 60_000, -2)
  expect(interior.values[1]).toBeCloseTo(60_000, 0)
  expect(interior.rowDuals[0]).toBeCloseTo(40, 3)
  const linear = model.solveLinear()
  expect(linear.objective).toBeCloseTo(2_670_000, 3)
  model.close()
})
