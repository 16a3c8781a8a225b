/** How long and how far a run of the solver may go. */
export interface SolveLimits {
  readonly gapShare?: number
  readonly timeLimitS?: number
  readonly seed?: number
  /** By the primal simplex: fast from a basis that is feasible already, as that of the same with fewer columns. */
  readonly isPrimal?: boolean
  /** A linear run ends once nothing can cost less. */
  readonly cutoff?: number | undefined
  /** Iterations of the simplex after which a linear run ends. */
  readonly iterations?: number
  /** Called from within the solver; answer true to interrupt it. */
  readonly onProgress?: (progress: { incumbent: number | null; bound: number | null }) => boolean
}

/** How a run of the solver ended; `above` its cutoff; `unknown` and errors are `failed`, never a plan. */
export type RunStatus = 'optimal' | 'above' | 'limit' | 'interrupted' | 'infeasible' | 'failed'

/** What a run of the solver found, by column and row of the problem it ran on. */
export interface RunOutcome {
  readonly status: RunStatus
  readonly hasSolution: boolean
  readonly objective: number
  /** Proven lower bound on the objective. */
  readonly bound: number
  readonly values: Float64Array
  readonly rowDuals: Float64Array
  /** Reduced costs; zeros after a mixed-integer run. */
  readonly columnDuals: Float64Array
}

/** Values of the bound at which each column or row stands, between which its price holds. */
interface Range {
  readonly from: Float64Array
  readonly to: Float64Array
}

/** How far each bound may move before another basis is optimal. */
export interface BoundRanges {
  readonly columns: Range
  readonly rows: Range
}

/** Status of each column and row, as HiGHS numbers them. */
export interface Basis {
  readonly columns: Int8Array
  readonly rows: Int8Array
}
/** HiGHS' numbers of a status. */
export const AT_LOWER = 0
export const BASIC = 1
