import { expect, test } from 'vitest'
import { SweepSpec } from '../../plan/cases/sweepSpec.ts'
import { runSweep } from './runSweep.ts'
import type { Metrics, RunTasks, Task } from './task.ts'

const NONE: Metrics = {
  ...{ objectiveMusd: 0, boundMusd: 0, netPresentCostMusd: 0, levelisedUsdPerMTok: 0, unservedShare: 0 },
  ...{
    leasedShare: 0,
    builtItMwEnd: 0,
    usedItMwEnd: 0,
    edgeShare: 0,
    measures: { carbon: 0, unserved: 0, leased: 0, edge: 0 },
    decisions: {},
  },
}

/** A solver that answers with a formula. */
function answering(metrics: (task: Task) => Partial<Metrics>): { run: RunTasks; asked: Task[] } {
  const asked: Task[] = []
  const run: RunTasks = async (tasks) => {
    asked.push(...tasks)
    return tasks.map((task) => ({
      id: task.id,
      kind: 'plan',
      message: '',
      metrics: { ...NONE, ...metrics(task) },
    }))
  }
  return { run, asked }
}

test('a tornado: each input alone, the widest swing first', async () => {
  const weight = { price: 10, rent: 30 } as Record<string, number>
  const { run, asked } = answering(({ edits: [edit] }) => {
    return { objectiveMusd: edit ? 100 + weight[edit.path]! * (edit.times! - 1) : 100 }
  })
  const inputs = [
    { path: 'price', low: 0.5, high: 1.5 },
    { path: 'rent', low: 0.5, high: 1.5 },
  ]
  const { tornado } = await runSweep(SweepSpec.parse({ kind: 'sensitivity', inputs }), 0, run)
  expect(asked).toHaveLength(5)
  expect(tornado.map(({ path, swingMusd }) => [path, swingMusd])).toEqual([
    ['rent', 30],
    ['price', 10],
  ])
})

test('every combination of options, or the scenarios that are named', async () => {
  const drivers = [
    {
      id: 'price',
      options: [
        { id: 'low', edits: [] },
        { id: 'high', edits: [] },
      ],
    },
    {
      id: 'grid',
      options: [
        { id: 'soon', edits: [] },
        { id: 'late', edits: [] },
      ],
    },
  ]
  const { run } = answering(() => ({}))
  const all = await runSweep(SweepSpec.parse({ kind: 'scenarios', drivers }), 0, run)
  expect(all.rows.map(({ id }) => id)).toEqual(['low / soon', 'low / late', 'high / soon', 'high / late'])
  const wrong = SweepSpec.parse({
    kind: 'scenarios',
    drivers,
    scenarios: [{ id: 'x', picks: { grid: 'never' } }],
  })
  await expect(runSweep(wrong, 0, run)).rejects.toThrow('picks')
})

test('a threshold: the price at which a site is no longer built, to one percent', async () => {
  const { run } = answering(({ edits: [edit] }) => ({
    decisions: { 'site:ash': Number(edit!.value) < 83.2 ? 5 : 0 },
  }))
  const spec = SweepSpec.parse({ kind: 'threshold', path: 'p', from: 20, to: 320, flips: 'site:ash' })
  const { threshold, rows } = await runSweep(spec, 0, run)
  expect(Math.abs(threshold!.value! - 83.2)).toBeLessThan(0.0083 * 83.2)
  expect(threshold!.below).toMatchObject({ holds: true })
  expect(threshold!.above).toMatchObject({ holds: false })
  expect(rows.length).toBeLessThan(14)
  const never = SweepSpec.parse({ kind: 'threshold', path: 'p', from: 100, to: 200, flips: 'site:ash' })
  expect((await runSweep(never, 0, run)).threshold!.value).toBeNull()
})

test('Monte Carlo over two designs: spread, shortage and regret by hand', async () => {
  // Design 0 costs the drawn value; design 1 always 50 and falls short half of the time.
  const { run } = answering(({ edits: [edit], designIndex }) => {
    const value = Number(edit!.value)
    const short = designIndex === 1 && value > 50 ? 0.02 : 0
    const cost = designIndex === 1 ? 50 : value
    return { objectiveMusd: cost, netPresentCostMusd: cost, unservedShare: short }
  })
  const distribution = {
    shape: 'discrete',
    values: [
      { value: 20, weight: 1 },
      { value: 90, weight: 1 },
    ],
  }
  const spec = SweepSpec.parse({
    ...{ kind: 'monte-carlo', design: 'fixed', draws: 200, seed: 3 },
    inputs: [{ path: 'x', distribution }],
  })
  const { monteCarlo, rows } = await runSweep(spec, 2, run)
  const [first, second] = monteCarlo!.designs
  const high = rows.filter(({ id, settings }) => id.endsWith(' 0') && settings.x === 90).length / 200
  expect(first!.costMusd).toMatchObject({ p10: 20, p90: 90 })
  expect(second!.shortageProbability).toBeCloseTo(high, 9)
  // Against the other, the first loses 40 when the draw is high, the second 30 when it is low.
  expect(first!.regretMusd.mean).toBeCloseTo(40 * high, 9)
  expect(second!.regretMusd).toMatchObject({ most: 30 })
})

test('a front: caps at shares of what the cheapest plan has', async () => {
  const { run, asked } = answering(({ edits }) => {
    const carbon = Number(edits[0]?.value ?? 800)
    return { objectiveMusd: 100 + (800 - carbon) / 10, measures: { carbon, unserved: 0, leased: 0, edge: 0 } }
  })
  const spec = SweepSpec.parse({ kind: 'pareto', against: 'carbon', shares: [0.5, 0] })
  const { rows, front } = await runSweep(spec, 0, run)
  expect(front).toEqual({ measure: 'carbon', most: 800, least: null })
  const path = 'budget.carbonTonnes'
  // Each point is a change of the plan, so that it can be opened as a branch.
  expect(asked.map(({ edits }) => edits)).toEqual([[], [{ path, value: 400 }], [{ path, value: 0 }]])
  expect(rows.map(({ metrics }) => metrics!.objectiveMusd)).toEqual([100, 140, 180])
})

test('a front whose least is not found says so in a row of its own', async () => {
  const { run } = answering(() => ({ measures: { carbon: 800, unserved: 5, leased: 0, edge: 0 } }))
  const late: RunTasks = async (tasks) =>
    (await run(tasks)).map((own, place) =>
      tasks[place]!.least ? { ...own, kind: 'no-plan', metrics: null } : own,
    )
  const spec = SweepSpec.parse({ kind: 'pareto', against: 'carbon', shares: [0.5], least: true })
  const { rows, front } = await runSweep(spec, 0, late)
  expect(front!.least).toBeNull()
  expect(rows.at(-1)).toMatchObject({ id: 'least', kind: 'no-plan', metrics: null, edits: [] })
})

test('the least of a front is capped a little above what was found, and no more is left unserved', async () => {
  const { run, asked } = answering(() => ({ measures: { carbon: 800, unserved: 5, leased: 0, edge: 0 } }))
  const found: RunTasks = async (tasks) =>
    (await run(tasks)).map((own, place) =>
      tasks[place]!.least ? { ...own, metrics: null, least: { value: 200, bound: 199 } } : own,
    )
  const spec = SweepSpec.parse({ kind: 'pareto', against: 'carbon', shares: [1], least: true })
  const { rows, front } = await runSweep(spec, 0, found)
  expect(front).toEqual({ measure: 'carbon', most: 800, least: { value: 200, bound: 199 } })
  expect(asked.at(-1)!.edits.map(({ path }) => path)).toEqual(['budget.carbonTonnes', 'budget.unservedMTok'])
  const [carbon, unserved] = asked.at(-1)!.edits.map(({ value }) => Number(value))
  expect(carbon).toBeCloseTo(200.2, 9)
  expect(unserved).toBeCloseTo(5.000005, 9)
  expect(rows.at(-1)).toMatchObject({ id: 'least', settings: { cap: expect.closeTo(0.25025, 9) } })
})
