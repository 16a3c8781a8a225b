import { expect, test } from 'vitest'
import { SweepSpec } from '../../plan/cases/sweepSpec.ts'
import { batchesOf } from './batchesOf.ts'
import { runSweep } from './runSweep.ts'
import type { Metrics, RunTasks, Task } from './task.ts'

const SOME: Metrics = {
  ...{ objectiveMusd: 1, boundMusd: 1, netPresentCostMusd: 1, levelisedUsdPerMTok: 1, unservedShare: 0 },
  ...{ leasedShare: 0, builtItMwEnd: 0, usedItMwEnd: 0, edgeShare: 0, decisions: {} },
  measures: { carbon: 8, unserved: 8, leased: 8, edge: 8 },
}

/** What a sweep really asks for, batch by batch; a plan fails where its input is below 0.26. */
async function asked(spec: SweepSpec, designs: number): Promise<number[]> {
  const batches: number[] = []
  const answer = ({ id, edits: [edit], least }: Task) => ({
    ...{ id, message: '', metrics: SOME },
    kind: (edit?.times ?? 1) < 0.26 ? ('infeasible' as const) : ('plan' as const),
    ...(least ? { least: { value: 4, bound: 4 } } : {}),
  })
  const run: RunTasks = async (tasks) => {
    batches.push(tasks.length)
    return tasks.map(answer)
  }
  await runSweep(spec, designs, run)
  return batches
}

const axis = { path: 'a', from: 0.6, to: 1.4 }
const option = (id: string) => ({ id, edits: [] })
const drivers = [
  { id: 'x', options: [option('low'), option('high')] },
  { id: 'y', options: [option('low'), option('middle'), option('high')] },
]
const drawn = [{ path: 'a', distribution: { shape: 'uniform', low: 1, high: 2 } }]

test.each([
  { kind: 'sensitivity', steps: 4, inputs: [{ path: 'a', low: 0.8, high: 1.2 }] },
  { kind: 'grid', across: { ...axis, steps: 3 }, down: { ...axis, path: 'b', steps: 4 } },
  { kind: 'scenarios', drivers },
  { kind: 'scenarios', drivers, scenarios: [{ id: 'one', picks: { x: 'low' } }] },
  { kind: 'monte-carlo', draws: 7, inputs: drawn },
  { kind: 'monte-carlo', draws: 7, design: 'fixed', inputs: drawn },
  { kind: 'pareto', against: 'carbon', shares: [1, 0.5, 0.25], least: true },
  { kind: 'pareto', against: 'carbon', shares: [0.5] },
  { kind: 'threshold', path: 'a', as: 'times', from: 0.25, to: 4, flips: 'feasible' },
])('$kind: as many variants as are told before it runs', async (document) => {
  const spec = SweepSpec.parse(document)
  expect(await asked(spec, 2)).toEqual(batchesOf(spec, 2))
})

test('a threshold in a range around zero ends', () => {
  const spec = { kind: 'threshold', path: 'a', from: -1, to: 1, flips: 'feasible' }
  expect(batchesOf(SweepSpec.parse(spec))).toHaveLength(42)
})
