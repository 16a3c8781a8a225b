import { expect, test } from 'vitest'
import { listOtherSolvers } from '../../../test/fixtures/otherSolvers.ts'
import { HighsModel } from './highsModel.ts'
import { Problem } from './problem.ts'
import { writeMps } from './writeMps.ts'

/** Rooms of 3 MW against 7 MW of need, leases at 4 a MW: two rooms at 10 each and one MW leased is 24. */
function rooms(): Problem {
  const problem = new Problem()
  const room = problem.variable('room', 'rooms', { upper: 4, cost: 10, isInteger: true })
  const lease = problem.variable('lease', 'MW', { cost: 4 })
  problem.atLeast(
    'need',
    'MW',
    [
      [3, room],
      [1, lease],
    ],
    7,
  )
  return problem
}

test('the relaxation bounds the integer plan from below', async () => {
  const problem = rooms()
  const model = await HighsModel.open(problem)
  const relaxed = model.solveLinear()
  expect(relaxed.objective).toBeCloseTo(70 / 3, 9)
  expect(relaxed.rowDuals[0]).toBeCloseTo(10 / 3, 9)
  const whole = model.solveInteger(problem.isInteger)
  expect(whole.status).toBe('optimal')
  expect(whole.objective).toBeCloseTo(24, 6)
  expect(whole.bound).toBeLessThanOrEqual(whole.objective + 1e-9)
  model.close()
})

test('an infeasible problem is called so', async () => {
  const problem = rooms()
  problem.atMost('cap', 'MW', [[1, 0 as never]], -1)
  const model = await HighsModel.open(problem)
  expect(model.solveLinear().status).toBe('infeasible')
  model.close()
})

/** Needs served by what is cheap; each asks one step of the simplex once that is gone. */
function manyNeeds(): { problem: Problem; cheap: number[] } {
  const problem = new Problem()
  const cheap: number[] = []
  for (let k = 0; k < 1300; k++) {
    const own = problem.variable(`own.${k}`, 'MW', { upper: 2, cost: 1 })
    const lease = problem.variable(`lease.${k}`, 'MW', { cost: 3 })
    problem.atLeast(
      `need.${k}`,
      'MW',
      [
        [1, own],
        [1, lease],
      ],
      1,
    )
    cheap.push(own)
  }
  return { problem, cheap }
}

test('a warm run is asked whether to go on now and then, and ends where it would have without', async () => {
  const { problem, cheap } = manyNeeds()
  const model = await HighsModel.open(problem)
  expect(model.solveLinear().objective).toBeCloseTo(1300, 6)
  for (const column of cheap) model.setBounds(column, 0, 0)
  expect(model.solveLinear({ onProgress: () => true }).status).toBe('interrupted')
  let asked = 0
  const onProgress = () => asked++ < 0
  const run = model.solveLinear({ onProgress })
  expect(run).toMatchObject({ status: 'optimal' })
  expect(run.objective).toBeCloseTo(3900, 6)
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBeLessThan(10)
  model.close()
})

test('a warm run ends once nothing can cost less than its cutoff; the next is not cut off', async () => {
  const { problem, cheap } = manyNeeds()
  const model = await HighsModel.open(problem)
  model.solveLinear()
  for (const column of cheap) model.setBounds(column, 0, 0)
  const cut = model.solveLinear({ cutoff: 2000 })
  expect(cut).toMatchObject({ status: 'above', bound: Number.NEGATIVE_INFINITY })
  expect(model.solveLinear({ cutoff: 4000 }).objective).toBeCloseTo(3900, 6)
  expect(model.solveLinear().status).toBe('optimal')
  model.close()
})

test('another solver reads the exported problem and finds the same optimum', (context) => {
  const solvers = listOtherSolvers()
  if (solvers.length === 0) context.skip('neither glpsol nor cbc is installed')
  for (const solver of solvers) expect(solver.optimum(writeMps(rooms()), 0, 60), solver.name).toBe(24)
})
