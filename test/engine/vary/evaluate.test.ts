import { expect, test } from 'vitest'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { evaluate } from '../../../src/engine/vary/evaluate.ts'
import { runSweep } from '../../../src/engine/vary/runSweep.ts'
import type { RunTasks, Task } from '../../../src/engine/vary/task.ts'
import { costOfForcing } from '../../../src/engine/why/costOfForcing.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { SweepSpec } from '../../../src/plan/cases/sweepSpec.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

const catalog = await readCatalog()
const plan = readPlan({
  ...auditedSiteDocument,
  horizon: { start: '2027Q1', periods: 5, blocksPerDay: 2 },
  // A load that has to stay would forbid that the site is closed.
  sites: auditedSiteDocument.sites.map((own) => ({ ...own, facility: { ...own.facility, fixedItMw: 0 } })),
})
const answer = await solvePlan({ plan, catalog, inputsHash: 'x', gapShare: 1e-4 })
if (answer.kind !== 'plan') throw new Error(answer.kind)
const { result } = answer
const context = { plan, catalog, designs: [result] }

async function ask(task: Partial<Task>) {
  const outcome = await evaluate(context, { id: 'x', edits: [], design: 'full', gapShare: 1e-4, ...task })
  if (!outcome.metrics) throw new Error(`${outcome.kind} ${outcome.message}`)
  return outcome.metrics
}

test('the design that stays costs on its own plan what the result says', async () => {
  const kept = await ask({ design: 'fixed' })
  expect(kept.objectiveMusd).toBeCloseTo(result.solver.objectiveMusd, 4)
})

test.each([1, 400])(
  'the design of a site that brings %i MW stays as it is: those are neither contracted nor studied anew',
  async (standingMw) => {
    const brings = {
      ...plan,
      sites: plan.sites.map((site) => ({
        ...site,
        power: { ...site.power, standingMw, studyMusd: 3, connectionMusdPerMw: 2, onSite: [], contracts: [] },
      })),
    }
    const made = await solvePlan({ plan: brings, catalog, inputsHash: 'x', gapShare: 1e-4 })
    if (made.kind !== 'plan') throw new Error(made.kind)
    const own = { plan: brings, catalog, designs: [made.result] }
    const kept = await evaluate(own, { id: 'x', edits: [], design: 'fixed' })
    expect(kept.metrics!.objectiveMusd).toBeCloseTo(made.result.solver.objectiveMusd, 4)
  },
)

test('a design that stays is never cheaper than one made for the plan, and what it cannot serve is short', async () => {
  const edits = [{ path: 'demand[*].unitsEnd', times: 1.5 }]
  const kept = await ask({ design: 'fixed', edits })
  const made = await ask({ edits })
  expect(kept.objectiveMusd).toBeGreaterThan(made.objectiveMusd * (1 - 2e-4))
  expect(kept.unservedShare).toBeGreaterThan(result.summary.unservedShare)
})

test('a cap on carbon holds and costs; one on nothing at all is free', async () => {
  const free = await ask({})
  const most = free.measures.carbon / 2
  const capped = await ask({ edits: [{ path: 'budget.carbonTonnes', value: most }] })
  expect(capped.measures.carbon).toBeLessThanOrEqual(most * 1.000001)
  expect(capped.objectiveMusd).toBeGreaterThan(free.objectiveMusd)
})

test('a cap on tokens away from the edge holds, costs, and the share of the edge rises', async () => {
  const spec = SweepSpec.parse({ kind: 'pareto', against: 'edge', shares: [0.5], gapShare: 1e-4 })
  const run: RunTasks = (tasks) => Promise.all(tasks.map((task) => evaluate(context, task)))
  const { rows, front } = await runSweep(spec, 0, run)
  const [free, half] = rows.map(({ metrics }) => metrics!)
  // The site is small enough to be of the edge; the lease is away from it.
  expect(front!.measure).toBe('edge')
  expect(front!.most / free!.measures.leased).toBeCloseTo(1, 6)
  expect(free!.edgeShare).toBeLessThan(1)
  expect(half!.measures.edge).toBeLessThanOrEqual(0.5 * free!.measures.edge * 1.000001)
  expect(half!.edgeShare).toBeGreaterThan(free!.edgeShare)
  expect(half!.objectiveMusd).toBeGreaterThan(free!.objectiveMusd)
  expect(rows[1]!.edits).toEqual([{ path: 'budget.awayFromEdgeMTok', value: 0.5 * front!.most }])
})

test('the end of a front: the least carbon, below which nothing serves as much, and the cheapest plan there', async () => {
  const spec = { kind: 'pareto', against: 'carbon', shares: [1], least: true, gapShare: 1e-3 }
  const run: RunTasks = (tasks) => Promise.all(tasks.map((task) => evaluate(context, task)))
  const { rows, front } = await runSweep(SweepSpec.parse(spec), 0, run)
  const { value, bound } = front!.least!
  const [cheapest, end] = rows.map(({ metrics }) => metrics!)
  expect(value).toBeLessThan(front!.most)
  expect(bound).toBeLessThanOrEqual(value)
  expect(bound).toBeGreaterThan(value * (1 - 1.1e-3))
  expect(end!.measures.carbon).toBeLessThanOrEqual(value * 1.0011)
  expect(end!.measures.unserved).toBeLessThanOrEqual(cheapest!.measures.unserved * 1.0001)
  expect(end!.objectiveMusd).toBeGreaterThan(cheapest!.objectiveMusd)
  const [cap, held] = rows[1]!.edits
  expect([cap!.path, held!.path]).toEqual(['budget.carbonTonnes', 'budget.unservedMTok'])
  const below = { id: 'x', design: 'full', edits: [{ ...cap!, value: 0.99 * bound }, held!] } as const
  expect((await evaluate(context, below)).kind).toBe('infeasible')
})

test('the least is looked for of a cap alone', async () => {
  const outcome = await evaluate(context, { id: 'x', edits: [], design: 'full', least: 'carbon' })
  expect(outcome).toMatchObject({ kind: 'bad-input', metrics: null })
  expect(outcome.message).toContain('budget.carbonTonnes')
})

test.each([
  ['site:ash=closed', 'site:ash', 0],
  ['accelerator:node<=10', 'accelerator:node', 10],
  ['lease:b200<=0', 'lease:b200', 0],
])('forced: %s holds, and its cost is not below nothing', async (decision, key, most) => {
  const forced = await ask({ forced: [decision] })
  expect(forced.decisions[key] ?? 0).toBeLessThanOrEqual(most + 1e-6)
  const cost = costOfForcing(result.solver, { metrics: forced })
  expect(cost.costMusd!).toBeGreaterThan(-0.01)
  expect(cost.leastMusd).toBeLessThanOrEqual(cost.mostMusd)
})

test.each(['accelerator:node>=50', 'grid:ash>=0.7', 'site:ash=open'])(
  'forced upwards: %s has a plan',
  async (decision) => {
    const forced = await ask({ forced: [decision] })
    expect(forced.objectiveMusd).toBeGreaterThan(result.solver.boundMusd - 0.01)
  },
)

test.each(['site:moon=closed', 'model:small>=3', 'weather:nice=open', 'lease:b200'])(
  '%s is no decision of this plan',
  async (decision) => {
    const outcome = await evaluate(context, { id: 'x', edits: [], design: 'full', forced: [decision] })
    expect(outcome).toMatchObject({ kind: 'bad-input', metrics: null })
    expect(outcome.message).toContain(decision)
  },
)

test('an edit that makes no plan is an outcome, not an end', async () => {
  const outcome = await evaluate(context, {
    id: 'x',
    edits: [{ path: 'sites[0].power.gridLimitMw', value: -1 }],
    design: 'full',
  })
  expect(outcome.kind).toBe('bad-input')
})
