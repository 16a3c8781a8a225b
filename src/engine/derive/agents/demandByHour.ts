import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { utcOffsetIn } from '../../demand/clock.ts'
import { hourlyShape } from '../../demand/profile.ts'
import { listClasses, listWorkloads, shareInClass } from './workloads.ts'

export type DemandCut = 'regions' | 'classes' | 'lines'

export interface HourSeries {
  /** Of the region, the class or the line. */
  readonly id: string
  readonly name: string
  /** [hour, UTC] tokens per second on a Wednesday. */
  readonly values: readonly number[]
}

/** A working day in the middle of the week, from Monday. */
export const WEDNESDAY = 2

/** Demand through a working day in one period, by region, class or line. */
export function demandByHour(
  plan: Plan,
  catalog: Catalog,
  quarters: readonly string[],
  t: number,
  cut: DemandCut,
): HourSeries[] {
  const workloads = listWorkloads(plan, catalog)
  const parts = workloads.flatMap((workload) =>
    plan.regions.map((region) => {
      const share = workload.regionShares[region.id] ?? 0
      const day = hourlyShape(workload.shape, utcOffsetIn(region, quarters[t]!))[WEDNESDAY]!
      return { workload, region, values: day.map((factor) => factor * share * (workload.tokS[t] ?? 0)) }
    }),
  )
  const sumOf = (weight: (part: (typeof parts)[number]) => number) =>
    Array.from({ length: 24 }, (_, hour) =>
      parts.reduce((sum, part) => sum + part.values[hour]! * weight(part), 0),
    )
  switch (cut) {
    case 'regions':
      return plan.regions.map((own) => ({
        id: own.id,
        name: own.name,
        values: sumOf(({ region }) => (region.id === own.id ? 1 : 0)),
      }))
    case 'classes':
      return listClasses(workloads).map((own) => ({
        id: own.id,
        name: own.id,
        values: sumOf(({ workload }) => shareInClass(workload, own)),
      }))
    case 'lines':
      return workloads.map((own) => ({
        id: own.id,
        name: own.id,
        values: sumOf(({ workload }) => (workload.id === own.id ? 1 : 0)),
      }))
    default:
      return cut satisfies never
  }
}

/** Busiest hour of all together, and the sum of each region's own busiest hour: what time zones save by pooling. */
export function pooling(regions: readonly HourSeries[]): {
  readonly together: number
  readonly apart: number
} {
  const hours = Array.from({ length: 24 }, (_, hour) =>
    regions.reduce((sum, region) => sum + region.values[hour]!, 0),
  )
  return {
    together: Math.max(0, ...hours),
    apart: regions.reduce((sum, region) => sum + Math.max(0, ...region.values), 0),
  }
}
