import { LAYERS } from '../../../plan/result/cake.ts'
import { isAtEdge, placeName } from '../../../plan/tiers.ts'
import { SECONDS_PER_DAY } from '../../../plan/units.ts'
import { paidLines } from '../../results/money/paidCosts.ts'
import { discountedTokens } from '../amounts.ts'
import { type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'

/** Figures of the first screen. */
export const SUMMARY_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'served-per-day': servedPerDay,
  'unserved-share': unservedShare,
  'leased-share': (c) => shareOfServed(c, 'leased', c.result.leases),
  'edge-share': edgeShare,
  'energy-share': energyShare,
  levelised: (c) => levelised(c, 'levelised'),
  'levelised-output': (c) => levelised(c, 'levelisedOutput'),
  'net-present-cost': netPresentCost,
  megawatts: (c, [field, period = c.end]) =>
    isEndField(field) && c.result.periods.includes(period) ? megawatts(c, field, period) : null,
  'tokens-discounted': (c, [kind]) => tokensDiscounted(c, kind === 'output'),
}

const servedRef = (classId: string, period: string) => toRef('served', classId, period)

function servedPerDay(c: TraceContext) {
  const classes = [...new Set(c.result.demand.map((own) => own.classId))]
  const served = classes.map((classId): TraceInput => {
    const own = c.result.demand.filter((item) => item.classId === classId && item.period === c.end)
    const value = own.reduce((sum, item) => sum + item.tokS - item.unservedTokS, 0)
    return { word: 'served', of: classId, value, unit: 'tok/s', ref: servedRef(classId, c.end) }
  })
  return {
    word: 'served' as const,
    of: c.end,
    value: c.result.summary.servedTokensPerDayEnd,
    unit: 'tokens/day',
    formula: 'served-tokens' as const,
    isDecided: false,
    inputs: [{ word: 'secondsPerDay' as const, value: SECONDS_PER_DAY, unit: 's' }, ...served],
    recomputed: SECONDS_PER_DAY * sumInputs(served),
  }
}

function unservedShare(c: TraceContext) {
  const { demand } = c.result
  const sum = (pick: (item: (typeof demand)[number]) => number) =>
    demand.reduce((total, item) => total + pick(item), 0)
  const [unserved, asked] = [sum((item) => item.unservedTokS), sum((item) => item.tokS)]
  return {
    word: 'unserved' as const,
    value: c.result.summary.unservedShare,
    unit: 'share',
    formula: 'unserved-share' as const,
    isDecided: false,
    inputs: [
      { word: 'unserved' as const, value: unserved, unit: 'tok/s' },
      { word: 'demand' as const, value: asked, unit: 'tok/s' },
    ],
    recomputed: asked > 0 ? unserved / asked : 0,
  }
}

function shareOfServed(c: TraceContext, word: 'leased', items: TraceContext['result']['leases']) {
  const served = c.result.demand.reduce((sum, item) => sum + item.tokS - item.unservedTokS, 0)
  const byLease = Map.groupBy(items, (item) => item.leaseId)
  const leased = [...byLease].map(
    ([id, own]): TraceInput => ({
      word,
      of: c.plan.distribution.leases.find((lease) => lease.id === id)?.name ?? id,
      value: own.reduce((sum, item) => sum + item.tokS, 0),
      unit: 'tok/s',
    }),
  )
  return {
    word,
    value: c.result.summary.leasedShare,
    unit: 'share',
    formula: 'leased-share' as const,
    isDecided: false,
    inputs: [...leased, { word: 'served' as const, value: served, unit: 'tok/s' }],
    recomputed: served > 0 ? sumInputs(leased) / served : 0,
  }
}

function edgeShare({ plan, result }: TraceContext) {
  const byPlace = Map.groupBy(result.flows, ({ to }) => to)
  const rates = [...byPlace].map(([to, own]) => ({ to, tokS: own.reduce((sum, { tokS }) => sum + tokS, 0) }))
  const served = rates.reduce((sum, { tokS }) => sum + tokS, 0)
  const near = rates.filter(({ to }) => isAtEdge(plan, to))
  const inputs = near.map(({ to, tokS }): TraceInput => {
    return { word: 'atEdge', of: placeName(plan, to), value: tokS, unit: 'tok/s' }
  })
  const recomputed = served > 0 ? sumInputs(inputs) / served : 0
  return {
    ...{ word: 'atEdge' as const, unit: 'share', formula: 'edge-share' as const, isDecided: false },
    value: result.summary.edgeShare ?? recomputed,
    inputs: [...inputs, { word: 'served' as const, value: served, unit: 'tok/s' }],
    recomputed,
  }
}

function energyShare(c: TraceContext) {
  const { netPresentCostMusd: cost, energyShareOfCost } = c.result.summary
  const power = paidLines(c.result)
    .filter((line) => line.layer === 'power')
    .reduce((sum, line) => sum + line.presentMusd, 0)
  return {
    word: 'energy' as const,
    value: energyShareOfCost,
    unit: 'share',
    formula: 'energy-share' as const,
    isDecided: false,
    inputs: [
      {
        word: 'layerCost' as const,
        of: 'power',
        value: power,
        unit: 'M$',
        ref: toRef('cost-layer', 'power'),
      },
      { word: 'netPresentCost' as const, value: cost, unit: 'M$', ref: toRef('net-present-cost') },
    ],
    recomputed: cost > 0 ? power / cost : 0,
  }
}

function levelised(c: TraceContext, word: 'levelised' | 'levelisedOutput') {
  const { summary } = c.result
  const isOutput = word === 'levelisedOutput'
  const cost = summary.netPresentCostMusd
  const tokens = discountedTokens(c, isOutput).reduce((sum, own) => sum + own.mTok, 0)
  return {
    word,
    value: isOutput ? summary.levelisedUsdPerMOutputTok : summary.levelisedUsdPerMTok,
    unit: '$/Mtok',
    formula: isOutput ? ('levelised-cost-output' as const) : ('levelised-cost' as const),
    isDecided: false,
    inputs: [
      { word: 'netPresentCost' as const, value: cost, unit: 'M$', ref: toRef('net-present-cost') },
      {
        word: 'discountedTokens' as const,
        value: tokens,
        unit: 'Mtok',
        ref: toRef('tokens-discounted', isOutput ? 'output' : 'all'),
      },
    ],
    recomputed: tokens > 0 ? (cost * 1e6) / tokens : 0,
  }
}

function tokensDiscounted(c: TraceContext, isOutput: boolean) {
  const rows = discountedTokens(c, isOutput)
  const { summary } = c.result
  const usd = isOutput ? summary.levelisedUsdPerMOutputTok : summary.levelisedUsdPerMTok
  return {
    word: 'discountedTokens' as const,
    value: usd > 0 ? (summary.netPresentCostMusd * 1e6) / usd : 0,
    unit: 'Mtok',
    formula: 'discount-factor' as const,
    isDecided: false,
    inputs: [
      { word: 'seconds' as const, value: c.seconds, unit: 's' },
      {
        word: 'discountRate' as const,
        value: c.plan.finance.discountRatePerYear,
        unit: 'share',
        path: 'finance.discountRatePerYear',
      },
      ...rows.map(
        (row): TraceInput => ({ word: 'tokensOfPeriod', of: row.period, value: row.mTok, unit: 'Mtok' }),
      ),
    ],
    recomputed: rows.reduce((sum, row) => sum + row.mTok, 0),
  }
}

function netPresentCost(c: TraceContext) {
  const lines = paidLines(c.result)
  const inputs = LAYERS.map((layer): TraceInput => {
    const own = lines.filter((line) => line.layer === layer)
    const value = own.reduce((sum, line) => sum + line.presentMusd, 0)
    return { word: 'layerCost', of: layer, value, unit: 'M$', ref: toRef('cost-layer', layer) }
  }).filter(({ value }) => value !== 0)
  return {
    word: 'netPresentCost' as const,
    value: c.result.summary.netPresentCostMusd,
    unit: 'M$',
    formula: 'net-present-cost' as const,
    isDecided: false,
    inputs,
    recomputed: sumInputs(inputs),
  }
}

const END_FIELDS = ['builtItMw', 'usedItMw', 'contractedMw'] as const
type EndField = (typeof END_FIELDS)[number]
const END_WORDS = { builtItMw: 'built', usedItMw: 'itLoad', contractedMw: 'contracted' } as const
const END_SUMMARY = {
  builtItMw: 'builtItMwEnd',
  usedItMw: 'usedItMwEnd',
  contractedMw: 'contractedMwEnd',
} as const

const isEndField = (field: string | undefined): field is EndField => END_FIELDS.some((own) => own === field)

/** Over all sites; at the end as the summary has it. */
function megawatts(c: TraceContext, field: EndField, period: string) {
  const inputs = c.plan.sites.map((site): TraceInput => {
    const value = c.build(site.id, period)?.[field] ?? 0
    return {
      word: END_WORDS[field],
      of: site.name,
      value,
      unit: 'MW',
      ref: toRef('build', field, site.id, period),
    }
  })
  return {
    word: END_WORDS[field],
    of: period,
    value: period === c.end ? c.result.summary[END_SUMMARY[field]] : sumInputs(inputs),
    unit: 'MW',
    formula: field === 'contractedMw' ? ('adequacy' as const) : ('it-load' as const),
    isDecided: false,
    inputs,
    recomputed: sumInputs(inputs),
  }
}
