import { expect, test } from 'vitest'
import { Problem, type Row, type Term } from './problem.ts'

/** Terms of a row, by column. */
function termsOf({ rowStarts, indices, values }: Problem, row: Row): [column: number, value: number][] {
  const each = indices.slice(rowStarts[row], rowStarts[row + 1])
  return each.map((column, k) => [column, values[rowStarts[row]! + k]!])
}

test('terms on one column are added up, and what adds up to none is left out', () => {
  const problem = new Problem()
  const [x, y, z] = ['x', 'y', 'z'].map((name) => problem.variable(name, '1')) as [Term[1], Term[1], Term[1]]
  const first = problem.atMost('first', '1', [[1, x], [2, y], [3, x], [-2, y], [5, z]], 9) // biome-ignore format: one row a line
  const second = problem.atLeast('second', '1', [[7, z], [1, y], [1, z]], 1) // biome-ignore format: one row a line
  expect(termsOf(problem, first)).toEqual([[x, 4], [z, 5]]) // biome-ignore format: one row a line
  expect(termsOf(problem, second)).toEqual([[z, 8], [y, 1]]) // biome-ignore format: one row a line
})

test('a row after others were taken back, on a copy, and on columns that came later says what it was given', () => {
  const problem = new Problem()
  const x = problem.variable('x', '1')
  const y = problem.variable('y', '1')
  problem.equal('kept', '1', [[1, y]], 1)
  problem.equal('taken back', '1', [[1, x], [1, y]], 1) // biome-ignore format: one row a line
  problem.truncateRows(1)
  const copy = problem.copy()
  for (const own of [problem, copy]) {
    const late = Array.from({ length: 50 }, (_, k) => own.variable(`late${k}`, '1'))
    const terms: Term[] = [[2, y], ...late.map((column): Term => [1, column]), [3, x], [4, y]]
    const row = own.atMost('anew', '1', terms, 1)
    expect(termsOf(own, row)).toEqual([[y, 6], ...late.map((column) => [column, 1]), [x, 3]])
  }
})

test('a coefficient that is no number is refused by the names of its row and column', () => {
  const problem = new Problem()
  const x = problem.variable('hall', '1')
  expect(() => problem.equal('power', '1', [[Number.NaN, x]], 1)).toThrow('power: coefficient of hall')
})
