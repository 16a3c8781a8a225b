import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hatch } from './hatch.ts'

const length = fc.double({ min: 0.1, max: 300, noNaN: true })

test('lines of a hatching stay within their surface, and seven series in turn have lines of their own', () => {
  fc.assert(
    fc.property(
      length,
      length,
      length,
      length,
      fc.integer({ min: 0, max: 20 }),
      (x, y, width, height, index) => {
        const numbers = [...hatch(index, { x, y, width, height }).matchAll(/[ML](\S+?) ([\d.-]+)/g)]
        for (const [, across, down] of numbers) {
          expect(Number(across)).toBeGreaterThanOrEqual(x - 0.06)
          expect(Number(across)).toBeLessThanOrEqual(x + width + 0.06)
          expect(Number(down)).toBeGreaterThanOrEqual(y - 0.06)
          expect(Number(down)).toBeLessThanOrEqual(y + height + 0.06)
        }
      },
    ),
  )
  const drawn = Array.from({ length: 7 }, (_, index) => hatch(index, { x: 3, y: 5, width: 40, height: 30 }))
  expect(new Set(drawn).size).toBe(7)
  expect(hatch(7, { x: 3, y: 5, width: 40, height: 30 })).toBe(drawn[0])
})

test('lines of neighbouring surfaces go on in each other: a level line every 8 px, whatever the surface', () => {
  expect(hatch(3, { x: 0, y: 1, width: 10, height: 16 })).toBe('M0 8L10 8M0 16L10 16')
  expect(hatch(4, { x: 7.5, y: 0, width: 10, height: 4 })).toBe('M8 0L8 4M16 0L16 4')
  expect(hatch(1, { x: 0, y: 0, width: 8, height: 8 })).toBe('M0 8L8 0')
  expect(hatch(2, { x: 0, y: 0, width: 8, height: 8 })).toBe('M0 0L8 8')
})
