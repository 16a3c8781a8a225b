import type { AuditLine } from '../../../plan/result/audit.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { leaningKey, leanings } from './leanings.ts'

/** What the auditor found beside what the result says, and what the cost leans on. */
export const AUDIT_TRACES: Readonly<Record<string, TraceBuilder>> = {
  finding: (c, [place = '']) => {
    const line = c.asked.audit?.lines[Number(place)]
    return line ? finding(c, line) : null
  },
  leaning: (c, [key = '']) => leaning(c, key),
}

type Made = Omit<Trace, 'ref'>

function finding(c: TraceContext, line: AuditLine): Made {
  const { claimed, recomputed, unit, toleranceShare, path, check } = line
  return {
    ...{ word: 'finding', of: `${check}: ${path}`, value: claimed, unit, formula: 'agreement' },
    ...{ isDecided: true, found: 'audit' },
    inputs: [
      { word: 'claimed', of: path, value: claimed, unit, ref: refOf(c, line) },
      { word: 'auditors', value: recomputed, unit, source: `src/engine/audit, ${check}` },
      { word: 'tolerance', value: toleranceShare, unit: 'share' },
    ],
    recomputed: claimed,
  }
}

/** A figure of the result by its path in it, with the trace that it has. */
interface Named {
  readonly ref: string
  readonly value: number | null | undefined
}

const FIELDS = [
  ...(['builtItMw', 'usedItMw', 'contractedMw', 'peakMw'] as const),
  ...(['energyMwh', 'co2Tonnes', 'waterM3', 'servedTokS'] as const),
]

function named(c: TraceContext, path: string): Named | undefined {
  const { result } = c
  const { summary, cash, solver } = result
  const [, siteId = '', period = '', name] = /^builds\[(\S+) (\S+)\]\.(\w+)$/.exec(path) ?? []
  const field = FIELDS.find((own) => own === name)
  if (field) return { ref: toRef('build', field, siteId, period), value: c.build(siteId, period)?.[field] }
  const [, classId = '', regionId = '', when] = /^demand\[(\S+) (\S+) (\S+)\]\.tokS$/.exec(path) ?? []
  if (when !== undefined) {
    const own = result.demand.find(
      (item) => item.classId === classId && item.regionId === regionId && item.period === when,
    )
    return { ref: toRef('demand', classId, regionId, when), value: own?.tokS }
  }
  const whole: Readonly<Record<string, Named>> = {
    'summary.netPresentCostMusd': { ref: 'net-present-cost', value: summary.netPresentCostMusd },
    'summary.levelisedUsdPerMTok': { ref: 'levelised', value: summary.levelisedUsdPerMTok },
    'summary.levelisedUsdPerMOutputTok': {
      ref: 'levelised-output',
      value: summary.levelisedUsdPerMOutputTok,
    },
    'summary.unservedShare': { ref: 'unserved-share', value: summary.unservedShare },
    'summary.leasedShare': { ref: 'leased-share', value: summary.leasedShare },
    'summary.servedTokensPerDayEnd': { ref: 'served-per-day', value: summary.servedTokensPerDayEnd },
    'summary.energyShareOfCost': { ref: 'energy-share', value: summary.energyShareOfCost },
    'cash.netPresentValueMusd': { ref: 'net-present-value', value: cash?.netPresentValueMusd },
    'cash.revenueMusd': { ref: 'revenue', value: cash?.revenueMusd },
    'solver.gapShare': { ref: 'gap', value: solver.gapShare },
    'solver.objectiveMusd': { ref: 'objective', value: solver.objectiveMusd },
  }
  return Object.hasOwn(whole, path) ? whole[path] : undefined
}

/** The trace of what is claimed, where it is a figure that has one. */
function refOf(c: TraceContext, { path, claimed }: AuditLine): string | undefined {
  const own = named(c, path)
  if (own?.value === null || own?.value === undefined) return undefined
  return Math.abs(own.value - claimed) <= 1e-6 * Math.max(1, Math.abs(claimed)) ? own.ref : undefined
}

/** How much of the cost is proportional to an input. */
function leaning(c: TraceContext, key: string): Made | null {
  const own = leanings(c).find(({ input }) => leaningKey(input) === key)
  if (!own) return null
  const cost = c.result.summary.netPresentCostMusd
  const lines = own.parts.map(({ of, musd, ref }): TraceInput => {
    return { word: 'costLine', of, value: musd, unit: 'M$', ref }
  })
  return {
    ...{
      word: 'leaning',
      of: own.input.of,
      value: own.share,
      unit: 'share',
      formula: 'leaning',
      isDecided: false,
    },
    inputs: [
      own.input,
      ...lines,
      { word: 'netPresentCost', value: cost, unit: 'M$', ref: toRef('net-present-cost') },
    ],
    recomputed: sumInputs(lines) / cost,
  }
}
