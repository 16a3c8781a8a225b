import type { PlanAccelerator } from '../../../plan/schema/supply.ts'
import { HOURS_PER_YEAR } from '../../../plan/units.ts'
import { HOURS_PER_WEEK } from '../calendar.ts'
import { poisson, uniform } from './random.ts'

/**
 * One server of eight fails every so many hours: 419 unexpected stops in 54 days on 16,384 accelerators (Llama 3
 * report, 2024; grade B), taken as one server each.
 */
const HOURS_BETWEEN_FAILURES = 6300
/** Hours until it serves again, an estimate (grade C). */
const HOURS_TO_REPAIR = 24
const ACCEL_PER_SERVER = 8
/** So many years of servers are run at least, so that a small site's share is not that of one bad year. */
const SERVER_YEARS = 200

/**
 * Share of the work that failed units leave undone: seeded years, hour by hour, in which servers fail and are repaired.
 * Spares make good for as much as the plan keeps.
 *
 * `busyUnits` is [hour of the week], units busy in the hour's mean.
 */
export function lostShare(
  accelerator: PlanAccelerator,
  unitsInService: number,
  busyUnits: Float64Array,
  seed: number,
): number {
  const servers = (unitsInService * accelerator.accelPerUnit) / ACCEL_PER_SERVER
  const random = uniform(seed)
  let failed = 0
  let asked = 0
  let lost = 0
  const hours = HOURS_PER_YEAR * Math.ceil(Math.min(SERVER_YEARS, SERVER_YEARS / servers))
  for (let hour = 0; hour < hours; hour++) {
    failed += poisson(random, Math.max(0, servers - failed) / HOURS_BETWEEN_FAILURES)
    failed -= Math.min(failed, poisson(random, failed / HOURS_TO_REPAIR))
    const runningShare = Math.max(0, 1 - failed / servers)
    const able = unitsInService * Math.min(1, runningShare / (1 - accelerator.spareShare))
    const busy = busyUnits[hour % HOURS_PER_WEEK]!
    asked += busy
    lost += Math.max(0, busy - able)
  }
  return asked > 0 ? lost / asked : 0
}
