import { expect, test } from 'vitest'
import { clipTo, sideOfStart, widthOfNames } from './ganttNames.ts'

const LONG = 'UPS double conversion 1.875 MW (Eaton 9395XR) · 3 units'

test('a name has its room where the drawing is wide, and is clipped where the days would have none', () => {
  expect(clipTo(widthOfNames([LONG, 'Rooms'], 1080), LONG)).toBe(LONG)
  const room = widthOfNames([LONG], 720)
  expect(room).toBeLessThan(720 / 2)
  expect(clipTo(room, LONG)).toMatch(/^UPS double conversion .*…$/)
  expect(clipTo(room, 'Rooms')).toBe('Rooms')
})

test('Chinese characters take the room of two letters', () => {
  const room = widthOfNames(['机架式冷却分配单元 · 3 台'], 1080)
  expect(room).toBeGreaterThan(widthOfNames(['abcdefghi · 3 d'], 1080))
  expect(clipTo(room - 40, '机架式冷却分配单元 · 3 台')).toMatch(/^机架式.*…$/)
})

test.each([
  [300, [100, 500], 'end'],
  // A year stands before the line.
  [300, [200, 290], null],
  [300, [260, 500], 'start'],
  [300, [280, 350], null],
  // The names of the bars end shortly before it.
  [60, [400], 'start'],
])('the name of the start at %s, years at %s: %s', (at, years, side) =>
  expect(sideOfStart(at, years, [20, 900])).toBe(side),
)
