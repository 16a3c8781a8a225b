import { expect, test } from 'vitest'
import { type Column, Problem, type Term } from '../../problem/problem.ts'
import { type CutGround, CutMemory } from './aggregate.ts'
import { make } from './recipe.ts'
import { rounded } from './rounding.ts'

function groundOf(problem: Problem): CutGround {
  return {
    problem,
    lower: Float64Array.from(problem.lower),
    upper: Float64Array.from(problem.upper),
    useful: Float64Array.from(problem.upper),
    isWhole: Uint8Array.from(problem.isInteger, Number),
    isWholeRow: new Uint8Array(problem.rowNames.length),
  }
}

test('half a hall of need is a whole hall or half a hall leased: x + 2 y >= 1', () => {
  const problem = new Problem()
  const hall = problem.variable('hall', 'halls', { upper: 4, isInteger: true })
  const lease = problem.variable('lease', 'halls', { upper: 9 })
  problem.atLeast('need', 'halls', [[1, hall], [1, lease]], 0.5) // biome-ignore format: one row a line
  const weights = { rows: Int32Array.of(0), values: Float64Array.of(-1) }
  const recipe = {
    weights,
    columnsFromAbove: new Set<number>(),
    rowsFromAbove: new Set<number>(),
    divisor: 1,
  }
  const cut = make(recipe, groundOf(problem), new CutMemory(2))
  const size = cut!.limit / -0.5
  expect(new Map(cut!.terms.map(([value, column]) => [column, value / size]))).toEqual(
    new Map([[hall, expect.closeTo(-0.5, 6)], [lease, expect.closeTo(-1, 6)]]), // biome-ignore format: one row a line
  )
})

test('rounding is the function of the textbook: -1 1/2 over 3/4 is -2 + (1/2 - 3/4)+', () => {
  expect(rounded(-1.5, 0.75)).toBe(-2)
  expect(rounded(1.875, 0.75)).toBe(1.5)
})

/** Numbers from 0 to 1, the same each time. */
function drawFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Columns and rows drawn, with points that satisfy all of them. */
function drawProblem(draw: () => number): { problem: Problem; points: number[][] } {
  const problem = new Problem()
  const columns = Array.from({ length: 3 }, (_, k) =>
    problem.variable(`x${k}`, '1', { lower: Math.floor(draw() * 3), upper: 5, isInteger: k < 2 }),
  )
  const points = Array.from({ length: 300 }, () =>
    columns.map((column) => {
      const [lower, upper] = [problem.lower[column]!, problem.upper[column]!]
      const value = draw() < 0.5 ? lower : lower + draw() * (upper - lower)
      return problem.isInteger[column] ? Math.round(value) : value
    }),
  )
  for (let row = 0; row < 2; row++) {
    const coefficients = columns.map(() => (draw() < 0.3 ? 0 : Math.round((draw() - 0.5) * 40) / 8))
    const activities = points.map((point) => point.reduce((sum, x, k) => sum + x * coefficients[k]!, 0))
    const [least, most] = [Math.min(...activities), Math.max(...activities)]
    const isOneSided = draw() < 0.5
    problem.constrain(
      ...([`r${row}`, '1', coefficients.map((value, k): Term => [value, columns[k]!])] as const),
      ...([isOneSided ? Number.NEGATIVE_INFINITY : least, most] as const),
    )
  }
  return { problem, points }
}

test('a cut of any rows, weights, ends and divisor holds for every point with whole numbers', () => {
  const draw = drawFrom(7)
  let made = 0
  for (let trial = 0; trial < 2000; trial++) {
    const { problem, points } = drawProblem(draw)
    const some = (count: number) => new Set([...Array(count).keys()].filter(() => draw() < 0.5))
    const weights = {
      rows: Int32Array.from(problem.rowNames.keys()),
      values: Float64Array.from(problem.rowNames, () => (draw() - 0.5) * 4),
    }
    // Rows without a lower side have one end only.
    const rowsFromAbove = new Set(
      problem.rowLower.flatMap((lower, row) =>
        lower === Number.NEGATIVE_INFINITY || draw() < 0.5 ? [row] : [],
      ),
    )
    const recipe = { weights, columnsFromAbove: some(3), rowsFromAbove, divisor: 0.25 + draw() * 3 }
    const cut = make(recipe, groundOf(problem), new CutMemory(3))
    if (!cut) continue
    made++
    const misses = points.map(
      (point) =>
        cut.terms.reduce((sum, [value, column]) => sum + value * point[column as Column]!, 0) - cut.limit,
    )
    expect(Math.max(...misses), `trial ${trial}`).toBeLessThanOrEqual(1e-9)
  }
  expect(made).toBeGreaterThan(1000)
})
