import { expect, test } from 'vitest'
import { weatherOf } from './weather.ts'

const ashburn = { lat: 39.04, lon: -77.49, meanDbC: 12.9, ashrae04DbC: 35.1, ashrae04WbC: 26.2 }

test('a year has the mean of its region and exceeds the 0.4 % condition in 35 hours', () => {
  const { dryC, wetC } = weatherOf(ashburn)
  expect(dryC.reduce((sum, celsius) => sum + celsius, 0) / 8760).toBeCloseTo(ashburn.meanDbC, 6)
  expect(dryC.filter((celsius) => celsius > ashburn.ashrae04DbC + 1e-9)).toHaveLength(35)
  expect(wetC.every((celsius, hour) => celsius <= dryC[hour]!)).toBe(true)
})

test('the same region has the same weather on every run, and July is warmer than January', () => {
  const { dryC } = weatherOf(ashburn)
  expect(weatherOf(ashburn).dryC).toEqual(dryC)
  const mean = (from: number) => dryC.slice(from, from + 720).reduce((sum, celsius) => sum + celsius, 0) / 720
  expect(mean(4344)).toBeGreaterThan(mean(0) + 10)
})
