const QUARTERS: readonly (readonly [pattern: RegExp, year: number, quarter: number])[] = [
  [/^(20\d\d)[\s/-]*q([1-4])$/i, 1, 2],
  [/^q([1-4])[\s/-]*(20\d\d)$/i, 2, 1],
  [/^(20\d\d)\s*年\s*第?\s*([1-4])\s*季度?$/, 1, 2],
]
/** The first of a month is that month: a spreadsheet's dates have a day. */
const MONTH = /^(20\d\d)(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]0?1|\s*月)?$/

/** "2027 Q3", "Q3 2027", "2027/7" and "2027-07-01" as a plan keeps them (`2027Q3`, `2027-07`); other texts stay. */
export function readDate(text: string): string {
  for (const [pattern, year, quarter] of QUARTERS) {
    const found = pattern.exec(text)
    if (found) return `${found[year]}Q${found[quarter]}`
  }
  const [, year, month = ''] = MONTH.exec(text) ?? []
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}`
}
