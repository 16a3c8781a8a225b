import { expect, test } from 'vitest'
import { SweepSpec } from '../../plan/cases/sweepSpec.ts'
import { axisValues, gridOf, systemOf } from './grid.ts'
import { runSweep } from './runSweep.ts'
import type { Metrics, RunTasks } from './task.ts'

const metrics = (objectiveMusd: number, decisions: Metrics['decisions']): Metrics => ({
  ...{ objectiveMusd, boundMusd: 0, netPresentCostMusd: 0, levelisedUsdPerMTok: 0, unservedShare: 0 },
  ...{ leasedShare: 0, builtItMwEnd: 0, usedItMwEnd: 0, decisions },
  edgeShare: 0,
  measures: { carbon: 0, unserved: 0, leased: 0, edge: 0 },
})

/** Own rooms cost 10 x power, a lease 8 x rent: whichever is less is taken. */
const cheaper: RunTasks = async (tasks) =>
  tasks.map(({ id, edits }) => {
    const timesOf = (path: string): number => edits.find((own) => own.path === path)?.times ?? 1
    const [own, leased] = [10 * timesOf('power'), 8 * timesOf('rent')]
    const decisions = { 'site:a': own <= leased ? 1 : 0, 'lease:b': own <= leased ? 0 : 5 }
    return { id, kind: 'plan', message: '', metrics: metrics(Math.min(own, leased), decisions) }
  })

test('two inputs together: every pair of their values, and which system is best there', async () => {
  const axis = (path: string) => ({ path, from: 0.5, to: 1.5, steps: 3 })
  const spec = SweepSpec.parse({ kind: 'grid', across: axis('power'), down: axis('rent') })
  const { rows, grid } = await runSweep(spec, 0, cheaper)
  expect(rows).toHaveLength(9)
  expect(grid!.across).toEqual([0.5, 1, 1.5])
  const costs = grid!.cells.map((line) => line.map((row) => row!.metrics!.objectiveMusd))
  expect(costs).toEqual([
    [4, 4, 4],
    [5, 8, 8],
    [5, 10, 12],
  ])
  const sites = grid!.cells.map((line) => line.map((row) => systemOf(row!.metrics!, 'sites').join()))
  expect(sites).toEqual([
    ['', '', ''],
    ['site:a', '', ''],
    ['site:a', 'site:a', ''],
  ])
  expect(systemOf(grid!.cells[0]![0]!.metrics!, 'bought')).toEqual(['lease:b'])
})

test('values go evenly from first to last, down too; what was not answered is left out', () => {
  expect(axisValues({ from: 2, to: 0.5, steps: 4 })).toEqual([2, 1.5, 1, 0.5])
  const axis = { path: 'a', from: 0, to: 1, steps: 2 }
  const spec = SweepSpec.parse({ kind: 'grid', across: axis, down: axis })
  if (spec.kind !== 'grid') throw new Error('not a grid')
  expect(gridOf(spec, []).cells.flat()).toEqual([undefined, undefined, undefined, undefined])
})

test('the same input twice is refused by name', async () => {
  const axis = { path: 'a', from: 0, to: 1 }
  const spec = SweepSpec.parse({ kind: 'grid', across: axis, down: axis })
  await expect(runSweep(spec, 0, cheaper)).rejects.toMatchObject({
    faults: [{ path: 'down.path', value: 'a' }],
  })
})

test('a spider: each input in steps, the plan as it is between them', async () => {
  const run: RunTasks = async (tasks) =>
    tasks.map(({ id, edits: [edit] }) => {
      return { id, kind: 'plan', message: '', metrics: metrics(100 * (edit?.times ?? 1) ** 2, {}) }
    })
  const inputs = [
    { path: 'price', low: 0.5, high: 1.5 },
    { path: 'fixed', low: 1, high: 2, as: 'value' },
  ]
  const { spider, tornado } = await runSweep(
    SweepSpec.parse({ kind: 'sensitivity', inputs, steps: 5 }),
    0,
    run,
  )
  expect(spider).toEqual([
    {
      path: 'price',
      points: [
        { id: '0 low', times: 0.5, costMusd: 25 },
        { id: '0 2', times: 0.75, costMusd: 56.25 },
        { id: '0 3', times: 1, costMusd: 100 },
        { id: '0 4', times: 1.25, costMusd: 156.25 },
        { id: '0 high', times: 1.5, costMusd: 225 },
      ],
    },
  ])
  expect(tornado[0]).toMatchObject({ path: 'price', lowMusd: 25, highMusd: 225 })
})
