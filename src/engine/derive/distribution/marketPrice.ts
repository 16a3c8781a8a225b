import { firstDayOf, yearsFrom } from '../../../plan/priceDates.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Period } from '../periods.ts'

type Distribution = Plan['distribution']
export type Lease = Distribution['leases'][number]
export type Sale = Distribution['sales'][number]
export type Move = Distribution['market']['moves'][number]

/** What a price of one period is made of. */
export interface PriceMaking {
  /** Day, month or quarter from which the price that holds is said; null: from the start of the horizon. */
  readonly from: string | null
  /** Field of the plan that says it, with ids; undefined: the catalog does. */
  readonly path: string | undefined
  /** Its own change a year, and the years since it holds. */
  readonly changePerYear: number
  readonly years: number
  /** Moves of the market that hold in the period, each with what it multiplies the price by. */
  readonly moves: readonly MoveFactor[]
  /** All of it together: the price of the period over the one that is said. */
  readonly factor: number
}

export interface MoveFactor {
  readonly move: Move
  readonly factor: number
}

/** A price of one period and how it comes about. */
export interface MarketPrice {
  readonly usd: number
  /** As it is said, before it changes. */
  readonly saidUsd: number
  readonly making: PriceMaking
}

/** A price as the plan or the catalog says it. */
export interface SaidPrice<T> {
  readonly price: T
  readonly from: string | null
  readonly path: string | undefined
}

interface DatedRow {
  readonly from: string
}

/** The last row of a history that holds on the first day of the period; undefined: none does yet. */
export function rowInForce<T extends DatedRow>(rows: readonly T[], period: Period): T | undefined {
  const day = firstDayOf(period.label)
  return rows
    .toSorted((a, b) => (firstDayOf(a.from) < firstDayOf(b.from) ? -1 : 1))
    .findLast((row) => firstDayOf(row.from) <= day)
}

/**
 * How a price that is said becomes that of a period:
 *
 *   factor = (1 + g)^y  x  product over moves m of the market  (1 + s_m) (1 + g_m)^y_m
 *
 * y, y_m: years from the day of the price or move, or from the start of the horizon where that is later, to the middle
 * of the period, of a move at most to its last day. A price or a move holds for the periods that begin on its day or
 * later. `market`: the side and goods whose moves bear on the price; null: none do.
 */
export function makePrice(
  plan: Plan,
  period: Period,
  said: Omit<SaidPrice<unknown>, 'price'>,
  changePerYear: number,
  market: readonly [side: Move['side'], goods: Exclude<Move['goods'], 'all'>] | null,
): PriceMaking {
  const years = period.midYears - yearsIntoHorizon(plan, said.from)
  const moves = movesAt(plan, period).filter(
    ({ move }) =>
      market !== null && move.side === market[0] && (move.goods === 'all' || move.goods === market[1]),
  )
  const factor = moves.reduce((product, own) => product * own.factor, (1 + changePerYear) ** years)
  return { from: said.from, path: said.path, changePerYear, years, moves, factor }
}

function movesAt(plan: Plan, period: Period): MoveFactor[] {
  const { applies, moves } = plan.distribution.market
  if (!applies) return []
  const day = firstDayOf(period.label)
  return moves
    .filter((move) => firstDayOf(move.from) <= day)
    .map((move) => {
      const end =
        move.until === undefined
          ? period.midYears
          : Math.min(period.midYears, yearsIntoHorizon(plan, move.until))
      const years = Math.max(0, end - yearsIntoHorizon(plan, move.from))
      return { move, factor: (1 + move.stepShare) * (1 + move.changePerYear) ** years }
    })
}

/** Years from the start of the horizon to a day; 0 where it lies before, or where none is said. */
function yearsIntoHorizon({ horizon }: Plan, label: string | null): number {
  return label === null ? 0 : Math.max(0, yearsFrom(firstDayOf(horizon.start), firstDayOf(label)))
}

/** Of a history the row that holds in a period, else what is said without a day. */
function saidIn<K extends string>(
  rows: readonly ({ readonly from: string } & Readonly<Record<K, number>>)[],
  listPath: string,
  field: K,
  base: { readonly price: number; readonly path: string },
  period: Period,
): SaidPrice<number> {
  const row = rowInForce(rows, period)
  if (!row) return { ...base, from: null }
  return { price: row[field], from: row.from, path: `${listPath}[${rows.indexOf(row)}].${field}` }
}

const priced = (said: SaidPrice<number>, making: PriceMaking): MarketPrice => ({
  usd: said.price * making.factor,
  saidUsd: said.price,
  making,
})

/** USD an hour of an accelerator of a lease; a block keeps that of the period in which it begins. */
export function leasePrice(plan: Plan, lease: Lease, period: Period): MarketPrice {
  const at = `distribution.leases[${lease.id}]`
  const base = { price: lease.usdPerAccelH, path: `${at}.usdPerAccelH` }
  const said = saidIn(lease.prices, `${at}.prices`, 'usdPerAccelH', base, period)
  return priced(said, makePrice(plan, period, said, lease.priceChangePerYear, ['buy', 'accelerators']))
}

/** What a market pays for a million tokens or for an hour of an accelerator, before it keeps its share. */
export function salePrice(plan: Plan, sale: Sale, period: Period): MarketPrice {
  const at = `distribution.sales[${sale.id}]`
  const said = saidIn(sale.prices, `${at}.prices`, 'usd', { price: sale.usd, path: `${at}.usd` }, period)
  const goods = sale.kind === 'tokens' ? 'tokens' : 'accelerators'
  return priced(said, makePrice(plan, period, said, sale.priceChangePerYear, ['sell', goods]))
}

/** What letting an own accelerator brings an hour; null: the plan has no price for it then. */
export function letPrice(plan: Plan, period: Period): MarketPrice | null {
  const { computeUsdPerAccelH, computePrices, computeChangePerYear } = plan.distribution.sellPrices
  const at = 'distribution.sellPrices'
  const base = { price: computeUsdPerAccelH ?? Number.NaN, path: `${at}.computeUsdPerAccelH` }
  const said = saidIn(computePrices, `${at}.computePrices`, 'usdPerAccelH', base, period)
  if (Number.isNaN(said.price)) return null
  return priced(said, makePrice(plan, period, said, computeChangePerYear, ['sell', 'accelerators']))
}
