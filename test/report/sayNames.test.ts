import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planCatalog } from '../../src/catalog/planCatalog.ts'
import { searchCatalog } from '../../src/catalog/searchCatalog.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { readPlanText } from '../../src/plan/readPlan.ts'
import type { PlanResult } from '../../src/plan/result/result.ts'
import type { Plan } from '../../src/plan/schema/plan.ts'
import {
  keepNames,
  NAMED_COLUMNS,
  otherCatalogName,
  otherName,
  sayCatalog,
  sayPlanNames,
  sayResultNames,
  sayWhole,
} from '../../src/report/words/sayNames.ts'
import { catalogNames } from '../../src/report/words/zh/catalogNames.ts'
import { shippedNames } from '../../src/report/words/zh/shippedNames.ts'

const RESOURCES = join(import.meta.dirname, '../../resources')
const HAN = /\p{Script=Han}/u
const plans = ['samples', 'templates'].flatMap((folder) =>
  readdirSync(join(RESOURCES, folder))
    .filter((name) => name.endsWith('.plan.json'))
    .map((name) => readPlanText(readFileSync(join(RESOURCES, folder, name), 'utf8'))),
)
const meridian = plans.find((own) => own.id === 'meridian')!
const result = JSON.parse(readFileSync(join(RESOURCES, 'samples/meridian.result.json'), 'utf8')) as PlanResult
const catalog = await readCatalog()

const called = ({ sites, regions, distribution }: Plan) => [
  ...sites,
  ...regions,
  ...distribution.leases,
  ...distribution.apis,
]

test('every site, region and offer that is shipped has its Chinese name, and nothing else has', () => {
  const pairs = new Set(plans.flatMap((plan) => called(plan).map((own) => `${own.id} ${own.name}`)))
  const known = Object.entries(shippedNames).flatMap(([name, [, ...ids]]) => ids.map((id) => `${id} ${name}`))
  expect(known.toSorted()).toEqual([...pairs].toSorted())
  for (const plan of plans) for (const own of called(sayPlanNames(plan, 'zh'))) expect(own.name).toMatch(HAN)
})

test('to Chinese and back is the plan itself, and in its own language the very same object', () => {
  for (const plan of plans) {
    expect(sayPlanNames(plan, 'en')).toBe(plan)
    const chinese = structuredClone(sayPlanNames(plan, 'zh'))
    expect(sayPlanNames(chinese, 'zh')).toBe(chinese)
    expect(sayPlanNames(chinese, 'en')).toEqual(plan)
  }
})

test('a list that did not change stays the same list, so that screens need not draw it again', () => {
  const edited = { ...meridian, sites: meridian.sites.map((own, at) => (at === 0 ? { ...own } : own)) }
  const [before, after] = [sayPlanNames(meridian, 'zh'), sayPlanNames(edited, 'zh')]
  expect(after.regions).toBe(before.regions)
  expect(after.sites[1]).toBe(before.sites[1])
})

test("a planner's own names stand as she wrote them", () => {
  const own = structuredClone(meridian)
  own.sites[0]!.name = 'Dallas 2'
  own.sites[1]!.id = 'site-9'
  const said = sayPlanNames(own, 'zh')
  expect(said.sites.slice(0, 3).map(({ name }) => name)).toEqual(['Dallas 2', 'Ashburn', '圣保罗'])
})

test('lines of cost and notes of a result are called as the plan is', () => {
  const said = sayWhole(meridian, result, 'zh')
  const offers = said.plan.distribution.leases.map(({ name }) => `Lease ${name}`)
  const leased = said.result.costs.map(({ name }) => name).filter((name) => name.startsWith('Lease '))
  expect(leased.length).toBeGreaterThan(1)
  for (const name of leased) expect(offers).toContain(name)
  expect(JSON.stringify(said.result.notes)).toContain('达拉斯')
  expect(JSON.stringify(said.result.notes)).not.toContain('Dallas')
  expect(sayResultNames(result, meridian, 'en')).toBe(result)
})

test('an edit of a plan shown in Chinese leaves its names in the file', () => {
  const draft = structuredClone(sayPlanNames(meridian, 'zh'))
  draft.sites[0]!.power.gridLimitMw += 1
  draft.sites[2]!.name = '圣保罗二期'
  keepNames(draft, meridian)
  expect(draft.sites.map(({ name }) => name).slice(0, 3)).toEqual(['Dallas', 'Ashburn', '圣保罗二期'])
})

test('every name of the trade and every place of the catalog has its Chinese, and nothing else has', () => {
  const names = new Set(
    Object.entries(NAMED_COLUMNS).flatMap(([table, columns]) =>
      (catalog[table as 'regions'] as readonly object[]).flatMap((row) =>
        columns.map((column) => String(Reflect.get(row, column))),
      ),
    ),
  )
  expect(Object.keys(catalogNames).toSorted()).toEqual([...names].toSorted())
  for (const name of Object.values(catalogNames)) expect(name).toMatch(HAN)
  expect(new Set(Object.values(catalogNames)).size).toBe(names.size)
})

test('the catalog is searched in both spellings, whichever is shown', () => {
  for (const shown of [catalog, sayCatalog(catalog, 'zh')])
    for (const text of ['Dallas', '达拉斯'])
      expect(searchCatalog(shown, text, otherCatalogName).map(({ id }) => id)).toContain('us-tx-dfw')
  expect(searchCatalog(sayCatalog(catalog, 'zh'), 'NVIDIA H100 SXM')[0]?.name).toBe('NVIDIA H100 SXM')
})

test('a plan sees the catalog in the language of the screen', () => {
  const seen = planCatalog(meridian, sayCatalog(catalog, 'zh'))
  expect(seen.equipment.map(({ equipment }) => equipment)).toContain('干冷器 1.5 MWth')
  expect(otherName({ id: 'dal', name: '达拉斯' })).toBe('Dallas')
})
