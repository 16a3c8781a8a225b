import { expect, test } from 'vitest'
import { capexByComponent } from '../../../src/engine/facility/capexByComponent.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

test('a mine conversion at 8 M$ a MW: half of it electrical, the parts sum to the price', async () => {
  // Catalog: shell 1.2, electrical 4.2, mechanical 2.4, fit-out 1.2 of 9.0.
  const catalog = await readCatalog()
  const parts = capexByComponent({ archetypeId: 'crypto_conversion', capexMusdPerMw: 8 }, catalog, 30)!
  expect(parts.find((own) => own.component === 'electrical')!.musd).toBeCloseTo((30 * 8 * 4.2) / 9, 9)
  expect(parts.reduce((sum, own) => sum + own.musd, 0)).toBeCloseTo(240, 9)
  expect(capexByComponent({ archetypeId: 'unknown', capexMusdPerMw: 8 }, catalog, 30)).toBeNull()
})
