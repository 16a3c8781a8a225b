import { MONTHS_PER_YEAR, monthsPerPeriod } from '../../../plan/calendar.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'

/** Carbon and water of a site's year against its energy and its permits; the grid that all sites may have. */
export const ACCOUNT_TRACES: Readonly<Record<string, TraceBuilder>> = {
  intensity: (c, [siteId = '', ...periods]) => intensity(c, siteId, periods),
  'grid-limits': gridLimits,
  permit: (c, [field = '', siteId = '', ...periods]) => permit(c, field, siteId, periods),
}

type Made = Omit<Trace, 'ref'>

function sumOf(
  c: TraceContext,
  field: 'energyMwh' | 'co2Tonnes' | 'waterM3',
  siteId: string,
  periods: readonly string[],
) {
  return periods.reduce((sum, period) => sum + (c.build(siteId, period)?.[field] ?? 0), 0)
}

const named = (c: TraceContext, siteId: string, periods: readonly string[]): string =>
  `${c.siteName(siteId)}, ${periods[0]} – ${periods.at(-1)}`

function gridLimits({ plan }: TraceContext): Made {
  const inputs = plan.sites.map(({ id, name, power }): TraceInput => {
    const path = `sites[${id}].power.gridLimitMw`
    return { word: 'gridLimit', of: name, value: power.gridLimitMw, unit: 'MW', path }
  })
  const value = sumInputs(inputs)
  return {
    word: 'gridLimit',
    value,
    unit: 'MW',
    formula: 'adequacy',
    isDecided: false,
    inputs,
    recomputed: value,
  }
}

function intensity(c: TraceContext, siteId: string, periods: readonly string[]): Made | null {
  const energy = sumOf(c, 'energyMwh', siteId, periods)
  if (energy <= 0) return null
  const carbon = sumOf(c, 'co2Tonnes', siteId, periods)
  const value = (1000 * carbon) / energy
  return {
    ...{
      word: 'intensity',
      of: named(c, siteId, periods),
      value,
      unit: 'kg/MWh',
      formula: 'carbon-intensity',
    },
    isDecided: false,
    inputs: [
      { word: 'co2', value: carbon, unit: 't', ref: toRef('year', 'co2Tonnes', siteId, ...periods) },
      { word: 'energy', value: energy, unit: 'MWh', ref: toRef('year', 'energyMwh', siteId, ...periods) },
    ],
    recomputed: value,
  }
}

function permit(c: TraceContext, field: string, siteId: string, periods: readonly string[]): Made | null {
  const site = c.plan.sites.find((own) => own.id === siteId)
  const isWater = field === 'waterM3'
  if (!site || (!isWater && field !== 'co2Tonnes')) return null
  const [limit, path] = isWater
    ? [site.facility.waterLimitM3PerYear, 'facility.waterLimitM3PerYear']
    : [site.power.carbonLimitTonnesPerYear, 'power.carbonLimitTonnesPerYear']
  if (limit === undefined) return null
  const used = sumOf(c, isWater ? 'waterM3' : 'co2Tonnes', siteId, periods)
  const years = (periods.length * monthsPerPeriod(c.plan)) / MONTHS_PER_YEAR
  const value = used / (limit * years)
  const amount: TraceInput = {
    ...{ word: isWater ? 'water' : 'co2', value: used, unit: isWater ? 'm³' : 't' },
    ref: toRef('year', field, siteId, ...periods),
  }
  return {
    ...{ word: 'permitUse', of: named(c, siteId, periods), value, unit: 'share', formula: 'permit-use' },
    isDecided: false,
    inputs: [
      amount,
      { word: 'limit', value: limit, unit: isWater ? 'm³/a' : 't/a', path: `sites[${siteId}].${path}` },
      { word: 'years', value: years, unit: 'years' },
    ],
    recomputed: value,
  }
}
