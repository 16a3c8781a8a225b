import { expect, test } from 'vitest'
import { SizingCase } from '../../plan/cases/sizingCase.ts'
import { sizeUnits } from './sizeUnits.ts'

const size = (row: object) =>
  sizeUnits(
    SizingCase.parse({ units: [{ name: 'UPS', load: 10, unitSize: 1.875, scheme: 'N+1', ...row }] }).units,
  )[0]!

test('blocks by their load: 10 MW in blocks of 4 are three, two units and a spare each', () => {
  expect(size({ blockLoad: 4 })).toEqual({ name: 'UPS', blocks: 3, needed: 6, installed: 9, spare: 3 })
})

test('thirty weeks before the first of July', () => {
  // 210 days before 2028-07-01.
  expect(size({ leadWeeks: 30, neededFrom: '2028Q3' }).orderBy).toBe('2027-12-04')
})

test.each([
  [{ scheme: '0N' }, 'scheme'],
  [{ scheme: '4N0R' }, 'scheme'],
  [{ scheme: 'N+0' }, 'scheme'],
  [{ unitSize: 0 }, 'unitSize'],
  [{ blocks: 0 }, 'blocks'],
  [{ leadWeeks: -4 }, 'leadWeeks'],
  [{ blocks: 2, blockLoad: 4 }, 'blockLoad'],
])('%o is refused by row and field', (row, field) => {
  const units = [
    { name: 'fine', load: 1, unitSize: 1, scheme: 'N' },
    { name: 'UPS', load: 10, unitSize: 2, scheme: 'N', ...row },
  ]
  const parsed = SizingCase.safeParse({ units })
  expect(parsed.error?.issues.map((issue) => issue.path)).toEqual([['units', 1, field]])
})
