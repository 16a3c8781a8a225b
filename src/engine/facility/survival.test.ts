import { expect, test } from 'vitest'
import type { AppFault } from '../../plan/fault.ts'
import { type BackupChain, survivalByHour, survive } from './survival.ts'

/** Two generators of 1 MW that never fail to start and fail in a fifth of the hours. */
const PAIR = { count: 2, unitMw: 1, availability: 1, failureToStart: 0, mttfH: 5 }
const chain = (loadMw: readonly number[]): BackupChain => ({ generators: [PAIR], loadMw })
const closeTo = (values: readonly number[], expected: readonly number[]) => {
  expect(values).toHaveLength(expected.length)
  for (const [i, value] of values.entries()) expect(value).toBeCloseTo(expected[i]!, 9)
}

// Both work after t hours with 0.64^t. One or both after an hour: 1 - 0.04. Published values of REopt.jl.
test('two generators under a load of one, then two', () => {
  closeTo(survivalByHour(chain([1, 2, 2])), [0.96, 0.4096, 0.262144])
  closeTo(survivalByHour(chain([2, 2, 1])), [0.64, 0.4096, 0.393216])
  closeTo(survivalByHour(chain([1, 1, 2])), [0.96, 0.8704, 0.262144])
})

test('storage of 1 MW and 2 MWh, half full, carries the first hour alone', () => {
  const storage = {
    powerMw: 1,
    energyMwh: 2,
    startMwh: 1,
    chargeEfficiency: 1,
    dischargeEfficiency: 1,
    bins: 3,
  }
  closeTo(survivalByHour({ ...chain([1, 2, 2]), storage }), [1, 0.8704, 0.557056])
  closeTo(survivalByHour({ ...chain([2, 2, 1]), storage }), [0.96, 0.6144, 0.57344])
})

test('availability and failure to start count at the start only', () => {
  const sure = { ...PAIR, mttfH: 1e12, availability: 0.99, failureToStart: 0.05 }
  const works = 0.99 * 0.95
  const [first, last] = survivalByHour({ generators: [sure], loadMw: [2, 2] })
  expect(first).toBeCloseTo(works ** 2, 9)
  expect(last).toBeCloseTo(works ** 2, 9)
})

test('two kinds of generators: either small ones or the large one carry the load', () => {
  const small = { count: 2, unitMw: 1, availability: 0.9, failureToStart: 0, mttfH: 1e12 }
  const large = { count: 1, unitMw: 2, availability: 0.8, failureToStart: 0, mttfH: 1e12 }
  const [value] = survivalByHour({ generators: [small, large], loadMw: [2] })
  expect(value).toBeCloseTo(1 - 0.2 * (1 - 0.81), 9)
})

test('survival never rises with time', () => {
  const hours = survivalByHour({
    generators: [{ count: 7, unitMw: 3, availability: 0.995, failureToStart: 0.0094, mttfH: 1100 }],
    loadMw: Array.from({ length: 96 }, () => 17.5),
  })
  hours.slice(1).forEach((value, t) => {
    expect(value).toBeLessThanOrEqual(hours[t]!)
  })
  expect(hours[0]).toBeGreaterThan(0.99)
})

test('every fault of a chain is named', () => {
  try {
    survivalByHour({ generators: [{ ...PAIR, count: 0, mttfH: 0 }], loadMw: [1, -1] })
    throw new Error('no fault')
  } catch (error) {
    const paths = (error as AppFault).faults.map((fault) => fault.path)
    expect(paths).toEqual(['generators[0].count', 'generators[0].mttfH', 'loadMw[1]'])
  }
})

test('an hour may be carried though one before was not', () => {
  // Both work in hour 1 with 0.64; one at least works in hour 2 with 1 - 0.36^2.
  const { survivalByHour: through, carriedByHour } = survive(chain([2, 1]))
  closeTo(through, [0.64, 0.64 * 0.96])
  closeTo(carriedByHour, [0.64, 1 - 0.36 ** 2])
})

test('a store that is not always there leaves generators alone for the rest of the time', () => {
  const storage = {
    ...{ powerMw: 1, energyMwh: 2, startMwh: 1, chargeEfficiency: 1, dischargeEfficiency: 1 },
    ...{ bins: 3, availability: 0.9 },
  }
  closeTo(survivalByHour({ ...chain([1, 2, 2]), storage }), [
    0.9 + 0.1 * 0.96,
    0.9 * 0.8704 + 0.1 * 0.4096,
    0.9 * 0.557056 + 0.1 * 0.262144,
  ])
})
