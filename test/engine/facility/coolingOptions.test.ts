import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coolingOptions } from '../../../src/engine/facility/coolingOptions.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { listTemplateFiles } from '../../../src/main/readTemplates.ts'
import { readPlanText } from '../../../src/plan/readPlan.ts'

const catalog = await readCatalog()
const plan = readPlanText(readFileSync(listTemplateFiles().campus!, 'utf8'))
const [site] = plan.sites
const options = coolingOptions(plan, catalog, site!.id)

test('every technology is there once, the cheapest first, the chosen one marked', () => {
  expect(options.map((own) => own.technologyId).toSorted()).toEqual(
    catalog.cooling.map((row) => row.id).toSorted(),
  )
  options.slice(1).forEach((own, i) => {
    expect(own.totalUsd).toBeGreaterThanOrEqual(options[i]!.totalUsd)
  })
  expect(options.filter((own) => own.isChosen).map((own) => own.technologyId)).toEqual([
    site!.facility.coolingTechnologyId,
  ])
})

test('cost of a kW a year by hand, from the PUE that is said', () => {
  const [own] = options
  const region = catalog.regions.find((row) => row.id === site!.catalogRegionId)!
  const usdPerMwh =
    (site!.power.energyUsdPerMwh ?? region.priceUsdMwh) +
    (region.gco2KwhDirect / 1000) * plan.finance.carbonUsdPerTonne
  expect(own!.energyUsd).toBeCloseTo(own!.meanPue * 8.76 * usdPerMwh, 6)
  const rate = plan.finance.discountRatePerYear
  const crf = rate / (1 - (1 + rate) ** -plan.finance.facilityLifeYears)
  expect(own!.capitalUsd).toBeCloseTo(own!.capexUsdPerKwIt * crf, 6)
})

test('a rack of more power than the air carries is refused by name', () => {
  const air = options.find((own) => own.technologyId === 'air_crah_aircooled_chiller')!
  expect(air.refused.length).toBeGreaterThan(0)
  expect(air.refused[0]!.detail).toMatch(/rack|liquid/)
})

test('a water permit that towers would break is said', () => {
  const facility = { ...site!.facility, waterLimitM3PerYear: 1 }
  const dry = { ...plan, sites: [{ ...site!, facility }] }
  const own = coolingOptions(dry, catalog, site!.id)
  expect(own.find((one) => one.technologyId === 'dlc85_w32_tower')!.isOverWater).toBe(true)
  expect(own.find((one) => one.technologyId === 'dlc85_w45_drycooler')!.isOverWater).toBe(false)
})
