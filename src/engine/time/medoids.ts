/** A day as one point: all hours of all series. */
export type DayVector = Float64Array

export function distance(a: DayVector, b: DayVector): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2
  return Math.sqrt(sum)
}

/** Swaps end when none is better by more than this share. */
const LEAST_GAIN = 1e-9

/**
 * k-medoids by partitioning around medoids: points are added one by one where they shorten all ways most, then
 * exchanged while that helps. Deterministic: equal candidates are taken in their order.
 */
export function medoids(points: readonly DayVector[], k: number): number[] {
  const far = points.map((a) => Float64Array.from(points, (b) => distance(a, b)))
  const chosen: number[] = []
  while (chosen.length < k) {
    const free = [...points.keys()].filter((point) => !chosen.includes(point))
    chosen.push(best(free, (point) => cost(far, [...chosen, point])))
  }
  let current = cost(far, chosen)
  for (;;) {
    const swap = bestSwap(far, chosen)
    if (!swap || swap.cost >= current * (1 - LEAST_GAIN)) return chosen
    chosen[swap.slot] = swap.point
    current = swap.cost
  }
}

function bestSwap(
  far: readonly Float64Array[],
  chosen: readonly number[],
): { readonly slot: number; readonly point: number; readonly cost: number } | undefined {
  let found: { slot: number; point: number; cost: number } | undefined
  for (let slot = 0; slot < chosen.length; slot++) {
    const others = chosen.filter((_, i) => i !== slot)
    const kept = far.map((row) =>
      others.reduce((least, own) => Math.min(least, row[own]!), Number.POSITIVE_INFINITY),
    )
    for (let point = 0; point < far.length; point++) {
      const row = far[point]!
      let sum = 0
      for (let i = 0; i < far.length; i++) sum += Math.min(kept[i]!, row[i]!)
      if (!found || sum < found.cost) found = { slot, point, cost: sum }
    }
  }
  return found
}

function cost(far: readonly Float64Array[], chosen: readonly number[]): number {
  let sum = 0
  for (const row of far) {
    let least = Number.POSITIVE_INFINITY
    for (const own of chosen) least = Math.min(least, row[own]!)
    sum += least
  }
  return sum
}

function best(candidates: Iterable<number>, value: (candidate: number) => number): number {
  let found = 0
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const own = value(candidate)
    if (own < least) {
      least = own
      found = candidate
    }
  }
  return found
}
