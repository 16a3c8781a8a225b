import { expect, test } from 'vitest'
import { lostEnergyShare, type PowerSupply } from './powerOutages.ts'

const flat = new Float64Array(168).fill(10)
const none = { count: 0, unitMw: 0, share: 0 }
const grid: PowerSupply = { gridMw: 10, units: [], generators: none }

test('a grid alone loses its two hours a year', () => {
  const lost = lostEnergyShare(flat, grid, 1)
  expect(lost).toBeGreaterThan((2 / 8760) * 0.3)
  expect(lost).toBeLessThan((2 / 8760) * 2)
  expect(lostEnergyShare(flat, grid, 1)).toBe(lost)
})

test('a spare generator carries nearly all of it, half of the load wired half of it', () => {
  const backed = { ...grid, generators: { count: 6, unitMw: 2.5, share: 1 } }
  expect(lostEnergyShare(flat, backed, 1)).toBeLessThan(1e-6)
  const half = { ...grid, generators: { count: 6, unitMw: 2.5, share: 0.5 } }
  const lost = lostEnergyShare(flat, half, 1)
  expect(lost).toBeGreaterThan((1 / 8760) * 0.3)
  expect(lost).toBeLessThan((1 / 8760) * 2)
})

test('one unit alone is away for its half percent, with a second one hardly ever', () => {
  const island = (count: number): PowerSupply => ({
    gridMw: 0,
    units: [{ count, unitMw: 10 }],
    generators: none,
  })
  const one = lostEnergyShare(flat, island(1), 1)
  expect(one).toBeGreaterThan(0.003)
  expect(one).toBeLessThan(0.007)
  expect(lostEnergyShare(flat, island(2), 1)).toBeLessThan(one / 20)
})

test('what is not there with all of it up is no outage', () => {
  expect(lostEnergyShare(flat, { gridMw: 0, units: [], generators: none }, 1)).toBe(0)
})
