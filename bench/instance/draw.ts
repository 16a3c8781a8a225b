import { uniform } from '../../src/engine/audit/year/random.ts'

/** Draws from one stream of numbers; the same seed gives the same draws on every machine. */
export interface Draw {
  /** Between two numbers, rounded to so many digits after the point. */
  readonly between: (least: number, most: number, digits?: number) => number
  readonly oneOf: <T>(choices: readonly [T, ...T[]]) => T
  /** True in this share of the draws. */
  readonly chance: (share: number) => boolean
}

export function drawFrom(seed: number): Draw {
  const random = uniform(seed)
  return {
    between: (least, most, digits = 2) => Number((least + (most - least) * random()).toFixed(digits)),
    oneOf: (choices) => choices[Math.floor(random() * choices.length)] ?? choices[0],
    chance: (share) => random() < share,
  }
}
