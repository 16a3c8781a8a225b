import { AppFault, type InputFault } from '../../plan/fault.ts'
import { type DayVector, distance, medoids } from './medoids.ts'

/** One quantity through a year, by hour. */
export interface YearSeries {
  readonly name: string
  readonly values: readonly number[]
  /** The peak day has its highest hour; the stress day is the worst sum of them. */
  readonly role: 'load' | 'supply' | 'other'
}

export interface RepresentativeDay {
  /** 0 for the first of January. */
  readonly day: number
  readonly kind: 'typical' | 'peak' | 'stress'
  /** Days of the year that it stands for; all sum to 365. */
  readonly weightDays: number
  /** Days of the year that it stands for, itself among them. */
  readonly members: readonly number[]
  /** [series][hour] values, typical days scaled so that each series keeps its mean of the year. */
  readonly values: readonly (readonly number[])[]
}

const DAYS = 365
const HOURS = 24

/**
 * Typical days by k-medoids over all series (each at deviation 1), beside the day of the highest load and the day of
 * the highest residual (load less supply, each over its highest), which stand for themselves.
 */
export function representativeDays(
  series: readonly YearSeries[],
  typicalDays: number,
): readonly RepresentativeDay[] {
  checkSeries(series, typicalDays)
  const forced = forcedDays(series)
  const rest = Array.from({ length: DAYS }, (_, day) => day).filter((day) => !forced.has(day))
  const vectors = dayVectors(series)
  const chosen = medoids(
    rest.map((day) => vectors[day]!),
    typicalDays,
  ).map((index) => rest[index]!)
  const heaps = Map.groupBy(rest, (day) =>
    chosen.reduce((best, own) =>
      distance(vectors[day]!, vectors[own]!) < distance(vectors[day]!, vectors[best]!) ? own : best,
    ),
  )
  const weights = new Map([...heaps].map(([day, members]) => [day, members.length]))
  const scales = series.map((own) => scaleOf(own, forced, weights))
  // Of two medoids that are the same day in all but name, one has a heap and stands for both.
  const typical = [...heaps].map(([day, members]): RepresentativeDay => {
    const values = series.map((own, s) => hoursOf(own, day).map((value) => value * scales[s]!))
    return { day, kind: 'typical', weightDays: members.length, members, values }
  })
  const extreme = [...forced].map(([day, kind]): RepresentativeDay => {
    return { day, kind, weightDays: 1, members: [day], values: series.map((own) => hoursOf(own, day)) }
  })
  return [...typical, ...extreme].sort((a, b) => a.day - b.day)
}

function forcedDays(series: readonly YearSeries[]): Map<number, 'peak' | 'stress'> {
  const loads = series.filter((own) => own.role === 'load')
  const supplies = series.filter((own) => own.role === 'supply')
  const sumOf = (list: readonly YearSeries[], hour: number) =>
    list.reduce((sum, own) => sum + own.values[hour]! / highest(own), 0)
  const worst = (value: (hour: number) => number) => {
    const hours = Array.from({ length: DAYS * HOURS }, (_, hour) => value(hour))
    return Math.floor(hours.indexOf(hours.reduce((most, own) => Math.max(most, own))) / HOURS)
  }
  const peak = worst((hour) => sumOf(loads, hour))
  const stress = worstDay((hour) => sumOf(loads, hour) - sumOf(supplies, hour))
  return new Map([
    [stress, 'stress'],
    [peak, 'peak'],
  ])
}

/** Day with the highest sum over its hours. */
function worstDay(value: (hour: number) => number): number {
  const sums = Array.from({ length: DAYS }, (_, day) =>
    Array.from({ length: HOURS }, (_own, hour) => value(day * HOURS + hour)).reduce((sum, v) => sum + v, 0),
  )
  return sums.indexOf(Math.max(...sums))
}

function dayVectors(series: readonly YearSeries[]): DayVector[] {
  const standard = series.map(({ values }) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    const deviation = Math.sqrt(variance) || 1
    return values.map((value) => (value - mean) / deviation)
  })
  return Array.from({ length: DAYS }, (_, day) =>
    Float64Array.from(standard.flatMap((values) => values.slice(day * HOURS, (day + 1) * HOURS))),
  )
}

/** Factor on the typical days that gives a series its sum of the year; 1 where they are all zero. */
function scaleOf(
  series: YearSeries,
  forced: ReadonlyMap<number, unknown>,
  weights: ReadonlyMap<number, number>,
): number {
  const sumOf = (day: number) => hoursOf(series, day).reduce((sum, value) => sum + value, 0)
  const year = series.values.reduce((sum, value) => sum + value, 0)
  const extreme = [...forced.keys()].reduce((sum, day) => sum + sumOf(day), 0)
  const typical = [...weights].reduce((sum, [day, weight]) => sum + weight * sumOf(day), 0)
  return typical === 0 ? 1 : (year - extreme) / typical
}

function hoursOf({ values }: YearSeries, day: number): number[] {
  return values.slice(day * HOURS, (day + 1) * HOURS)
}

function highest({ values }: YearSeries): number {
  return values.reduce((most, value) => Math.max(most, value), 0) || 1
}

function checkSeries(series: readonly YearSeries[], typicalDays: number): void {
  const faults: InputFault[] = series.flatMap(({ name, values }) =>
    values.length === DAYS * HOURS
      ? []
      : [{ path: name, value: values.length, expected: '8,760 hours, a year without 29 February' }],
  )
  if (!series.some((own) => own.role === 'load'))
    faults.push({ path: 'series', value: series.map((own) => own.name), expected: 'a series of load' })
  if (!Number.isInteger(typicalDays) || typicalDays < 1 || typicalDays > DAYS - 2)
    faults.push({ path: 'typicalDays', value: typicalDays, expected: 'a whole number from 1 to 363' })
  if (faults.length > 0) throw new AppFault('bad-input', 'Representative days cannot be chosen', faults)
}
