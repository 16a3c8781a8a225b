import type { AuditLine } from '../../../../plan/result/audit.ts'
import { HOURS_PER_DAY } from '../../../../plan/units.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees, atMost } from '../../line.ts'
import { say } from '../../said.ts'
import { windowH } from '../../waiting.ts'
import type { Simulation } from '../../year/siteYear.ts'

const CHECK = 'waiting'
const TOLERANCE = 1e-3
const NOISE_TOK_S = 10

type Claim = Audited['result']['demand'][number]

/**
 * Work that waits is done in time: over a day that repeats, served in the order in which it arose, none waits longer
 * than its window; what one slice leaves, others serve; and work that may not wait does not.
 */
export function checkWaiting(audited: Audited, { weeks }: Simulation): AuditLine[] {
  const { plan, result, names } = audited
  return result.demand.flatMap((item) => {
    if (item.waitedTokSBySlice.length === 0) return []
    const name = say`${item.classId} of ${names.region(item.regionId)} in ${item.period}`
    const shared = {
      check: CHECK,
      path: `demand[${item.classId} ${item.regionId} ${item.period}].waitedTokSBySlice`,
    }
    const window = windowH(plan, result.slices, item.classId)
    return (['weekday', 'weekend'] as const).flatMap((dayType) => {
      const own = [...result.slices.keys()].filter((h) => result.slices[h]!.dayType === dayType)
      const net = sumOf(own, (h) => item.waitedTokSBySlice[h]! * result.slices[h]!.hoursPerPeriod)
      const gross = sumOf(own, (h) => Math.abs(item.waitedTokSBySlice[h]!) * result.slices[h]!.hoursPerPeriod)
      const said = dayType === 'weekday' ? say`weekday` : say`weekend`
      return [
        agrees({
          ...shared,
          what: say`What slices of a ${said} leave of ${name}, less what others serve of it`,
          claimed: net,
          recomputed: 0,
          unit: 'tok/s x h',
          toleranceShare: 0,
          noise: 1e-6 * gross + NOISE_TOK_S,
        }),
        atMost({
          ...shared,
          what: say`Longest wait of ${name} on a ${said}`,
          claimed: gross > NOISE_TOK_S ? longestWaitH(audited, weeks.sliceOfHour, item, dayType) : 0,
          recomputed: window,
          unit: 'h',
          toleranceShare: TOLERANCE,
        }),
      ]
    })
  })
}

/** Hours until the work of each hour's end is done, first come first served, on a day that repeats. */
function longestWaitH(
  { streams, quarters }: Audited,
  sliceOfHour: readonly number[],
  item: Claim,
  dayType: 'weekday' | 'weekend',
): number {
  const t = quarters.indexOf(item.period)
  const own = streams.filter((stream) => stream.classId === item.classId && stream.regionId === item.regionId)
  const days = dayType === 'weekday' ? [0, 1, 2, 3, 4] : [5, 6]
  const hours = Array.from({ length: HOURS_PER_DAY }, (_, hour) =>
    days.map((day) => day * HOURS_PER_DAY + hour),
  )
  const arising = hours.map(
    (same) =>
      sumOf(same, (hour) => sumOf(own, (stream) => stream.meanTokS[t]! * stream.shape[t]![hour]!)) /
      same.length,
  )
  // Served evenly within a slice: its own demand, and what waited.
  const served = hours.map(([hour]) => {
    const slice = sliceOfHour[hour!]!
    const same = [...arising.keys()].filter((other) => sliceOfHour[hours[other]![0]!] === slice)
    return sumOf(same, (other) => arising[other]!) / same.length + item.waitedTokSBySlice[slice]!
  })
  const upTo = (values: readonly number[]) => (hour: number) =>
    sumOf([...Array(hour).keys()], (h) => values[h % HOURS_PER_DAY]!)
  const arisen = upTo(arising)
  const done = upTo(served)
  const backlog = Math.max(...hours.map((_, hour) => done(hour) - arisen(hour)))
  const waits = hours.map((_, hour) => {
    const all = backlog + arisen(hour + 1) - NOISE_TOK_S
    let end = hour + 1
    while (done(end) < all && end < hour + 1 + 4 * HOURS_PER_DAY) end++
    return end - (hour + 1)
  })
  return Math.max(...waits)
}
