/** Money at a time, received above 0 and paid below. */
export interface DatedMoney {
  readonly years: number
  readonly musd: number
}

/** The rate at which payments are worth nothing today, or why there is none. */
export type RateOfReturn =
  | { readonly kind: 'rate'; readonly perYear: number }
  /** Nothing is ever paid, or nothing ever received; no rate in reach; more than one rate. */
  | { readonly kind: 'one-sign' | 'no-root' | 'several' }

/** Growth a year between which rates are looked for: -95 % to +3,900 %. */
const LEAST_GROWTH = 0.05
const MOST_GROWTH = 40
const STEPS = 600
const HALVINGS = 200

/** sum of money x (1 + rate)^-years, million USD. */
export function presentValue(money: readonly DatedMoney[], ratePerYear: number): number {
  return money.reduce((sum, { years, musd }) => sum + musd * (1 + ratePerYear) ** -years, 0)
}

/**
 * Internal rate of return: the root of {@link presentValue} over the rate. Looked for on a grid of growth factors and
 * halved to the last bit; where the sign changes more than once no single rate is the answer and none is given.
 */
export function rateOfReturn(money: readonly DatedMoney[]): RateOfReturn {
  const isPaid = money.some(({ musd }) => musd < 0)
  const isReceived = money.some(({ musd }) => musd > 0)
  if (!isPaid || !isReceived) return { kind: 'one-sign' }
  const growth = (step: number) => LEAST_GROWTH * (MOST_GROWTH / LEAST_GROWTH) ** (step / STEPS)
  const roots: number[] = []
  for (let step = 0; step < STEPS; step++) {
    const [low, high] = [growth(step), growth(step + 1)]
    const [below, above] = [presentValue(money, low - 1), presentValue(money, high - 1)]
    if (below === 0) roots.push(low)
    else if (below * above < 0) roots.push(halve(money, low, high, below))
  }
  if (roots.length > 1) return { kind: 'several' }
  return roots.length === 0 ? { kind: 'no-root' } : { kind: 'rate', perYear: roots[0]! - 1 }
}

function halve(money: readonly DatedMoney[], from: number, to: number, atFrom: number): number {
  let [low, high] = [from, to]
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (presentValue(money, middle - 1) * atFrom > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
