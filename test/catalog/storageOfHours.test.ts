import { expect, test } from 'vitest'
import { plantRow } from '../../src/catalog/storageOfHours.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'

const catalog = await readCatalog()
const at = (durationH: number, energySourceId = 'bess_4h') => plantRow(catalog, { energySourceId, durationH })

test('a battery of six hours lies half way between those of four and eight', () => {
  expect(at(6).capexUsdPerKw).toBeCloseTo((1842 + 3225) / 2, 9)
  expect(at(6).firmCapacityCredit).toBeCloseTo((0.55 + 0.7) / 2, 9)
  expect(at(6, 'bess_2h')).toMatchObject({ capexUsdPerKw: at(6).capexUsdPerKw })
})

test('an hour has half the credit of two, and beyond eight hours there is no more', () => {
  expect(at(1).firmCapacityCredit).toBeCloseTo(0.2, 9)
  expect(at(1).capexUsdPerKw).toBeCloseTo(1150 - (1842 - 1150) / 2, 9)
  expect(at(12).firmCapacityCredit).toBe(0.7)
  expect(at(4)).toBe(plantRow(catalog, { energySourceId: 'bess_4h' }))
})
