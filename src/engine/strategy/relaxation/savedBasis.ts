import type { PickedProblem } from '../../problem/pickProblem.ts'
import type { Problem } from '../../problem/problem.ts'
import { AT_LOWER, BASIC, type Basis } from '../../problem/run.ts'

/** A basis with the part of the problem that it is of. */
export interface SavedBasis {
  readonly basis: Basis
  readonly part: PickedProblem
}

/** A basis of a part as one of the part there is now: what came in since keeps out of it. */
export function movedBasis({ basis, part }: SavedBasis, now: PickedProblem): Basis {
  if (part === now) return basis
  const moved = (own: readonly number[], at: Int32Array, status: Int8Array, otherwise: number) =>
    Int8Array.from(own, (index) => ((at[index] ?? -1) < 0 ? otherwise : status[at[index]!]!))
  return {
    columns: moved(now.columns, part.columnAt, basis.columns, AT_LOWER),
    rows: moved(now.rows, part.rowAt, basis.rows, BASIC),
  }
}

/**
 * A basis of a larger part as one of the part there is now. For each basic column that is not here a row is let go, one that it
 * stood in where there is one; undefined where more is basic than there are rows.
 */
export function narrowedBasis(
  saved: SavedBasis,
  now: PickedProblem,
  { rowStarts, indices }: Problem,
): Basis | undefined {
  const { columns, rows } = movedBasis(saved, now)
  let lacking = rows.length - countBasic(columns) - countBasic(rows)
  if (lacking < 0) return undefined
  const gone = new Set(
    saved.part.columns.filter((column, at) => saved.basis.columns[at] === BASIC && now.columnAt[column]! < 0),
  )
  const standsIn = (row: number) => {
    for (let k = rowStarts[row]!; k < rowStarts[row + 1]!; k++) if (gone.delete(indices[k]!)) return true
    return false
  }
  for (const isLetGo of [standsIn, () => true])
    for (let at = 0; at < rows.length && lacking > 0; at++) {
      if (rows[at] === BASIC || !isLetGo(now.rows[at]!)) continue
      rows[at] = BASIC
      lacking--
    }
  return { columns, rows }
}

function countBasic(status: Int8Array): number {
  return status.reduce((sum, own) => sum + Number(own === BASIC), 0)
}
