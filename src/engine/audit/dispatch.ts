import type { ResultSlice } from '../../plan/result/slices.ts'

/** MWh of a quarter from mean MW by slice. */
export function energyMwh(slices: readonly ResultSlice[], bySlice: readonly number[]): number {
  return slices.reduce((sum, slice, h) => sum + slice.hoursPerPeriod * (bySlice[h] ?? 0), 0)
}
