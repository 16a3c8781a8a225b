import { expect, test } from 'vitest'
import { oneSiteDocument } from '../../../../test/fixtures/oneSite.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { readPlan } from '../../../plan/readPlan.ts'
import { DEMAND_SHAPE_FIELDS, demandFields, STEP_FIELDS } from '../layers/fields/demandFields.ts'
import { lineTokens } from './lineTokens.view.ts'

const catalog = { demand_archetypes: [{ id: 'chat_user' }] } as unknown as Catalog
const line = { archetypeId: 'chat_user', tasksPerUnitDay: 2, callsPerTask: 5, inputTokensPerCall: 90 }
const shares = { outputTokensPerCall: 10, regionShares: { east: 1 }, growth: 'linear' as const }
const plan = readPlan({
  ...oneSiteDocument,
  demand: [
    { ...line, ...shares, id: 'a', unitsStart: 10, unitsEnd: 20 },
    { ...line, ...shares, id: 'b', unitsStart: 1, unitsEnd: 1, steps: [{ from: '2027Q2', addUnits: 5 }] },
  ],
})
const fields = [...demandFields(plan), ...DEMAND_SHAPE_FIELDS, ...STEP_FIELDS]
const typed = (path: string | null, text: string | null) => lineTokens(plan, catalog, { path, text }, fields)

test('all lines together, the line at the cursor, and the line with what is typed', () => {
  // 10 calls a day of 100 tokens: 1,000 tokens a unit and day.
  expect(typed(null, null)).toEqual({ id: null, perDay: [11_000, 26_000], fault: null })
  expect(typed('demand[0].unitsEnd', null)).toEqual({ id: 'a', perDay: [10_000, 20_000], fault: null })
  expect(typed('demand[0].unitsEnd', '1.5 M').perDay).toEqual([10_000, 1.5e9])
  expect(typed('demand[1].steps[0].addUnits', '8').perDay).toEqual([1000, 9000])
  expect(typed('demand[0].outputTokensPerCall', '110').perDay).toEqual([20_000, 40_000])
})

test('what is typed and cannot be says its field, its value and what was expected', () => {
  expect(typed('demand[0].unitsEnd', 'many').fault).toEqual({
    path: 'demand[0].unitsEnd',
    value: 'many',
    expected: 'a number',
  })
  expect(typed('demand[0].unitsEnd', '-1').fault).toMatchObject({ path: 'demand[0].unitsEnd', value: -1 })
  expect(typed('demand[1].steps[0].addUnits', '-3').fault).toMatchObject({
    path: 'demand[1].steps',
    value: -2,
  })
  expect(typed('demand[1].eventFactor', '0.5').fault).toMatchObject({ path: 'demand[1].eventFactor' })
})
