import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { formulate } from '../../../src/engine/formulate.ts'
import { reservesOf, shortPools } from '../../../src/engine/headroom/reserves.ts'
import { solveWithHeadroom } from '../../../src/engine/headroom/solveWithHeadroom.ts'
import { Reader } from '../../../src/engine/results/reader.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { SolverMemory } from '../../../src/engine/strategy/solverMemory.ts'
import { evaluate } from '../../../src/engine/vary/evaluate.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import type { PlanEdit } from '../../../src/plan/planPath.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import { notes } from '../../../src/report/words/en/notes.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

const catalog = await readCatalog()

/** Long answers to few: the calls in progress are few, so that at the caps they would wait. */
const document = (headroom: 'caps' | 'queueing'): PlanInput => ({
  ...oneSiteDocument,
  demand: [
    {
      ...{ id: 'd', archetypeId: 'legal_research', unitsStart: 1500, unitsEnd: 3000, privacyShare: 0 },
      ...{ complexShare: 0, ttftMs: 1500, outputTokensPerCall: 4000, regionShares: { east: 1 } },
    },
  ],
  routing: { utilisationCap: { standard: 0.98 }, headroom },
  sites: [
    { ...oneSiteDocument.sites[0]!, facility: { ...oneSiteDocument.sites[0]!.facility, moduleItMw: 0.05 } },
  ],
  accelerators: [
    { ...oneSiteDocument.accelerators[0]!, accelPerUnit: 1, unitItKw: 1.5, priceUsdPerUnit: 60_000 },
  ],
})

async function solve(headroom: 'caps' | 'queueing') {
  const plan = readPlan(document(headroom))
  const answer = await solvePlan({ plan, catalog, inputsHash: 'h' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const lines = auditResult(plan, catalog, answer.result, 'h').lines.filter((line) => !line.isOk)
  return { result: answer.result, late: lines.filter((line) => line.check === 'queueing'), lines }
}

test('a pool too small for its caps waits; with queueing fed back it gets room, and the audit agrees', async () => {
  const capped = await solve('caps')
  expect(capped.late.length).toBeGreaterThan(0)
  const queued = await solve('queueing')
  expect(queued.lines.map((line) => line.sentence)).toEqual([])
  const units = ({ result }: typeof capped) => result.builds.at(-1)!.unitsByAccelerator.node!
  expect(units(queued)).toBeGreaterThan(units(capped))
  expect(queued.result.notes.some((note) => /pools .* were given more room/.test(notes.say(note)))).toBe(true)
})

/** Four archetypes of two regions on two sites: what one pool is given moves load to others, which then need more. */
const twoSites = (): PlanInput => {
  const { demand: _, ...own } = document('queueing')
  const [region] = own.regions
  const [site] = own.sites!
  return {
    ...own,
    regions: [region!, { ...region!, id: 'west', name: 'West', catalogRegionId: 'jp-tokyo' }],
    demand: ['legal_research', 'chat_user', 'coding_agent', 'workflow_agent'].map((archetypeId, index) => ({
      ...{ id: `d${index}`, archetypeId, unitsStart: 400, unitsEnd: 3000, privacyShare: 0.3 },
      ...{ complexShare: 0.4, outputTokensPerCall: 3000, regionShares: { east: 0.5, west: 0.5 } },
    })),
    routing: {
      utilisationCap: { standard: 0.98, interactive: 0.98 },
      headroom: 'queueing',
      residency: false,
    },
    sites: [site!, { ...site!, id: 'far', name: 'Far', catalogRegionId: 'jp-tokyo' }],
  }
}

async function firstOf(plan: PlanInput) {
  const inputs = deriveInputs(readPlan(plan), catalog)
  const memory = new SolverMemory()
  const formulation = formulate(inputs)
  const solve = (own: typeof formulation) => memory.solve(own, { gapShare: 0.01, timeLimitS: 60 })
  return { inputs, solve, first: { formulation, solved: await solve(formulation) }, memory }
}

test('what the round trip takes of the time to first token is not left to wait in', async () => {
  const withTrip = (extraRttMs: number): PlanInput => {
    const own = document('queueing')
    return { ...own, sites: own.sites!.map((site) => ({ ...site, extraRttMs })) }
  }
  const roomOf = async (extraRttMs: number) => {
    const { first, memory } = await firstOf(withTrip(extraRttMs))
    memory.close()
    if (first.solved.kind !== 'plan') throw new Error(first.solved.kind)
    const reserves = reservesOf(new Reader(first.formulation, first.solved))
    return Math.max(...[...reserves.values()].flat())
  }
  // 30 % of 1,500 ms are for the network: 450 ms, of which the longer trip leaves less than 50.
  expect(await roomOf(400)).toBeGreaterThan(1.05 * (await roomOf(0)))
  const plan = readPlan(withTrip(400))
  const answer = await solvePlan({ plan, catalog, inputsHash: 'h' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const waits = auditResult(plan, catalog, answer.result, 'h').lines.filter(
    ({ check }) => check === 'queueing',
  )
  expect(waits.every(({ isOk, recomputed }) => isOk && recomputed < 50)).toBe(true)
})

test('a variant of a sweep gets the room that a solve of its plan gets', async () => {
  const { result } = await solve('queueing')
  const context = { plan: readPlan(document('caps')), catalog, designs: [] }
  const variant = (edits: PlanEdit[]) => evaluate(context, { id: 'v', design: 'full', edits })
  const [capped, queued] = [
    await variant([]),
    await variant([{ path: 'routing.headroom', value: 'queueing' }]),
  ]
  expect(queued.metrics!.objectiveMusd).toBeGreaterThan(capped.metrics!.objectiveMusd)
  const ratio = queued.metrics!.objectiveMusd / result.solver.objectiveMusd
  expect(Math.abs(ratio - 1)).toBeLessThan(0.01)
})

test('headroom is refreshed after each solve until no pool is short at the size found', async () => {
  const { inputs, solve, first, memory } = await firstOf(twoSites())
  const { formulation, solved, rounds } = await solveWithHeadroom(inputs, first, 600, solve)
  memory.close()
  if (solved.kind !== 'plan') throw new Error(solved.kind)
  expect(rounds).toBeGreaterThan(1)
  const needed = reservesOf(new Reader(formulation, solved))
  expect(shortPools(formulation.inputs.reserves!, needed)).toEqual([])
})

test('where time ends before it settles, the plan that there is stays and says what is short', async () => {
  const { inputs, first, memory } = await firstOf(document('queueing'))
  const noPlan = () => Promise.resolve({ kind: 'no-plan', timeS: 600 } as const)
  const kept = await solveWithHeadroom(inputs, first, 600, noPlan)
  memory.close()
  expect(kept).toEqual({ ...first, rounds: 0 })
  const short = notes.say({ code: 'pools-short', pools: 2, rounds: 4 })
  expect(short).toMatch(/^2 pools still lack room after 4 more solves: the plan has not settled/)
})
