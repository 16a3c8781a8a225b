import type { PlanResult } from '../../../plan/result/result.ts'

/** IT built at a site in each of the periods, MW; 0 in those that the result does not have. */
export function builtOf(result: PlanResult, siteId: string, periods: readonly string[]): readonly number[] {
  const own = new Map(
    result.builds.filter((build) => build.siteId === siteId).map((build) => [build.period, build.builtItMw]),
  )
  return periods.map((period) => own.get(period) ?? 0)
}

/** The outline of steps one wide, from the ground of a picture of height 1; `mostMw` reaches its top. */
export function stepPath(built: readonly number[], mostMw: number): string {
  const steps = built.map((mw, index) => `V${mostMw > 0 ? 1 - mw / mostMw : 1}H${index + 1}`)
  return `M0 1${steps.join('')}V1Z`
}
