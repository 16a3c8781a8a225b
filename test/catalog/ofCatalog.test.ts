import { expect, test } from 'vitest'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { isOverride } from '../../src/renderer/grid/origin.ts'
import { ofAccelerator, ofBuilding } from '../../src/renderer/screens/layers/fields/ofCatalog.ts'

const catalog = await readCatalog()

test('a building says what the catalog has for its kind, with source and grade', () => {
  const site = { facility: { archetypeId: 'colo_multi_tenant' } }
  expect(ofBuilding('capexMusdPerMwTotal')(site, catalog)).toMatchObject({ value: 11.7, grade: 'B' })
  expect(ofBuilding('buildMonthsTyp')(site, catalog)).toMatchObject({ value: 22 })
  expect(ofBuilding('moduleMwIt')({ facility: { archetypeId: 'none' } }, catalog)).toBeUndefined()
})

test('a unit costs and draws what its accelerators do in the catalog', () => {
  const unit = { catalogAcceleratorId: 'nvidia-a100-sxm-80gb', accelPerUnit: 8 }
  // Mean of 10,000 and 15,000 dollars; 812 W each with their share of the server.
  expect(ofAccelerator('priceUsdPerUnit')(unit, catalog)?.value).toBe(100_000)
  expect(ofAccelerator('unitItKw')(unit, catalog)?.value).toBeCloseTo(6.496, 9)
})

test('what rounding makes of a value is no override', () => {
  const known = { value: 11.7, source: '', grade: 'B' }
  expect(isOverride(11.700000000000001, known)).toBe(false)
  expect(isOverride(11.8, known)).toBe(true)
  expect(isOverride(undefined, known)).toBe(true)
})
