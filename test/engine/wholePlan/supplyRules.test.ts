import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { AppFault } from '../../../src/plan/fault.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import { notes } from '../../../src/report/words/en/notes.ts'
import { suppliedSiteDocument } from '../../fixtures/suppliedSite.ts'

const HASH = 'of the fixture'
const catalog = await readCatalog()
const plan = readPlan(suppliedSiteDocument)
const answer = await solvePlan({ plan, catalog, inputsHash: HASH })
if (answer.kind !== 'plan') throw new Error(answer.kind)
const solved = PlanResult.parse(answer.result)

type Draft = ReturnType<typeof structuredClone<PlanResult>>
function failedChecks(spoil: (draft: Draft) => void) {
  const draft = structuredClone(solved)
  spoil(draft)
  const { lines } = auditResult(plan, catalog, draft, HASH)
  return lines.filter((line) => !line.isOk)
}

test('a site with every rule of purchase and deployment is solved, and its audit agrees in every line', () => {
  expect(failedChecks(() => {}).map((line) => line.sentence)).toEqual([])
  const names = solved.costs.map((line) => line.name)
  expect(names).toEqual(expect.arrayContaining(['Licences', 'Switches and optics node']))
  expect(solved.builds.at(2)!.trainingByAccelerator).toEqual({ node: 3 })
  expect(solved.deployments.length).toBeGreaterThan(0)
})

const end = (draft: Draft) => draft.builds.find((build) => build.period === '2028Q1')!

const ERRORS: readonly { name: string; check: string; spoil: (draft: Draft) => void }[] = [
  {
    name: 'replicas that do not stand ready',
    check: 'deployments',
    spoil: (draft) => {
      for (const own of draft.deployments) own.heldUnitsBySlice = {}
      for (const own of draft.placements)
        if (own.modelId === 'small') own.unitsBySlice = own.unitsBySlice.map(() => 0)
    },
  },
  {
    name: 'a model that serves where it is not deployed',
    check: 'deployments',
    spoil: (draft) => {
      draft.deployments = []
    },
  },
  {
    name: 'units in service without those of training',
    check: 'deployments',
    spoil: (draft) => {
      end(draft).unitsByAccelerator.node! -= 3
    },
  },
  {
    name: 'a licence that is not paid',
    check: 'costs',
    spoil: (draft) => {
      draft.costs = draft.costs.filter((line) => line.name !== 'Licences')
    },
  },
  {
    name: 'a network that is not paid',
    check: 'costs',
    spoil: (draft) => {
      draft.costs = draft.costs.filter((line) => !line.name.startsWith('Switches'))
    },
  },
  {
    name: 'more heat into air than its cooling takes',
    check: 'procurement',
    spoil: (draft) => {
      end(draft).unitsByAccelerator.mi = 40
    },
  },
  {
    name: 'less from home than was promised',
    check: 'procurement',
    spoil: (draft) => {
      end(draft).boughtByAccelerator.ascend = 30
    },
  },
  {
    name: 'a model on hardware that it is not served with',
    check: 'eligibility',
    spoil: (draft) => {
      for (const own of draft.placements) own.acceleratorId = 'mi'
    },
  },
]

test.each(ERRORS)('caught: $name', ({ check, spoil }) => {
  expect(failedChecks(spoil).map((line) => line.check)).toContain(check)
})

const inChina = (own: Partial<PlanInput>) =>
  readPlan({
    ...suppliedSiteDocument,
    sites: suppliedSiteDocument.sites.map((site) => ({ ...site, catalogRegionId: 'cn-guian' })),
    training: [],
    ...own,
  })

test('what needs an export licence is refused with its reason, and bought where the licence is in hand', () => {
  const refusalsOf = (own: Partial<PlanInput>) => deriveInputs(inChina(own), catalog).fleet
  expect(refusalsOf({}).refusals[0]).toEqual(['export', 'export', null])
  expect(notes.say(refusalsOf({}).notes[0]!)).toBe(
    'node is not bought for Ashburn: an export licence for NVIDIA B300 SXM (us-tpp) to CN is presumed to be denied.',
  )
  const noted = refusalsOf({ procurement: { exportRule: 'note' } })
  expect(noted.refusals[0]).toEqual([null, null, null])
  expect(noted.notes).toHaveLength(2)
  const licensed = suppliedSiteDocument.accelerators.map((own) => ({ ...own, licensedCountries: ['CN'] }))
  expect(refusalsOf({ accelerators: licensed }).refusals[0]).toEqual([null, null, null])
})

test('demand that only refused hardware could serve says so', () => {
  const accelerators = suppliedSiteDocument.accelerators.slice(0, 1)
  const { eligibility } = deriveInputs(inChina({ accelerators }), catalog)
  const reasons = new Set(eligibility.flatMap((item) => item.sites))
  expect([...reasons].filter((reason) => reason !== 'residency')).toEqual(['export'])
})

test.each([
  [
    'a liquid-cooled server in a room of air',
    { coolingTechnologyId: 'air_crah_aircooled_chiller' },
    'cooling',
    0,
  ],
  ['an air-cooled server in a liquid bath', { coolingTechnologyId: 'immersion_1p_drycooler' }, 'cooling', 1],
] as const)('%s is refused', (_, facility, reason, accelerator) => {
  const sites = suppliedSiteDocument.sites.map((site) => ({
    ...site,
    facility: { ...site.facility, ...facility },
  }))
  const { fleet } = deriveInputs(readPlan({ ...suppliedSiteDocument, training: [], sites }), catalog)
  expect(fleet.refusals[0]![accelerator]).toBe(reason)
})

test('a rack of more power than the building carries is refused', () => {
  const accelerators = suppliedSiteDocument.accelerators.map((own) => ({ ...own, unitsPerRack: 12 }))
  const { fleet } = deriveInputs(readPlan({ ...suppliedSiteDocument, training: [], accelerators }), catalog)
  expect(fleet.refusals[0]).toContain('rack-power')
})

test('a model runs only where the plan says that it is served', () => {
  const { speed, classes } = deriveInputs(plan, catalog)
  const simple = classes.findIndex((own) => own.id === 'interactive-simple')
  expect(speed[simple]!.map((own) => own.modelId)).toEqual(['small', 'large', 'large'])
})

test.each([
  [
    { accelerators: [{ ...suppliedSiteDocument.accelerators[0]!, refreshYears: 6 }] },
    'accelerators[0].refreshYears',
  ],
  [{ training: [{ ...suppliedSiteDocument.training![0]!, siteId: 'nowhere' }] }, 'training[0].siteId'],
  [{ training: [{ ...suppliedSiteDocument.training![0]!, until: '2027Q1' }] }, 'training[0].until'],
])('a plan that contradicts itself is refused at its field', (own, path) => {
  try {
    readPlan({ ...suppliedSiteDocument, ...own })
    expect.unreachable()
  } catch (error) {
    expect(error instanceof AppFault && error.faults.map((fault) => fault.path)).toContain(path)
  }
})
