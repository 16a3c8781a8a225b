import type { Problem } from './problem.ts'

/** Whether two problems have the same columns, rows and nonzeros, so that one may become the other in place. */
export function hasSameShape(a: Problem, b: Problem): boolean {
  return (
    isSame(a.columnNames, b.columnNames) &&
    isSame(a.rowNames, b.rowNames) &&
    isSame(a.isInteger, b.isInteger) &&
    isSame(a.rowStarts, b.rowStarts) &&
    isSame(a.indices, b.indices)
  )
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((own, index) => own === b[index])
}
