import type { PlanAccelerator } from './schema/supply.ts'
import { W_PER_KW } from './units.ts'

/** Power of a unit and of its network. */
type Rating = Pick<PlanAccelerator, 'unitItKw' | 'accelPerUnit' | 'networkWPerAccel'>

/** Switches and optics of one unit, kW: drawn whether it works or not. */
export function unitNetworkKw({ accelPerUnit, networkWPerAccel }: Omit<Rating, 'unitItKw'>): number {
  return (accelPerUnit * networkWPerAccel) / W_PER_KW
}

/** IT power of one unit at work with its share of the network, kW. */
export function unitKw(own: Rating): number {
  return own.unitItKw + unitNetworkKw(own)
}
