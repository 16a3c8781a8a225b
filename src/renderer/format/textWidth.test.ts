import { expect, test } from 'vitest'
import { lettersOf } from './textWidth.ts'

test('a Chinese character, and a bracket or comma of full width, takes nearly two letters', () => {
  expect(lettersOf('Dallas')).toBe(6)
  expect(lettersOf('达拉斯')).toBeCloseTo(5.55)
  expect(lettersOf('（，：')).toBe(lettersOf('达拉斯'))
  expect(lettersOf('7 台')).toBeCloseTo(3.85)
})
