import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AppFault } from '../../plan/fault.ts'
import { medoids } from './medoids.ts'
import { representativeDays, type YearSeries } from './representativeDays.ts'

const HOURS = 8760
const year = (value: (day: number, hour: number) => number) =>
  Array.from({ length: HOURS }, (_, hour) => value(Math.floor(hour / 24), hour % 24))

/** Two kinds of days: 260 of 10 MW and 105 of 4 MW; day 200 reaches 15 MW, day 50 has no sun at full load. */
const load: YearSeries = {
  name: 'load',
  role: 'load',
  values: year((day, hour) => (day === 200 && hour === 15 ? 15 : day % 7 < 5 ? 10 : 4)),
}
const sun: YearSeries = {
  name: 'sun',
  role: 'supply',
  values: year((day, hour) => (day === 50 ? 0 : Math.max(0, Math.sin(((hour - 6) / 12) * Math.PI)))),
}
const price: YearSeries = {
  name: 'price',
  role: 'other',
  values: year((day, hour) => 40 + (hour >= 17 && hour < 21 ? 60 : 0) + (day % 30)),
}

test('points in two heaps have their medoids in the middles', () => {
  const points = [0, 1, 2, 10, 11, 12].map((value) => Float64Array.of(value))
  expect(medoids(points, 2).sort((a, b) => a - b)).toEqual([1, 4])
})

test('peak and stress day are there and stand for themselves', () => {
  const days = representativeDays([load, sun, price], 4)
  expect(days.find((own) => own.kind === 'peak')).toMatchObject({ day: 200, weightDays: 1 })
  expect(days.find((own) => own.kind === 'stress')).toMatchObject({ day: 50, weightDays: 1 })
  expect(days.filter((own) => own.kind === 'typical')).toHaveLength(4)
})

test('the weights are the days of the year, and every series keeps its mean', () => {
  const days = representativeDays([load, sun, price], 4)
  expect(days.reduce((sum, own) => sum + own.weightDays, 0)).toBe(365)
  for (const [s, series] of [load, sun, price].entries()) {
    const represented = days.reduce(
      (sum, own) => sum + own.weightDays * own.values[s]!.reduce((total, value) => total + value, 0),
      0,
    )
    const whole = series.values.reduce((sum, value) => sum + value, 0)
    expect(represented / whole).toBeCloseTo(1, 9)
  }
})

test('weekdays and weekends get a typical day each, weighted by their numbers', () => {
  const days = representativeDays([load], 2).filter((own) => own.kind === 'typical')
  expect(days.map((own) => own.weightDays).sort((a, b) => a - b)).toEqual([104, 260])
})

test('a forced day that is peak and stress at once counts once; a third kind of day is not invented', () => {
  const days = representativeDays([load], 3)
  expect(days.map((own) => own.kind).sort()).toEqual(['peak', 'typical', 'typical'])
  expect(days.reduce((sum, own) => sum + own.weightDays, 0)).toBe(365)
})

test('any year of positive load keeps its energy in as many days as asked for', () => {
  const shape = fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 30, maxLength: 60 })
  fc.assert(
    fc.property(shape, fc.integer({ min: 1, max: 5 }), (levels, k) => {
      const values = year((day, hour) => levels[(day * 7 + hour) % levels.length]!)
      const days = representativeDays([{ name: 'load', role: 'load', values }], k)
      const energy = days.reduce(
        (sum, own) => sum + own.weightDays * own.values[0]!.reduce((total, value) => total + value, 0),
        0,
      )
      const whole = values.reduce((sum, value) => sum + value, 0)
      expect(energy / whole).toBeCloseTo(1, 9)
    }),
    { numRuns: 5 },
  )
})

test('a short year and too many days are named', () => {
  try {
    representativeDays([{ ...load, values: load.values.slice(1) }], 0)
    throw new Error('no fault')
  } catch (error) {
    expect((error as AppFault).faults.map((fault) => fault.path)).toEqual(['load', 'typicalDays'])
  }
})
