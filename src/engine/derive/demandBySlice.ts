import { hourlyShape } from '../demand/profile.ts'
import type { TaskClass } from './inputs.ts'
import type { Slice } from './slices.ts'
import { shareInClass, type Workload } from './workloads.ts'

/** Demand of one class in some regions. */
export interface SliceDemand {
  /** [period][slice] million tokens per second, mean of the slice. */
  readonly demandMTokS: number[][]
  /** [slice] busiest minute of the slice over its mean, in the last period with demand. */
  readonly peakFactor: number[]
}

interface DemandRegion {
  readonly id: string
  readonly utcOffsetH: number
}

/**
 * Sums the class's workloads over regions hour by hour, so that time zones pool before peaks are taken:
 *
 *   mean[t,h]  = mean over the block's hours of sum_{a,r} tokS[a,t] share[a,r] class[a] shape[a,r](hour)
 *   peak[h]    = max over the block's hours of the same x the within-hour peak of each workload / mean
 */
export function demandBySlice(
  workloads: readonly Workload[],
  taskClass: TaskClass,
  regions: readonly DemandRegion[],
  periods: number,
  slices: readonly Slice[],
): SliceDemand {
  const streams = workloads.flatMap((workload) =>
    regions.flatMap((region) => {
      const share = shareInClass(workload, taskClass) * (workload.regionShares[region.id] ?? 0)
      return share > 0 ? [{ workload, share, shape: hourlyShape(workload.shape, region.utcOffsetH) }] : []
    }),
  )
  const at = (t: number, slice: Slice, hour: number, isPeak: boolean) =>
    streams.reduce((sum, { workload, share, shape }) => {
      const burst = isPeak ? workload.intrahourPeak : 1
      return sum + (workload.tokS[t]! * share * shape[slice.dayType][hour]! * burst) / 1e6
    }, 0)
  const demandMTokS = Array.from({ length: periods }, (_, t) =>
    slices.map(
      (slice) => slice.hours.reduce((sum, hour) => sum + at(t, slice, hour, false), 0) / slice.hours.length,
    ),
  )
  const last = demandMTokS.findLastIndex((row) => row.some((value) => value > 0))
  const peakFactor = slices.map((slice) => {
    const mean = demandMTokS[last]?.[slice.index] ?? 0
    return mean > 0 ? Math.max(...slice.hours.map((hour) => at(last, slice, hour, true))) / mean : 1
  })
  return { demandMTokS, peakFactor }
}
