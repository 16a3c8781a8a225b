import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'

const read = async (name: string) => JSON.parse(await readFile(`resources/samples/${name}.json`, 'utf8'))
const plan = readPlan(await read('meridian.plan'))
const result = PlanResult.parse(await read('meridian.result'))
const catalog = await readCatalog()

const END = '2031Q4'
type Draft = ReturnType<typeof structuredClone<PlanResult>>
const buildAt = (draft: Draft, siteId: string, period = END) =>
  draft.builds.find((own) => own.siteId === siteId && own.period === period)!
const placed = (draft: Draft, classId: string) =>
  draft.placements.find((own) => own.period === END && own.classId === classId && own.units > 1)!

/** One wrong figure or name in the sample's result, the check that finds it, and what it must call it. */
const PLANTED: readonly {
  name: string
  check: string
  says: RegExp
  plant: (draft: Draft) => void
}[] = [
  {
    name: 'a tenth of a tower’s water left out',
    check: 'environment',
    says: /Water of Singapore in 2031Q4.*are needed/,
    plant: (draft) => {
      buildAt(draft, 'sin').waterM3 *= 0.9
    },
  },
  {
    name: 'a twentieth of it',
    check: 'environment',
    says: /Water of Singapore in 2031Q4.*are needed/,
    plant: (draft) => {
      buildAt(draft, 'sin').waterM3 *= 0.95
    },
  },
  {
    name: 'water where coolers are dry',
    check: 'environment',
    says: /Water of Dallas in 2031Q4/,
    plant: (draft) => {
      buildAt(draft, 'dal').waterM3 = 50
    },
  },
  {
    name: 'a stranger among the accelerators that serve',
    check: 'pairs',
    says: /no accelerator h100-node.*standard-complex/,
    plant: (draft) => {
      placed(draft, 'standard-complex').acceleratorId = 'h100-node'
    },
  },
  {
    name: 'a model of the plan that is not the one that serves the class',
    check: 'pairs',
    says: /NVIDIA B300.* serves standard-complex with DeepSeek-V4-Pro, and not with DeepSeek-V4-Flash/,
    plant: (draft) => {
      placed(draft, 'standard-complex').modelId = 'large'
    },
  },
  {
    name: 'a class that nobody asked for, with no tokens',
    check: 'names',
    says: /no class standard-magic \(placements\)/,
    plant: (draft) => {
      const own = placed(draft, 'standard-complex')
      draft.placements.push({ ...own, classId: 'standard-magic', units: 0, unitsBySlice: [], tokS: 0 })
    },
  },
  {
    name: 'accelerators on another kind of unit than was bought',
    check: 'serving',
    says: /NVIDIA GB300.* at the busiest minute of Dallas in 2031Q4/,
    plant: (draft) => {
      const own = draft.placements.find(
        (item) => item.siteId === 'dal' && item.period === END && item.units > 10,
      )!
      own.acceleratorId = 'gb300-rack'
    },
  },
  {
    name: 'bought units of a stranger',
    check: 'names',
    says: /no accelerator ghost \(builds of dal\)/,
    plant: (draft) => {
      buildAt(draft, 'dal').boughtByAccelerator.ghost = 3
    },
  },
  {
    name: 'a power plant that the site does not have',
    check: 'names',
    says: /no plant gas \(builds of dal\)/,
    plant: (draft) => {
      const build = buildAt(draft, 'dal')
      build.generatedMwBySlice.gas = build.drawnMwBySlice.map(() => 0.5)
    },
  },
  {
    name: 'a dispatch above its contract',
    check: 'power',
    says: /Drawn from the grid at London in 2031Q4/,
    plant: (draft) => {
      const own = buildAt(draft, 'lon')
      own.drawnMwBySlice[0] = 1.1 * own.contractedMw
    },
  },
  {
    name: 'accelerators powered without cooling',
    check: 'rooms-and-cooling',
    says: /Units in service against rooms at Tokyo in 2031Q4/,
    plant: (draft) => {
      buildAt(draft, 'tyo').unitsByAccelerator['gb300-rack'] = 60
    },
  },
  {
    name: 'tokens served from nowhere',
    check: 'token-balance',
    says: /Served, leased and unserved/,
    plant: (draft) => {
      draft.flows.find((own) => own.period === END && own.tokS > 1e5)!.tokS *= 1.05
    },
  },
  {
    name: 'a negative flow that lets another be larger',
    check: 'signs',
    says: /is below zero/,
    plant: (draft) => {
      const own = draft.flows.find((flow) => flow.period === END && flow.tokS > 1e5)!
      const turned = own.tokSBySlice.map((tokS) => -tokS)
      draft.flows.push({ ...own, tokS: -own.tokS, tokSBySlice: turned }, { ...own })
    },
  },
  {
    name: 'private data that leaves its zone',
    check: 'eligibility',
    says: /Private data of zone eu goes to Dallas/,
    plant: (draft) => {
      draft.flows.find((own) => own.classId.endsWith('-private') && own.to === 'fra')!.to = 'dal'
    },
  },
  {
    name: 'a cost line missing',
    check: 'costs',
    says: /Lease B200, 1 year reserved/,
    plant: (draft) => {
      draft.costs = draft.costs.filter((line) => line.name !== 'Lease B200, 1 year reserved')
    },
  },
  {
    name: 'units delivered before their lead time',
    check: 'ownership',
    says: /NVIDIA B300.* bought by 2026Q4, against what can be delivered/,
    plant: (draft) => {
      buildAt(draft, 'dal', '2026Q4').boughtByAccelerator['b300-node'] = 5
    },
  },
  {
    name: 'carbon a little too low',
    check: 'environment',
    says: /CO2 of Singapore in 2031Q4 against its dispatch/,
    plant: (draft) => {
      buildAt(draft, 'sin').co2Tonnes *= 0.97
    },
  },
  {
    name: 'one site twice in a quarter',
    check: 'document',
    says: /Sites and quarters with one build/,
    plant: (draft) => {
      draft.builds.push({ ...buildAt(draft, 'perm') })
    },
  },
]

test.each(PLANTED)('caught in the sample and named: $name', ({ check, says, plant }) => {
  const draft = structuredClone(result)
  plant(draft)
  const { isOk, lines } = auditResult(plan, catalog, draft, result.inputsHash)
  const wrong = lines.filter((line) => !line.isOk)
  expect(isOk).toBe(false)
  expect(wrong.filter((line) => line.check === check).map((line) => line.sentence)).toContainEqual(
    expect.stringMatching(says),
  )
})
