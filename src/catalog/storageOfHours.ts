import type { Catalog } from '../plan/catalog/catalog.ts'
import type { EnergySourceRow } from '../plan/catalog/siteRows.ts'
import { getEnergySource } from './find.ts'

/** Hours at full power of the catalog's storage, as in their names. */
export const HOURS_OF_STORAGE: Readonly<Record<string, number>> = {
  bess_2h: 2,
  bess_4h: 4,
  bess_8h: 8,
  ldes_ironair: 100,
}

/**
 * The catalog's row of a plant; of a battery that has other hours than its row, with the price and the credit against
 * the peak that the catalog's batteries have at those hours: straight lines between them and on beyond them, the
 * credit from none at no hours and never above that of the longest.
 */
export function plantRow(
  catalog: Catalog,
  plant: { readonly energySourceId: string; readonly durationH?: number | undefined },
): EnergySourceRow {
  const row = getEnergySource(catalog, plant.energySourceId)
  const { durationH } = plant
  if (durationH === undefined || !row.id.startsWith('bess') || durationH === HOURS_OF_STORAGE[row.id])
    return row
  const batteries = catalog.energy_sources
    .flatMap((own) => {
      const hours = HOURS_OF_STORAGE[own.id]
      return own.id.startsWith('bess') && hours !== undefined ? [{ own, hours }] : []
    })
    .sort((a, b) => a.hours - b.hours)
  const at = (pick: (own: EnergySourceRow) => number, from: readonly Point[] = []) =>
    onLine([...from, ...batteries.map(({ own, hours }): Point => [hours, pick(own)])], durationH)
  const most = Math.max(...batteries.map(({ own }) => own.firmCapacityCredit))
  return {
    ...row,
    capexUsdPerKw: at((own) => own.capexUsdPerKw),
    fixedOmUsdPerKwYr: at((own) => own.fixedOmUsdPerKwYr),
    firmCapacityCredit: Math.min(
      most,
      at((own) => own.firmCapacityCredit, [[0, 0]]),
    ),
  }
}

type Point = readonly [x: number, y: number]

/** Value at x on the line through points ordered by x, its first and last piece drawn on. */
function onLine(points: readonly Point[], x: number): number {
  const next = points.findIndex(([at]) => at >= x)
  const right = Math.max(1, next < 0 ? points.length - 1 : next)
  const [[x0, y0], [x1, y1]] = [points[right - 1]!, points[right]!]
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
}
