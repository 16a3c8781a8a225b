import { expect, test } from 'vitest'
import { readDate } from './readDate.ts'

test.each([
  ['2027Q3', '2027Q3'],
  ['2027 Q3', '2027Q3'],
  ['2027-q3', '2027Q3'],
  ['Q3 2027', '2027Q3'],
  ['2027 年第 3 季度', '2027Q3'],
  ['2027-07', '2027-07'],
  ['2027/7', '2027-07'],
  ['2027年7月', '2027-07'],
  ['2027-07-01', '2027-07'],
  ['2027-07-15', '2027-07-15'],
  ['next year', 'next year'],
  ['', ''],
])('%s is kept as %s', (text, kept) => expect(readDate(text)).toBe(kept))
