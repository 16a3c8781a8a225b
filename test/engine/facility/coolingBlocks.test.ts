import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coolingBlocks } from '../../../src/engine/facility/coolingBlocks.ts'
import { coolingOptions } from '../../../src/engine/facility/coolingOptions.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { listTemplateFiles } from '../../../src/main/readTemplates.ts'
import { readPlanText } from '../../../src/plan/readPlan.ts'
import type { PlanResult } from '../../../src/plan/result/result.ts'

const catalog = await readCatalog()
const campus = readPlanText(readFileSync(listTemplateFiles().campus!, 'utf8'))
const [site] = campus.sites
const [server] = campus.accelerators
/** Dense racks on a loop, and servers of 10 kW in air, in rooms of 10 MW; water is cheap, so that towers win. */
const air = { ...server!, id: 'air', unitItKw: 10, unitsPerRack: 2, cooling: 'air' as const }
const loop = { ...server!, id: 'loop', unitItKw: 130, unitsPerRack: 1, cooling: 'liquid' as const }
const facility = { ...site!.facility, moduleItMw: 10, waterUsdPerM3: 0 }
const plan = { ...campus, accelerators: [air, loop], sites: [{ ...site!, facility }] }
/** 25 MW of dense racks and 15 MW of air in four rooms: two dense, one mixed, one of air. */
const result = {
  builds: [{ siteId: site!.id, builtItMw: 40, unitsByAccelerator: { loop: 25_000 / 130, air: 15_000 / 10 } }],
} as unknown as PlanResult
const options = coolingOptions(plan, catalog, site!.id)
const cheapest = (ids: readonly string[]) =>
  options.find((own) => own.refused.every(({ acceleratorId }) => !ids.includes(acceleratorId)))!

test('rooms are filled with the densest racks first, each with the cheapest cooling that carries what is in it', async () => {
  const { chosen, usdPerYear } = await coolingBlocks(plan, catalog, site!.id, result)
  const rooms = chosen.map((own) => [own.accelerators.join(' '), own.blocks, own.technologyId, own.why])
  expect(rooms).toEqual([
    ['loop', 2, cheapest(['loop']).technologyId, 'cheapest'],
    ['loop air', 1, cheapest(['loop', 'air']).technologyId, 'cheapest'],
    ['air', 1, cheapest(['air']).technologyId, 'cheapest'],
  ])
  const byHand =
    20 * cheapest(['loop']).totalUsd +
    10 * cheapest(['loop', 'air']).totalUsd +
    10 * cheapest(['air']).totalUsd
  expect(usdPerYear).toBeCloseTo(byHand * 1000, 3)
})

test('a water permit moves just as many blocks as it must, and says so', async () => {
  const thirsty = [...options].filter((own) => own.meanWueLPerKwh > 0.1 && own.refused.length === 0)
  const tower = thirsty[0]!
  const dry = options.find((own) => own.meanWueLPerKwh === 0 && own.refused.length === 0)!
  // Only these two: towers made the cheaper by their price, and a permit for two and a half of four blocks of them.
  const two = {
    ...catalog,
    cooling: catalog.cooling
      .filter(({ id }) => id === tower.technologyId || id === dry.technologyId)
      .map((row) => (row.id === tower.technologyId ? { ...row, capexUsdPerKwIt: 100 } : row)),
  }
  const waterLimitM3PerYear = 2.5 * 10 * tower.meanWueLPerKwh * 8760
  const permitted = {
    ...plan,
    sites: [{ ...site!, facility: { ...facility, maxItMw: 40, waterLimitM3PerYear } }],
  }
  const own = await coolingBlocks(permitted, two, site!.id)
  expect(own.chosen.map(({ technologyId, blocks, why }) => [technologyId, blocks, why])).toEqual([
    [tower.technologyId, 2, 'cheapest'],
    [dry.technologyId, 2, 'water-permit'],
  ])
  expect(own.waterM3PerYear).toBeLessThanOrEqual(waterLimitM3PerYear)
})

test('blocks that nothing can cool have no choice', async () => {
  const hot = { ...plan, accelerators: [{ ...loop, unitItKw: 5000 }] }
  expect((await coolingBlocks(hot, catalog, site!.id)).chosen).toEqual([])
})
