import { expect, test } from 'vitest'
import { formulate } from '../../../src/engine/formulate.ts'
import { Reader } from '../../../src/engine/results/reader.ts'
import { deploymentRows } from '../../../src/engine/results/tokens/deploymentRows.ts'
import { solveFormulation } from '../../../src/engine/strategy/solveFormulation.ts'
import { AppFault } from '../../../src/plan/fault.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { Plan, PlanInput } from '../../../src/plan/schema/plan.ts'
import { oneSiteDocument, oneSiteInputs, type Tuning } from '../../fixtures/oneSite.ts'

/** One site whose servers of 10 kW carry 0.01 Mtok/s each: 1 Mtok/s needs 100 of them. */
function inputsOf(document: Partial<PlanInput>, tuning: Tuning = {}) {
  const plan = readPlan({ ...oneSiteDocument, ...document })
  return oneSiteInputs({ ...tuning, change: () => plan })
}

async function solve(inputs: ReturnType<typeof oneSiteInputs>) {
  const formulation = formulate(inputs)
  const solved = await solveFormulation(formulation, { gapShare: 1e-4, timeLimitS: 60 })
  if (solved.kind !== 'plan') throw new Error(solved.kind)
  const reader = new Reader(formulation, solved)
  const at = (columns: readonly number[]) => columns.map((column) => solved.values[column]! + 0)
  return { reader, solved, formulation, at, fleets: formulation.accelerators.fleets }
}

const [server] = oneSiteDocument.accelerators
const block = { id: 'tune', siteId: 'ash', acceleratorId: 'node', units: 30, from: '2027Q1', loadShare: 0.5 }

test('training keeps units of its quarters beside the serving ones, at its share of their power', async () => {
  const { at, fleets, reader } = await solve(inputsOf({ training: [{ ...block, until: '2027Q2' }] }))
  expect(at(fleets[0]!.active)).toEqual([100, 130, 130, 100].map((units) => expect.closeTo(units, 6)))
  // 130 idle at 30 % of 10 kW, 100 + 0.5 x 30 of them the rest of the way, PUE 1.2.
  expect(reader.site(0, 1).peakMw).toBeCloseTo(1.2 * 0.01 * (0.3 * 130 + 0.7 * 115), 6)
  expect(reader.site(0, 3).peakMw).toBeCloseTo(1.2, 6)
})

test('training that cannot be delivered is named before the solve', () => {
  const inputs = inputsOf({ training: [{ ...block, units: 1001 }] })
  try {
    formulate(inputs)
    expect.unreachable()
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    expect(error.faults).toMatchObject([{ path: 'training[0].units', value: 1001 }])
    expect(error.faults[0]!.expected).toContain('at most 1000 units, what can be delivered by 2027Q1')
  }
})

test('servers that leave service after half a year are bought again', async () => {
  const { at, fleets } = await solve(inputsOf({ accelerators: [{ ...server!, refreshYears: 0.5 }] }))
  expect(at(fleets[0]!.active)).toEqual([100, 100, 100, 100].map((units) => expect.closeTo(units, 6)))
  expect(at(fleets[0]!.bought)).toEqual([100, 100, 200, 200].map((units) => expect.closeTo(units, 6)))
})

test('a refused accelerator is not bought, whatever it costs to go without', async () => {
  const inputs = inputsOf({})
  const refused = { ...inputs, fleet: { ...inputs.fleet, refusals: [['export' as const]] } }
  const { at, fleets } = await solve(refused)
  expect(at(fleets[0]!.bought)).toEqual([0, 0, 0, 0])
})

/** A second server as fast, at half the price. */
function withCheap(document: Partial<PlanInput>, cooling: 'air' | 'liquid' = 'liquid') {
  const cheap = { ...server!, id: 'cheap', priceUsdPerUnit: 200_000, cooling }
  const inputs = inputsOf({ ...document, accelerators: [server!, cheap] })
  const [speed] = inputs.speed[0]!
  return { ...inputs, speed: [[speed!, speed!]] }
}

test('of a cheap foreign server and a dear one from home, home gets its share', async () => {
  const inputs = withCheap({ procurement: { minimumDomesticShare: { US: 0.4 } } })
  const { at, fleets } = await solve({ ...inputs, fleet: { ...inputs.fleet, isDomestic: [[true], [false]] } })
  expect(at(fleets[0]!.bought).at(-1)).toBe(40)
  expect(at(fleets[1]!.bought).at(-1)).toBe(60)
})

test('air-cooled servers get the share of a liquid-cooled room that air carries', async () => {
  const inputs = withCheap({}, 'air')
  const { at, fleets } = await solve({ ...inputs, fleet: { ...inputs.fleet, liquidShare: [0.85] } })
  const [liquid, air] = fleets.map((fleet) => at(fleet.active).at(-1)!)
  // One room of 2 MW takes 0.3 MW into air: n air-cooled of 10 kW and (100 - n) that leave 1.5 kW each; n < 17.6.
  expect(0.01 * air! + 0.0015 * liquid!).toBeLessThanOrEqual(0.3 + 1e-9)
  expect(air).toBe(17)
})

async function solveModel(model: Partial<Plan['models'][number]>, demandMTokS: number) {
  const models = [{ ...oneSiteDocument.models[0]!, ...model }]
  const inputs = inputsOf({ models }, { demandMTokS })
  const [speed] = inputs.speed[0]!
  return solve({ ...inputs, speed: [[{ ...speed!, unitsPerReplica: 2 }]] })
}

test('so many replicas stand ready wherever a model is deployed', async () => {
  // 0.01 Mtok/s keeps one server busy; three replicas of two servers each are six.
  const { at, fleets, reader } = await solveModel({ minimumReplicas: 3 }, 0.01)
  expect(at(fleets[0]!.active)).toEqual([6, 6, 6, 6].map((units) => expect.closeTo(units, 6)))
  expect(deploymentRows(reader)[0]).toMatchObject({
    modelId: 'm',
    siteId: 'ash',
    heldUnitsBySlice: { node: [5, 5, 5].map((units) => expect.closeTo(units, 5)) },
  })
})

test('a licence is paid for each site and year, and a dear one is not bought for a few tokens', async () => {
  const { formulation, at, solved } = await solveModel({ licenceUsdPerSiteYear: 4e6 }, 1)
  const columns = formulation.deployments.deployed[0]!.columns
  expect(at(columns)).toEqual([1, 1, 1, 1])
  const licence = columns.reduce((sum, column) => sum + formulation.problem.cost[column]!, 0)
  expect(licence).toBeCloseTo(
    [0, 1, 2, 3].reduce((sum, t) => sum + 1.1 ** -(t / 4 + 0.125), 0),
    9,
  )
  const free = await solveModel({}, 1)
  expect(solved.objectiveMusd - free.solved.objectiveMusd).toBeCloseTo(licence, 1)
  // A thousandth of the tokens left unserved costs 0.4 M$ a quarter, the licence 10 M$.
  const few = await solveModel({ licenceUsdPerSiteYear: 40e6 }, 0.001)
  expect(few.at(few.formulation.deployments.deployed[0]!.columns)).toEqual([0, 0, 0, 0])
})
