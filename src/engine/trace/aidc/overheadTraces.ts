import { getCooling, getRegion } from '../../../catalog/find.ts'
import { clockHour } from '../../../plan/calendar.ts'
import { coolingParts } from '../../../plan/coolingParts.ts'
import { coolingOverhead } from '../../climate/coolingOverhead.ts'
import { type OverheadPoint, siteOverheads } from '../../climate/siteOverheads.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { FORMULAS_OF_COOLING, weatherInputs } from './coolingTraces.ts'

/** PUE and WUE of a site in an hour of the day of a quarter, and in each sample of that hour's weather. */
export const OVERHEAD_TRACES: Readonly<Record<string, TraceBuilder>> = {
  overhead: (c, [field = '', siteId = '', quarter = '', hour = '']) => {
    const at = find(c, field, siteId, quarter, hour)
    return at && meanOf(at)
  },
  'overhead-sample': (c, [field = '', siteId = '', quarter = '', hour = '', place = '']) => {
    const at = find(c, field, siteId, quarter, hour)
    const sample = at?.samples[Number(place)]
    return at && sample ? ofSample(at, sample, Number(place)) : null
  },
  'weather-sample': (c, [siteId = '', quarter = '', hour = '', place = '']) => {
    const at = find(c, 'pue', siteId, quarter, hour)
    const sample = at?.samples[Number(place)]
    return at && sample ? dryBulb(at, sample) : null
  },
}

/** Dry-bulb temperature of a sample. */
export function sampleRef(siteId: string, { quarter, hour }: HourOfYear, place: number): string {
  return toRef('weather-sample', siteId, String(quarter), String(hour), String(place))
}

export type OverheadField = 'pue' | 'wueLPerKwh'
type HourOfYear = Pick<OverheadPoint, 'quarter' | 'hour'>
type Made = Omit<Trace, 'ref'>

interface At {
  readonly c: TraceContext
  readonly site: TraceContext['plan']['sites'][number]
  readonly field: OverheadField
  readonly quarter: number
  readonly hour: number
  readonly samples: readonly OverheadPoint[]
}

/** Of an hour of the local day in a quarter of the year, both from 0; or of one sample of it by its place. */
export function overheadRef(
  field: OverheadField,
  siteId: string,
  { quarter, hour }: HourOfYear,
  place?: number,
): string {
  const at = [field, siteId, String(quarter), String(hour)]
  return place === undefined ? toRef('overhead', ...at) : toRef('overhead-sample', ...at, String(place))
}

function find(c: TraceContext, field: string, siteId: string, quarter: string, hour: string): At | null {
  const site = c.plan.sites.find((own) => own.id === siteId)
  // A PUE that the plan gives has no weather.
  if (!site || site.facility.givenPue !== undefined || (field !== 'pue' && field !== 'wueLPerKwh'))
    return null
  const at = { quarter: Number(quarter), hour: Number(hour) }
  const samples = siteOverheads(site, getRegion(c.catalog, site.catalogRegionId)).filter(
    (own) => own.quarter === at.quarter && own.hour === at.hour,
  )
  return samples.length === 0 ? null : { c, site, field, ...at, samples }
}

const UNITS = { pue: '', wueLPerKwh: 'L/kWh' } as const

const whenOf = ({ site, quarter, hour }: At): string => `${site.name}, Q${quarter + 1} ${clockHour(hour)}`

function base(at: At): Pick<Made, 'word' | 'of' | 'unit' | 'isDecided'> {
  const { field } = at
  const word = field === 'pue' ? 'pue' : 'wue'
  return { word, of: whenOf(at), unit: UNITS[field], isDecided: false }
}

function meanOf(at: At): Made {
  const { site, field, samples } = at
  const inputs = samples.map((own, place): TraceInput => {
    return {
      ...{ word: field === 'pue' ? 'pue' : 'wue', of: `${own.dryBulbC.toFixed(1)} °C`, value: own[field] },
      ...{ unit: UNITS[field], ref: overheadRef(field, site.id, own, place) },
    }
  })
  const recomputed = sumInputs(inputs) / inputs.length
  return { ...base(at), formula: 'weather-mean', value: recomputed, inputs, recomputed }
}

/** Each technology of the site's rooms at the weather of the sample. */
function ofSample(at: At, sample: OverheadPoint, place: number): Made {
  const { c, site, field } = at
  const { electricalLossShare, coolingBlocks, coolingChoice } = site.facility
  const isMixed = coolingChoice !== 'given' && coolingBlocks.length > 0
  const path = `sites[${site.id}].facility.${isMixed ? 'coolingBlocks' : 'coolingTechnologyId'}`
  const parts = coolingParts(site.facility).map(({ technologyId, share }) => {
    const own = coolingOverhead(technologyId, sample.dryBulbC, sample.wetBulbC)
    return { technologyId, share, value: field === 'pue' ? own.kwPerKwIt : own.litresPerKwhIt }
  })
  const cooling = parts.reduce((sum, own) => sum + own.share * own.value, 0)
  return {
    ...base(at),
    ...{ formula: field === 'pue' ? 'pue' : 'wue', value: sample[field] },
    inputs: [
      ...(field === 'pue'
        ? [
            {
              ...{ word: 'electricalLoss' as const, value: electricalLossShare, unit: 'share' },
              path: `sites[${site.id}].facility.electricalLossShare`,
            },
          ]
        : []),
      ...parts.flatMap(({ technologyId, share, value }): TraceInput[] => {
        const of = getCooling(c.catalog, technologyId).technology
        return [
          { word: 'roomsShare', of, value: share, unit: 'share', path },
          {
            ...{ word: field === 'pue' ? 'coolingPower' : 'coolingWater', of, value },
            ...{ unit: field === 'pue' ? 'kW/kW' : 'L/kWh', source: FORMULAS_OF_COOLING },
          },
        ]
      }),
      ...weatherNow(at, sample, place),
    ],
    recomputed: field === 'pue' ? 1 + electricalLossShare + cooling : cooling,
  }
}

/** Temperatures of the sample, and what they are made of. */
function weatherNow(at: At, { dryBulbC, wetBulbC }: OverheadPoint, place: number): TraceInput[] {
  const ref = sampleRef(at.site.id, at, place)
  return [
    { word: 'dryBulbNow', value: dryBulbC, unit: '°C', ref },
    { word: 'wetBulbNow', value: wetBulbC, unit: '°C', ...sourceOf(at) },
    ...weatherInputs(at),
  ]
}

/** Imported hours, or the law that meets the region's mean and design conditions. */
const sourceOf = ({ site }: At): Pick<TraceInput, 'path' | 'source'> =>
  site.profiles?.weather
    ? { path: `sites[${site.id}].profiles` }
    : { source: 'src/engine/climate/climateBySlice.ts (C)' }

function dryBulb(at: At, { dryBulbC }: OverheadPoint): Made {
  return {
    ...{ word: 'dryBulbNow', of: whenOf(at), value: dryBulbC, unit: '°C', formula: 'weather-sample' },
    ...{ isDecided: false, recomputed: dryBulbC },
    inputs: [{ word: 'dryBulbNow', value: dryBulbC, unit: '°C', ...sourceOf(at) }, ...weatherInputs(at)],
  }
}
