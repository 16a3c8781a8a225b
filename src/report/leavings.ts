import { firstDay } from '../plan/calendar.ts'
import type { Source } from './source.ts'

/** Units delivered together that leave service within the horizon, as a drawing of the build-out marks them. */
export interface Leaving {
  readonly siteId: string
  readonly acceleratorId: string
  readonly units: number
  /** Periods of delivery, and the first one without them. */
  readonly boughtPeriod: string
  readonly period: string
  /** Their first days, as `2027-04-01`. */
  readonly from: string
  readonly to: string
  /** The solve chose the age, not the plan. */
  readonly isEarly: boolean
}

/** Every cohort that leaves, the first to leave first. Screen and report draw from here. */
export function listLeavings({ result }: Source): Leaving[] {
  return result.retirements
    .map(({ siteId, acceleratorId, units, boughtPeriod, period, isEarly }) => ({
      ...{ siteId, acceleratorId, units, boughtPeriod, period, isEarly },
      ...{ from: firstDay(boughtPeriod), to: firstDay(period) },
    }))
    .toSorted((a, b) => a.to.localeCompare(b.to) || a.from.localeCompare(b.from))
}
