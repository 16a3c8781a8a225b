import type { RunOutcome } from '../../problem/run.ts'
import type { Box } from '../decisions/propagate.ts'
import type { SavedBasis } from '../relaxation/savedBasis.ts'

/** A plan that satisfies every row of the full problem. */
export interface Priced {
  readonly plan: RunOutcome
  /** Whole structure, by position. */
  readonly structure: Float64Array
  /** What it would cost with racks continuous. */
  readonly continuousMusd: number
  /** Duals with phases, openings and plant fixed and racks continuous: what one more MW or rack is worth here. */
  readonly rowDuals: Float64Array
  /** Where the solver stood with those, from where the structure is priced anew after an edit. */
  readonly basis: SavedBasis | null
}

/** A whole structure with what it costs in a guide, and where the solver stood with it. */
export interface Draft {
  readonly whole: Box
  readonly musd: number
  readonly basis: SavedBasis | null
}

/** The structure of a plan before an edit, as far as there is room for it. */
export interface Start {
  readonly box: Box
  /** Where the solver stood with it. */
  readonly basis: SavedBasis | null
  /** Values of the plan, by column, whose racks are tried first; null where columns are others now. */
  readonly values: Float64Array | null
}
