import { type CakeSlice, LayerName } from '../../../plan/result/cake.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'

const FIELDS = ['capacity', 'need', 'headroom', 'worth', 'used'] as const
type CakeField = (typeof FIELDS)[number]

/** The cells of the cake. */
export const CAKE_TRACES: Readonly<Record<string, TraceBuilder>> = {
  cake: (c, [field, layer, siteId = '', period = '']) => {
    const own = LayerName.safeParse(layer).data
    const slice = c.result.cake.find(
      (cell) => cell.layer === own && (cell.siteId ?? '') === siteId && cell.period === period,
    )
    const wanted = FIELDS.find((one) => one === field)
    return slice && wanted ? MAKE[wanted](c, slice) : null
  },
}

export function cakeRef(field: CakeField, { layer, siteId, period }: CakeSlice): string {
  return toRef('cake', field, layer, siteId ?? '', period)
}

type Made = Omit<Trace, 'ref'> | null

const MAKE: Readonly<Record<CakeField, (c: TraceContext, slice: CakeSlice) => Made>> = {
  capacity: (c, slice) => (slice.siteId === null ? portfolioCapacity(c, slice) : siteCapacity(c, slice)),
  need,
  headroom,
  worth,
  used,
}

const of = (c: TraceContext, { layer, siteId, period }: CakeSlice): string =>
  [layer, c.siteName(siteId), period].filter(Boolean).join(', ')

const base = (c: TraceContext, slice: CakeSlice) => ({ of: of(c, slice), isDecided: false })
const tokS = (word: TraceInput['word'], value: number | null, ref?: string): TraceInput => ({
  ...{ word, value, unit: 'tok/s', ref },
})

/** What a layer uses and may use, in its own unit; what it is made of where that is a figure too. */
function nativeInputs(c: TraceContext, slice: CakeSlice): TraceInput[] {
  const { used: taken, limit, unit } = slice.native
  const usedRef = slice.siteId === null ? undefined : nativeRef(slice)
  return [
    { word: 'used', of: of(c, slice), value: taken, unit, ref: usedRef },
    { word: 'limit', of: of(c, slice), value: limit, unit, path: limitPath(slice) },
  ]
}

function nativeRef({ layer, siteId, period }: CakeSlice): string | undefined {
  if (layer === 'power') return toRef('build', 'peakMw', siteId!, period)
  return layer === 'facility' ? toRef('build', 'usedItMw', siteId!, period) : undefined
}

function limitPath({ layer, siteId }: CakeSlice): string | undefined {
  if (siteId === null) return undefined
  if (layer === 'power') return `sites[${siteId}].power.gridLimitMw`
  return layer === 'facility' ? `sites[${siteId}].facility.maxItMw` : undefined
}

/** The need scaled by limit over use; where nothing is used yet, or kinds of units differ, by the yield found there. */
function siteCapacity(c: TraceContext, slice: CakeSlice): Made {
  const { capacityTokS, needTokS, native } = slice
  if (capacityTokS === null) return null
  const perUnit = native.limit ? capacityTokS / native.limit : 0
  return {
    ...base(c, slice),
    ...{ word: 'capacity', value: capacityTokS, unit: 'tok/s', formula: 'cake-capacity' },
    inputs: [
      tokS('need', needTokS, cakeRef('need', slice)),
      ...nativeInputs(c, slice),
      { word: 'speed', value: perUnit, unit: `tok/s / ${native.unit}` },
    ],
    recomputed: native.limit ? perUnit * native.limit : capacityTokS,
  }
}

function portfolioCapacity(c: TraceContext, slice: CakeSlice): Made {
  if (slice.capacityTokS === null) return null
  const sites = c.result.cake.filter(
    (own) => own.layer === slice.layer && own.period === slice.period && own.siteId !== null,
  )
  if (slice.layer === 'scheduling')
    return {
      ...base(c, slice),
      ...{ word: 'capacity', value: slice.capacityTokS, unit: 'tok/s', formula: 'cake-capacity' },
      inputs: nativeInputs(c, slice),
      recomputed: (slice.native.limit ?? 0) * 1e6,
    }
  const own = sites.map((site) => ({
    ...tokS('siteCapacity', site.capacityTokS, cakeRef('capacity', site)),
    of: c.siteName(site.siteId),
  }))
  const ofSites = own.reduce((sum, { value }) => sum + Number(value ?? 0), 0)
  const leased = slice.capacityTokS - ofSites
  return {
    ...base(c, slice),
    ...{ word: 'capacity', value: slice.capacityTokS, unit: 'tok/s', formula: 'cake-capacity' },
    inputs: [...own, tokS('leased', leased)],
    recomputed: ofSites + leased,
  }
}

function need(c: TraceContext, slice: CakeSlice): Made {
  const flows =
    slice.siteId === null
      ? c.result.demand.filter((own) => own.period === slice.period)
      : c.result.flows.filter((own) => own.period === slice.period && own.to === slice.siteId)
  const mean = flows.reduce((sum, own) => sum + own.tokS, 0)
  const peak = mean > 0 ? slice.needTokS / mean : 0
  return {
    ...base(c, slice),
    ...{ word: 'need', value: slice.needTokS, unit: 'tok/s', formula: 'peak-demand' },
    inputs: [
      slice.siteId === null
        ? tokS('demand', mean)
        : tokS('flow', mean, toRef('build', 'servedTokS', slice.siteId, slice.period)),
      { word: 'peak', value: peak, unit: '' },
    ],
    recomputed: mean * peak,
  }
}

function headroom(c: TraceContext, slice: CakeSlice): Made {
  const { capacityTokS, needTokS, headroomShare } = slice
  if (headroomShare === null || capacityTokS === null) return null
  return {
    ...base(c, slice),
    ...{ word: 'headroom', value: headroomShare, unit: 'share', formula: 'headroom' },
    inputs: [
      tokS('capacity', capacityTokS, cakeRef('capacity', slice)),
      tokS('need', needTokS, cakeRef('need', slice)),
    ],
    recomputed: capacityTokS / needTokS - 1,
  }
}

function worth(c: TraceContext, slice: CakeSlice): Made {
  if (slice.worthUsdPerUnit === null) return null
  return {
    ...base(c, slice),
    ...{ word: 'worth', value: slice.worthUsdPerUnit, unit: '$', formula: 'worth', isDecided: true },
    inputs: [
      ...nativeInputs(c, slice),
      {
        ...{ word: 'netPresentCost', value: c.result.summary.netPresentCostMusd, unit: 'M$' },
        ref: toRef('net-present-cost'),
      },
    ],
    recomputed: slice.worthUsdPerUnit,
  }
}

/** What a layer uses in its own unit; over all sites the sum of theirs. */
function used(c: TraceContext, slice: CakeSlice): Made {
  const { native } = slice
  const sites =
    slice.siteId === null && slice.layer !== 'scheduling'
      ? c.result.cake.filter(
          (own) => own.layer === slice.layer && own.period === slice.period && own.siteId !== null,
        )
      : []
  const isSum = sites.length > 0 && slice.layer !== 'distribution' && slice.layer !== 'agents'
  const counted = sites.filter((own) => own.capacityTokS !== null)
  return {
    ...base(c, slice),
    ...{ word: 'used', value: native.used, unit: native.unit, formula: 'cake-capacity', isDecided: !isSum },
    inputs: isSum
      ? counted.map(
          (own): TraceInput => ({
            ...{ word: 'used', of: c.siteName(own.siteId), value: own.native.used, unit: own.native.unit },
            ref: nativeRef(own) ?? cakeRef('used', own),
          }),
        )
      : nativeInputs(c, slice),
    recomputed: isSum ? counted.reduce((sum, own) => sum + own.native.used, 0) : native.used,
  }
}
