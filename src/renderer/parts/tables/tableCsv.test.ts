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

test('a name that a spreadsheet would take for a formula stays a name, a number below zero a number', () => {
  const cell = (value: string | number) => ({ shown: '', value })
  const text = toCsv({ heads: ['site', '=1+1'], rows: [[cell('=HYPERLINK("http://x")'), cell(-2)]] })
  expect(text).toBe(`site,"'=1+1"\n"'=HYPERLINK(""http://x"")",-2`)
})
