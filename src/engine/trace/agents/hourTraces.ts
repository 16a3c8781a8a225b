import { getArchetype, hourlyProfile } from '../../../catalog/find.ts'
import { clockHour } from '../../../plan/calendar.ts'
import { hourColumn } from '../../../plan/catalog/demandRows.ts'
import { HOURS_PER_DAY } from '../../../plan/units.ts'
import { utcOffsetIn } from '../../demand/clock.ts'
import { hourlyShape } from '../../demand/profile.ts'
import { type DemandCut, demandByHour, WEDNESDAY } from '../../derive/agents/demandByHour.ts'
import { listClasses, shareInClass, type Workload } from '../../derive/agents/workloads.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'

/** Demand through a working day: of a region, a class or a line; of a line in a region; and the shape of its hours. */
export const HOUR_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'demand-hour': (c, [cut = '', id = '', period = '', hour = '']) => {
    const t = c.labels.indexOf(period)
    return isCut(cut) && t >= 0 ? demandHour({ c, t, period, hour: Number(hour) }, cut, id) : null
  },
  'line-hour': (c, [lineId = '', regionId = '', period = '', hour = '']) => {
    const part = findPart(c, lineId, regionId, period)
    return part && lineHour(part, Number(hour))
  },
  'hour-factor': (c, [lineId = '', regionId = '', period = '', hour = '']) => {
    const part = findPart(c, lineId, regionId, period)
    return part && hourFactor(part, Number(hour))
  },
  'profile-hour': (c, [lineId = '', hour = '']) => profileHour(c, lineId, Number(hour)),
}

type Made = Omit<Trace, 'ref'>
const CUTS: readonly DemandCut[] = ['regions', 'classes', 'lines']
const isCut = (cut: string): cut is DemandCut => CUTS.some((own) => own === cut)

/** Tokens a second of a region, a class or a line in an hour (UTC) of a working day. */
export function demandHourRef(cut: DemandCut, id: string, period: string, hour: number): string {
  return toRef('demand-hour', cut, id, period, String(hour))
}

/** An hour of a line's profile: of the day, or of the week where the profile has one. */
export function profileHourRef(lineId: string, hour: number): string {
  return toRef('profile-hour', lineId, String(hour))
}

interface When {
  readonly c: TraceContext
  readonly t: number
  readonly period: string
  readonly hour: number
}

function demandHour({ c, t, period, hour }: When, cut: DemandCut, id: string): Made | null {
  const series = demandByHour(c.plan, c.catalog, c.labels, t, cut).find((own) => own.id === id)
  const value = series?.values[hour]
  if (!series || value === undefined) return null
  const taskClass = listClasses(c.workloads).find((own) => own.id === id)
  const weightOf = (line: Workload, regionId: string): number => {
    if (cut === 'classes') return taskClass ? shareInClass(line, taskClass) : 0
    return (cut === 'lines' ? line.id : regionId) === id ? 1 : 0
  }
  const parts = c.workloads.flatMap((line) =>
    c.plan.regions.flatMap((region) => {
      const weight = weightOf(line, region.id)
      if (weight <= 0 || (line.regionShares[region.id] ?? 0) <= 0) return []
      return [{ weight, line, region, tokS: tokSOf({ c, line, region, period, t }, hour) }]
    }),
  )
  return {
    ...{ word: 'demand', of: `${series.name}, ${period}, ${clockHour(hour)} UTC`, value, unit: 'tok/s' },
    ...{ formula: 'demand-hour', isDecided: false },
    inputs: parts.flatMap(({ weight, line, region, tokS }): TraceInput[] => {
      const ref = toRef('line-hour', line.id, region.id, period, String(hour))
      return [
        { word: 'line', of: `${line.id}, ${region.name}`, value: tokS, unit: 'tok/s', ref },
        ...(cut === 'classes'
          ? [{ word: 'classShare' as const, of: line.id, value: weight, unit: 'share' }]
          : []),
      ]
    }),
    recomputed: parts.reduce((sum, own) => sum + own.weight * own.tokS, 0),
  }
}

/** A line of demand in a region. */
interface Part {
  readonly c: TraceContext
  readonly line: Workload
  readonly region: TraceContext['plan']['regions'][number]
  readonly period: string
  readonly t: number
}

function findPart(c: TraceContext, lineId: string, regionId: string, period: string): Part | null {
  const line = c.workloads.find((own) => own.id === lineId)
  const region = c.plan.regions.find((own) => own.id === regionId)
  const t = c.labels.indexOf(period)
  return line && region && t >= 0 ? { c, line, region, period, t } : null
}

const factorOf = ({ line, region, period }: Part, hour: number): number =>
  hourlyShape(line.shape, utcOffsetIn(region, period))[WEDNESDAY]![hour]!

const tokSOf = (part: Part, hour: number): number =>
  (part.line.tokS[part.t] ?? 0) * (part.line.regionShares[part.region.id] ?? 0) * factorOf(part, hour)

const named = ({ line, region, period }: Part, hour: number): string =>
  `${line.id}, ${region.name}, ${period}, ${clockHour(hour)} UTC`

function lineHour(part: Part, hour: number): Made {
  const { line, region, period, t } = part
  const [tokS, share, factor] = [
    line.tokS[t] ?? 0,
    line.regionShares[region.id] ?? 0,
    factorOf(part, hour),
  ] as const
  return {
    ...{ word: 'line', of: named(part, hour), value: tokSOf(part, hour), unit: 'tok/s' },
    ...{ formula: 'demand-hour', isDecided: false },
    inputs: [
      { word: 'line', of: line.id, value: tokS, unit: 'tok/s', ref: toRef('demand-line', line.id, period) },
      {
        ...{ word: 'regionShare', of: region.name, value: share, unit: 'share' },
        path: `demand[${line.id}].regionShares.${region.id}`,
      },
      {
        ...{ word: 'hourFactor', of: `${clockHour(hour)} UTC`, value: factor, unit: '×' },
        ref: toRef('hour-factor', line.id, region.id, period, String(hour)),
      },
    ],
    recomputed: tokS * share * factor,
  }
}

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The hour over the mean of the week: between two hours of the profile where the zone is off by half of one. */
function hourFactor(part: Part, hour: number): Made {
  const { c, line, region, period } = part
  const { hours, isLocal } = line.shape
  const offset = utcOffsetIn(region, period)
  const wanted = WEDNESDAY * HOURS_PER_DAY + hour + (isLocal ? offset : 0)
  const first = Math.floor(wanted)
  const share = wanted - first
  const own = (place: number): number => hours[(place + hours.length) % hours.length]!
  const mean = hours.reduce((sum, value) => sum + value, 0) / hours.length
  const field = region.timeZone === undefined ? 'utcOffsetH' : 'timeZone'
  const ofHour = (place: number): TraceInput => {
    const of = `${DAY_NAMES[Math.floor(place / HOURS_PER_DAY)]} ${clockHour(place % HOURS_PER_DAY)}`
    return { word: 'profileHour', of, value: own(place), unit: '', ...cellOf(c, line.id, place) }
  }
  return {
    ...{ word: 'hourFactor', of: named(part, hour), value: factorOf(part, hour), unit: '×' },
    ...{ formula: 'hour-shape', isDecided: false },
    inputs: [
      ofHour(first),
      ...(share > 0 ? [ofHour(first + 1)] : []),
      { word: 'weekMean', value: mean, unit: '', ...cellOf(c, line.id, null) },
      ...(isLocal
        ? [
            {
              ...{ word: 'clock' as const, of: region.name, value: offset, unit: 'h' },
              path: `regions[${region.id}].${field}`,
            },
          ]
        : []),
    ],
    recomputed: (own(first) * (1 - share) + own(first + 1) * share) / mean,
  }
}

/** Where an hour of the week comes from: the line's own profile, or the catalog's of its archetype; null: all of them. */
function cellOf(c: TraceContext, lineId: string, place: number | null): Pick<TraceInput, 'path' | 'cell'> {
  const demand = c.plan.demand.find((own) => own.id === lineId)!
  if (demand.profile) return { path: `demand[${lineId}].profile.hours` }
  const { id, profileId } = getArchetype(c.catalog, demand.archetypeId)
  if (place === null) return { cell: { table: 'demand_archetypes', rowId: id, column: 'profile_id' } }
  // Hours around a Wednesday, wherever the region: working days, whose level is 1.
  return { cell: { table: 'demand_profiles', rowId: profileId, column: hourColumn(place % HOURS_PER_DAY) } }
}

/** An hour of a profile as the plan or the catalog says it. */
function profileHour(c: TraceContext, lineId: string, hour: number): Made | null {
  const demand = c.plan.demand.find((own) => own.id === lineId)
  if (!demand) return null
  const { profileId } = getArchetype(c.catalog, demand.archetypeId)
  const value = (demand.profile?.hours ?? hourlyProfile(c.catalog, profileId, 'weekday').values)[hour]
  if (value === undefined) return null
  const of = `${lineId}, ${clockHour(hour)}`
  return {
    ...{ word: 'profileHour', of, value, unit: '', formula: 'hour-shape', isDecided: false },
    inputs: [{ word: 'profileHour', of, value, unit: '', ...cellOf(c, lineId, hour) }],
    recomputed: value,
  }
}
