import { expect, test } from 'vitest'
import { useSettings } from '../../state/view/settings.ts'
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

test('by 万 a unit has one step in a table, that of its largest number, and heads say it', () => {
  useSettings.setState({ language: 'zh', zhNumbers: 'wan' })
  const own: DataColumn<Row>[] = [
    { head: '成本（万美元）', unit: 'M$', number: ({ musd }) => musd },
    { head: '剩余（万美元）', unit: 'M$', number: ({ leftMusd }) => leftMusd },
  ]
  const shown = (rows: Row[], totals?: number[]) => {
    const writers = writersOf(own, rows, totals)
    return [writers.map(({ head }) => head), ...rows.map((row) => writers.map((writer) => writer.item(row)))]
  }
  expect(shown([{ name: '', musd: 99.9, leftMusd: 2 }])).toEqual([
    ['成本（万美元）', '剩余（万美元）'],
    ['9,990', '200'],
  ])
  expect(shown([{ name: '', musd: 1250, leftMusd: 25 }])).toEqual([
    ['成本（亿美元）', '剩余（亿美元）'],
    ['12.500', '0.250'],
  ])
  // A total of 亿 takes what it sums with it.
  expect(shown([{ name: '', musd: 60, leftMusd: 2 }], [120, 2])[0]).toEqual([
    '成本（亿美元）',
    '剩余（亿美元）',
  ])
  useSettings.setState({ language: 'zh', zhNumbers: 'metric' })
  expect(shown([{ name: '', musd: 1250, leftMusd: 25 }])[1]).toEqual(['1,250', '25'])
  useSettings.setState({ language: null })
})

test('a table without rows, and one of whole numbers, have no decimals', () => {
  expect(writersOf(columns, [])[1]!.number(3)).toBe('3')
  expect(writersOf(columns, [{ name: '', musd: 1400, leftMusd: 2 }])[1]!.number(1400)).toBe('1,400')
})
