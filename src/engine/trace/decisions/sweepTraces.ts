import type { Distribution } from '../../../plan/cases/sweepSpec.ts'
import type { PlanEdit } from '../../../plan/planPath.ts'
import type { DesignSpread, Spread } from '../../vary/monteCarlo.ts'
import { spreadOf } from '../../vary/monteCarlo.ts'
import { BASE } from '../../vary/rows.ts'
import type { Metrics, SweepRow } from '../../vary/task.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'
import type { AskedSweep } from './asked.ts'

/** Figures of many variants of the plan: what was changed for each, and what was made of them. */
export const SWEEP_TRACES: Readonly<Record<string, TraceBuilder>> = {
  variant: (c, [id = '', field = '']) => {
    const row = c.asked.sweep?.report.rows.find((own) => own.id === id)
    return row?.metrics && isField(field) ? variant(c, c.asked.sweep!, row, row.metrics, field) : null
  },
  'front-least': (c) => (c.asked.sweep ? frontLeast(c, c.asked.sweep) : null),
  swing: (c, [place = '', end = '']) => (c.asked.sweep ? swing(c, c.asked.sweep, place, end) : null),
  'draws-below': (c, [design = '', id = '']) =>
    c.asked.sweep ? drawsBelow(c, c.asked.sweep, Number(design), id) : null,
  draws: (c, [design = '', field = '', at = '']) =>
    c.asked.sweep ? draws(c, c.asked.sweep, Number(design), field, at) : null,
  turn: (c) => (c.asked.sweep ? turn(c, c.asked.sweep) : null),
  'turn-side': (c, [side = '']) => (c.asked.sweep ? turnSide(c, c.asked.sweep, side) : null),
}

type Made = Omit<Trace, 'ref'>

/** Where each figure of a variant is read, and which figure of the plan itself it is set against. */
const FIELDS = {
  objectiveMusd: { word: 'objective', unit: 'M$', base: toRef('objective') },
  netPresentCostMusd: { word: 'netPresentCost', unit: 'M$', base: toRef('net-present-cost') },
  levelisedUsdPerMTok: { word: 'levelised', unit: '$/Mtok', base: toRef('levelised') },
  unservedShare: { word: 'unserved', unit: 'share', base: toRef('unserved-share') },
  edgeShare: { word: 'atEdge', unit: 'share', base: toRef('edge-share') },
  carbon: { word: 'co2', unit: 't', base: toRef('co2-total') },
  builtItMwEnd: { word: 'built', unit: 'MW', base: toRef('megawatts', 'builtItMw') },
  // Along a front, beside the cap: the plan's own is the variant without one.
  unservedMTok: { word: 'unserved', unit: 'Mtok', base: null },
  leasedMTok: { word: 'leased', unit: 'Mtok', base: null },
} as const
export type VariantField = keyof typeof FIELDS
const isField = (field: string): field is VariantField => Object.hasOwn(FIELDS, field)

export function variantRef(id: string, field: VariantField): string {
  return toRef('variant', id, field)
}

const OF_MEASURES = { carbon: 'carbon', unservedMTok: 'unserved', leasedMTok: 'leased' } as const
type MeasureField = keyof typeof OF_MEASURES
const isMeasure = (field: VariantField): field is MeasureField => Object.hasOwn(OF_MEASURES, field)

const readField = (metrics: Metrics, field: VariantField): number =>
  isMeasure(field) ? metrics.measures[OF_MEASURES[field]] : metrics[field]

/** The plan's own figure for the same field. */
function ownValue(
  { result }: TraceContext,
  field: Exclude<VariantField, 'unservedMTok' | 'leasedMTok'>,
): number {
  const { summary, costs, builds } = result
  if (field === 'carbon') return builds.reduce((sum, own) => sum + own.co2Tonnes, 0)
  if (field === 'edgeShare') return summary.edgeShare ?? 0
  return field === 'objectiveMusd' ? costs.reduce((sum, own) => sum + own.presentMusd, 0) : summary[field]
}

function variant(
  c: TraceContext,
  { spec, report }: AskedSweep,
  row: SweepRow,
  metrics: Metrics,
  field: VariantField,
): Made {
  const { word, unit, base } = FIELDS[field]
  const value = readField(metrics, field)
  const cap = row.settings.cap
  return {
    ...{ word, of: nameOf(row), value, unit, formula: 'variant', isDecided: true, found: 'again' },
    inputs: [
      ...row.edits.map(editInput),
      ...(report.front && typeof cap === 'number'
        ? [{ word: 'cap' as const, of: report.front.measure, value: cap, unit: 'share' }]
        : []),
      { word: 'design', value: 'design' in spec ? spec.design : 'full', unit: '' },
      { word: 'bound', value: metrics.boundMusd, unit: 'M$' },
      ...(field === 'unservedMTok' || field === 'leasedMTok'
        ? []
        : [{ word, of: c.plan.name, value: ownValue(c, field), unit, ref: base! }]),
    ],
    recomputed: value,
  }
}

/** What tells a variant from the others: its picks, else its place. */
function nameOf({ id, settings }: SweepRow): string {
  const picks = Object.values(settings).filter((own) => typeof own === 'string' && !own.startsWith('×'))
  return picks.length > 0 ? picks.join(' / ') : id
}

/** A change of an input, as in `× 1.2` or `= 0`. */
export function editInput({ path, value, times, plus }: PlanEdit): TraceInput {
  const shown =
    times !== undefined
      ? `× ${times}`
      : plus !== undefined
        ? `${plus < 0 ? '' : '+'}${plus}`
        : `= ${String(value)}`
  return { word: 'changed', of: path, value: shown, unit: '', path }
}

export const FRONT_LEAST = toRef('front-least')

/** The least of what a front is drawn against: found as an objective of its own, below the caps of the cheapest plan. */
function frontLeast(c: TraceContext, { report }: AskedSweep): Made | null {
  const { front } = report
  if (!front?.least) return null
  const { least, measure, most } = front
  const unit = measure === 'carbon' ? 't' : 'Mtok'
  const unserved = report.rows.find(({ id }) => id === BASE)?.metrics?.measures.unserved ?? null
  return {
    ...{ word: 'leastOfFront', of: `${c.plan.name}, ${measure}`, value: least.value, unit },
    ...{ formula: 'front-least', isDecided: true, found: 'again' },
    inputs: [
      { word: 'ofCheapest', of: measure, value: most, unit },
      { word: 'ofCheapest', of: 'unserved', value: unserved, unit: 'Mtok' },
      { word: 'leastBound', value: least.bound, unit },
    ],
    recomputed: least.value,
  }
}

export function swingRef(place: number, end: 'low' | 'high'): string {
  return toRef('swing', String(place), end)
}

/** One side of a bar of the tornado: the cost with the input low or high, less the cost as it is. */
function swing(c: TraceContext, { report }: AskedSweep, place: string, end: string): Made | null {
  const find = (id: string) => report.rows.find((own) => own.id === id)?.metrics
  const [base, moved] = [find('base'), find(`${place} ${end}`)]
  if (!base || !moved) return null
  const row = report.rows.find((own) => own.id === `${place} ${end}`)!
  const cost = (id: string, metrics: Metrics): TraceInput => {
    return {
      word: 'objective',
      of: id,
      value: metrics.objectiveMusd,
      unit: 'M$',
      ref: variantRef(id, 'objectiveMusd'),
    }
  }
  const value = moved.objectiveMusd - base.objectiveMusd
  return {
    ...{
      word: 'swing',
      of: `${c.plan.name}, ${end}`,
      value,
      unit: 'M$',
      formula: 'variant',
      isDecided: false,
    },
    inputs: [...row.edits.map(editInput), cost(row.id, moved), cost('base', base)],
    recomputed: value,
  }
}

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

/** Where a decision turns: the middle of the last two values on either side. */
function turn(c: TraceContext, { spec, report }: AskedSweep): Made | null {
  const { threshold } = report
  if (!threshold || threshold.value === null || spec.kind !== 'threshold') return null
  const { below, above, path, value } = threshold
  const side = (own: Side): TraceInput => ({
    ...{ word: sideWord(own), of: threshold.flips, value: own.value, unit: '' },
    ref: sideRef(report, own),
  })
  return {
    ...{ word: 'turnsAt', of: `${c.plan.name}, ${threshold.flips}`, value, unit: '', formula: 'threshold' },
    ...{ isDecided: false },
    inputs: [
      { word: 'changed', of: path, value: `${spec.from} … ${spec.to}`, unit: '', path },
      side(below),
      side(above),
      { word: 'tolerance', value: spec.toleranceShare, unit: 'share' },
    ],
    recomputed: (below.value + above.value) / 2,
  }
}

type Side = NonNullable<AskedSweep['report']['threshold']>['below']

const sideWord = (own: Side): 'turns' | 'turnsNot' => (own.holds ? 'turns' : 'turnsNot')

/** The variant at a side of the turn, where there is a plan at all. */
function sideRef({ rows }: AskedSweep['report'], { value }: Side): string | undefined {
  const hasPlan = rows.some(({ id, metrics }) => id === String(value) && metrics !== null)
  return hasPlan ? variantRef(String(value), 'objectiveMusd') : undefined
}

/** The last value tried on a side of the turn. */
function turnSide(c: TraceContext, { spec, report }: AskedSweep, name: string): Made | null {
  const { threshold } = report
  if (!threshold || spec.kind !== 'threshold' || (name !== 'below' && name !== 'above')) return null
  const own = threshold[name]
  const ref = sideRef(report, own)
  return {
    ...{ word: sideWord(own), of: `${c.plan.name}, ${threshold.flips}`, value: own.value, unit: '' },
    ...{ formula: 'threshold', isDecided: true, found: 'again' },
    inputs: [
      {
        ...{ word: 'changed', of: threshold.path, value: `${spec.from} … ${spec.to}`, unit: '' },
        path: threshold.path,
      },
      ...(ref === undefined ? [] : [{ ...sideCost(report, own), ref }]),
      { word: 'tolerance', value: spec.toleranceShare, unit: 'share' },
    ],
    recomputed: own.value,
  }
}

function sideCost({ rows }: AskedSweep['report'], { value }: Side): TraceInput {
  const metrics = rows.find(({ id }) => id === String(value))?.metrics
  return { word: 'objective', of: String(value), value: metrics?.objectiveMusd ?? null, unit: 'M$' }
}
