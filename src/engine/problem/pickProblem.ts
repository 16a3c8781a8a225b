import { type Column, Problem, type Term } from './problem.ts'

/** A part of a problem as a problem of its own; the columns left out stand at 0. */
export interface PickedProblem {
  readonly problem: Problem
  /** By position in the part: the position in the whole. */
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  /** By position in the whole: the position in the part, or -1. */
  readonly columnAt: Int32Array
  readonly rowAt: Int32Array
}

/** The columns and rows for which `isOut` is 0, in their order. */
export function pickProblem(
  whole: Problem,
  isOut: { readonly columns: Uint8Array; readonly rows: Uint8Array },
): PickedProblem {
  const problem = new Problem()
  const columns = [...whole.columnNames.keys()].filter((column) => isOut.columns[column] === 0)
  const rows = [...whole.rowNames.keys()].filter((row) => isOut.rows[row] === 0)
  const columnAt = new Int32Array(whole.columnNames.length).fill(-1)
  const rowAt = new Int32Array(whole.rowNames.length).fill(-1)
  columns.forEach((column, at) => {
    columnAt[column] = at
    const [lower, upper, cost] = [whole.lower[column]!, whole.upper[column]!, whole.cost[column]!]
    const isInteger = whole.isInteger[column]!
    problem.variable(whole.columnNames[column]!, whole.columnUnits[column]!, {
      lower,
      upper,
      cost,
      isInteger,
    })
  })
  rows.forEach((row, at) => {
    rowAt[row] = at
    addRow(problem, whole, row, columnAt)
  })
  return { problem, columns, rows, columnAt, rowAt }
}

/** A part with so many of the whole's last rows, which have come in since. */
export function withLastRows(part: PickedProblem, whole: Problem, count: number): PickedProblem {
  const problem = part.problem.copy()
  const all = whole.rowNames.length
  const [rows, rowAt] = [part.rows.slice(), new Int32Array(all).fill(-1)]
  for (let row = all - count; row < all; row++) {
    rows.push(row)
    addRow(problem, whole, row, part.columnAt)
  }
  rows.forEach((row, at) => {
    rowAt[row] = at
  })
  return { ...part, problem, rows, rowAt }
}

/** A part without so many of its last rows, which are the whole's. */
export function withoutLastRows(part: PickedProblem, count: number): PickedProblem {
  const problem = part.problem.copy()
  const rows = part.rows.slice(0, part.rows.length - count)
  problem.truncateRows(rows.length)
  return { ...part, problem, rows, rowAt: part.rowAt.slice(0, part.rowAt.length - count) }
}

function addRow(problem: Problem, whole: Problem, row: number, columnAt: Int32Array): void {
  const terms: Term[] = []
  for (let k = whole.rowStarts[row]!; k < whole.rowStarts[row + 1]!; k++) {
    const column = columnAt[whole.indices[k]!]!
    if (column >= 0) terms.push([whole.values[k]!, column as Column])
  }
  const [lower, upper] = [whole.rowLower[row]!, whole.rowUpper[row]!]
  problem.constrain(whole.rowNames[row]!, whole.rowUnits[row]!, terms, lower, upper)
}
