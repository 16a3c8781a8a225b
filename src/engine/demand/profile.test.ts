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
  const { weekday } = hourlyShape(peakAtNoon, 9)
  expect(weekday.indexOf(Math.max(...weekday))).toBe(3)
})

test('the mean of the week is one', () => {
  const { weekday, weekend } = hourlyShape(peakAtNoon, -5.5)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  expect((5 * sum(weekday) + 2 * sum(weekend)) / 7 / 24).toBeCloseTo(1, 12)
})
