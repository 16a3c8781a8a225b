import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { AuditReport } from '../../../src/plan/result/audit.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

const HASH = 'of the fixture'
const catalog = await readCatalog()
const plan = readPlan(auditedSiteDocument)
const answer = await solvePlan({ plan, catalog, inputsHash: HASH })
if (answer.kind !== 'plan') throw new Error(answer.kind)
const solved = PlanResult.parse(answer.result)

const END = '2029Q1'
type Draft = ReturnType<typeof structuredClone<PlanResult>>
const lastBuild = (draft: Draft) => draft.builds.find((build) => build.period === END)!

function auditOf(spoil: (draft: Draft) => void) {
  const draft = structuredClone(solved)
  spoil(draft)
  return auditResult(plan, catalog, draft, HASH)
}

test('the audit says before each check how many of how many are done', () => {
  const heard: [number, number][] = []
  auditResult(plan, catalog, solved, HASH, (done, all) => heard.push([done, all]))
  const all = heard.at(-1)![1]
  expect(all).toBeGreaterThan(35)
  expect(new Set(heard.map(([done]) => done)).size).toBe(all)
  expect(heard.every(([done], at) => at === 0 || done >= heard[at - 1]![0])).toBe(true)
})

test('the solved site agrees with its audit in every line', () => {
  const report = auditOf(() => {})
  expect(report.lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
  expect(AuditReport.parse(report).isOk).toBe(true)
})

test('a result says which gap was asked for, and one of an older version that does not agrees as well', () => {
  expect(solved.solver.gapAskedShare).toBe(plan.solver.gapShare)
  const report = auditOf(({ solver }) => {
    delete solver.gapAskedShare
  })
  expect(report.isOk).toBe(true)
})

const ERRORS: readonly { name: string; check: string; spoil: (draft: Draft) => void }[] = [
  {
    name: 'a result of another plan',
    check: 'document',
    spoil: (draft) => {
      draft.inputsHash = 'of another'
    },
  },
  {
    name: 'a site without a quarter',
    check: 'document',
    spoil: (draft) => {
      draft.builds.pop()
    },
  },
  {
    name: 'tokens served from nowhere',
    check: 'token-balance',
    spoil: (draft) => {
      for (const flow of draft.flows) if (flow.to === 'ash') flow.tokS *= 1.1
    },
  },
  {
    name: 'unserved tokens left out',
    check: 'token-balance',
    spoil: (draft) => {
      for (const item of draft.demand) item.unservedTokS = 0
    },
  },
  {
    name: 'demand made smaller',
    check: 'token-balance',
    spoil: (draft) => {
      for (const item of draft.demand) item.tokS *= 0.9
    },
  },
  {
    name: 'more accelerators at work than in service',
    check: 'units',
    spoil: (draft) => {
      lastBuild(draft).unitsByAccelerator.node! *= 0.5
    },
  },
  {
    name: 'accelerators powered without cooling',
    check: 'rooms-and-cooling',
    spoil: (draft) => {
      const build = lastBuild(draft)
      build.unitsByAccelerator.node! += 10
      build.usedItMw += 0.144
    },
  },
  {
    name: 'rooms that do not fit the site',
    check: 'rooms-and-cooling',
    spoil: (draft) => {
      lastBuild(draft).phases = 5
      lastBuild(draft).builtItMw = 2.5
    },
  },
  {
    name: 'more grid than the ramp has connected',
    check: 'grid',
    spoil: (draft) => {
      draft.builds[0]!.contractedMw = 0.3
    },
  },
  {
    name: 'a bill below the minimum take',
    check: 'demand-charge',
    spoil: (draft) => {
      lastBuild(draft).billedMw *= 0.9
    },
  },
  {
    name: 'a dear cost line missing',
    check: 'costs',
    spoil: (draft) => {
      draft.costs = draft.costs.filter((line) => line.name !== 'Demand charge')
    },
  },
  {
    name: 'a cost line that nothing was bought for',
    check: 'costs',
    spoil: (draft) => {
      draft.costs.push({ ...draft.costs[0]!, name: 'Sundries' })
    },
  },
  {
    name: 'servers at half their price',
    check: 'costs',
    spoil: (draft) => {
      const line = draft.costs.find((own) => own.name === 'Purchase node')!
      line.presentMusd /= 2
      line.byPeriodMusd = line.byPeriodMusd.map((value) => value / 2)
    },
  },
  {
    name: 'more units in service than were bought',
    check: 'ownership',
    spoil: (draft) => {
      lastBuild(draft).boughtByAccelerator.node! -= 20
    },
  },
  {
    name: 'more units bought than can be delivered',
    check: 'ownership',
    spoil: (draft) => {
      draft.builds[0]!.boughtByAccelerator.node = 41
    },
  },
  {
    name: 'private data that leaves its zone',
    check: 'eligibility',
    spoil: (draft) => {
      const flow = draft.flows.find((own) => own.classId.endsWith('-private') && own.to === 'ash')!
      flow.regionId = 'lon'
    },
  },
  {
    name: 'complex tasks on the small model',
    check: 'eligibility',
    spoil: (draft) => {
      for (const item of draft.placements) item.modelId = 'small'
    },
  },
  {
    name: 'a summary that is cheaper than its lines',
    check: 'summary',
    spoil: (draft) => {
      draft.summary.netPresentCostMusd *= 0.95
    },
  },
  {
    name: 'a limit said to be worth what it cannot carry',
    check: 'binding',
    spoil: (draft) => {
      const [first] = draft.binding
      first!.worthMusd *= 1000
      for (const cell of draft.cake)
        if (cell.siteId === first!.siteId && cell.worthUsdPerUnit) cell.worthUsdPerUnit *= 1000
    },
  },
  {
    name: 'a layer said to bind where another does',
    check: 'binding',
    spoil: (draft) => {
      const [first] = draft.binding
      first!.layer = first!.layer === 'power' ? 'distribution' : 'power'
    },
  },
  {
    name: 'a gap said to be proven that is wider than was asked for',
    check: 'proof',
    spoil: ({ solver }) => {
      solver.boundMusd *= 0.9
      solver.gapShare = (solver.objectiveMusd - solver.boundMusd) / solver.objectiveMusd
    },
  },
  {
    name: 'a gap as was asked for, said not to be proven',
    check: 'proof',
    spoil: ({ solver }) => {
      solver.status = 'time-limit'
    },
  },
  {
    name: 'a gap smaller than plan and bound allow',
    check: 'proof',
    spoil: (draft) => {
      draft.solver.boundMusd *= 0.9
    },
  },
  {
    name: 'a dispatch above its contract',
    check: 'power',
    spoil: (draft) => {
      lastBuild(draft).drawnMwBySlice[1] = lastBuild(draft).contractedMw * 1.2
    },
  },
  {
    name: 'less drawn than the load needs',
    check: 'power',
    spoil: (draft) => {
      lastBuild(draft).drawnMwBySlice[2]! *= 0.8
    },
  },
  {
    name: 'half of the energy',
    check: 'power',
    spoil: (draft) => {
      for (const build of draft.builds) build.energyMwh /= 2
    },
  },
  {
    name: 'a peak without the cooling of a hot day',
    check: 'power',
    spoil: (draft) => {
      lastBuild(draft).peakMw /= 1.15
    },
  },
  {
    name: 'a fuel cell above its size',
    check: 'plant',
    spoil: (draft) => {
      lastBuild(draft).generatedMwBySlice.gas![3] = 0.6
    },
  },
  {
    name: 'rooms that close again',
    check: 'kept',
    spoil: (draft) => {
      lastBuild(draft).phases -= 1
    },
  },
  {
    name: 'a third of a server bought',
    check: 'kept',
    spoil: (draft) => {
      lastBuild(draft).boughtByAccelerator.node! += 0.3
    },
  },
  {
    name: 'a budget of nobody that is worth something',
    check: 'budget',
    spoil: (draft) => {
      draft.budgetWorths.push({ name: 'capex', period: END, usdPerUnit: 3 })
    },
  },
  {
    name: 'plant without a spare unit',
    check: 'largest-unit-out',
    spoil: (draft) => {
      lastBuild(draft).onSiteMw.gas = 0.25
    },
  },
  {
    name: 'the sun at midnight',
    check: 'plant',
    spoil: (draft) => {
      const night = draft.slices.findIndex((slice) => slice.hoursUtc.includes(0))
      lastBuild(draft).onSiteMw.solar = 0.5
      lastBuild(draft).generatedMwBySlice.solar![night] = 0.1
    },
  },
  {
    name: 'fewer units than the busiest minute needs',
    check: 'serving',
    spoil: (draft) => {
      lastBuild(draft).unitsByAccelerator.node! *= 0.9
    },
  },
  {
    name: 'a class that no unit serves',
    check: 'serving',
    spoil: (draft) => {
      draft.placements = draft.placements.filter((item) => item.classId !== 'standard-complex')
    },
  },
  {
    name: 'units that serve twice what they can',
    check: 'placements',
    spoil: (draft) => {
      for (const item of draft.placements) item.tokS *= 2
    },
  },
  {
    name: 'more over a link than it carries',
    check: 'links',
    spoil: (draft) => {
      for (const flow of draft.flows) {
        if (flow.regionId === 'lon')
          flow.tokSBySlice = flow.tokSBySlice.map((tokS) => (flow.to === 'ash' ? tokS * 9 : 0))
      }
    },
  },
  {
    name: 'more accelerators leased than are on offer',
    check: 'leases',
    spoil: (draft) => {
      draft.leases[0]!.accel = 61
    },
  },
  {
    name: 'fewer accelerators leased than the tokens need',
    check: 'leases',
    spoil: (draft) => {
      for (const lease of draft.leases) lease.accel /= 2
    },
  },
  {
    name: 'carbon left out',
    check: 'environment',
    spoil: (draft) => {
      for (const build of draft.builds) build.co2Tonnes = 0
    },
  },
  {
    name: 'a result without its dispatch',
    check: 'document',
    spoil: (draft) => {
      draft.slices = []
    },
  },
  {
    name: 'a flow with another course of the day',
    check: 'slices',
    spoil: (draft) => {
      draft.flows.find((flow) => flow.to === 'ash')!.tokSBySlice[2]! *= 1.5
    },
  },
  {
    name: 'tokens placed that do not flow',
    check: 'placements',
    spoil: (draft) => {
      draft.placements[0]!.tokS *= 1.2
    },
  },
  {
    name: 'a cost moved to a later quarter',
    check: 'costs',
    spoil: (draft) => {
      draft.costs.find((line) => line.name === 'Purchase node')!.byPeriodMusd.reverse()
    },
  },
  {
    name: 'servers that are all needed all the time',
    check: 'outages',
    spoil: (draft) => {
      lastBuild(draft).unitsByAccelerator.node! *= 0.6
    },
  },
  {
    name: 'a need smaller than what comes',
    check: 'cake-need',
    spoil: (draft) => {
      for (const cell of draft.cake) if (cell.siteId === null) cell.needTokS *= 0.7
    },
  },
  {
    name: 'a placement on an accelerator that the plan does not have',
    check: 'names',
    spoil: (draft) => {
      draft.placements[0]!.acceleratorId = 'stranger'
    },
  },
  {
    name: 'a model that an accelerator does not serve a class with',
    check: 'pairs',
    spoil: (draft) => {
      const simple = draft.placements.find((item) => item.classId.includes('-simple'))!
      simple.modelId = simple.modelId === 'small' ? 'large' : 'small'
    },
  },
  {
    name: 'a flow made larger by a negative one',
    check: 'signs',
    spoil: (draft) => {
      const flow = draft.flows.find((own) => own.to === 'ash')!
      const turned = flow.tokSBySlice.map((tokS) => -tokS)
      draft.flows.push({ ...flow, tokS: -flow.tokS, tokSBySlice: turned }, { ...flow })
    },
  },
  {
    name: 'units that train although the plan keeps none',
    check: 'training',
    spoil: (draft) => {
      lastBuild(draft).trainingByAccelerator.node = 1
    },
  },
  {
    name: 'a cake with another load than the build',
    check: 'cake',
    spoil: (draft) => {
      draft.cake.find((cell) => cell.layer === 'power' && cell.siteId === 'ash')!.native.used *= 0.5
    },
  },
]

test('a class that the plan bars may be served nowhere', () => {
  const barred = { ...plan, routing: { ...plan.routing, barredClasses: ['standard-simple'] } }
  const report = auditResult(barred, catalog, solved, HASH)
  expect(report.lines.some((line) => line.check === 'eligibility' && !line.isOk)).toBe(true)
})

test.each([
  { limit: 'carbon', power: { carbonLimitTonnesPerYear: 100 }, facility: {} },
  { limit: 'water', power: {}, facility: { waterLimitM3PerYear: -1 } },
  { limit: 'clean energy', power: { minimumCleanShare: 0.5 }, facility: {} },
  { limit: 'crews', power: {}, facility: { maxPhasesPerQuarter: 0 } },
])('a permit that the plan was not made for is found: $limit', ({ power, facility }) => {
  const sites = plan.sites.map((site) => ({
    ...site,
    power: { ...site.power, ...power },
    facility: { ...site.facility, ...facility },
  }))
  const report = auditResult({ ...plan, sites }, catalog, solved, HASH)
  expect(report.lines.some((line) => line.check === 'permits' && !line.isOk)).toBe(true)
})

test('servers run at their very limit let calls wait', () => {
  const utilisationCap = { realtime: 1, interactive: 1, standard: 1, batch: 1 }
  const tight = structuredClone(solved)
  for (const build of tight.builds) build.unitsByAccelerator.node! *= 0.9
  const report = auditResult({ ...plan, routing: { ...plan.routing, utilisationCap } }, catalog, tight, HASH)
  expect(report.lines.some((line) => line.check === 'queueing' && !line.isOk)).toBe(true)
})

test('a site that hangs on one engine is found', () => {
  const sites = plan.sites.map((site) => ({
    ...site,
    power: { ...site.power, onSite: site.power.onSite.map((own) => ({ ...own, maxMw: 5, unitMw: 5 })) },
  }))
  const draft = structuredClone(solved)
  Object.assign(lastBuild(draft), { contractedMw: 0, onSiteMw: { gas: 5, solar: 0 } })
  const report = auditResult({ ...plan, sites }, catalog, draft, HASH)
  expect(report.lines.some((line) => line.check === 'power-outages' && !line.isOk)).toBe(true)
})

test('a site too far away for a class is found', () => {
  const far = { ...plan, sites: plan.sites.map((site) => ({ ...site, extraRttMs: 400 })) }
  const report = auditResult(far, catalog, solved, HASH)
  expect(report.lines.some((line) => line.check === 'latency' && !line.isOk)).toBe(true)
})

test('every check has something to look at', () => {
  const report = auditOf(() => {})
  const checks = new Set(report.lines.map((line) => line.check))
  expect([...checks].sort()).toEqual(
    [
      ...new Set(ERRORS.map((error) => error.check).filter((own) => own !== 'training' && own !== 'budget')),
      'latency',
      'power-outages',
      'queueing',
      'redundancy',
    ].sort(),
  )
})

test.each(ERRORS)('caught: $name', ({ check, spoil }) => {
  const report = auditOf(spoil)
  expect(report.isOk).toBe(false)
  expect(report.lines.filter((line) => !line.isOk).map((line) => line.check)).toContain(check)
})

/** Figures that the audit does not bear on: hours used may be fewer than leased, and the order of a list is no figure. */
const UNBOUND = new Set(['leases.accel'])

/** One path to a figure that is not zero, for each field of the lists that make up the plan. */
function listFigures(): { field: string; path: (string | number)[] }[] {
  const found = new Map<string, (string | number)[]>()
  const walk = (value: unknown, path: (string | number)[]) => {
    if (typeof value === 'number' && value !== 0) {
      const field = path.filter((key) => typeof key === 'string').join('.')
      if (!found.has(field) && !UNBOUND.has(field)) found.set(field, path)
    } else if (Array.isArray(value)) for (const [i, own] of value.entries()) walk(own, [...path, i])
    else if (typeof value === 'object' && value !== null)
      for (const [key, own] of Object.entries(value)) walk(own, [...path, key])
  }
  const { summary, builds, placements, flows, leases, demand, costs } = solved
  walk({ summary, builds, placements, flows, leases, demand, costs }, [])
  return [...found].map(([field, path]) => ({ field, path }))
}

test.each(listFigures())('no figure goes unaudited: $field', ({ path }) => {
  const report = auditOf((draft) => {
    let holder: unknown = draft
    for (const key of path.slice(0, -1)) holder = Reflect.get(holder as object, key)
    const last = path.at(-1)!
    Reflect.set(holder as object, last, Reflect.get(holder as object, last) * 1.5)
  })
  expect(report.isOk).toBe(false)
})
