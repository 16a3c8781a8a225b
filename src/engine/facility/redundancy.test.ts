import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppFault } from '../../plan/fault.ts'
import { countUnits } from './redundancy.ts'

// 10 MW on units of 1.875 MW: 5.33, so 6 carry it.
test.each([
  ['N', 6],
  ['N+1', 7],
  ['N+2', 8],
  ['2N', 12],
  ['2(N+1)', 14],
  // 10 / (3 x 1.875) = 1.78: two sets of four.
  ['4N3R', 8],
  ['3N2R', 9],
  // One catcher for five, a second for the sixth.
  ['block', 8],
] as const)('10 MW on units of 1.875 MW under %s are %i', (scheme, installed) => {
  expect(countUnits(10, 1.875, scheme).installed).toBe(installed)
})

test('spares stand once in each block', () => {
  // Four blocks of 2.5 MW: two units each, one spare each.
  expect(countUnits(10, 1.875, 'N+1', 4)).toEqual({ needed: 8, installed: 12 })
})

test('a load that fills its units exactly needs no more, and no load needs none', () => {
  expect(countUnits(7.5, 1.875, 'N')).toEqual({ needed: 4, installed: 4 })
  expect(countUnits(0, 1.875, '2N')).toEqual({ needed: 0, installed: 0 })
})

test('what remains with the spares out carries the load', () => {
  const load = fc.double({ min: 0.01, max: 500, noNaN: true })
  const unit = fc.double({ min: 0.1, max: 20, noNaN: true })
  fc.assert(
    fc.property(load, unit, fc.integer({ min: 1, max: 9 }), (mw, size, spares) => {
      const { installed } = countUnits(mw, size, `N+${spares}`)
      expect((installed - spares) * size).toBeGreaterThanOrEqual(mw - 1e-5 * size)
    }),
  )
})

test.each(['0N', 'N+0', '3N3R', '2N3R', 'n+1', ''])('scheme %s is refused by name', (scheme) => {
  expect(() => countUnits(10, 2, scheme)).toThrow(AppFault)
})

test('a unit of no size and a negative load are faults, both named', () => {
  try {
    countUnits(-1, 0, 'N')
    throw new Error('no fault')
  } catch (error) {
    expect((error as AppFault).faults.map((fault) => fault.path)).toEqual(['load', 'unitSize'])
  }
})
