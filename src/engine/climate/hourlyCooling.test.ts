import { expect, test } from 'vitest'
import { hourlyCooling } from './hourlyCooling.ts'
import { wetBulbC } from './wetBulb.ts'

test("Stull's own example: 20 deg C at 50 % is 13.7 deg C wet", () => {
  expect(wetBulbC(20, 50)).toBeCloseTo(13.7, 1)
})

test('a cold hour and a hot hour on a warm-water loop, by hand', () => {
  const weather = { dryBulbC: [0, 40], wetBulbC: [-1, 22] }
  const { pue, meanPue, highestPue } = hourlyCooling('dlc100_w45_drycooler', weather, 0.06)
  // Cold: pumps and fans alone, 1.03 x (0.020 + 0.014). Hot: 34 deg C is the last free one, 40 is past the band.
  expect(pue[0]).toBeCloseTo(1.06 + 1.03 * 0.034, 9)
  const cop = (0.45 * 313.15) / 12
  expect(pue[1]).toBeCloseTo(1.06 + 1.03 * (0.02 + 1 / Math.min(12, cop)), 9)
  expect(meanPue).toBeCloseTo((pue[0]! + pue[1]!) / 2, 12)
  expect(highestPue).toBe(pue[1])
})

test('a tower drinks, a dry cooler does not', () => {
  const weather = { dryBulbC: [25], wetBulbC: [20] }
  expect(hourlyCooling('dlc85_w32_tower', weather, 0.06).meanWueLPerKwh).toBeCloseTo(0.85 * 1.03 * 1.66, 2)
  expect(hourlyCooling('dlc85_w45_drycooler', weather, 0.06).meanWueLPerKwh).toBe(0)
})
