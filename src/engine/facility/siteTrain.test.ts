import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { oneSiteDocument } from '../../../test/fixtures/oneSite.ts'
import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { TABLES } from '../../plan/catalog/catalog.ts'
import { readPlan } from '../../plan/readPlan.ts'
import type { Facility, Site } from '../../plan/schema/site.ts'
import { siteClimate } from '../derive/aidc/siteClimate.ts'
import { listPeriods } from '../derive/periods.ts'
import { listSlices } from '../derive/slices.ts'
import { efficiencyAt } from './efficiency.ts'
import { orderBy } from './orderDate.ts'
import { designOf, siteTrain } from './siteTrain.ts'

const folder = join(import.meta.dirname, '../../../resources/catalog')
const catalog = parseCatalog(
  Object.fromEntries(
    Object.keys(TABLES).map((name) => [name, readFileSync(join(folder, `${name}.csv`), 'utf8')]),
  ),
)
const [site] = readPlan(oneSiteDocument).sites
const train = (steps: readonly (readonly [string, number])[], redundancy = {}) => {
  const facility = { ...site!.facility, redundancy: { ...site!.facility.redundancy, ...redundancy } }
  const rooms = steps.map(([period, itMw]) => ({ period, itMw }))
  return siteTrain({ ...site!, facility }, catalog, '2026Q4', rooms)
}
const find = (lines: ReturnType<typeof train>, purpose: string) =>
  lines.filter((line) => line.purpose === purpose)

test('10 MW of IT in Ashburn on liquid: six UPS and a spare, CDUs for 85 % of the heat', () => {
  const lines = train([['2028Q4', 10]])
  expect(find(lines, 'UPS')[0]).toMatchObject({ needed: 6, installed: 7, scheme: 'N+1' })
  // 10,000 kW x 1.03 x 0.85 = 8,755 kW on units of 1,300.
  expect(find(lines, 'Coolant distribution unit')[0]).toMatchObject({ needed: 7, installed: 8 })
  expect(find(lines, 'Air handler')[0]).toMatchObject({ needed: 8, installed: 9 })
  expect(find(lines, 'Cooling tower')).toEqual([])
})

test('a second phase adds what is missing, not a second set', () => {
  const ups = find(
    train([
      ['2028Q4', 10],
      ['2029Q2', 20],
    ]),
    'UPS',
  )
  // 20 / 1.875 = 10.7: eleven and a spare.
  expect(ups.map((line) => [line.installed, line.added])).toEqual([
    [7, 7],
    [12, 5],
  ])
})

test('what stands already is not bought again', () => {
  const rooms = [
    { period: '2026Q4', itMw: 10 },
    { period: '2029Q2', itMw: 20 },
  ]
  const ups = find(siteTrain(site!, catalog, '2026Q4', rooms, 10), 'UPS')
  expect(ups.map((line) => [line.period, line.installed, line.added])).toEqual([['2029Q2', 12, 5]])
})

test('quarters without new rooms add nothing', () => {
  expect(
    train([
      ['2028Q4', 10],
      ['2029Q1', 10],
    ]).map((line) => line.period),
  ).not.toContain('2029Q1')
})

test('2N doubles, blocks have their own spares', () => {
  expect(find(train([['2028Q4', 10]], { ups: '2N' }), 'UPS')[0]!.installed).toBe(12)
  // Four blocks of 2.5 MW: two each and one spare each.
  expect(find(train([['2028Q4', 10]], { blockMw: 2.5 }), 'UPS')[0]!.installed).toBe(12)
})

test('training halls may have no generators', () => {
  expect(find(train([['2028Q4', 10]], { generatorShare: 0 }), 'Standby generator')).toEqual([])
})

test('order-by is the first day of the quarter less the longest lead time; before the start it is late', () => {
  expect(orderBy('2028Q4', 36)).toBe('2028-01-23')
  const [generator] = find(train([['2028Q1', 10]]), 'Standby generator')
  // 110 weeks before 2028-01-01.
  expect(generator).toMatchObject({ leadWeeks: 110, orderBy: '2025-11-22', isLate: true })
  expect(() => orderBy('2028Q4', -1)).toThrow(/lead time/)
})

test('efficiency runs straight between the points of the catalog and falls below the first', () => {
  const ups = { eff25pct: 0.97, eff50pct: 0.973, eff75pct: 0.97, eff100pct: 0.964 }
  expect(efficiencyAt(ups, 0.625)).toBeCloseTo(0.9715, 9)
  expect(efficiencyAt(ups, 1)).toBe(0.964)
  expect(efficiencyAt(ups, 0.1)!).toBeLessThan(0.97)
  expect(efficiencyAt({ eff25pct: null, eff50pct: null, eff75pct: null, eff100pct: null }, 0.5)).toBeNull()
})

describe('the design day of a site', () => {
  const weatherOf = (designDryBulbC: number, designWetBulbC: number): Site['profiles'] => {
    const year = Array.from({ length: 12 }, () => Array.from({ length: 24 }, () => [10, 10, 10, 10, 10]))
    return {
      ...{ note: 'made up', days: [] },
      weather: { place: 'here', dryBulbC: year, wetBulbC: year, designDryBulbC, designWetBulbC },
    }
  }
  const cooled = { ...site!.facility, coolingTechnologyId: 'dlc85_w45_drycooler' }
  const rooms = [{ period: '2028Q4', itMw: 10 }]
  const trainOf = (own: Parameters<typeof siteTrain>[0]) => siteTrain(own, catalog, '2026Q4', rooms)

  test('a cool place of its own weather needs no chiller where its region does, a hot one a larger one', () => {
    const chillerKw = (profiles: Site['profiles']) =>
      find(trainOf({ ...site!, facility: cooled, profiles }), 'Chiller')[0]?.load ?? 0
    // Ashburn's 0.4 % day is warmer than the 20 deg C up to which outside air takes all heat of the air side.
    expect(chillerKw(undefined)).toBeGreaterThan(0)
    expect(chillerKw(weatherOf(11, 9))).toBe(0)
    expect(chillerKw(weatherOf(45, 25))).toBeGreaterThan(chillerKw(undefined))
  })

  test('transformers and generators are sized at the PUE that the plan gives, design before mean', () => {
    const switchgearKw = (known: Partial<Facility>) =>
      find(trainOf({ ...site!, facility: { ...cooled, ...known } }), 'Medium-voltage switchgear')[0]!.load
    expect(switchgearKw({ givenPue: 1.4 })).toBeCloseTo(14_000, 9)
    expect(switchgearKw({ givenPue: 1.4, givenPueDesign: 1.7 })).toBeCloseTo(17_000, 9)
  })

  test('equipment is sized at the PUE that the grid and its plant must carry', () => {
    const periods = listPeriods(readPlan(oneSiteDocument))
    const slices = listSlices(readPlan(oneSiteDocument))
    const variants: readonly Site[] = [
      site!,
      { ...site!, profiles: weatherOf(41, 28) },
      { ...site!, facility: { ...site!.facility, givenPue: 1.3, givenPueDesign: 1.5 } },
      { ...site!, profiles: weatherOf(41, 28), facility: { ...site!.facility, givenPue: 1.3 } },
    ]
    for (const own of variants)
      expect(designOf(own, catalog).pueDesign).toBeCloseTo(
        siteClimate(own, catalog, periods, slices).pueDesign,
        12,
      )
  })
})
