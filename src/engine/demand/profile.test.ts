import { expect, test } from 'vitest'
import { OwnProfile } from '../../plan/schema/agents.ts'
import { utcOffsetIn } from './clock.ts'
import { hourlyShape, weekOfDays, weekOfProfile } from './profile.ts'

const peakAtNoon = weekOfDays({
  weekday: {
    values: Array.from({ length: 24 }, (_, hour) => (hour === 12 ? 13 : 11 / 23)),
    level: 1,
    timeBasis: 'local',
  },
  weekend: { values: Array.from({ length: 24 }, () => 1), level: 0.5, timeBasis: 'local' },
})

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

test('a quarter has the clock of most of its days', () => {
  const newYork = { timeZone: 'America/New_York', utcOffsetH: 0 }
  const offsets = ['2027Q1', '2027Q2', '2027Q3', '2027Q4'].map((own) => utcOffsetIn(newYork, own))
  expect(offsets).toEqual([-5, -4, -4, -5])
  expect(utcOffsetIn({ timeZone: 'Asia/Kolkata', utcOffsetH: 0 }, '2027Q1')).toBe(5.5)
  expect(utcOffsetIn({ utcOffsetH: 8 }, '2027Q3')).toBe(8)
})

test('an own day is repeated with its weekends, an own week is kept', () => {
  const day = Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 1 : 3))
  const week = hourlyShape(weekOfProfile(OwnProfile.parse({ hours: day, weekendLevel: 0.5 })), 0)
  expect(week[0]![20]! / week[0]![3]!).toBeCloseTo(3, 12)
  expect(week[6]![20]! / week[0]![20]!).toBeCloseTo(0.5, 12)
  const own = Array.from({ length: 168 }, (_, hour) => hour + 1)
  expect(
    hourlyShape(weekOfProfile(OwnProfile.parse({ hours: own, timeBasis: 'utc' })), 7)[6]![23],
  ).toBeCloseTo(168 / 84.5)
})

test('a profile of 23 hours is refused', () => {
  const refused = OwnProfile.safeParse({ hours: Array(23).fill(1) })
  expect(refused.error?.issues[0]).toMatchObject({
    path: ['hours'],
    message: '24 hours of a day or 168 of a week',
  })
})
