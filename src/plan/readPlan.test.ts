import { expect, test } from 'vitest'
import { canonicalPlanText } from './canonicalPlan.ts'
import { AppFault } from './fault.ts'
import { readPlan, readPlanText } from './readPlan.ts'

const smallest = {
  schemaVersion: 1,
  id: 'p',
  name: 'Smallest',
  horizon: { start: '2026Q4', periods: 2 },
  finance: {},
  solver: {},
  regions: [{ id: 'r', name: 'R', catalogRegionId: 'us-nova', utcOffsetH: -5, residencyZone: 'us' }],
  demand: [{ id: 'd', archetypeId: 'chat_user', unitsStart: 1, unitsEnd: 2, regionShares: { r: 1 } }],
  routing: { utilisationCap: {} },
  distribution: {},
  models: [],
  accelerators: [],
  sites: [],
}

function faultsOf(document: unknown): AppFault {
  try {
    readPlan(document)
  } catch (error) {
    if (error instanceof AppFault) return error
  }
  throw new Error('no fault')
}

test('the smallest plan is read and its defaults are filled in', () => {
  const plan = readPlan(smallest)
  expect(plan.finance.discountRatePerYear).toBe(0.1)
  expect(plan.routing.utilisationCap.interactive).toBe(0.8)
})

test('reading what was read changes nothing', () => {
  const plan = readPlan(smallest)
  expect(readPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
})

test('a wrong field is named with its path and value', () => {
  const fault = faultsOf({ ...smallest, horizon: { start: '2026-11', periods: 2 } })
  expect(fault.faults[0]).toMatchObject({ path: 'horizon.start', value: '2026-11' })
})

test('shares that do not sum and unknown regions are named', () => {
  const demand = [{ ...smallest.demand[0], regionShares: { r: 0.5, x: 0.4 } }]
  const paths = faultsOf({ ...smallest, demand }).faults.map((fault) => fault.path)
  expect(paths).toEqual(['demand[0].regionShares.x', 'demand[0].regionShares'])
})

test('a newer schema is refused as newer, text that is no JSON as bad', () => {
  expect(faultsOf({ ...smallest, schemaVersion: 99 }).code).toBe('newer-version')
  expect(() => readPlanText('{')).toThrow('not JSON')
})

test('a fault says path, value and what was expected in plain words; an unknown field is named', () => {
  const { faults } = faultsOf({
    ...smallest,
    horizn: 3,
    horizon: { start: '2026Q4', periods: -2 },
    models: 'x',
  })
  expect(faults).toEqual([
    { path: 'horizon.periods', value: -2, expected: 'number >=1' },
    { path: 'models', value: 'x', expected: 'array' },
    { path: 'horizn', value: 3, expected: 'no field of this name: correct its spelling or remove it' },
  ])
})

test('the time limit that earlier versions filled in leaves the canonical text as it is, another does not', () => {
  const text = (timeLimitS?: number) =>
    canonicalPlanText(readPlan({ ...smallest, solver: timeLimitS === undefined ? {} : { timeLimitS } }))
  expect(text(120)).toBe(text())
  expect(text(60)).not.toBe(text())
})
