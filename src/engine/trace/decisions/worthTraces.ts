import { findPaths } from '../../../plan/planPath.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { USD_PER_MUSD } from '../../../plan/units.ts'
import { costOfForcing } from '../../why/costOfForcing.ts'
import { limitName } from '../../why/limits/limitWords.ts'
import { type LimitWorth, type QuarterWorth, unitStep } from '../../why/limits/shadowPrices.ts'
import { limitField } from '../limitField.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'

/** What limits are worth and decisions cost, each found by solving the plan again. */
export const WORTH_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'limit-step': (c, [family, ownerId, side = '']) => {
    const own = find(c, family, ownerId)
    if (!own) return null
    return side === 'step' ? stepSize(c, own) : stepWorth(c, own, side)
  },
  'limit-period': (c, [family, ownerId, period, field = '']) => {
    const own = find(c, family, ownerId)
    const found = own?.quarters.find((one) => one.period === period)
    return own && found ? periodWorth(c, own, found, field) : null
  },
  'forced-cost': forcedCost,
  'forced-bound': (c, [side = '']) => forcedBound(c, side),
}

type Made = Omit<Trace, 'ref'>
type Owner = Pick<LimitWorth, 'family' | 'ownerId'>

export function limitStepRef({ family, ownerId }: Owner, side: 'saved' | 'lost' | 'step'): string {
  return toRef('limit-step', family, ownerId, side)
}

export function limitPeriodRef(
  { family, ownerId }: Owner,
  period: string,
  field: 'price' | 'holds' | 'saved',
): string {
  return toRef('limit-period', family, ownerId, period, field)
}

function find({ asked }: TraceContext, family?: string, ownerId?: string): LimitWorth | undefined {
  return asked.worth?.limits.find((own) => own.family === family && own.ownerId === ownerId)
}

/** The limit itself, and the step by which it is moved. */
function limitInputs(
  c: TraceContext,
  { family, ownerId, step, unit }: LimitWorth,
  sign: 1 | -1,
): TraceInput[] {
  const path = limitField(c.plan, family, ownerId)
  return [
    { word: 'step', of: limitName(c.plan, family, [ownerId]), value: sign * step, unit, path },
    { word: 'costAsBuilt', value: c.asked.worth!.objectiveMusd, unit: 'M$' },
  ]
}

/** Cost as built, less the cost with the limit a step wider in every period; or what a step less adds. */
function stepWorth(c: TraceContext, own: LimitWorth, side: string): Made | null {
  const isSaved = side === 'saved'
  const usd = isSaved ? own.savedByStepUsd : own.costOfStepLessUsd
  if (usd === null || (!isSaved && side !== 'lost')) return null
  const asBuilt = c.asked.worth!.objectiveMusd
  const moved = asBuilt + ((isSaved ? -1 : 1) * usd) / USD_PER_MUSD
  return {
    ...{
      word: isSaved ? 'savedByStep' : 'costOfStepLess',
      of: limitName(c.plan, own.family, [own.ownerId]),
      value: usd,
      unit: '$',
    },
    ...{ formula: 'step-worth', isDecided: false, found: 'again' },
    inputs: [
      ...limitInputs(c, own, isSaved ? 1 : -1),
      { word: 'costMoved', value: moved, unit: 'M$' },
      ...own.periods.map((period): TraceInput => ({ word: 'binds', value: period, unit: '' })),
    ],
    recomputed: Math.abs(asBuilt - moved) * USD_PER_MUSD * Math.sign(usd),
  }
}

/** The step of its unit, by tens smaller until it is at most half of the limit. */
function stepSize({ plan }: TraceContext, { family, ownerId, unit, step }: LimitWorth): Made {
  const path = limitField(plan, family, ownerId)
  const most = unitStep(unit)
  return {
    ...{ word: 'step', of: limitName(plan, family, [ownerId]), value: step, unit, formula: 'step-size' },
    isDecided: false,
    inputs: [
      { word: 'step', of: unit, value: most, unit, source: 'src/engine/why/limits/shadowPrices.ts' },
      ...(path === undefined ? [] : [{ word: 'limit' as const, ...limitAt(plan, path), unit, path }]),
    ],
    recomputed: most / 10 ** Math.round(Math.log10(most / step)),
  }
}

/** A limit in the plan's file; one by year or by period as it stands there. */
function limitAt(plan: Plan, path: string): { readonly value: number | string | null } {
  const [keys] = findPaths(plan, path)
  const value = keys?.reduce<unknown>(
    (place, key) => (typeof place === 'object' && place !== null ? Reflect.get(place, key) : undefined),
    plan,
  )
  return { value: typeof value === 'number' ? value : Array.isArray(value) ? value.join(', ') : null }
}

function periodWorth(c: TraceContext, own: LimitWorth, found: QuarterWorth, field: string): Made | null {
  const base = {
    of: `${limitName(c.plan, own.family, [own.ownerId])}, ${found.period}`,
    isDecided: true,
    found: 'again' as const,
  }
  const inputs = limitInputs(c, own, 1)
  const made = (word: Made['word'], value: number, unit: string, formula: Made['formula']): Made => {
    return { ...base, word, value, unit, formula, inputs, recomputed: value }
  }
  if (field === 'price') return made('worth', found.usdPerUnit, '$', 'worth')
  if (field === 'saved') return made('savedByStep', found.savedByStepUsd, '$', 'step-worth')
  return field === 'holds' && found.holdsForUnits !== null
    ? made('holds', found.holdsForUnits, own.unit, 'worth')
    : null
}

/** The plan with the decision forced, less the plan. */
function forcedCost(c: TraceContext): Made | null {
  const { forced } = c.asked
  const { solver } = c.result
  if (!forced?.outcome.metrics) return null
  const { costMusd } = costOfForcing(solver, forced.outcome)
  return {
    ...{ word: 'forcedCost', of: forced.decision, value: costMusd ?? 0, unit: 'M$', formula: 'step-worth' },
    ...{ isDecided: false, found: 'again' },
    inputs: forcedInputs(c, forced.decision, forced.outcome.metrics),
    recomputed: forced.outcome.metrics.objectiveMusd - solver.objectiveMusd,
  }
}

/** What the gaps of the two plans leave open: at least the forced bound less the plan, at most the forced plan less the bound. */
function forcedBound(c: TraceContext, side: string): Made | null {
  const { forced } = c.asked
  const { solver } = c.result
  if (!forced?.outcome.metrics || (side !== 'least' && side !== 'most')) return null
  const { leastMusd, mostMusd } = costOfForcing(solver, forced.outcome)
  const { objectiveMusd, boundMusd } = forced.outcome.metrics
  const isLeast = side === 'least'
  return {
    ...{ word: isLeast ? 'forcedLeast' : 'forcedMost', of: forced.decision, unit: 'M$' },
    ...{ value: isLeast ? leastMusd : mostMusd, formula: 'step-worth', isDecided: false, found: 'again' },
    inputs: forcedInputs(c, forced.decision, forced.outcome.metrics),
    recomputed: isLeast ? Math.max(0, boundMusd - solver.objectiveMusd) : objectiveMusd - solver.boundMusd,
  }
}

function forcedInputs(
  { result: { solver } }: TraceContext,
  of: string,
  { objectiveMusd, boundMusd }: { readonly objectiveMusd: number; readonly boundMusd: number },
): TraceInput[] {
  return [
    { word: 'costMoved', of, value: objectiveMusd, unit: 'M$' },
    { word: 'bound', of, value: boundMusd, unit: 'M$' },
    { word: 'objective', value: solver.objectiveMusd, unit: 'M$' },
    { word: 'bound', value: solver.boundMusd, unit: 'M$', ref: toRef('gap') },
  ]
}
