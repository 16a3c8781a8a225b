import type { Catalog } from '../../../plan/catalog/catalog.ts'

type AcceleratorRow = Catalog['accelerators'][number]

/**
 * IT power and price of a unit of so many accelerators as the catalog has them: the server's higher watts, the mean of
 * the prices seen. What nobody knows is left out.
 */
export function unitOfCatalog(row: AcceleratorRow, accelPerUnit: number) {
  const prices = [row.priceUsdLow, row.priceUsdHigh].filter((price) => price !== null)
  const priceUsd = prices.reduce((sum, price) => sum + price, 0) / Math.max(1, prices.length)
  const wattsEach = row.serverWPerAccelHigh ?? row.serverWPerAccelLow ?? row.tdpW
  return {
    ...(wattsEach === null ? {} : { unitItKw: (accelPerUnit * wattsEach) / 1000 }),
    ...(prices.length === 0 ? {} : { priceUsdPerUnit: accelPerUnit * priceUsd }),
  }
}
