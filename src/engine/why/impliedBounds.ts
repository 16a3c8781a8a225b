import type { Problem } from '../problem/problem.ts'

/** Columns whose upper bound follows from a row: the row is the limit, its duals are not shared with the bound. */
const IMPLIED: ReadonlySet<string> = new Set(['bought', 'lease-begun', 'signed', 'flow', 'lease', 'unserved'])

/** Rows that follow from bounds once the whole number in them is fixed at one: the study covers the whole grid limit. */
const IMPLIED_ROWS: ReadonlySet<string> = new Set(['studied-first'])

/**
 * Upper bounds that may be lifted without changing the problem. A bound of zero says that something is not to be had
 * yet, or not allowed, which no row repeats.
 */
export function listImpliedBounds({ columnNames, upper }: Problem): number[] {
  return columnNames.flatMap((name, column) =>
    IMPLIED.has(prefixOf(name)) && upper[column]! > 0 ? [column] : [],
  )
}

export function listImpliedRows({ rowNames }: Problem): number[] {
  return rowNames.flatMap((name, row) => (IMPLIED_ROWS.has(prefixOf(name)) ? [row] : []))
}

/** What stands before the first dot: the kind of row or column. */
function prefixOf(name: string): string {
  return name.slice(0, name.indexOf('.'))
}
