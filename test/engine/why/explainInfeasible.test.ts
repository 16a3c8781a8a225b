import { describe, expect, test } from 'vitest'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { formulate } from '../../../src/engine/formulate.ts'
import { HighsModel } from '../../../src/engine/problem/highsModel.ts'
import { explainInfeasible } from '../../../src/engine/why/conflict/explainInfeasible.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { editedPlan, type PlanEdit } from '../../../src/plan/planPath.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { Plan } from '../../../src/plan/schema/plan.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

const catalog = await readCatalog()

/** The audited site with room for everything: all demand must be served, and can be. */
const roomy = editedPlan(readPlan(auditedSiteDocument), [
  { path: 'horizon.periods', value: 5 },
  { path: 'horizon.blocksPerDay', value: 2 },
  { path: 'routing.mustServe', value: true },
  { path: 'routing.residency', value: false },
  { path: 'sites[ash].power.gridLimitMw', value: 60 },
  { path: 'sites[ash].power.rampMwPerQuarter', value: null },
  { path: 'sites[ash].facility.coolingLimitItMw', value: 60 },
  { path: 'sites[ash].facility.maxItMw', value: 60 },
  { path: 'accelerators[node].supplyUnitsPerPeriod', value: 2000 },
  { path: 'distribution.links[0].limitMTokS', value: 500 },
  { path: 'distribution.leases[b200].limitAccel', value: 0 },
])

const formulated = (plan: Plan) => formulate(deriveInputs(plan, catalog))

async function isFeasible(plan: Plan): Promise<boolean> {
  const model = await HighsModel.open(formulated(plan).problem)
  const { status } = model.solveLinear()
  model.close()
  return status === 'optimal'
}

test('with room for everything there is a plan', async () => {
  expect(await isFeasible(roomy)).toBe(true)
})

interface Planted {
  readonly name: string
  readonly edits: readonly PlanEdit[]
  /** Family and owner that the conflict must name beside the demand. */
  readonly culprit: string
  /** Path that the repair of the culprit must change. */
  readonly path: string
}

const PLANTED: readonly Planted[] = [
  {
    name: 'too few megawatts of grid',
    edits: [{ path: 'sites[ash].power.gridLimitMw', value: 0.6 }],
    culprit: 'grid ash',
    path: 'sites[ash].power.gridLimitMw',
  },
  {
    name: 'a grid that is energised after the demand is there',
    edits: [{ path: 'sites[ash].power.energised', value: '2028Q1' }],
    culprit: 'grid ash',
    path: 'sites[ash].power.energised',
  },
  {
    name: 'a ramp too slow',
    edits: [{ path: 'sites[ash].power.rampMwPerQuarter', value: 0.15 }],
    culprit: 'grid ash',
    path: 'sites[ash].power.rampStepsMw',
  },
  {
    name: 'too few rooms',
    edits: [{ path: 'sites[ash].facility.maxItMw', value: 0.5 }],
    culprit: 'rooms ash',
    path: 'sites[ash].facility.maxItMw',
  },
  {
    name: 'too little cooling',
    edits: [{ path: 'sites[ash].facility.coolingLimitItMw', value: 0.4 }],
    culprit: 'cooling ash',
    path: 'sites[ash].facility.coolingLimitItMw',
  },
  {
    name: 'too few accelerators delivered',
    edits: [{ path: 'accelerators[node].supplyUnitsPerPeriod', value: 4 }],
    culprit: 'supply node',
    path: 'accelerators[node].supplyUnitsPerPeriod',
  },
  {
    name: 'accelerators that come after the demand',
    edits: [{ path: 'accelerators[node].leadMonths', value: 9 }],
    culprit: 'supply node',
    path: 'accelerators[node].leadMonths',
  },
  {
    name: 'a link too thin',
    edits: [{ path: 'distribution.links[0].limitMTokS', value: 1 }],
    culprit: 'link lon>ash',
    path: 'distribution.links[0].limitMTokS',
  },
  {
    name: 'a carbon permit too small',
    edits: [{ path: 'sites[ash].power.carbonLimitTonnesPerYear', value: 200 }],
    culprit: 'carbon ash',
    path: 'sites[ash].power.carbonLimitTonnesPerYear',
  },
  {
    name: 'a carbon cap of the horizon too small',
    edits: [{ path: 'budget.carbonTonnes', value: 100 }],
    culprit: 'carbon-total plan',
    path: 'budget.carbonTonnes',
  },
  {
    name: 'a water permit too small',
    edits: [
      { path: 'sites[ash].facility.coolingTechnologyId', value: 'dlc85_w32_tower' },
      { path: 'sites[ash].facility.waterLimitM3PerYear', value: 50 },
    ],
    culprit: 'water ash',
    path: 'sites[ash].facility.waterLimitM3PerYear',
  },
  {
    name: 'clean energy that no plant can make at night',
    edits: [
      { path: 'sites[ash].power.minimumCleanShare', value: 0.9 },
      { path: 'sites[ash].power.onSite[gas].maxMw', value: 0 },
    ],
    culprit: 'clean-energy ash',
    path: 'sites[ash].power.minimumCleanShare',
  },
  {
    name: 'locked energy beyond the contract',
    edits: [],
    culprit: 'contract ash/flat',
    path: 'sites[ash].power.contracts[flat].maxMw',
  },
  {
    name: 'too few accelerators on lease where the grid is closed',
    edits: [
      { path: 'sites[ash].power.gridLimitMw', value: 0.13 },
      { path: 'distribution.leases[b200].limitAccel', value: 10 },
    ],
    culprit: 'lease b200',
    path: 'distribution.leases[b200].limitAccel',
  },
]

describe.each(PLANTED)('planted: $name', ({ name, edits, culprit, path }) => {
  const plan = name === 'locked energy beyond the contract' ? withContract(roomy) : editedPlan(roomy, edits)

  test('it is named, with the demand that it cannot carry, and mended', async () => {
    expect(await isFeasible(plan)).toBe(false)
    const found = await explainInfeasible(formulated(plan), catalog)
    const named = found.conflict.map(({ family, ownerId }) => `${family} ${ownerId}`)
    expect(named).toContain(culprit)
    expect(found.isSmallest).toBe(true)
    const repair = found.repairs.find((own) => `${own.family} ${own.ownerId}` === culprit)
    expect(repair?.edits.map((edit) => edit.path)).toContain(path)
    expect(await isFeasible(editedPlan(plan, repair!.edits))).toBe(true)
  })
})

/** Nine tenths of the energy must be locked, by a contract of a fifth of a megawatt. */
function withContract(plan: Plan): Plan {
  const draft = structuredClone(plan)
  const [site] = draft.sites
  site!.power.minimumLockedShare = 0.9
  site!.power.onSite = []
  site!.power.contracts = [
    {
      ...{
        id: 'flat',
        kind: 'baseload',
        energySourceId: 'nuclear_ppa',
        maxMw: 0.2,
        escalatorPerYear: 0,
      },
      ...{ start: '2027Q1', termYears: 10, takeOrPayShare: 1, isDirect: false, firmShare: 0 },
    },
  ]
  return readPlan(draft)
}

test('a class that no model is good enough for: the rule is named, and the floor that would do', async () => {
  const plan = editedPlan(roomy, [{ path: 'routing.qualityFloorComplex', value: 0.95 }])
  expect(await isFeasible(plan)).toBe(false)
  const { conflict, repairs } = await explainInfeasible(formulated(plan), catalog)
  expect(conflict.map(({ family }) => family)).toEqual(['quality-floor', 'demand'])
  expect(conflict[1]!.refusals).toEqual(['no-speed'])
  expect(repairs.map(({ family }) => family)).toContain('demand')
})

test('private data that may be served nowhere: residency is named', async () => {
  const plan = editedPlan(roomy, [{ path: 'routing.residency', value: true }])
  const { conflict, repairs } = await explainInfeasible(formulated(plan), catalog)
  expect(conflict.map(({ family }) => family)).toEqual(['residency', 'demand'])
  expect(conflict[1]!.refusals).toContain('residency')
  const mended = repairs.find(({ family }) => family === 'residency')
  expect(mended?.edits).toEqual([{ path: 'routing.residency', value: false }])
})

test('a barred class: the bar is named and taken away', async () => {
  const plan = editedPlan(roomy, [{ path: 'routing.barredClasses', value: ['standard-simple'] }])
  const { conflict, repairs } = await explainInfeasible(formulated(plan), catalog)
  expect(conflict.map(({ family }) => family)).toEqual(['barred', 'demand'])
  expect(conflict[1]!.refusals).toEqual(['barred'])
  expect(repairs.find(({ family }) => family === 'barred')?.edits).toEqual([
    { path: 'routing.barredClasses', value: [] },
  ])
})
