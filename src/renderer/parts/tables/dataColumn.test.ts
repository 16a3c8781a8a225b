import { expect, test } from 'vitest'
import { type DataColumn, writersOf } from './dataColumn.ts'

interface Row {
  readonly name: string
  readonly musd: number | null
  readonly leftMusd: number
}

const columns: DataColumn<Row>[] = [
  { head: 'Name', read: ({ name }) => name },
  { head: 'Cost', unit: 'M$', none: 'no price', number: ({ musd }) => musd },
  { head: 'Left', unit: 'M$', number: ({ leftMusd }) => leftMusd },
]

test('numbers of a column, and of columns of one unit, have equal decimals; so have totals below them', () => {
  const rows: Row[] = [
    { name: 'one', musd: 129.04, leftMusd: 0 },
    { name: 'two', musd: -0.1734, leftMusd: 12.5 },
    { name: 'three', musd: null, leftMusd: 3 },
  ]
  const writers = writersOf(columns, rows)
  expect(rows.map((row) => writers.map((writer) => writer.item(row)))).toEqual([
    ['one', '129.0', '0.0'],
    ['two', '−0.2', '12.5'],
    ['three', 'no price', '3.0'],
  ])
  expect(writers[1]!.number(1128.87)).toBe('1,128.9')
  expect(writers[2]!.number(null)).toBe('—')
})

test('a table without rows, and one of whole numbers, have no decimals', () => {
  expect(writersOf(columns, [])[1]!.number(3)).toBe('3')
  expect(writersOf(columns, [{ name: '', musd: 1400, leftMusd: 2 }])[1]!.number(1400)).toBe('1,400')
})
