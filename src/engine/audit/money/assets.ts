import type { Plan } from '../../../plan/schema/plan.ts'
import type { Audited } from '../audited.ts'
import { yearsIn } from '../calendar.ts'
import { lineKey, type Payment } from './ledger.ts'

/** Something that was bought at once, in US dollars and years from the start of the horizon. */
export interface Asset {
  readonly paidAt: number
  readonly priceUsd: number
  readonly servesFrom: number
  readonly lifeYears: number
  /** When it is sold or given back; undefined: it is not. */
  readonly soldAt: number | undefined
}

const EPSILON = 1e-9
/** The tables of MACRS: twice the straight line up to ten years of life, one and a half times it up to 27, then straight. */
const DOUBLE_TO_YEARS = 10
const DECLINES_TO_YEARS = 27

export function horizonOf(plan: Plan): number {
  return plan.horizon.periods * yearsIn(plan)
}

/** Years of the plan that are taxed, the last perhaps a part of one. */
export function countYears(plan: Plan): number {
  return Math.ceil(horizonOf(plan) - EPSILON)
}

/** The year in which money moves: where bills are paid at the end of their period, the end of a year is still in it. */
export function yearOf(plan: Plan, years: number): number {
  const own =
    plan.finance.discounting === 'end-of-period'
      ? Math.ceil(years - EPSILON) - 1
      : Math.floor(years + EPSILON)
  return Math.min(countYears(plan) - 1, Math.max(0, own))
}

const CONNECTED = /^(Grid connection|Interconnection study)$/

/** Whether a payment buys something, or is what comes back for it; rents of annuities buy nothing. */
export function isBought({ finance }: Plan, { name }: Payment): boolean {
  if (CONNECTED.test(name)) return true
  return (
    finance.capital !== 'annuity' && /^(Purchase |Switches and optics |Plant |Rooms and phases$)/.test(name)
  )
}

function classOf(name: string): 'servers' | 'buildings' | 'power' {
  if (name === 'Rooms and phases') return 'buildings'
  return CONNECTED.test(name) || name.startsWith('Plant ') ? 'power' : 'servers'
}

/** Each line of each period is one asset: what is paid for it, and when it comes back. */
export function listAssets(
  { plan, catalog }: Pick<Audited, 'plan' | 'catalog'>,
  bought: readonly Payment[],
  serves: (t: number) => number,
): Asset[] {
  const { lifeYears } = plan.finance.tax
  return [...Map.groupBy(bought, (own) => `${lineKey(own)} ${own.t}`).values()].flatMap((own) => {
    const [first] = own.filter(({ usd }) => usd > 0)
    if (!first) return []
    const kind = classOf(first.name)
    return [
      {
        paidAt: first.years,
        priceUsd: own.reduce((sum, { usd }) => sum + Math.max(0, usd), 0),
        servesFrom: serves(first.t),
        lifeYears:
          lifeYears[kind] ?? catalog.depreciation_lives.find(({ id }) => id === kind)?.lifeYears ?? 1,
        soldAt: own.find(({ usd }) => usd < 0)?.years,
      },
    ]
  })
}

/** USD of an asset that a year writes off; the year that it is sold in writes off all that is left. */
export function writtenInUsd(plan: Plan, asset: Asset, year: number): number {
  const sold = asset.soldAt === undefined ? Number.POSITIVE_INFINITY : yearOf(plan, asset.soldAt)
  if (year > sold) return 0
  const after = year === sold ? 1 : writtenBy(plan, asset, year + 1)
  return asset.priceUsd * (after - writtenBy(plan, asset, year))
}

/** Share of a price that is written off by the begin of a year. */
function writtenBy(plan: Plan, { servesFrom, lifeYears }: Asset, year: number): number {
  const end = horizonOf(plan)
  if (plan.finance.tax.depreciation === 'straight-line' || lifeYears > DECLINES_TO_YEARS)
    return Math.min(1, Math.max(0, Math.min(year, end) - servesFrom) / lifeYears)
  const whole = Math.floor(Math.min(year, end) + EPSILON)
  const first = yearOf(plan, servesFrom)
  const share = (years: number) => 1 - bookAfter(lifeYears, Math.max(0, years - first))
  const part = Math.min(year, end) - whole
  return share(whole) + part * (share(whole + 1) - share(whole))
}

/**
 * Book value after so many calendar years, the first of them half a one: the declining balance, and from the year in which
 * an even share of what is left is larger, those even shares.
 */
function bookAfter(lifeYears: number, years: number): number {
  const rate = (lifeYears <= DOUBLE_TO_YEARS ? 2 : 1.5) / lifeYears
  if (years === 0) return 1
  const declined = (after: number) => Math.max(0, 1 - rate / 2) * Math.max(0, 1 - rate) ** (after - 1)
  // After n years lifeYears + 1/2 - n are left.
  const left = (after: number) => lifeYears + 0.5 - after
  let turn = 1
  while (left(turn) > 0 && 1 / left(turn) < rate) turn++
  if (years <= turn) return declined(years)
  return declined(turn) * Math.max(0, 1 - (years - turn) / left(turn))
}
