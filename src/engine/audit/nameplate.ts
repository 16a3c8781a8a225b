import type { PlanAccelerator } from '../../plan/schema/supply.ts'

/** What the rooms must carry for one unit, kW: its own rating and the switches and optics of its accelerators. */
export function nameplateKw(own: PlanAccelerator | undefined): number {
  return own === undefined ? 0 : own.unitItKw + own.accelPerUnit * (own.networkWPerAccel / 1000)
}
