import { expect, test } from 'vitest'
import { hourlyShape, type WeekShape } from './profile.ts'

const peakAtNoon: WeekShape = {
  weekday: {
    values: Array.from({ length: 24 }, (_, hour) => (hour === 12 ? 13 : 11 / 23)),
    level: 1,
    timeBasis: 'local',
  },
  weekend: { values: Array.from({ length: 24 }, () => 1), level: 0.5, timeBasis: 'local' },
}

test('noon in Tokyo is three in the morning, UTC', () => {
  const tuesday = hourlyShape(peakAtNoon, 9)[1]!
  expect(tuesday.indexOf(Math.max(...tuesday))).toBe(3)
})

test('the mean of the week is one', () => {
  const week = hourlyShape(peakAtNoon, -5.5).flat()
  expect(week).toHaveLength(168)
  expect(week.reduce((total, value) => total + value, 0) / 168).toBeCloseTo(1, 12)
})

test('Monday morning in Tokyo is at the level of a weekday, although it is Sunday in UTC', () => {
  const [monday, , , , friday, , sunday] = hourlyShape(peakAtNoon, 9)
  expect(sunday![23]).toBeCloseTo(monday![0]!, 12)
  expect(friday![23]).toBeGreaterThan(sunday![23]!)
})
