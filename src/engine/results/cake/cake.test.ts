import { expect, test } from 'vitest'
import { oneSiteInputs, type Tuning } from '../../../../test/fixtures/oneSite.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Site } from '../../../plan/schema/site.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { formulate } from '../../formulate.ts'
import { solveFormulation } from '../../strategy/solveFormulation.ts'
import { assembleResult } from '../assembleResult.ts'

async function solve(inputs: Inputs) {
  const formulation = formulate(inputs)
  const solved = await solveFormulation(formulation, { gapShare: 0.01, timeLimitS: 60 })
  if (solved.kind !== 'plan') throw new Error(solved.kind)
  return assembleResult(formulation, solved, 'hash', 'test')
}

/** Layers that bind in the last quarter, at the site and over all sites. */
async function bindingOf(inputs: Inputs) {
  const result = await solve(inputs)
  const last = result.periods.at(-1)!
  const binding = result.cake.filter((slice) => slice.period === last && slice.isBinding)
  return binding.map((slice) => [slice.siteId ?? 'all', slice.layer])
}

const both = (layer: string) => [
  ['ash', layer],
  ['all', layer],
]

const withSite = (change: (site: Site) => Site) => (plan: Plan) => ({
  ...plan,
  sites: plan.sites.map(change),
})

// Untouched: 1 Mtok/s on 100 servers, 1 of 4 MW of IT, 1.2 of 6 MW of grid, 500 servers a quarter.
const wide: Tuning = {}

test('with every limit wide the demand binds', async () => {
  expect(await bindingOf(oneSiteInputs(wide))).toEqual(both('agents'))
})

test('more demand than before, still within every limit, leaves the demand binding', async () => {
  expect(await bindingOf(oneSiteInputs({ demandMTokS: 0.3 }))).toEqual(both('agents'))
})

test('cutting the grid makes power bind', async () => {
  const change = withSite((site) => ({ ...site, power: { ...site.power, gridLimitMw: 0.6 } }))
  expect(await bindingOf(oneSiteInputs({ ...wide, change }))).toEqual(both('power'))
})

test('cutting cooling makes the facility bind', async () => {
  const change = withSite((site) => ({ ...site, facility: { ...site.facility, coolingLimitItMw: 0.5 } }))
  expect(await bindingOf(oneSiteInputs({ ...wide, change }))).toEqual(both('facility'))
})

test('cutting the racks on sale makes accelerators bind', async () => {
  const change = (plan: Plan): Plan => ({
    ...plan,
    accelerators: plan.accelerators.map((accelerator) => ({ ...accelerator, supplyUnitsPerPeriod: 10 })),
  })
  expect(await bindingOf(oneSiteInputs({ ...wide, change }))).toEqual(both('accelerators'))
})

test('cutting the memory of the accelerator makes models bind', async () => {
  expect(await bindingOf(oneSiteInputs({ ...wide, memoryRatio: 0.5 }))).toEqual(both('models'))
})

test('cutting the link to the region makes distribution bind', async () => {
  const change = (plan: Plan): Plan => ({
    ...plan,
    distribution: { ...plan.distribution, links: [{ regionId: 'east', siteId: 'ash', limitMTokS: 0.4 }] },
  })
  expect(await bindingOf(oneSiteInputs({ ...wide, change }))).toEqual(both('distribution'))
})

test('a class that may be served nowhere makes scheduling bind', async () => {
  const inputs = oneSiteInputs(wide)
  const [group] = inputs.groups
  const barred = { ...group!, id: 'barred', siteIndices: [] }
  expect(await bindingOf({ ...inputs, groups: [group!, barred] })).toEqual(both('scheduling'))
})

test('capacity and need agree with hand figures', async () => {
  const result = await solve(oneSiteInputs(wide))
  const last = result.cake.filter((slice) => slice.period === '2027Q3' && slice.siteId === 'ash')
  const headroom = Object.fromEntries(last.map((slice) => [slice.layer, slice.headroomShare]))
  expect(headroom.power).toBeCloseTo(6 / 1.2 - 1, 6)
  expect(headroom.facility).toBeCloseTo(4 / 1 - 1, 6)
  // 4 quarters x 500 servers on sale, 100 in service.
  expect(headroom.accelerators).toBeCloseTo(2000 / 100 - 1, 6)
  // 100 servers in service, all busy.
  expect(headroom.models).toBeCloseTo(0, 6)
  expect(headroom.distribution).toBeNull()
})

test('a limit with room left is worth nothing to widen; eligibility sets none where all may be served', async () => {
  const result = await solve(oneSiteInputs(wide))
  const last = result.cake.filter((slice) => slice.period === '2027Q3')
  for (const layer of ['power', 'facility', 'accelerators'])
    expect(last.find((slice) => slice.layer === layer && slice.siteId === null)!.worthUsdPerUnit).toBe(0)
  const scheduling = last.find((slice) => slice.layer === 'scheduling' && slice.siteId === null)!
  expect(scheduling.capacityTokS).toBeNull()
  expect(scheduling.headroomShare).toBeNull()
})

test('the cost lines sum to the objective', async () => {
  const result = await solve(oneSiteInputs({ demandMTokS: 1.37, speedMTokSPerUnit: 0.0123 }))
  const total = result.costs.reduce((sum, line) => sum + line.presentMusd, 0)
  expect(total).toBeCloseTo(result.solver.objectiveMusd, 6)
})

test('one more MW of a grid that binds saves what the next solve saves', async () => {
  const grid = (gridLimitMw: number) =>
    withSite((site) => ({ ...site, power: { ...site.power, gridLimitMw } }))
  const tight = await solve(oneSiteInputs({ change: grid(0.6) }))
  const wider = await solve(oneSiteInputs({ change: grid(0.612) }))
  const saved = tight.solver.objectiveMusd - wider.solver.objectiveMusd
  const worths = tight.cake.filter((slice) => slice.siteId === 'ash' && slice.layer === 'power')
  const said = worths.reduce((sum, slice) => sum + slice.worthUsdPerUnit! / 1e6, 0) * 0.012
  expect(said / saved).toBeGreaterThan(0.8)
  expect(said / saved).toBeLessThan(1.25)
})
