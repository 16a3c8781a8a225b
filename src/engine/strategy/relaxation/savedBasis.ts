import type { PickedProblem } from '../../problem/pickProblem.ts'
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
