import { expect, test } from 'vitest'
import { oneSiteDocument } from '../../../../test/fixtures/oneSite.ts'
import { readPlan } from '../../../plan/readPlan.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { viewHeat, viewHours, viewMatrix } from './placement.view.ts'

const plan = readPlan(oneSiteDocument)
const result = {
  slices: [
    {
      id: 'weekday0',
      dayType: 'weekday',
      hoursUtc: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      hoursPerPeriod: 1,
    },
    { id: 'weekday1', dayType: 'weekday', hoursUtc: [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23] },
    { id: 'weekend0', dayType: 'weekend', hoursUtc: Array.from({ length: 24 }, (_, hour) => hour) },
  ],
  builds: [
    { siteId: 'ash', period: '2027Q1', unitsByAccelerator: { node: 20 }, trainingByAccelerator: { node: 4 } },
  ],
  placements: [
    {
      ...{ period: '2027Q1', siteId: 'ash', modelId: 'm', classId: 'standard-simple', acceleratorId: 'node' },
      ...{ units: 12, prefillUnits: 5, unitsBySlice: [6, 12, 2] },
    },
  ],
  deployments: [{ period: '2027Q1', siteId: 'ash', modelId: 'm', heldUnitsBySlice: { node: [0, 0, 3] } }],
} as unknown as PlanResult

test('a cell of the matrix has the units busy at the peak, those of them that read prompts, and those that stand ready', () => {
  expect(viewMatrix(plan, result, '2027Q1')).toEqual([
    { modelId: 'm', cells: [{ busy: 12, prefill: 5, ready: 3 }], busy: 12 },
  ])
  expect(viewMatrix(plan, result, '2026Q4')).toEqual([])
})

test('utilisation by hour counts what serves and what trains over what is in service', () => {
  const [weekday, weekend] = viewHeat(plan, result, 'ash', '2027Q1')
  expect([weekday!.shares[3], weekday!.shares[20]]).toEqual([0.5, 0.8])
  expect(weekend!.shares[12]).toBeCloseTo(0.3, 12)
  expect(viewHeat(plan, result, null, '2027Q1')).toEqual([weekday, weekend])
})

test('units by hour are those of each model and of training', () => {
  const rows = viewHours(plan, result, 'ash', '2027Q1', 'weekday')
  expect(rows.map((row) => [row.modelId, row.units[0], row.units[23]])).toEqual([
    ['m', 6, 12],
    [null, 4, 4],
  ])
})
