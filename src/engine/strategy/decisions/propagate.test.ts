import { expect, test } from 'vitest'
import { Problem } from '../../problem/problem.ts'
import { Propagator, wholeBox } from './propagate.ts'

/** Two quarters of phases, at most 3, kept, and an opening that four of them need. */
function phases() {
  const problem = new Problem()
  const columns = [0, 1].map((t) => problem.variable(`phases.${t}`, 'phases', { upper: 3, isInteger: true }))
  const open = problem.variable('open', 'sites', { upper: 1, isInteger: true })
  problem.atLeast('kept', 'phases', [[1, columns[1]!], [-1, columns[0]!]], 0) // biome-ignore format: one row a line
  problem.atMost('opened', 'phases', [[1, columns[1]!], [-4, open]], 0) // biome-ignore format: one row a line
  const structure = {
    columns: [0, 1, 2],
    paths: [],
    pathOf: [],
    stakeMusd: new Float64Array(3),
    rows: [0, 1],
  }
  return { box: wholeBox(problem, structure), propagator: new Propagator(problem, structure) }
}

test('a phase that is there stays there and opens its site', () => {
  const { box, propagator } = phases()
  box.lower[0] = 2
  expect(propagator.tighten(box, 0)).toBe(true)
  expect([...box.lower]).toEqual([2, 2, 1])
})

test('a site that stays shut has no phases; then one phase is too many', () => {
  const { box, propagator } = phases()
  box.upper[2] = 0
  expect(propagator.tighten(box, 2)).toBe(true)
  expect([...box.upper]).toEqual([0, 0, 0])
  box.lower[1] = 1
  expect(propagator.tighten(box, 1)).toBe(false)
})
