import { MONTHS_PER_YEAR } from '../../../plan/calendar.ts'
import { readPurchaseLine } from '../../../plan/purchaseLine.ts'
import type { LayerName } from '../../../plan/result/cake.ts'
import type { CostLine } from '../../../plan/result/money.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { SECONDS_PER_HOUR, TOKENS_PER_MTOK, USD_PER_MUSD } from '../../../plan/units.ts'
import { sellPrice } from '../../derive/distribution/sellPrice.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { horizonYears, type Period } from '../../derive/periods.ts'
import { earlyAges, unitAsset } from '../../layers/accelerators/purchase.ts'
import { hallAsset } from '../../layers/aidc/facility.ts'
import { type Asset, type Instalment, instalments } from '../../layers/allLayers/capital.ts'
import { CONNECTION_MONTHS } from '../../layers/power/grid/gridService.ts'
import { paidLines } from './paidCosts.ts'

export type PaymentKind = 'revenue' | 'running' | 'capital' | 'returned'

export type AssetClass = 'servers' | 'buildings' | 'power'

/** What a lump sum buys; the same object in all of its payments. */
export interface BoughtAsset {
  readonly assetClass: AssetClass
  /** From the start of the horizon. */
  readonly serviceYears: number
}

/** Money that changes hands, not discounted. */
export interface Payment {
  readonly kind: PaymentKind
  readonly layer: LayerName
  /** Name of the cost line, or the class that pays. */
  readonly name: string
  /** From the start of the horizon; below 0 before it. */
  readonly years: number
  /** Received above 0, paid below. */
  readonly musd: number
  /** Absent: nothing is bought, or it is paid as an annuity. */
  readonly asset?: BoughtAsset
  /** Comes back as it was paid. */
  readonly isDeposit?: true
}

const ROOMS_LINE = 'Rooms and phases'
const PLANT_LINE = 'Plant '

/**
 * Every paid cost line taken back to the payments behind its present value:
 *
 *   running   present value / discount of its period
 *   capital   present value / capital factor (see layers/allLayers/capital.ts), dated by its instalments: the order, and what
 *             comes back when it is sold or the horizon ends
 */
export function costPayments(inputs: Inputs, costs: PlanResult['costs']): Payment[] {
  return paidLines({ costs }).flatMap((line) =>
    inputs.periods.flatMap((period): Payment[] => {
      const musd = line.byPeriodMusd[period.index] ?? 0
      if (musd === 0) return []
      const own = { layer: line.layer, name: line.name, ...boughtBy(inputs, line, period) }
      const dated = datesOf(inputs, line, period)
      if (!dated)
        return [
          {
            layer: line.layer,
            name: line.name,
            kind: 'running',
            years: period.paidYears,
            musd: -musd / period.discount,
          },
        ]
      const rate = inputs.plan.finance.discountRatePerYear
      const factor = dated.reduce((sum, { share, years }) => sum + share * (1 + rate) ** -years, 0)
      return dated.map(({ share, years }) => ({
        ...own,
        kind: share < 0 ? ('returned' as const) : ('capital' as const),
        years,
        musd: (-musd / factor) * share,
      }))
    }),
  )
}

const DEPOSIT_LINE = 'Interest lost on the grid deposit'
const GRID_LINES = ['Grid connection', 'Interconnection study']

/** The asset behind the lump sums of a line, or that they are a deposit; nothing for annuities. */
function boughtBy(
  { plan }: Inputs,
  { name }: CostLine,
  period: Period,
): Pick<Payment, 'asset' | 'isDeposit'> {
  if (name === DEPOSIT_LINE) return { isDeposit: true }
  const isGrid = GRID_LINES.includes(name)
  if (plan.finance.capital === 'annuity' && !isGrid) return {}
  const assetClass =
    isGrid || name.startsWith(PLANT_LINE) ? 'power' : name === ROOMS_LINE ? 'buildings' : 'servers'
  return { asset: { assetClass, serviceYears: period.paidYears } }
}

/** When one dollar of a line of a period changes hands; undefined: with the other bills of the period. */
function datesOf(inputs: Inputs, line: CostLine, period: Period): readonly Instalment[] | undefined {
  const early = inputs.plan.finance.capitalPaid === 'at-order' ? CONNECTION_MONTHS / MONTHS_PER_YEAR : 0
  const connected: Instalment = { years: period.paidYears - early, share: 1 }
  switch (line.name) {
    case 'Grid connection':
      return [connected]
    case DEPOSIT_LINE:
      return [connected, { years: horizonYears(inputs.periods), share: -1 }]
    case 'Interconnection study':
      return [{ years: 0, share: 1 }]
    default: {
      const asset = assetOf(inputs, line, period)
      return asset && instalments(inputs, asset, period)
    }
  }
}

/** The asset that a line buys; undefined: it buys none. */
function assetOf(inputs: Inputs, { name, siteId }: CostLine, period: Period): Asset | undefined {
  const siteIndex = inputs.plan.sites.findIndex((site) => site.id === siteId)
  if (name === ROOMS_LINE) return hallAsset(inputs, siteIndex)
  if (name.startsWith(PLANT_LINE)) {
    const id = name.slice(PLANT_LINE.length)
    const energy = inputs.energy[siteIndex]
    return [...(energy?.sources ?? []), ...(energy?.storages ?? [])].find((own) => own.id === id)
  }
  const line = readPurchaseLine(name)
  const accelerator = inputs.plan.accelerators.find((own) => own.id === line?.acceleratorId)
  if (!line || !accelerator) return undefined
  const early = earlyAges(accelerator).find((age) => age.years === line.soldAtYears)
  return unitAsset(inputs, accelerator, period, early)
}

/** What the served tokens bring, by class and period; null where nothing is sold, or a class that is served has no price. */
export function revenuePayments(inputs: Inputs, flows: PlanResult['flows']): Payment[] | null {
  const { plan, periods, classes, tokenMix } = inputs
  const seconds = inputs.slices.reduce((sum, slice) => sum + slice.hoursPerPeriod, 0) * SECONDS_PER_HOUR
  const payments: Payment[] = []
  const served = Map.groupBy(flows, (flow) => `${flow.period} ${flow.classId}`)
  for (const period of periods)
    for (const [index, { id }] of classes.entries()) {
      const tokS = (served.get(`${period.label} ${id}`) ?? []).reduce((sum, flow) => sum + flow.tokS, 0)
      if (tokS <= 0) continue
      const usd = sellPrice(plan, id, tokenMix[index]!, period).usdPerMTok
      if (usd === null) return null
      const musd = ((tokS / TOKENS_PER_MTOK) * seconds * usd) / USD_PER_MUSD
      payments.push({ kind: 'revenue', layer: 'agents', name: id, years: period.paidYears, musd })
    }
  return payments.length > 0 ? payments : null
}
