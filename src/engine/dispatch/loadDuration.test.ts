import { expect, test } from 'vitest'
import { loadDuration } from './loadDuration.ts'

test('the curve falls, ends at the hours of the year and holds their energy', () => {
  const flat = (mw: number) => Array.from({ length: 24 }, () => mw)
  const dispatch = {
    ...{ generated: {}, taken: {}, charged: {}, discharged: {}, unserved: flat(0), usd: 0, drawn: flat(2) },
  }
  const { load } = loadDuration([
    { weightDays: 265, loadMw: flat(5), dispatch },
    { weightDays: 100, loadMw: flat(8), dispatch },
  ])
  expect(load[0]).toMatchObject({ x: 0, y: 8, day: 1 })
  expect(load.at(-1)).toMatchObject({ x: 8760, y: 5, day: 0 })
  expect(load.find((point) => point.y === 5)!.x).toBe(2400)
})
