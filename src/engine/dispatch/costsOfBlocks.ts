import { planCatalog } from '../../catalog/planCatalog.ts'
import { listPeriods } from '../derive/periods.ts'
import { sitePower } from '../derive/power/sitePower.ts'
import { listSlices } from '../derive/slices.ts'
import { gridTco2PerMwh, powerSlicesOf, spotUsdPerMwh } from '../layers/power/context.ts'
import type { DayQuestion } from './siteDay.ts'

/** What a block of hours of a solved period draws and costs: the spot price of its energy with carbon, and fuel. */
export interface BlockCost {
  /** Its place among the blocks of the site. */
  readonly block: number
  /** Drawn from the grid. */
  readonly drawnMwh: number
  readonly usdPerMwh: number
  readonly drawnUsd: number
  /** Fuel of own plant with its carbon. */
  readonly fuelUsd: number
}

/** Blocks of a period that have hours, as the result has them. */
export function costsOfBlocks({
  plan,
  catalog: shipped,
  result,
  siteId,
  period,
}: Omit<DayQuestion, 'dayType' | 'representative'>): BlockCost[] {
  const catalog = planCatalog(plan, shipped)
  const site = plan.sites.find((own) => own.id === siteId)!
  const build = result.builds.find((own) => own.siteId === siteId && own.period === period)!
  const periods = listPeriods(plan)
  const t = result.periods.indexOf(period)
  const slices = listSlices(plan)
  const s = plan.sites.indexOf(site)
  const { energy: all } = sitePower(plan, catalog, periods, slices)
  const energy = all[s]!
  const carbonUsd = plan.finance.carbonUsdPerTonne
  const grid = { inputs: { periods }, site, energy }
  const blocks = powerSlicesOf({ energy: all, slices, periods }, s)
  return blocks.flatMap(({ index, loadIndex, hoursIn, day }): BlockCost[] => {
    const hours = hoursIn[t]!
    if (hours <= 0) return []
    const own = build.dayBlocks.find((one) => one.day === day && one.slice === loadIndex)
    const isOfDay = day !== undefined
    const drawnMw = (isOfDay ? own?.drawnMw : build.drawnMwBySlice[index]) ?? 0
    const generatedMw = (id: string): number =>
      (isOfDay ? own?.generatedMw[id] : build.generatedMwBySlice[id]?.[index]) ?? 0
    const usdPerMwh = spotUsdPerMwh(grid, t, index) + gridTco2PerMwh(grid, t, index) * carbonUsd
    const fuelUsd = energy.sources.reduce((usd, { id, variableUsdPerMwh, tco2PerMwh }) => {
      return usd + hours * (variableUsdPerMwh + tco2PerMwh * carbonUsd) * generatedMw(id)
    }, 0)
    const drawnMwh = hours * drawnMw
    return [{ block: index, drawnMwh, usdPerMwh, drawnUsd: drawnMwh * usdPerMwh, fuelUsd }]
  })
}
