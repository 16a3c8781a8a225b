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
    const terms: Term[] = []
    for (let k = whole.rowStarts[row]!; k < whole.rowStarts[row + 1]!; k++) {
      const column = columnAt[whole.indices[k]!]!
      if (column >= 0) terms.push([whole.values[k]!, column as Column])
    }
    problem.constrain(
      whole.rowNames[row]!,
      whole.rowUnits[row]!,
      terms,
      whole.rowLower[row]!,
      whole.rowUpper[row]!,
    )
  })
  return { problem, columns, rows, columnAt, rowAt }
}
