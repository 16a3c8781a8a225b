import type { Region } from '../../../plan/schema/agents.ts'
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
  const at = (t: number, day: number, hour: number, isPeak: boolean) =>
    streams.reduce((sum, { workload, share, shapes }) => {
      const burst = isPeak ? workload.intrahourPeak : 1
      return sum + (workload.tokS[t]! * share * shapes[t]![day]![hour]! * burst) / 1e6
    }, 0)
  const over = (t: number, slice: Slice, isPeak: boolean) =>
    DAYS_OF[slice.dayType].flatMap((day) => slice.hours.map((hour) => at(t, day, hour, isPeak)))
  const table = (value: (t: number, slice: Slice) => number) =>
    periods.map((_, t) => slices.map((slice) => value(t, slice)))
  const mean = (t: number, slice: Slice) => {
    const values = over(t, slice, false)
    return values.reduce((sum, value) => sum + value, 0) / values.length
  }
  return {
    demandMTokS: table(mean),
    peakFactor: table((t, slice) => {
      const own = mean(t, slice)
      return own > 0 ? Math.max(...over(t, slice, true)) / own : 1
    }),
  }
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
