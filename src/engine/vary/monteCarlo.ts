import type { SweepRow } from './task.ts'

export interface Spread {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly mean: number
}

/** One design over all draws. */
export interface DesignSpread {
  readonly designIndex: number
  readonly draws: number
  /** Draws in which it found no plan. */
  readonly failed: number
  readonly costMusd: Spread
  readonly levelisedUsdPerMTok: Spread
  readonly unservedShare: Spread
  /** Share of the draws with a shortage; draws without a plan count as one. */
  readonly shortageProbability: number
  /** Cost with penalties above the best design of the same draw, million USD: its mean, nine tenths of draws, its most. */
  readonly regretMusd: { readonly mean: number; readonly p90: number; readonly most: number }
}

export interface MonteCarloSummary {
  readonly designs: readonly DesignSpread[]
}

/** Rows are named `draw design`. */
export function monteCarloSummary(
  rows: readonly SweepRow[],
  designs: number,
  shortageShare: number,
): MonteCarloSummary {
  const bestOf = new Map<string, number>()
  for (const { id, metrics } of rows) {
    const draw = id.split(' ')[0]!
    if (metrics)
      bestOf.set(draw, Math.min(bestOf.get(draw) ?? Number.POSITIVE_INFINITY, metrics.objectiveMusd))
  }
  return {
    designs: Array.from({ length: designs }, (_, designIndex) => {
      const own = rows.filter(({ id }) => id.endsWith(` ${designIndex}`))
      const solved = own.flatMap(({ id, metrics }) => (metrics ? [{ draw: id.split(' ')[0]!, metrics }] : []))
      const regret = solved.map(({ draw, metrics }) => metrics.objectiveMusd - bestOf.get(draw)!)
      const short = solved.filter(({ metrics }) => metrics.unservedShare > shortageShare).length
      const failed = own.length - solved.length
      return {
        ...{ designIndex, draws: own.length, failed },
        costMusd: spreadOf(solved.map(({ metrics }) => metrics.netPresentCostMusd)),
        levelisedUsdPerMTok: spreadOf(solved.map(({ metrics }) => metrics.levelisedUsdPerMTok)),
        unservedShare: spreadOf(solved.map(({ metrics }) => metrics.unservedShare)),
        shortageProbability: own.length > 0 ? (short + failed) / own.length : 0,
        regretMusd: { mean: meanOf(regret), p90: percentile(regret, 0.9), most: Math.max(0, ...regret) },
      }
    }),
  }
}

export function spreadOf(values: readonly number[]): Spread {
  return {
    p10: percentile(values, 0.1),
    p50: percentile(values, 0.5),
    p90: percentile(values, 0.9),
    mean: meanOf(values),
  }
}

/** Between the ranks by a straight line. */
function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN
  const sorted = [...values].sort((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!]
  return low + (place - Math.floor(place)) * (high - low)
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, own) => sum + own, 0) / values.length
}
