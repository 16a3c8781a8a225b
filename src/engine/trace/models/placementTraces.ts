import { clockHour } from '../../../plan/calendar.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'

/** Which models stand where, and how busy accelerators are by the hour. */
export const PLACEMENT_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'model-units': (c, [siteId = '', modelId = '', period = '']) => modelUnits(c, siteId, modelId, period),
  'model-ready': (c, [siteId = '', modelId = '', period = '']) => modelReady(c, siteId, modelId, period),
  'busy-hour': (c, parts) => busyHour(c, readHour(parts)),
  utilisation: (c, parts) => utilisation(c, readHour(parts)),
}

type Made = Omit<Trace, 'ref'>
type DayType = PlanResult['slices'][number]['dayType']

/** An hour of a day of a period at a site (empty: all), of a model or an accelerator (empty: training). */
export interface HourOf {
  readonly id: string
  readonly siteId: string
  readonly period: string
  readonly dayType: DayType
  readonly hour: number
}

export function hourRef(
  kind: 'busy-hour' | 'utilisation',
  { id, siteId, period, dayType, hour }: HourOf,
): string {
  return toRef(kind, id, siteId, period, dayType, String(hour))
}

function readHour([id = '', siteId = '', period = '', day = '', hour = '']: readonly string[]): HourOf {
  return { id, siteId, period, dayType: day === 'weekend' ? 'weekend' : 'weekday', hour: Number(hour) }
}

/** Units of a model at a site at its peak, class by class. */
function modelUnits(c: TraceContext, siteId: string, modelId: string, period: string): Made | null {
  const own = c.result.placements.filter(
    (item) => item.siteId === siteId && item.modelId === modelId && item.period === period,
  )
  if (own.length === 0) return null
  const inputs = own.map(({ classId, acceleratorId, units }): TraceInput => {
    const ref = toRef('placement', siteId, classId, acceleratorId, period)
    return { word: 'busyUnits', of: `${classId}, ${acceleratorId}`, value: units, unit: 'units', ref }
  })
  const value = sumInputs(inputs)
  return {
    ...{ word: 'busyUnits', of: `${modelId}, ${c.siteName(siteId)}, ${period}`, value, unit: 'units' },
    ...{ formula: 'units-busy', isDecided: false, inputs, recomputed: value },
  }
}

/** Units that stand ready for a model, whether or not they are at work: the most of any block of hours. */
function modelReady(c: TraceContext, siteId: string, modelId: string, period: string): Made | null {
  const own = c.result.deployments.find(
    (item) => item.siteId === siteId && item.modelId === modelId && item.period === period,
  )
  if (!own) return null
  const inputs = Object.entries(own.heldUnitsBySlice).map(([id, bySlice]): TraceInput => {
    return { word: 'ready', of: id, value: Math.max(0, ...bySlice), unit: 'units' }
  })
  const value = sumInputs(inputs)
  return {
    ...{ word: 'ready', of: `${modelId}, ${c.siteName(siteId)}, ${period}`, value, unit: 'units' },
    ...{ formula: 'units-busy', isDecided: true, inputs, recomputed: value },
  }
}

function sliceAt({ result }: TraceContext, { dayType, hour }: HourOf): number {
  return result.slices.findIndex((slice) => slice.dayType === dayType && slice.hoursUtc.includes(hour))
}

const isAt = (siteId: string) => (own: { readonly siteId: string }) => siteId === '' || own.siteId === siteId

/** Where and when, as in "Dallas, 2031Q4, weekday 14:00 UTC". */
function whenOf(c: TraceContext, { siteId, period, dayType, hour }: HourOf): string {
  return [c.siteName(siteId), period, `${dayType} ${clockHour(hour)} UTC`].filter(Boolean).join(', ')
}

function busyInputs(
  c: TraceContext,
  at: HourOf,
  isWanted: (item: PlanResult['placements'][number]) => boolean,
): TraceInput[] {
  const slice = sliceAt(c, at)
  return c.result.placements
    .filter((item) => item.period === at.period && isAt(at.siteId)(item) && isWanted(item))
    .filter((item) => (item.unitsBySlice[slice] ?? 0) > 0)
    .map((item): TraceInput => {
      const of = `${item.classId}, ${item.modelId}, ${c.siteName(item.siteId)}`
      return { word: 'atWork', of, value: item.unitsBySlice[slice] ?? 0, unit: 'units' }
    })
}

/** Units of a model, or of training, at work in an hour. */
function busyHour(c: TraceContext, at: HourOf): Made | null {
  if (!c.result.periods.includes(at.period)) return null
  const inputs = at.id === '' ? trainingInputs(c, at) : busyInputs(c, at, (item) => item.modelId === at.id)
  const value = sumInputs(inputs)
  const of = [at.id, whenOf(c, at)].filter(Boolean).join(', ')
  return {
    ...{ word: at.id === '' ? 'training' : 'atWork', of, value, unit: 'units' },
    ...{ formula: 'units-busy', isDecided: true, inputs, recomputed: value },
  }
}

function trainingInputs(c: TraceContext, at: HourOf, acceleratorId?: string): TraceInput[] {
  return c.result.builds
    .filter((build) => build.period === at.period && isAt(at.siteId)(build))
    .flatMap((build) =>
      Object.entries(build.trainingByAccelerator)
        .filter(([id, units]) => units > 0 && (acceleratorId === undefined || id === acceleratorId))
        .map(([id, units]): TraceInput => {
          return { word: 'training', of: `${id}, ${c.siteName(build.siteId)}`, value: units, unit: 'units' }
        }),
    )
}

/** Share of an accelerator's units that work in an hour. */
function utilisation(c: TraceContext, at: HourOf): Made | null {
  const builds = c.result.builds.filter((build) => build.period === at.period && isAt(at.siteId)(build))
  const held = builds
    .filter((build) => (build.unitsByAccelerator[at.id] ?? 0) > 0)
    .map(({ siteId, period, unitsByAccelerator }): TraceInput => {
      const ref = toRef('in-service', at.id, siteId, period)
      const value = unitsByAccelerator[at.id] ?? 0
      return { word: 'unitsInService', of: c.siteName(siteId), value, unit: 'units', ref }
    })
  if (sumInputs(held) <= 0 || sliceAt(c, at) < 0) return null
  const working = [
    ...busyInputs(c, at, (item) => item.acceleratorId === at.id),
    ...trainingInputs(c, at, at.id),
  ]
  const value = sumInputs(working) / sumInputs(held)
  return {
    ...{ word: 'utilisation', of: `${at.id}, ${whenOf(c, at)}`, value, unit: 'share' },
    ...{ formula: 'utilisation', isDecided: false, inputs: [...working, ...held], recomputed: value },
  }
}
