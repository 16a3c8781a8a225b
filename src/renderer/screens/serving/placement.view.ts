import type { PlanResult } from '../../../plan/result/result.ts'
import type { ResultSlice } from '../../../plan/result/slices.ts'
import type { Plan } from '../../../plan/schema/plan.ts'

/** Units of a model at a site: busy at the site's peak slice, those of them that read prompts alone, and those ready. */
export interface MatrixCell {
  readonly busy: number
  readonly prefill: number
  readonly ready: number
}

export interface MatrixRow {
  readonly modelId: string
  /** [site] in the plan's order. */
  readonly cells: readonly MatrixCell[]
  readonly busy: number
}

/** Model by site in one quarter; models without any unit are left out. */
export function viewMatrix(plan: Plan, result: PlanResult, period: string): MatrixRow[] {
  const placed = result.placements.filter((item) => item.period === period)
  const ready = result.deployments.filter((item) => item.period === period)
  return plan.models
    .map(({ id }) => {
      const cells = plan.sites.map((site): MatrixCell => {
        const held = ready.find((item) => item.siteId === site.id && item.modelId === id)
        const here = placed.filter((item) => item.siteId === site.id && item.modelId === id)
        return {
          busy: sum(here.map((item) => item.units)),
          prefill: sum(here.map((item) => item.prefillUnits ?? 0)),
          ready: sum(Object.values(held?.heldUnitsBySlice ?? {}).map((bySlice) => Math.max(0, ...bySlice))),
        }
      })
      return { modelId: id, cells, busy: sum(cells.map((cell) => cell.busy)) }
    })
    .filter((row) => row.cells.some((cell) => cell.busy + cell.ready > NOISE))
}

/** Less is noise of the solver. */
export const NOISE = 1e-6
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
type DayType = ResultSlice['dayType']

export interface HeatRow {
  readonly acceleratorId: string
  readonly dayType: DayType
  /** [UTC hour] units busy over units in service; null: none is in service. */
  readonly shares: readonly (number | null)[]
}

/** Utilisation of each accelerator by hour, on weekdays and at weekends; `siteId` null: all sites. */
export function viewHeat(plan: Plan, result: PlanResult, siteId: string | null, period: string): HeatRow[] {
  const builds = result.builds.filter(
    (own) => own.period === period && (siteId === null || own.siteId === siteId),
  )
  return plan.accelerators
    .map(({ id }) => ({
      id,
      inService: sum(builds.map((build) => build.unitsByAccelerator[id] ?? 0)),
      trained: sum(builds.map((build) => build.trainingByAccelerator[id] ?? 0)),
    }))
    .filter(({ inService }) => inService > NOISE)
    .flatMap(({ id, inService, trained }) =>
      (['weekday', 'weekend'] as const).map((dayType) => ({
        acceleratorId: id,
        dayType,
        shares: HOURS.map((hour) => {
          const slice = sliceAt(result, dayType, hour)
          if (slice < 0) return null
          const busy = busyUnits(result, siteId, period, slice, (item) => item.acceleratorId === id)
          return (busy + trained) / inService
        }),
      })),
    )
}

export interface HourRow {
  /** A model of the plan, or null for training. */
  readonly modelId: string | null
  /** [UTC hour] units. */
  readonly units: readonly number[]
}

/** Units given to each model by hour of a day. */
export function viewHours(
  plan: Plan,
  result: PlanResult,
  siteId: string | null,
  period: string,
  dayType: DayType,
): HourRow[] {
  const builds = result.builds.filter(
    (own) => own.period === period && (siteId === null || own.siteId === siteId),
  )
  const trained = sum(builds.flatMap((build) => Object.values(build.trainingByAccelerator)))
  const rows: HourRow[] = [
    ...plan.models.map(({ id }) => ({
      modelId: id,
      units: HOURS.map((hour) =>
        busyUnits(result, siteId, period, sliceAt(result, dayType, hour), (item) => item.modelId === id),
      ),
    })),
    { modelId: null, units: HOURS.map(() => trained) },
  ]
  return rows.filter((row) => row.units.some((units) => units > NOISE))
}

function sliceAt({ slices }: PlanResult, dayType: DayType, hour: number): number {
  return slices.findIndex((slice) => slice.dayType === dayType && slice.hoursUtc.includes(hour))
}

function busyUnits(
  { placements }: PlanResult,
  siteId: string | null,
  period: string,
  slice: number,
  isWanted: (item: PlanResult['placements'][number]) => boolean,
): number {
  return sum(
    placements
      .filter(
        (item) => item.period === period && (siteId === null || item.siteId === siteId) && isWanted(item),
      )
      .map((item) => item.unitsBySlice[slice] ?? 0),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
