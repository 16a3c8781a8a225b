import type { Distribution } from '../../../plan/cases/sweepSpec.ts'
import type { DesignSpread, Spread } from '../../vary/monteCarlo.ts'
import { spreadOf } from '../../vary/monteCarlo.ts'
import type { Metrics, SweepRow } from '../../vary/task.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'
import type { AskedSweep } from './asked.ts'
import { variantRef } from './sweepTraces.ts'

/** Percentiles, chances and regrets over the draws of a design. */
export const DRAW_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'draws-below': (c, [design = '', id = '']) =>
    c.asked.sweep ? drawsBelow(c, c.asked.sweep, Number(design), id) : null,
  draws: (c, [design = '', field = '', at = '']) =>
    c.asked.sweep ? draws(c, c.asked.sweep, Number(design), field, at) : null,
}

type Made = Omit<Trace, 'ref'>

const MEASURES = {
  costMusd: { word: 'netPresentCost', unit: 'M$', read: (own: Metrics) => own.netPresentCostMusd },
  levelisedUsdPerMTok: { word: 'levelised', unit: '$/Mtok', read: (own: Metrics) => own.levelisedUsdPerMTok },
  unservedShare: { word: 'unserved', unit: 'share', read: (own: Metrics) => own.unservedShare },
} as const
type Measured = keyof typeof MEASURES

export function drawsRef(
  { designIndex }: Pick<DesignSpread, 'designIndex'>,
  field: Measured | 'shortage' | 'regret',
  at: keyof Spread = 'mean',
): string {
  return toRef('draws', String(designIndex), field, at)
}

/** A percentile, a chance or a regret over all draws of a design. */
function draws(
  c: TraceContext,
  { spec, report }: AskedSweep,
  design: number,
  field: string,
  at: string,
): Made | null {
  const own = report.monteCarlo?.designs.find((one) => one.designIndex === design)
  if (!own || spec.kind !== 'monte-carlo') return null
  const solved = report.rows
    .filter(({ id }) => id.endsWith(` ${design}`))
    .flatMap(({ metrics }) => metrics ?? [])
  const inputs: TraceInput[] = [
    { word: 'draws', value: own.draws, unit: '' },
    { word: 'failedDraws', value: own.failed, unit: '' },
    { word: 'seed', value: spec.seed, unit: '' },
    ...spec.inputs.map((input): TraceInput => {
      return {
        word: 'changed',
        of: input.path,
        value: spread(input.distribution, input.as),
        unit: '',
        path: input.path,
      }
    }),
  ]
  const made = (word: Made['word'], value: number, unit: string, recomputed: number, of: string): Made => {
    return {
      word,
      of: `${c.plan.name}, ${of}`,
      value,
      unit,
      formula: 'draws',
      isDecided: false,
      inputs,
      recomputed,
    }
  }
  if (field === 'shortage') {
    const short = solved.filter((one) => one.unservedShare > spec.shortageShare).length
    inputs.push({ word: 'shortageFrom', value: spec.shortageShare, unit: 'share' })
    inputs.push({ word: 'shortDraws', value: short + own.failed, unit: '' })
    return made('shortage', own.shortageProbability, 'share', (short + own.failed) / own.draws, '')
  }
  if (field === 'regret')
    return made('regret', own.regretMusd.mean, 'M$', meanRegret(report.rows, design), 'mean')
  if (!Object.hasOwn(MEASURES, field) || !isSpread(at)) return null
  const { word, unit, read } = MEASURES[field as Measured]
  return made(word, own[field as Measured][at], unit, spreadOf(solved.map(read))[at], at.toUpperCase())
}

/** Share of the draws of a design that cost no more than one of them. */
export function drawsBelowRef(designIndex: number, id: string): string {
  return toRef('draws-below', String(designIndex), id)
}

function drawsBelow(c: TraceContext, { report }: AskedSweep, design: number, id: string): Made | null {
  const solved = drawsOf(report.rows, design)
  const own = solved.find((row) => row.id === id)
  if (!own) return null
  const below = solved.filter(({ costMusd }) => costMusd <= own.costMusd).length
  return {
    ...{ word: 'drawsBelow', of: `${c.plan.name}, ${id}`, value: below / solved.length, unit: 'share' },
    ...{ formula: 'draws', isDecided: false, recomputed: below / solved.length },
    inputs: [
      { word: 'drawsBelow', value: below, unit: '' },
      { word: 'draws', value: solved.length, unit: '' },
      {
        ...{ word: 'netPresentCost', of: id, value: own.costMusd, unit: 'M$' },
        ref: variantRef(id, 'netPresentCostMusd'),
      },
    ],
  }
}

/** Costs of the draws of a design that have a plan, by rising cost. */
export function drawsOf(
  rows: readonly SweepRow[],
  design: number,
): { readonly id: string; readonly costMusd: number }[] {
  return rows
    .flatMap(({ id, metrics }) =>
      metrics && id.endsWith(` ${design}`) ? [{ id, costMusd: metrics.netPresentCostMusd }] : [],
    )
    .sort((a, b) => a.costMusd - b.costMusd)
}

const isSpread = (at: string): at is keyof Spread =>
  at === 'p10' || at === 'p50' || at === 'p90' || at === 'mean'

/** Cost above the best design of the same draw, mean over the draws. */
function meanRegret(rows: readonly SweepRow[], design: number): number {
  const byDraw = Map.groupBy(rows, ({ id }) => id.split(' ')[0]!)
  const regrets = [...byDraw.values()].flatMap((own) => {
    const costs = own.flatMap(({ metrics }) => (metrics ? [metrics.objectiveMusd] : []))
    const mine = own.find(({ id }) => id.endsWith(` ${design}`))?.metrics
    return mine ? [mine.objectiveMusd - Math.min(...costs)] : []
  })
  return regrets.reduce((sum, own) => sum + own, 0) / Math.max(1, regrets.length)
}

/** A distribution in figures, as in "triangular 0.9 / 1 / 1.2 ×". */
function spread(own: Distribution, as: string): string {
  const { shape, ...rest } = own
  const figures = 'values' in rest ? rest.values.map(({ value }) => value) : Object.values(rest)
  return `${shape} ${figures.join(' / ')}${as === 'times' ? ' ×' : ''}`
}
