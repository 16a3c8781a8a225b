/** Shares of a class's tokens, mean of the horizon; they sum to 1. */
export interface TokenMix {
  readonly uncached: number
  readonly cached: number
  readonly output: number
}
