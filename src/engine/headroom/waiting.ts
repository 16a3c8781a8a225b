/** Half the sum of the squared coefficients of variation of arrivals and holding times (measured traces, grade B). */
export const VARIABILITY = 1.5

/**
 * Mean wait over mean holding time of `servers` places at a utilisation (Sakasegawa's approximation for G/G/k):
 *
 *   Wq / S = V u^(sqrt(2 (k + 1)) - 1) / (k (1 - u))
 */
export function waitPerHolding(servers: number, utilisation: number, variability = VARIABILITY): number {
  if (utilisation <= 0) return 0
  if (utilisation >= 1) return Number.POSITIVE_INFINITY
  return (variability * utilisation ** (Math.sqrt(2 * (servers + 1)) - 1)) / (servers * (1 - utilisation))
}

const HALVINGS = 60

/** Highest utilisation of so many places at which the mean wait stays below a share of the holding time. */
export function utilisationCap(servers: number, waitShare: number, variability = VARIABILITY): number {
  let low = 0
  let high = 1
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (low + high) / 2
    if (waitPerHolding(servers, middle, variability) <= waitShare) low = middle
    else high = middle
  }
  return low
}

/** Fewest places (not whole) for a load of so many calls in progress, at the same target. */
export function placesFor(load: number, waitShare: number, variability = VARIABILITY): number {
  const isEnough = (places: number) => waitPerHolding(places, load / places, variability) <= waitShare
  let low = load
  let high = load + 1
  while (!isEnough(high)) high = load + 2 * (high - load)
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (low + high) / 2
    if (isEnough(middle)) high = middle
    else low = middle
  }
  return high
}
