import { countedMonths, MONTHS_PER_QUARTER, monthsPerPeriod, monthsSince } from '../../../../plan/calendar.ts'
import type { SiteBuild } from '../../../../plan/result/siteBuild.ts'
import type { Power } from '../../../../plan/schema/power.ts'
import type { Inputs } from '../../../derive/inputs.ts'

/** MW of firm service so many months after it is energised: a staircase by quarter on what the site brings. */
function rampedMw(power: Power, months: number): number {
  const { gridLimitMw: most, rampStepsMw, rampMwPerQuarter } = power
  const standing = Math.min(most, power.standingMw)
  if (months < 0) return standing
  const quarters = Math.floor(months / MONTHS_PER_QUARTER)
  if (rampStepsMw !== undefined) {
    return Math.max(standing, Math.min(most, rampStepsMw[Math.min(quarters, rampStepsMw.length - 1)]!))
  }
  return rampMwPerQuarter === undefined ? most : Math.min(most, standing + rampMwPerQuarter * (quarters + 1))
}

/**
 * MW of firm service that the grid will have connected by a period: what the site brings; after the queue a staircase
 * or ramp, up to the limit. Where the application is a choice, that of the earliest.
 */
export function gridLimitMw(inputs: Inputs, siteIndex: number, period: number): number {
  const { power } = inputs.plan.sites[siteIndex]!
  if (power.applyFrom === undefined) return rampedMw(power, monthsSince(inputs.plan, power.energised, period))
  const first = inputs.periods.findIndex((own) => mayApplyIn(inputs, siteIndex, own.index))
  return first < 0 ? standingMw(inputs, siteIndex) : appliedLimitMw(inputs, siteIndex, period, first)
}

/** The same where the application went out in a period. */
export function appliedLimitMw(inputs: Inputs, siteIndex: number, period: number, appliedIn: number): number {
  const { power } = inputs.plan.sites[siteIndex]!
  const months = (period - appliedIn) * monthsPerPeriod(inputs.plan)
  return rampedMw(power, months - countedMonths(inputs.plan, power.queueMonths))
}

/** Whether the application for the grid may go out in a period. */
export function mayApplyIn(inputs: Inputs, siteIndex: number, period: number): boolean {
  const { applyFrom } = inputs.plan.sites[siteIndex]!.power
  return applyFrom !== undefined && monthsSince(inputs.plan, applyFrom, period) >= 0
}

/** Firm MW that a site brings. */
export function standingMw(inputs: Inputs, siteIndex: number): number {
  const { gridLimitMw: most, standingMw: own } = inputs.plan.sites[siteIndex]!.power
  return Math.min(most, own)
}

/** New firm MW that a build has contracted to date, given up since or not: what a site brings is not new. */
export function newFirmMw(
  { gridLimitMw: most, standingMw: own }: Pick<Power, 'gridLimitMw' | 'standingMw'>,
  { contractedMw, releasedMw }: Pick<SiteBuild, 'contractedMw' | 'releasedMw'>,
): number {
  return Math.max(0, contractedMw + releasedMw - Math.min(most, own))
}

/** MW of curtailable service that may be had in a period. */
export function flexibleLimitMw(inputs: Inputs, siteIndex: number, period: number): number {
  const { flexible } = inputs.plan.sites[siteIndex]!.power
  if (!flexible) return 0
  return monthsSince(inputs.plan, flexible.energised, period) < 0 ? 0 : flexible.limitMw
}
