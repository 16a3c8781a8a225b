interface Proven {
  readonly objectiveMusd: number
  readonly boundMusd: number
}

interface Forced {
  /** Million USD, present value; null: there is no plan with it. */
  readonly costMusd: number | null
  /** What the gaps of the two plans leave open. */
  readonly leastMusd: number
  readonly mostMusd: number
}

/**
 * What a forced decision costs. Forcing can only make the best plan dearer, so it costs at least nothing and at least
 * the forced plan's bound less the plan, at most the forced plan less the plan's bound.
 */
export function costOfForcing(base: Proven, { metrics }: { readonly metrics: Proven | null }): Forced {
  if (!metrics) return { costMusd: null, leastMusd: 0, mostMusd: Number.POSITIVE_INFINITY }
  return {
    costMusd: metrics.objectiveMusd - base.objectiveMusd,
    leastMusd: Math.max(0, metrics.boundMusd - base.objectiveMusd),
    mostMusd: metrics.objectiveMusd - base.boundMusd,
  }
}
