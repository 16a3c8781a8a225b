import Papa from 'papaparse'

/**
 * What a spreadsheet program would take for a formula if it stood in a cell alone; full-width signs and those behind
 * blanks too.
 */
export const FORMULA_LIKE = /^\s*[=+\-@\t\r＝＋－＠]/

/**
 * Rows as CSV (RFC 4180), the heads first, without an end after the last. Words that a spreadsheet program would take
 * for a formula get an apostrophe before them; numbers are numbers and stay as they are, in full precision.
 */
export function csvText(
  heads: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
  lineEnd: '\n' | '\r\n',
): string {
  return Papa.unparse(
    { fields: [...heads], data: rows.map((row) => [...row]) },
    { newline: lineEnd, escapeFormulae: FORMULA_LIKE },
  )
}
