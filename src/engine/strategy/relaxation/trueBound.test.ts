import { expect, test } from 'vitest'
import { Problem } from '../../problem/problem.ts'
import { finiteUpperBounds } from '../decisions/finiteBounds.ts'
import { TrueBound } from './trueBound.ts'

/** Rooms of 3 MW against 7 MW of need at 10 each, leases at 4 a MW without a stated limit. Relaxed: 70/3. */
function rooms(): Problem {
  const problem = new Problem()
  const room = problem.variable('room', 'rooms', { upper: 4, cost: 10, isInteger: true })
  const lease = problem.variable('lease', 'MW', { cost: 4 })
  problem.atLeast('need', 'MW', [[3, room], [1, lease]], 7) // biome-ignore format: one row a line
  return problem
}

const none = { columns: [], paths: [], pathOf: [], stakeMusd: new Float64Array(), rows: [] }

function bound(dual: number): number {
  const problem = rooms()
  const box = { lower: new Float64Array(), upper: new Float64Array() }
  return new TrueBound(problem, none, finiteUpperBounds(problem)).of(Float64Array.of(dual), box)
}

test('the optimal dual proves the optimum', () => {
  expect(bound(10 / 3)).toBeCloseTo(70 / 3, 9)
  expect(bound(10 / 3)).toBeLessThanOrEqual(70 / 3)
})

test('any other dual proves less, a wrong one is charged for', () => {
  expect(bound(3)).toBeCloseTo(21, 9)
  // A MW worth 5: rooms gain 5 each, leases 1 a MW, of which no more than 7 are ever needed.
  expect(bound(5)).toBeCloseTo(5 * 7 - 4 * 5 - 7 * 1, 9)
  expect(bound(-1)).toBe(0)
})

test('a column without a limit has one where a row keeps it down, or nothing keeps it up beyond a need', () => {
  const problem = rooms()
  const drawn = problem.variable('drawn', 'MW')
  problem.atMost('grid', 'MW', [[2, drawn], [1, 0 as never]], 6) // biome-ignore format: one row a line
  expect([...finiteUpperBounds(problem)]).toEqual([4, 7, 3])
})
