/** Seconds that stand for never: a queue at full load only grows. */
const NEVER_S = 1e9
/** A model takes at least so many calls at once, however small its share of a unit (estimate, grade C). */
const FEWEST_PLACES = 16
/** Places beyond which a larger pool waits no less: it is treated as this large at the same load. */
const MOST_PLACES = 5000

/**
 * Seconds that all but `lateShare` of the calls wait at most for a place (Erlang C: Poisson calls, exponential
 * holding times, first come first served).
 *
 *   C = B / (1 - rho (1 - B)),  B(k) = A B(k - 1) / (k + A B(k - 1)),  wait = ln(C / late) holding / (places - A)
 */
export function longestWaitS(load: number, places: number, holdingS: number, lateShare: number): number {
  if (load <= 0) return 0
  const rho = load / places
  if (rho >= 1) return NEVER_S
  const count = Math.min(MOST_PLACES, Math.max(FEWEST_PLACES, Math.ceil(places)))
  const offered = places > MOST_PLACES ? rho * count : load
  let blocked = 1
  for (let k = 1; k <= count; k++) blocked = (offered * blocked) / (k + offered * blocked)
  const waiting = blocked / (1 - rho * (1 - blocked))
  return waiting > lateShare ? (Math.log(waiting / lateShare) * holdingS) / (count - offered) : 0
}
