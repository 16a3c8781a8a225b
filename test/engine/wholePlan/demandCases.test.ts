import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanResult } from '../../../src/plan/result/result.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import { notes } from '../../../src/report/words/en/notes.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

const catalog = await readCatalog()
const [site] = oneSiteDocument.sites

/** A site like the fixture's under another name, as many times dearer to build. */
function siteAt(id: string, catalogRegionId: string, zone: string, dearer = 1): PlanInput['sites'][number] {
  const facility = {
    ...site!.facility,
    moduleItMw: 0.2,
    capexMusdPerMw: 10 * dearer,
    opexMusdPerMwYear: dearer,
  }
  return { ...site!, id, name: id, catalogRegionId, residencyZone: zone, facility }
}

/** Ashburn, dear, beside the users; Tokyo, cheap, far away and in another zone. */
const base: PlanInput = {
  ...oneSiteDocument,
  demand: [
    {
      ...{ id: 'd', archetypeId: 'workflow_agent', unitsStart: 3000, unitsEnd: 3000, privacyShare: 0 },
      ...{ complexShare: 0, ttftMs: 3000, regionShares: { east: 1 } },
    },
  ],
  sites: [siteAt('near', 'us-nova', 'us', 4), siteAt('far', 'jp-tokyo', 'jp')],
}

async function solve(document: PlanInput): Promise<PlanResult> {
  const plan = readPlan(document)
  const answer = await solvePlan({ plan, catalog, inputsHash: 'h', gapShare: 0.001 })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const wrong = auditResult(plan, catalog, answer.result, 'h').lines.filter((line) => !line.isOk)
  expect(wrong.filter((line) => line.check !== 'queueing').map((line) => line.sentence)).toEqual([])
  return answer.result
}

const placesOf = (result: PlanResult) => [...new Set(result.flows.map((flow) => flow.to))].sort()
const change = (own: Partial<PlanInput['demand'][number]>): PlanInput => ({
  ...base,
  demand: [{ ...base.demand[0]!, ...own }],
})

test('with nothing in the way the cheap site far away serves all', async () => {
  expect(placesOf(await solve(base))).toEqual(['far'])
})

test('latency alone forces the near site', async () => {
  // The round trip to Tokyo, 167 ms by distance, does not fit into 30 % of 500 ms.
  expect(placesOf(await solve(change({ ttftMs: 500 })))).toEqual(['near'])
})

test('privacy alone forces the near site', async () => {
  expect(placesOf(await solve(change({ privacyShare: 1 })))).toEqual(['near'])
})

test('quality alone forces a site where a weak API would do', async () => {
  const apis = [
    {
      id: 'weak',
      name: 'Weak',
      quality: 0.5,
      limitMTokS: 100,
      prices: [{ from: '2026-01-01', usdPerMInput: 0.001, usdPerMOutput: 0.001 }],
    },
  ]
  const distribution = { ...base.distribution, apis }
  expect(placesOf(await solve({ ...base, distribution }))).toEqual(['weak'])
  const strict = { ...base, distribution, routing: { ...base.routing, qualityFloorSimple: 0.6 } }
  expect(placesOf(await solve(strict))).toEqual(['far'])
})

test('the lease price at which the answer flips is known to 1 %', async () => {
  // One quarter, flat, and just under 20 servers, so that no part of a server or of a room is left over.
  const leased = (units: number, usdPerAccelH: number, limitAccel = 10_000): PlanInput => ({
    ...change({ unitsStart: units, unitsEnd: units }),
    horizon: { ...base.horizon, periods: 1 },
    sites: [siteAt('near', 'us-nova', 'us')],
    distribution: {
      leases: [{ id: 'l', name: 'Lease', acceleratorId: 'nvidia-b300-sxm', usdPerAccelH, limitAccel }],
    },
  })
  const trial = await solve(leased(10_000, 1, 0))
  const units = (10_000 * 19.99) / trial.builds[0]!.unitsByAccelerator.node!
  // Owning costs what it costs; leasing is a straight line in its price. They cross where the answer flips.
  const own = (await solve(leased(units, 1, 0))).solver.objectiveMusd
  const at = async (usd: number) => (await solve({ ...leased(units, usd), sites: [] })).solver.objectiveMusd
  const [one, two] = [await at(1), await at(2)]
  const flip = 1 + (own - one) / (two - one)
  expect(flip).toBeGreaterThan(0.5)
  expect(placesOf(await solve(leased(units, flip * 0.99)))).toEqual(['l'])
  expect(placesOf(await solve(leased(units, flip * 1.01)))).toContain('near')
})

test('work that may wait fills the nights, and fewer servers do', async () => {
  const office = Array.from({ length: 24 }, (_, hour) => (hour >= 6 && hour < 18 ? 1.8 : 0.2))
  const document = (batch: number): PlanInput => ({
    ...base,
    horizon: { ...base.horizon, blocksPerDay: 2 },
    sites: [
      {
        ...siteAt('near', 'us-nova', 'us'),
        facility: { ...siteAt('near', 'us-nova', 'us').facility, moduleItMw: 0.05 },
      },
    ],
    demand: [
      { ...base.demand[0]!, profile: { hours: office, timeBasis: 'utc', weekendLevel: 1 } },
      {
        ...base.demand[0]!,
        id: 'b',
        archetypeId: 'batch_docs',
        unitsStart: 300,
        unitsEnd: 300,
        profile: { hours: office, timeBasis: 'utc' },
      },
    ],
    routing: { ...base.routing, deferrableHours: { batch } },
  })
  // Blocks of 12 hours from midnight: the office is busier in neither alone, so cut the day where it is.
  const now = await solve({ ...document(0), horizon: { ...base.horizon, blocksPerDay: 4 } })
  const later = await solve({ ...document(24), horizon: { ...base.horizon, blocksPerDay: 4 } })
  const unitsOf = (result: PlanResult) =>
    Math.max(...result.builds.map((build) => build.unitsByAccelerator.node!))
  expect(unitsOf(later)).toBeLessThan(unitsOf(now) * 0.9)
  const batch = later.flows.filter((flow) => flow.classId.startsWith('batch'))
  const served = (night: boolean) =>
    later.slices.reduce((sum, slice, h) => {
      const isNight = slice.hoursUtc.every((hour) => hour < 6 || hour >= 18)
      return slice.dayType === 'weekday' && isNight === night
        ? sum + batch.reduce((all, flow) => all + flow.tokSBySlice[h]!, 0)
        : sum
    }, 0)
  expect(served(true)).toBeGreaterThan(served(false))
})

test('without routing the plan needs as many more megawatts as the small model was faster', async () => {
  const models = [
    { id: 'small', catalogModelId: 'gpt-oss-20b', quality: 0.55 },
    { id: 'large', catalogModelId: 'DeepSeek-V4-Flash', quality: 0.88 },
  ]
  const mixed: PlanInput = {
    ...change({ complexShare: 0.3, unitsStart: 30_000, unitsEnd: 30_000 }),
    sites: [
      {
        ...siteAt('near', 'us-nova', 'us'),
        power: { ...site!.power, gridLimitMw: 40 },
        facility: { ...siteAt('near', 'us-nova', 'us').facility, maxItMw: 30, moduleItMw: 0.5 },
      },
    ],
    models,
    routing: { ...base.routing, qualityFloorSimple: 0.5, qualityFloorComplex: 0.8 },
  }
  const routed = await solve(mixed)
  const unrouted = await solve({ ...mixed, routing: { ...mixed.routing, smallModelsForSimpleTasks: false } })
  const { classes, speed } = deriveInputs(readPlan(mixed), catalog)
  const speedOf = (name: string) => speed[classes.findIndex((own) => own.id === name)]![0]!.mTokSPerUnit
  // 70 % of the tokens need 1/small of a unit's time with routing and 1/large without.
  const small = speedOf('standard-simple')
  const large = speedOf('standard-complex')
  const implied = 1 / large / (0.7 / small + 0.3 / large)
  const used = (result: PlanResult) => Math.max(...result.builds.map((build) => build.usedItMw))
  expect(used(unrouted) / used(routed)).toBeGreaterThan(implied * 0.97)
  expect(used(unrouted) / used(routed)).toBeLessThan(implied * 1.03)
  expect(implied).toBeGreaterThan(1.3)
})

test('a router of two models serves what the weak one alone may not, at the time of both', async () => {
  const models = [
    { id: 'small', catalogModelId: 'gpt-oss-20b', quality: 0.55, royaltyUsdPerMTok: 0.01 },
    { id: 'large', catalogModelId: 'DeepSeek-V4-Flash', quality: 0.88, royaltyUsdPerMTok: 0.05 },
  ]
  const pair = { strongModelId: 'large', weakModelId: 'small', strongShare: 0.26, quality: 0.84 }
  const document: PlanInput = {
    ...change({ complexShare: 1, unitsStart: 5000, unitsEnd: 5000 }),
    sites: [siteAt('near', 'us-nova', 'us')],
    models,
    routing: {
      ...base.routing,
      qualityFloorComplex: 0.8,
      services: [{ id: 'pair', kind: 'router', ...pair }],
    },
  }
  const { classes, speed } = deriveInputs(readPlan(document), catalog)
  const alone = deriveInputs(
    readPlan({ ...document, routing: { ...document.routing, services: [] } }),
    catalog,
  )
  const weak = deriveInputs(
    readPlan({ ...document, models: [models[0]!], routing: { ...base.routing, qualityFloorComplex: 0.5 } }),
    catalog,
  )
  const at = classes.findIndex((own) => own.id === 'standard-complex')
  const [both, large, small] = [speed, alone.speed, weak.speed].map((table) => table[at]![0]!.mTokSPerUnit)
  expect(1 / both!).toBeCloseTo(0.26 / large! + 0.74 / small!, 9)
  const result = await solve(document)
  expect(new Set(result.placements.map((item) => item.modelId))).toEqual(new Set(['pair']))
  // Royalties of both by their shares: 0.26 x 0.05 + 0.74 x 0.01 USD per million tokens, checked by the audit too.
  const paid = result.costs.find((line) => line.name === 'Royalties')!.presentMusd
  const hours = result.slices.reduce((sum, slice) => sum + slice.hoursPerPeriod, 0)
  const mTok = result.flows.reduce((sum, flow) => {
    const t = result.periods.indexOf(flow.period)
    return sum + ((flow.tokS * hours * 3600) / 1e6) * 1.1 ** -((t + 0.5) / 4)
  }, 0)
  expect(paid).toBeCloseTo((mTok * (0.26 * 0.05 + 0.74 * 0.01)) / 1e6, 6)
})

test('a cascade that often asks the strong model is too late for a tight first token, not for a loose one', () => {
  const document = (ttftMs: number): PlanInput => ({
    ...change({ complexShare: 1, ttftMs }),
    models: [
      { id: 'small', catalogModelId: 'gpt-oss-20b', quality: 0.55 },
      { id: 'large', catalogModelId: 'DeepSeek-V4-Flash', quality: 0.7 },
    ],
    routing: {
      ...base.routing,
      qualityFloorComplex: 0.8,
      services: [
        {
          id: 'pair',
          kind: 'cascade',
          strongModelId: 'large',
          weakModelId: 'small',
          strongShare: 0.3,
          quality: 0.85,
        },
      ],
    },
  })
  const speedAt = (ttftMs: number) => deriveInputs(readPlan(document(ttftMs)), catalog).speed[0]![0]!
  expect(speedAt(3000).mTokSPerUnit).toBe(0)
  expect(speedAt(60_000).modelId).toBe('pair')
})

test('shares that do not sum, a short profile and a negative population are refused with field and value', () => {
  const faultsOf = (own: object) => {
    try {
      deriveInputs(readPlan(change(own)), catalog)
    } catch (error) {
      return (error as { faults: readonly { path: string; value: unknown }[] }).faults
    }
    return []
  }
  expect(faultsOf({ regionShares: { east: 0.7 } })).toMatchObject([
    { path: 'demand[0].regionShares', value: 0.7 },
  ])
  expect(faultsOf({ profile: { hours: Array(23).fill(1) } })).toMatchObject([
    { path: 'demand[0].profile.hours' },
  ])
  const steps = [{ from: '2027Q1', addUnits: -4000 }]
  expect(faultsOf({ steps })).toMatchObject([{ path: 'demand[0].steps', value: -1000 }])
})

test('a region with no route is named, and its tokens are unserved', async () => {
  const result = await solve({ ...change({ privacyShare: 1 }), sites: [siteAt('far', 'jp-tokyo', 'jp')] })
  expect(result.summary.unservedShare).toBeCloseTo(1, 9)
  expect(result.notes.map(notes.say).join(' ')).toMatch(
    /standard-simple-private of East may be served nowhere \(residency\)/,
  )
})

test('fewer sticky sessions mean fewer cache hits and slower servers', () => {
  const speedAt = (stickyShare: number) =>
    deriveInputs(readPlan({ ...base, routing: { ...base.routing, stickyShare } }), catalog).speed[0]![0]!
      .mTokSPerUnit
  expect(speedAt(0.5)).toBeLessThan(speedAt(1) * 0.9)
})

test('without pooling each region keeps to its nearest site; with it one site serves both', async () => {
  const regions = [
    ...base.regions,
    { id: 'tokyo', name: 'Tokyo', catalogRegionId: 'jp-tokyo', utcOffsetH: 9, residencyZone: 'jp' },
  ]
  const document = (poolAcrossSites: boolean): PlanInput => ({
    ...change({ regionShares: { east: 0.5, tokyo: 0.5 } }),
    regions,
    routing: { ...base.routing, poolAcrossSites },
  })
  expect(placesOf(await solve(document(true)))).toEqual(['far'])
  const apart = await solve(document(false))
  expect(new Set(apart.flows.map((flow) => `${flow.regionId} ${flow.to}`))).toEqual(
    new Set(['east near', 'tokyo far']),
  )
  const { eligibility } = deriveInputs(readPlan(document(false)), catalog)
  expect(eligibility.map((own) => own.sites)).toEqual([
    [null, 'not-nearest'],
    ['not-nearest', null],
  ])
})

test('hours that one class may wait stand in place of those of its latency class', () => {
  const { groups } = deriveInputs(
    readPlan({
      ...change({ archetypeId: 'batch_docs', complexShare: 0.5 }),
      routing: {
        ...base.routing,
        deferrableHours: { batch: 24 },
        deferrableHoursByClass: { 'batch-complex': 0 },
      },
    }),
    catalog,
  )
  const hours = Object.fromEntries(groups.map((group) => [group.id.split('.')[0], group.deferrableH]))
  expect(hours).toEqual({ 'batch-simple': 24, 'batch-complex': 0 })
  const unknown = { ...base, routing: { ...base.routing, deferrableHoursByClass: { everything: 3 } } }
  expect(() => readPlan(unknown as PlanInput)).toThrowError()
})
