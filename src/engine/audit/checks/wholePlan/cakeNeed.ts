import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, listBuilds } from '../../audited.ts'
import { HOURS_PER_WEEK, monthsFrom, periodsOf } from '../../calendar.ts'
import { agrees, atLeast, atMost } from '../../line.ts'
import { say } from '../../said.ts'
import { windowH } from '../../waiting.ts'
import type { Simulation } from '../../year/siteYear.ts'

const CHECK = 'cake-need'
const TOLERANCE = 0.01
const NOISE_TOK_S = 10

/** Tokens per second by hour of the week of one class and region, at busiest minutes. */
type Part = Float64Array | readonly number[]

/**
 * What the cake says is asked of each site and of all: at least what comes at the busiest minute of all tokens
 * together, at most what would come if every class and region were busiest at once. And how much IT load a site's
 * rooms and cooling could ever carry then.
 */
export function checkCakeNeed(audited: Audited, { weeks }: Simulation): AuditLine[] {
  const { plan, quarters, streams } = audited
  const { sliceOfHour } = weeks
  const atSites = listBuilds(audited).flatMap(({ site, build, t }) => {
    const parts = plan.regions.flatMap((region) =>
      [...weeks.at(site.id, t, (flow) => flow.regionId === region.id).values()].map((week) => week.peak),
    )
    return needLines(audited, site.id, build.period, parts, sliceOfHour)
  })
  const overAll = quarters.flatMap((period, t) => {
    const parts = streams.map((stream) => askedBySlice(audited, stream, t, sliceOfHour))
    return needLines(audited, null, period, parts, sliceOfHour)
  })
  return [...atSites, ...overAll, ...roomLines(audited)]
}

/** At busiest minutes; work that may wait is spread over its slice. */
function askedBySlice(
  { plan, result }: Audited,
  stream: Audited['streams'][number],
  t: number,
  sliceOfHour: readonly number[],
): number[] {
  const tokS = stream.shape[t]!.map((factor) => factor * stream.meanTokS[t]!)
  if (windowH(plan, result.slices, stream.classId) === 0) return tokS.map((value) => value * stream.burst)
  const sums = new Map<number, { tokS: number; hours: number }>()
  for (const [hour, slice] of sliceOfHour.entries()) {
    const own = sums.get(slice) ?? { tokS: 0, hours: 0 }
    sums.set(slice, { tokS: own.tokS + tokS[hour]!, hours: own.hours + 1 })
  }
  return sliceOfHour.map((slice) => sums.get(slice)!.tokS / sums.get(slice)!.hours)
}

function needLines(
  { result, names }: Audited,
  siteId: string | null,
  period: string,
  parts: readonly Part[],
  sliceOfHour: readonly number[],
): AuditLine[] {
  const need = result.cake.find((cell) => cell.siteId === siteId && cell.period === period)?.needTokS ?? 0
  const name = `${siteId ?? 'all sites'} ${period}`
  const place = siteId === null ? say`all sites ${period}` : say`${names.place(siteId)} ${period}`
  let together = 0
  const apart = new Map<number, number>()
  for (let hour = 0; hour < HOURS_PER_WEEK; hour++) {
    together = Math.max(
      together,
      parts.reduce((sum, part) => sum + part[hour]!, 0),
    )
  }
  for (const part of parts) {
    const most = new Map<number, number>()
    for (const [hour, slice] of sliceOfHour.entries())
      most.set(slice, Math.max(most.get(slice) ?? 0, part[hour]!))
    for (const [slice, tokS] of most) apart.set(slice, (apart.get(slice) ?? 0) + tokS)
  }
  const shared = {
    check: CHECK,
    path: `cake[${name}].needTokS`,
    claimed: need,
    unit: 'tok/s',
    toleranceShare: TOLERANCE,
    noise: NOISE_TOK_S,
  }
  return [
    atLeast({ ...shared, what: say`Need of ${place}, all tokens together`, recomputed: together }),
    atMost({
      ...shared,
      what: say`Need of ${place}, each class and region apart`,
      recomputed: Math.max(0, ...apart.values()),
    }),
  ]
}

function roomLines(audited: Audited): AuditLine[] {
  return listBuilds(audited).map(({ site, build, t }) => {
    const { facility } = site
    const isReady =
      t >= periodsOf(audited.plan, facility.buildMonths) && monthsFrom(facility.earliest, build.period) >= 0
    const phases = Math.floor((facility.maxItMw - facility.existingItMw) / facility.moduleItMw + 1e-9)
    const rooms = facility.existingItMw + (isReady ? Math.max(0, phases) * facility.moduleItMw : 0)
    const cell = audited.result.cake.find(
      (own) => own.siteId === site.id && own.period === build.period && own.layer === 'facility',
    )
    return agrees({
      check: CHECK,
      path: `cake[${site.id} ${build.period} facility].native.limit`,
      what: say`What rooms and cooling could carry at ${site} in ${build.period}`,
      claimed: cell?.native.limit ?? 0,
      recomputed: Math.min(rooms, facility.coolingLimitItMw ?? rooms),
      unit: 'MW IT',
      toleranceShare: 1e-6,
    })
  })
}
