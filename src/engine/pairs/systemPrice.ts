import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { AcceleratorRow } from '../../plan/catalog/hardwareRows.ts'

/** kW of a server per accelerator, the middle of the catalog's range; the board alone where it has none. */
export function serverKw(row: AcceleratorRow): number | null {
  const watts = mean(row.serverWPerAccelLow, row.serverWPerAccelHigh) ?? row.tdpW
  return watts === null ? null : watts / 1000
}

/** USD per accelerator: its share of a whole system's price where the catalog has one; else the accelerator's, times what systems cost over it. */
export function catalogPrice(catalog: Catalog, row: AcceleratorRow) {
  const system = catalog.systems.find((own) => own.acceleratorId === row.id && own.priceUsd !== null)
  if (system?.priceUsd) return { usd: system.priceUsd / system.accelCount, of: 'system' as const }
  const alone = mean(row.priceUsdLow, row.priceUsdHigh)
  return alone === null ? null : { usd: alone * systemFactor(catalog), of: 'estimate' as const }
}

/** Median of system over accelerator price, per accelerator, of the rows that have both. */
function systemFactor(catalog: Catalog): number {
  const ratios = catalog.systems.flatMap(({ acceleratorId, accelCount, priceUsd }) => {
    const row = catalog.accelerators.find((own) => own.id === acceleratorId)
    const alone = row ? mean(row.priceUsdLow, row.priceUsdHigh) : null
    return priceUsd !== null && alone !== null ? [priceUsd / accelCount / alone] : []
  })
  return ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 1
}

function mean(low: number | null, high: number | null): number | null {
  if (low === null || high === null) return low ?? high
  return (low + high) / 2
}
