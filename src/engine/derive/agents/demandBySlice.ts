import type { Region } from '../../../plan/schema/agents.ts'
import { TOKENS_PER_MTOK } from '../../../plan/units.ts'
import { utcOffsetIn } from '../../demand/clock.ts'
import { DAYS_OF, hourlyShape } from '../../demand/profile.ts'
import type { TaskClass } from '../inputs.ts'
import type { Period } from '../periods.ts'
import type { Slice } from '../slices.ts'
import { shareInClass, type Workload } from './workloads.ts'

/** Demand of one class in some regions. */
export interface SliceDemand {
  /** [period][slice] million tokens per second, mean of the slice. */
  readonly demandMTokS: number[][]
  /** [period][slice] busiest minute of the slice over its mean. */
  readonly peakFactor: number[][]
}

type DemandRegion = Pick<Region, 'id' | 'utcOffsetH' | 'timeZone'>

/**
 * Sums the class's workloads over regions hour by hour, so that time zones pool before peaks are taken:
 *
 *   mean[t,h]  = mean over the block's days and hours of sum_{a,r} tokS[a,t] share[a,r] class[a] shape[a,r](day, hour)
 *   peak[t,h]  = max over the block's days and hours of the same x the within-hour peak of each workload / mean
 */
export function demandBySlice(
  workloads: readonly Workload[],
  taskClass: TaskClass,
  regions: readonly DemandRegion[],
  periods: readonly Period[],
  slices: readonly Slice[],
): SliceDemand {
  const streams = workloads.flatMap((workload) =>
    regions.flatMap((region) => {
      const share = shareInClass(workload, taskClass) * (workload.regionShares[region.id] ?? 0)
      return share > 0 ? [{ workload, share, shapes: shapesByPeriod(workload, region, periods) }] : []
    }),
  )
  const found = periods.map((_, t) => {
    const own = streams.map(({ workload, share, shapes }) => ({
      tokS: workload.tokS[t]! * share,
      burst: workload.intrahourPeak,
      shape: shapes[t]!,
    }))
    return slices.map((slice) => meanAndPeak(own, slice))
  })
  return {
    demandMTokS: found.map((row) => row.map(({ mean }) => mean)),
    peakFactor: found.map((row) => row.map(({ mean, peak }) => (mean > 0 ? peak / mean : 1))),
  }
}

/** What a workload asks for from a region in a period. */
interface Stream {
  readonly tokS: number
  readonly burst: number
  /** [day][hour] of the week. */
  readonly shape: readonly (readonly number[])[]
}

/** Of the hours of a slice, million tokens per second; every screen waits for this, so each hour is looked at once. */
function meanAndPeak(streams: readonly Stream[], { dayType, hours }: Slice) {
  const days = DAYS_OF[dayType]
  let [total, peak] = [0, Number.NEGATIVE_INFINITY]
  for (const day of days)
    for (const hour of hours) {
      let [mean, busiest] = [0, 0]
      for (const { tokS, burst, shape } of streams) {
        const own = tokS * shape[day]![hour]!
        mean += own / TOKENS_PER_MTOK
        busiest += (own * burst) / TOKENS_PER_MTOK
      }
      total += mean
      peak = Math.max(peak, busiest)
    }
  return { mean: total / (days.length * hours.length), peak }
}

/** [period] shape of the week; a region with daylight saving has two. */
function shapesByPeriod({ shape }: Workload, region: DemandRegion, periods: readonly Period[]): number[][][] {
  const byOffset = new Map<number, number[][]>()
  return periods.map(({ label }) => {
    const offset = utcOffsetIn(region, label)
    const known = byOffset.get(offset) ?? hourlyShape(shape, offset)
    byOffset.set(offset, known)
    return known
  })
}
