import type { Inputs } from '../../derive/inputs.ts'
import { quartersSince } from '../../derive/periods.ts'

/** MW of firm service that the grid will have connected by a period: queue, then a staircase or ramp, up to the limit. */
export function gridLimitMw(inputs: Inputs, siteIndex: number, period: number): number {
  const { power } = inputs.plan.sites[siteIndex]!
  const since = quartersSince(inputs.plan, power.energised, period)
  if (since < 0) return 0
  const { rampStepsMw, rampMwPerQuarter } = power
  if (rampStepsMw !== undefined) {
    return Math.min(power.gridLimitMw, rampStepsMw[Math.min(since, rampStepsMw.length - 1)]!)
  }
  if (rampMwPerQuarter === undefined) return power.gridLimitMw
  return Math.min(power.gridLimitMw, rampMwPerQuarter * (since + 1))
}

/** MW of curtailable service that may be had in a period. */
export function flexibleLimitMw(inputs: Inputs, siteIndex: number, period: number): number {
  const { flexible } = inputs.plan.sites[siteIndex]!.power
  if (!flexible) return 0
  return quartersSince(inputs.plan, flexible.energised, period) < 0 ? 0 : flexible.limitMw
}
