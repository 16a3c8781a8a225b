import type { EnergySourceRow } from '../../../plan/catalog/siteRows.ts'
import type { Slice } from '../slices.ts'

/** Solar output over installed power by local hour, clear-sky bell between 6 and 18 h, before scaling to the yearly factor. */
const daylight = (hour: number) => Math.max(0, Math.sin(((hour - 6) / 12) * Math.PI))

/** Whether a source follows the sun. */
export const isSolar = (row: Pick<EnergySourceRow, 'id'>) =>
  row.id.startsWith('pv') || row.id.includes('solar')

/** [slice] MW per MW installed. Solar follows the sun of the site's longitude, scaled to its capacity factor; all else is even. */
export function availabilityOf(row: EnergySourceRow, slices: readonly Slice[], utcOffsetH: number): number[] {
  const factor = row.capacityFactorMax
  if (!isSolar(row)) return slices.map(() => factor)
  const mean = Array.from({ length: 24 }, (_, hour) => daylight(hour)).reduce((sum, v) => sum + v, 0) / 24
  return slices.map((slice) => {
    const local = slice.hours.map((hour) => daylight((hour + utcOffsetH + 24) % 24))
    const block = local.reduce((sum, value) => sum + value, 0) / local.length
    return Math.min(1, (factor * block) / mean)
  })
}
