import { expect, test } from 'vitest'
import { atEvenTimes } from './atEvenTimes.ts'

test('a solve of 27 s is shown at half seconds, each with what was known by then', () => {
  const found = [
    { timeS: 3.19, gap: 9 },
    { timeS: 4.6, gap: 5 },
    { timeS: 26.7, gap: 1 },
  ]
  const { times, shown } = atEvenTimes(found)
  expect(times.slice(0, 3)).toEqual([0, 0.5, 1])
  expect(times.at(-1)).toBe(27)
  expect(shown[6]).toBeUndefined()
  expect(shown[7]).toBe(found[0])
  expect(shown[10]).toBe(found[1])
  expect(shown.at(-1)).toBe(found[2])
})

test('before the first second there are steps too', () => {
  expect(atEvenTimes([{ timeS: 0.1 }, { timeS: 0.6 }]).times.at(-1)).toBe(0.6)
  expect(atEvenTimes([]).times).toEqual([])
})
