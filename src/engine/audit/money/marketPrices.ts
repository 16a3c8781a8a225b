import type { Plan } from '../../../plan/schema/plan.ts'
import { listLabels, monthCount, yearsIn } from '../calendar.ts'
import { middleOf } from './ledger.ts'

type Distribution = Plan['distribution']
type Move = Distribution['market']['moves'][number]

/** A price with the month count at which it was said; absent: as the plan begins. */
export interface Quoted<T> {
  readonly quote: T
  readonly atMonth: number | undefined
}

/** Which moves of the market bear on a price. */
export interface Trade {
  readonly side: Move['side']
  readonly goods: Move['goods']
}

const MONTHS = 12

/** The youngest quote that is no younger than the begin of the period; else the one without a day. */
export function quoteAt<T extends { readonly from: string }>(
  plan: Plan,
  t: number,
  dated: readonly T[],
): Quoted<T> | undefined {
  const begins = monthCount(listLabels(plan)[t]!)
  let found: Quoted<T> | undefined
  for (const quote of dated) {
    const atMonth = monthCount(quote.from)
    if (atMonth <= begins + 1e-9 && atMonth >= (found?.atMonth ?? 0)) found = { quote, atMonth }
  }
  return found
}

/** What a price has become by the middle of a period: continuous growth, move by move, added up as logarithms. */
export function grownBy(
  plan: Plan,
  t: number,
  atMonth: number | undefined,
  changePerYear: number,
  trade: Trade | undefined,
): number {
  const start = monthCount(plan.horizon.start)
  const middle = start + middleOf(plan, t) * MONTHS
  const begins = start + t * yearsIn(plan) * MONTHS
  const spanYears = (from: number, to: number) => Math.max(0, to - Math.max(from, start)) / MONTHS
  let growth = Math.log1p(changePerYear) * spanYears(atMonth ?? start, middle)
  const { applies, moves } = plan.distribution.market
  for (const move of applies && trade ? moves : []) {
    const isOther = move.side !== trade!.side || (move.goods !== 'all' && move.goods !== trade!.goods)
    if (isOther || monthCount(move.from) > begins + 1e-9) continue
    const ends = move.until === undefined ? middle : Math.min(middle, monthCount(move.until))
    growth +=
      Math.log1p(move.stepShare) + Math.log1p(move.changePerYear) * spanYears(monthCount(move.from), ends)
  }
  return Math.exp(growth)
}

/** USD an hour of an accelerator of a lease in a period. */
export function leaseUsdPerHour(plan: Plan, lease: Distribution['leases'][number], t: number): number {
  const own = quoteAt(plan, t, lease.prices)
  const trade = { side: 'buy', goods: 'accelerators' } as const
  const grown = grownBy(plan, t, own?.atMonth, lease.priceChangePerYear, trade)
  return (own?.quote.usdPerAccelH ?? lease.usdPerAccelH) * grown
}

/** USD that a market pays in a period before it keeps its share. */
export function marketUsd(plan: Plan, sale: Distribution['sales'][number], t: number): number {
  const own = quoteAt(plan, t, sale.prices)
  const trade = { side: 'sell', goods: sale.kind === 'tokens' ? 'tokens' : 'accelerators' } as const
  return (own?.quote.usd ?? sale.usd) * grownBy(plan, t, own?.atMonth, sale.priceChangePerYear, trade)
}

/** Of its price for input where none is said for cached input. */
const CACHED_SHARE = 0.1

/** USD per million tokens of input, cached input and output at which a class sells in a period; null: at none. */
export function sellingPrices(plan: Plan, classId: string, t: number): [number, number, number] | null {
  const { prices, byClass, tokens, changePerYear } = plan.distribution.sellPrices
  const ofClass = quoteAt(
    plan,
    t,
    prices.filter((row) => row.classId === classId),
  )
  const ofAll = quoteAt(
    plan,
    t,
    prices.filter((row) => row.classId === undefined),
  )
  const isOwn = ofClass !== undefined || byClass[classId] !== undefined
  const dated = isOwn ? ofClass : ofAll
  const list = dated?.quote ?? (isOwn ? byClass[classId] : tokens)
  if (!list) return null
  const grown = grownBy(plan, t, dated?.atMonth, changePerYear, { side: 'sell', goods: 'tokens' })
  const cached = list.usdPerMCachedInput ?? list.usdPerMInput * CACHED_SHARE
  return [list.usdPerMInput * grown, cached * grown, list.usdPerMOutput * grown]
}
