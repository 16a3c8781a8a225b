import { getRegion } from '../../../catalog/find.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { SiteBuild } from '../../../plan/result/siteBuild.ts'
import type { ResultSlice } from '../../../plan/result/slices.ts'
import type { Placement } from '../../../plan/result/work.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Site } from '../../../plan/schema/site.ts'
import type { Audited } from '../audited.ts'
import { HOURS_PER_WEEK, isAfter, monthsFrom, monthsIn, seasonOf } from '../calendar.ts'
import type { ClassWeek, Weeks } from './placeWeek.ts'

/** What a site does in one week of a period. */
export interface SiteWeek {
  /** [hour of the week] MW of IT, mean. */
  readonly itMw: Float64Array
  /** [hour of the week] MW of IT at the busiest minute. */
  readonly peakItMw: Float64Array
  /** Units busy at the busiest minute of the week, by accelerator. */
  readonly neededUnits: ReadonlyMap<string, number>
  /** [hour of the week] units busy in the hour's mean, by accelerator. */
  readonly busyUnits: ReadonlyMap<string, Float64Array>
  /** Tokens per second, mean of the week, of classes that no unit of the site serves. */
  readonly unplacedTokS: number
}

/**
 * Runs a site's week hour by hour: tokens of each class go to the units that serve it, each unit draws its idle
 * share and the rest as far as it is busy.
 */
export function runSiteWeek(
  audited: Audited,
  weeks: Weeks,
  site: Site,
  build: SiteBuild,
  t: number,
): SiteWeek {
  const { plan, result, speeds } = audited
  const placed = result.placements.filter((item) => item.siteId === site.id && item.period === build.period)
  const busy = new Map(plan.accelerators.map((own) => [own.id, empty()]))
  let unplacedTokS = 0
  for (const [classId, week] of weeks.at(site.id, t)) {
    const items = placed.filter((item) => item.classId === classId)
    for (let hour = 0; hour < HOURS_PER_WEEK; hour++) {
      const weights = items.map(
        (item) =>
          unitsIn(item, weeks.sliceOfHour[hour]!) * speeds.ownTokS(classId, item.acceleratorId, item.modelId),
      )
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      if (total <= 0) unplacedTokS += week.mean[hour]! / HOURS_PER_WEEK
      else
        items.forEach((item, i) => {
          const own = busy.get(item.acceleratorId)
          const share = weights[i]! / total / speeds.ownTokS(classId, item.acceleratorId, item.modelId)
          if (own && weights[i]! > 0) add(own, week, hour, share)
        })
    }
  }
  const kept = keptUnits(plan, site.id, build.period)
  const busyUnits = new Map([...busy].map(([id, own]) => [id, own.mean.slice()]))
  for (const sold of result.sales.filter((own) => own.siteId === site.id && own.period === build.period))
    for (const [hour, slice] of weeks.sliceOfHour.entries()) {
      const own = busy.get(sold.acceleratorId)
      if (!own) continue
      own.mean[hour] = own.mean[hour]! + (sold.unitsBySlice[slice] ?? 0)
      own.peak[hour] = own.peak[hour]! + (sold.unitsBySlice[slice] ?? 0)
    }
  const neededUnits = new Map(
    [...busy].map(([id, own]) => [id, Math.max(...own.peak) + (kept.get(id)?.units ?? 0)]),
  )
  return {
    itMw: loadMw(audited, weeks, site, build, t, (id, hour) => busy.get(id)!.mean[hour]!, 'mean'),
    peakItMw: loadMw(audited, weeks, site, build, t, (id, hour) => busy.get(id)!.peak[hour]!, 'highest'),
    neededUnits,
    busyUnits,
    unplacedTokS,
  }
}

/** Units that training keeps at a site in a period, and how many of them its work fills. */
export function keptUnits(
  { training }: Plan,
  siteId: string,
  period: string,
): ReadonlyMap<string, { readonly units: number; readonly full: number }> {
  const kept = new Map<string, { units: number; full: number }>()
  for (const own of training) {
    const isOver = own.until !== undefined && isAfter(period, own.until)
    if (own.siteId !== siteId || monthsFrom(own.from, period) < 0 || isOver) continue
    const { units, full } = kept.get(own.acceleratorId) ?? { units: 0, full: 0 }
    kept.set(own.acceleratorId, { units: units + own.units, full: full + own.units * own.loadShare })
  }
  return kept
}

function unitsIn(item: Placement, slice: number): number {
  return item.unitsBySlice[slice] ?? 0
}

function add(own: ClassWeek, week: ClassWeek, hour: number, share: number): void {
  own.mean[hour] = own.mean[hour]! + week.mean[hour]! * share
  own.peak[hour] = own.peak[hour]! + week.peak[hour]! * share
}

/** A week begins on Monday. */
const HOURS_OF_WEEKDAYS = 5 * 24

function loadMw(
  { plan, catalog, result }: Audited,
  weeks: Weeks,
  { id: siteId, facility, catalogRegionId, profiles }: Site,
  build: SiteBuild,
  t: number,
  busyAt: (acceleratorId: string, hour: number) => number,
  kind: 'mean' | 'highest',
): Float64Array {
  const fixedMw = facility.fixedItMwByPeriod.slice(0, t + 1).at(-1) ?? facility.fixedItMw
  const offsetH = Math.round(getRegion(catalog, catalogRegionId).lon / 15)
  const kept = keptUnits(plan, siteId, build.period)
  const ofDays = shareOnDays(result, build)
  return Float64Array.from({ length: HOURS_PER_WEEK }, (_, hour) => {
    const local = (((hour + offsetH) % 24) + 24) % 24
    const day = hour < HOURS_OF_WEEKDAYS ? 'weekday' : 'weekend'
    const share =
      (kind === 'mean' && !profiles?.loadShare?.meanByMonth ? ofDays(day, hour % 24, local) : undefined) ??
      importedShare(plan, profiles?.loadShare, build.period, kind, day, local) ??
      facility.fixedItShareByHour?.[local] ??
      1
    let kw = (fixedMw * share - (build.unservedItMwBySlice[weeks.sliceOfHour[hour]!] ?? 0)) * 1000
    for (const { id, unitItKw, idleShare, accelPerUnit, networkWPerAccel } of plan.accelerators) {
      const inService = build.unitsByAccelerator[id] ?? 0
      const busyUnits = Math.min(inService, busyAt(id, hour) + (kept.get(id)?.full ?? 0))
      kw += unitItKw * (idleShare * (inService - busyUnits) + busyUnits)
      kw += (inService * accelPerUnit * networkWPerAccel) / 1000
    }
    return kw / 1000
  })
}

type LoadShares = NonNullable<NonNullable<Site['profiles']>['loadShare']>

/** Imported share of the fixed load at a local hour: mean or highest of the months of the period, else of the year. */
function importedShare(
  plan: Plan,
  shares: LoadShares | undefined,
  period: string,
  kind: 'mean' | 'highest',
  day: 'weekday' | 'weekend',
  local: number,
): number | undefined {
  const byMonth = (kind === 'mean' ? shares?.meanByMonth : shares?.highestByMonth)?.[day]
  if (!byMonth) return shares?.[kind][day][local]
  const first = seasonOf(period, byMonth.length)
  let [sum, most] = [0, 0]
  for (let after = 0; after < monthsIn(plan); after++) {
    const share = byMonth[(first + after) % byMonth.length]![local]!
    sum += share
    most = Math.max(most, share)
  }
  return kind === 'mean' ? sum / monthsIn(plan) : most
}

/** Share of the fixed load at an hour of a type of day, mean over the representative days of a period. */
function shareOnDays({ siteDays, slices }: PlanResult, build: SiteBuild) {
  const days = siteDays.find(({ siteId }) => siteId === build.siteId)?.days ?? []
  return (dayType: ResultSlice['dayType'], utcHour: number, local: number): number | undefined => {
    let [sum, hours] = [0, 0]
    for (const block of build.dayBlocks) {
      const slice = slices[block.slice]
      const share = days[block.day]?.loadShare?.[local]
      if (slice?.dayType !== dayType || !slice.hoursUtc.includes(utcHour) || share === undefined) continue
      sum += block.hours * share
      hours += block.hours
    }
    return hours > 0 ? sum / hours : undefined
  }
}

function empty(): ClassWeek {
  return { mean: new Float64Array(HOURS_PER_WEEK), peak: new Float64Array(HOURS_PER_WEEK) }
}
