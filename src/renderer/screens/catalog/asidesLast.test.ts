import { expect, test } from 'vitest'
import { asidesLast, figureColumns } from './asidesLast.ts'

const LINES = [
  ['id', 'accelerator', 'aliases', 'memory_gb', 'price_basis', 'price_usd', 'source'],
  ['a', 'A 1', 'a1; a-1', '80', 'list', '', 'maker'],
  ['b', 'B 2', '', '96', '', '12000', 'maker'],
]

test('figures follow the name; other names, bases and sources stand at the end', () => {
  const { heads, rows } = asidesLast(LINES)
  expect(heads).toEqual(['id', 'accelerator', 'memory_gb', 'price_usd', 'aliases', 'price_basis', 'source'])
  expect(rows[0]).toEqual(['a', 'A 1', '80', '', 'a1; a-1', 'list', 'maker'])
})

test('a column is one of figures where all that it says are numbers', () => {
  const { heads, rows } = asidesLast(LINES)
  expect([...figureColumns(heads, rows)].map((place) => heads[place])).toEqual(['memory_gb', 'price_usd'])
})
