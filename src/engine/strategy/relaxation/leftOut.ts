import { type PickedProblem, pickProblem } from '../../problem/pickProblem.ts'
import type { Problem } from '../../problem/problem.ts'
import type { FleetBlock } from './fleetPricing.ts'

/** 1 for each column and row that is no part of the model. */
interface LeftOut {
  readonly columns: Uint8Array
  readonly rows: Uint8Array
}

/** The problem without the fleets that are out. */
export function pickFleets(
  whole: Problem,
  blocks: readonly FleetBlock[],
  isOut: readonly boolean[],
): PickedProblem {
  return pickProblem(whole, leftOut(whole, blocks, isOut))
}

/** Columns and rows of the fleets that are out. */
export function leftOut(whole: Problem, blocks: readonly FleetBlock[], isOut: readonly boolean[]): LeftOut {
  const columns = new Uint8Array(whole.columnNames.length)
  const rows = new Uint8Array(whole.rowNames.length)
  blocks.forEach((block, k) => {
    if (!isOut[k]) return
    for (const column of block.columns) columns[column] = 1
    for (const row of block.rows) rows[row] = 1
  })
  return { columns, rows }
}

/** Rows of which no column is left and which 0 satisfies are left out too. */
export function leaveEmptyRows(
  { rowStarts, indices, rowLower, rowUpper }: Problem,
  { columns, rows }: LeftOut,
): void {
  const isEmpty = (row: number) => {
    for (let k = rowStarts[row]!; k < rowStarts[row + 1]!; k++) if (columns[indices[k]!] === 0) return false
    return rowLower[row]! <= 0 && rowUpper[row]! >= 0
  }
  rows.forEach((own, row) => {
    if (own === 0 && isEmpty(row)) rows[row] = 1
  })
}
