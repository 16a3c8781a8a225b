import type { SweepSpec } from '../../../plan/cases/sweepSpec.ts'
import type { PlanEdit } from '../../../plan/planPath.ts'
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
    ...{ word, of: nameOf(c, spec, row), value, unit, formula: 'variant', isDecided: true, found: 'again' },
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

/** What tells a variant from the others: paths with what they are set to, else its picks, else its place. */
function nameOf(c: TraceContext, spec: SweepSpec, { id, settings }: SweepRow): string {
  if (id === BASE) return c.plan.name
  if (spec.kind === 'sensitivity' || spec.kind === 'grid' || spec.kind === 'threshold') {
    const times = spec.kind === 'threshold' && spec.as === 'times' ? '× ' : ''
    return Object.entries(settings)
      .map(([path, value]) => `${path} ${times}${value}`)
      .join(', ')
  }
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
