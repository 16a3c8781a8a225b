import { expect, test } from 'vitest'
import { getAccelerator } from '../../../src/catalog/find.ts'
import { sustainedShare } from '../../../src/engine/throughput/step/generation.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

const catalog = await readCatalog()
const shareOf = (name: string, isFp4 = false): number => sustainedShare(getAccelerator(catalog, name), isFp4)

test('flagships hold their clocks', () => {
  for (const name of ['nvidia-h200-sxm', 'nvidia-b200-sxm', 'amd-mi355x', 'amd-mi325x'])
    for (const isFp4 of [false, true]) expect(shareOf(name, isFp4), name).toBeCloseTo(1, 3)
})

test('boards of the same chip with less power sustain less of their peak', () => {
  expect(shareOf('amd-mi300x')).toBeCloseTo(750 / 1000, 3)
  expect(shareOf('amd-mi350x')).toBeCloseTo((2516 / 1400) * (1000 / 2310), 3)
  expect(shareOf('nvidia-h200-nvl')).toBe(1)
})

test('a peak raised in four bits alone is had as far as the power was', () => {
  expect(shareOf('nvidia-b300-sxm', true)).toBeCloseTo((2250 * 4 * (1100 / 1000)) / 13_500, 3)
  expect(shareOf('nvidia-gb300-nvl72', true)).toBeCloseTo((2250 * 4 * (1400 / 1000)) / 15_000, 3)
  expect(shareOf('nvidia-b300-sxm', false)).toBe(1)
})
