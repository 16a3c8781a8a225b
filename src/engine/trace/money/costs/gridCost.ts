import { MONTHS_PER_YEAR } from '../../../../plan/calendar.ts'
import type { SiteBuild } from '../../../../plan/result/siteBuild.ts'
import type { Site } from '../../../../plan/schema/site.ts'
import { KW_PER_MW } from '../../../../plan/units.ts'
import { discountAt } from '../../../derive/periods.ts'
import { gridTco2PerMwh, musdThrough, spotUsdPerMwh } from '../../../layers/power/context.ts'
import { newFirmMw } from '../../../layers/power/grid/gridLimit.ts'
import { CONNECTION_MONTHS } from '../../../layers/power/grid/gridService.ts'
import { type TraceInput, toRef } from '../../trace.ts'
import { type At, factor, type Made } from './costPart.ts'

const powerPath = ({ site }: At, field: string): string => `sites[${site.id}].power.${field}`

/** MW of the grid that have to be connected: those that the site brings are. */
const connectedMw = (site: Site, build: SiteBuild | undefined): number =>
  build ? newFirmMw(site.power, build) + build.flexibleMw : 0

/** What is paid for megawatts that are connected in the period, M$. */
export function connectionCost(at: At): Made {
  const { c, period, site, build, before } = at
  const added = connectedMw(site, build) - connectedMw(site, before)
  const { connectionMusdPerMw } = site.power
  const early = c.plan.finance.capitalPaid === 'at-order' ? CONNECTION_MONTHS : 0
  const discount = discountAt(c.plan, period, early)
  return {
    formula: 'net-present-cost',
    inputs: [
      { word: 'added', value: added, unit: 'MW', ref: toRef('build', 'contractedMw', site.id, period.label) },
      {
        word: 'price',
        value: connectionMusdPerMw,
        unit: 'M$/MW',
        path: powerPath(at, 'connectionMusdPerMw'),
      },
      factor(discount),
    ],
    recomputed: added * connectionMusdPerMw * discount,
  }
}

/** Demand charge on the megawatts billed, M$. */
export function demandCharge(at: At): Made {
  const { period, site, build } = at
  const { demandChargeUsdPerKwMonth } = site.power
  return {
    formula: 'demand-charge',
    inputs: [
      {
        ...{ word: 'billedMw', value: build.billedMw, unit: 'MW' },
        ref: toRef('billed', site.id, period.label),
      },
      {
        ...{ word: 'demandCharge', value: demandChargeUsdPerKwMonth, unit: '$/kW month' },
        path: powerPath(at, 'demandChargeUsdPerKwMonth'),
      },
      { word: 'years', value: period.lengthYears, unit: 'years' },
      factor(period.discount),
    ],
    recomputed:
      (build.billedMw *
        KW_PER_MW *
        demandChargeUsdPerKwMonth *
        MONTHS_PER_YEAR *
        period.lengthYears *
        period.discount) /
      1e6,
  }
}

/** Energy of the grid with its carbon, M$. */
export function energyCost(at: At): Made {
  const { c, period, site, siteIndex, build } = at
  const energy = c.inputs.energy[siteIndex]!
  const { carbonUsdPerTonne } = c.plan.finance
  const t = period.index
  const slices = c.inputs.slices.map((slice, h) => {
    const usd =
      spotUsdPerMwh({ inputs: c.inputs, site, energy }, t, h) +
      gridTco2PerMwh({ energy }, t, h) * carbonUsdPerTonne
    const mw = build.drawnMwBySlice[h] ?? 0
    return { slice, usd, mw, musd: musdThrough(usd, slice.hoursPerPeriod, period) * mw }
  })
  const own = site.power.energyUsdPerMwh
  const price: TraceInput =
    own === undefined
      ? {
          ...{ word: 'price', value: energy.usdPerMwh, unit: '$/MWh' },
          cell: { table: 'regions', rowId: site.catalogRegionId, column: 'price_usd_mwh' },
        }
      : { word: 'price', value: own, unit: '$/MWh', path: powerPath(at, 'energyUsdPerMwh') }
  return {
    formula: 'energy-cost',
    inputs: [
      price,
      {
        ...{ word: 'priceChange', value: site.power.energyPriceChangePerYear, unit: 'share' },
        path: powerPath(at, 'energyPriceChangePerYear'),
      },
      {
        ...{ word: 'carbonPrice', value: carbonUsdPerTonne, unit: '$/t' },
        path: 'finance.carbonUsdPerTonne',
      },
      ...slices.flatMap(({ slice, usd, mw }): TraceInput[] => [
        { word: 'hours', of: slice.id, value: slice.hoursPerPeriod, unit: 'h' },
        { word: 'drawn', of: slice.id, value: mw, unit: 'MW' },
        { word: 'price', of: slice.id, value: usd, unit: '$/MWh' },
      ]),
      factor(period.discount),
    ],
    recomputed: slices.reduce((sum, { musd }) => sum + musd, 0),
  }
}
