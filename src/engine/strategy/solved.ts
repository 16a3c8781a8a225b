import type { SolveProgress } from './progress.ts'

export interface SolveOptions {
  readonly gapShare: number
  readonly timeLimitS: number
  readonly seed?: number
  readonly onProgress?: (progress: SolveProgress) => void
  readonly isCancelled?: () => boolean
}

/** A plan that satisfies every row of the problem, with a proven bound; or why there is none. */
export type Solved =
  | {
      readonly kind: 'plan'
      readonly status: 'within-gap' | 'time-limit' | 'cancelled'
      readonly objectiveMusd: number
      readonly boundMusd: number
      readonly gapShare: number
      /** The gap that was asked for. */
      readonly gapAskedShare: number
      readonly timeS: number
      readonly values: Float64Array
      /** Duals with phases and plant as built and racks continuous: what one more MW or rack is worth. */
      readonly rowDuals: Float64Array
    }
  | { readonly kind: 'infeasible'; readonly timeS: number }
  | { readonly kind: 'no-plan'; readonly timeS: number }
