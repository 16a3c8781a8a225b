import { expect, test } from 'vitest'
import { toCsv } from './tableCsv.ts'

test('a chart as CSV keeps full figures, and quotes what would break a row', () => {
  const cell = (value: string | number | null) => ({ shown: 'rounded', value })
  const text = toCsv({
    heads: ['period', 'Built, "IT" (MW)'],
    rows: [
      [cell('2027 Q1'), cell(1.23456789)],
      [cell('2027 Q2'), cell(null)],
    ],
  })
  expect(text).toBe('period,"Built, ""IT"" (MW)"\n2027 Q1,1.23456789\n2027 Q2,')
})
