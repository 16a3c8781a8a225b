import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share } from './share.ts'

test('what did not change stays the same object', () => {
  const before = {
    sites: [
      { id: 'a', mw: 1 },
      { id: 'b', mw: 2 },
    ],
    name: 'x',
  }
  const after = share(before, {
    sites: [
      { id: 'a', mw: 1 },
      { id: 'b', mw: 3 },
    ],
    name: 'x',
  })
  expect(after.sites[0]).toBe(before.sites[0])
  expect(after.sites[1]).toEqual({ id: 'b', mw: 3 })
  expect(share(before, structuredClone(before))).toBe(before)
  expect(share({ a: 1 }, { b: undefined } as object)).toEqual({ b: undefined })
})

test('is always equal to the next value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(share(a, b)).toEqual(b)
    }),
  )
})
