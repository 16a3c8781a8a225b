import { beforeAll, expect, test } from 'vitest'
import { findProblems } from '../../../src/engine/check/findProblems.ts'
import { noteAgeDays } from '../../../src/engine/check/sourceAge.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import type { Catalog } from '../../../src/plan/catalog/catalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { Demand } from '../../../src/plan/schema/agents.ts'
import type { Plan } from '../../../src/plan/schema/plan.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

let catalog: Catalog
beforeAll(async () => {
  catalog = await readCatalog()
})

/** What is said of the small plan once it is changed, as `code path`; that it asks for nothing goes without saying. */
function said(change: (plan: Plan) => unknown): string[] {
  const plan = readPlan(oneSiteDocument)
  plan.sites[0]!.facility.buildMonths = 9
  change(plan)
  return findProblems(plan, catalog, '2026-11-25')
    .filter(({ code }) => code !== 'empty-demand')
    .map((own) => `${own.code} ${own.path.join('.')}`)
}

test('nothing is odd about a plain plan', () => {
  expect(said(() => undefined)).toEqual([])
})

test.each<[string, (plan: Plan) => unknown]>([
  [
    'unknown-row sites.0.catalogRegionId',
    (plan) => Object.assign(plan.sites[0]!, { catalogRegionId: 'nowhere' }),
  ],
  [
    'unknown-row models.0.catalogModelId',
    (plan) => Object.assign(plan.models[0]!, { catalogModelId: 'none' }),
  ],
  [
    'after-horizon sites.0.power.energised',
    (plan) => Object.assign(plan.sites[0]!.power, { energised: '2031Q1' }),
  ],
  [
    'grid-below-rooms sites.0.power.gridLimitMw',
    (plan) => Object.assign(plan.sites[0]!.power, { gridLimitMw: 1 }),
  ],
  [
    'far-from-catalog sites.0.power.energyUsdPerMwh',
    (plan) => Object.assign(plan.sites[0]!.power, { energyUsdPerMwh: 900 }),
  ],
  [
    'unusual sites.0.facility.capexMusdPerMw',
    (plan) => Object.assign(plan.sites[0]!.facility, { capexMusdPerMw: 90 }),
  ],
  [
    'unusual finance.discountRatePerYear',
    (plan) => Object.assign(plan.finance, { discountRatePerYear: 0.4 }),
  ],
  [
    'model-does-not-fit models.0.catalogModelId',
    (plan) => Object.assign(plan.accelerators[0]!, { memoryGb: 1 }),
  ],
  [
    'old-source accelerators.0.note',
    (plan) => Object.assign(plan.accelerators[0]!, { note: 'quote, 2026-05-01 (B)' }),
  ],
  [
    'sold-backwards accelerators.0.onSaleUntil',
    (plan) => Object.assign(plan.accelerators[0]!, { onSaleFrom: '2027Q2', onSaleUntil: '2027Q1' }),
  ],
  [
    'private-stranded regions.0.residencyZone',
    (plan) => Object.assign(plan.regions[0]!, { residencyZone: 'eu' }),
  ],
])('%s', (expected, change) => {
  expect(said(change)).toEqual([expected])
})

test('demand: none, falling, and too good for every model', () => {
  const found = said((plan) => {
    const own = { archetypeId: 'chat_user', regionShares: { east: 1 } }
    plan.demand.push(Demand.parse({ ...own, id: 'a', unitsStart: 0, unitsEnd: 0 }))
    plan.demand.push(Demand.parse({ ...own, id: 'b', unitsStart: 9, unitsEnd: 3 }))
    plan.routing.qualityFloorComplex = 0.95
  })
  expect(found).toEqual([
    'no-demand demand.0.unitsEnd',
    'demand-falls demand.1.unitsEnd',
    'no-model-good-enough routing.qualityFloorComplex',
  ])
})

test('units below zero stop a solve; a table of units says by itself whether demand falls', () => {
  const own = { archetypeId: 'chat_user', regionShares: { east: 1 } }
  const line = { ...own, unitsStart: 5, unitsEnd: 5, growth: 'linear' }
  const below = { ...line, id: 'a', steps: [{ from: '2027Q2', addUnits: -6 }] }
  const table = { ...line, id: 'b', unitsStart: 9, unitsEnd: 3, growth: 'table', unitsByPeriod: [1, 2, 3] }
  const add = (document: object) => (plan: Plan) => plan.demand.push(Demand.parse(document))
  expect(said(add(below))).toEqual(['cannot-grow demand.0.steps'])
  expect(said(add(table))).toEqual([])
  expect(said(add({ ...table, unitsByPeriod: [] }))).toEqual(['cannot-grow demand.0.unitsByPeriod'])
})

test('a note is as old as the day it names; a month counts from its last day', () => {
  expect(noteAgeDays('RunPod, 2026-10-07 (A)', '2026-11-25')).toBe(49)
  expect(noteAgeDays('survey of 2026-10', '2026-11-25')).toBe(25)
  expect(noteAgeDays('an estimate', '2026-11-25')).toBeUndefined()
})
