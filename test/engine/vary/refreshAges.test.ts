import { expect, test } from 'vitest'
import { evaluate } from '../../../src/engine/vary/evaluate.ts'
import { findRefreshAges } from '../../../src/engine/vary/refreshAges.ts'
import type { Metrics, RunTasks, Task } from '../../../src/engine/vary/task.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { editedPlan } from '../../../src/plan/planPath.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'
import { suppliedSiteDocument } from '../../fixtures/suppliedSite.ts'

const catalog = await readCatalog()

/** Answers by what a plan of these edits would cost. */
const costing =
  (cost: (task: Task) => number): RunTasks =>
  async (tasks) =>
    tasks.map((task) => ({
      ...{ id: task.id, kind: 'plan', message: '' },
      metrics: { objectiveMusd: cost(task) } as Metrics,
    }))
const valueIn = ({ edits }: Task, path: string) => edits.findLast((edit) => edit.path === path)?.value

test('each accelerator in turn, the others at the best found so far', async () => {
  const plan = readPlan({
    ...suppliedSiteDocument,
    horizon: { start: '2027Q1', periods: 20, blocksPerDay: 2 },
  })
  const cost = (task: Task) => {
    const [node, mi] = ['node', 'mi'].map((id) => valueIn(task, `accelerators[${id}].refreshYears`))
    return Math.abs(Number(node ?? 5) - 2) + (node === 2 && mi === 3 ? -1 : 0)
  }
  const asked = { acceleratorIds: ['node', 'mi'], keptShare: 0.8 }
  const { best, edits, tried } = await findRefreshAges(plan, asked, costing(cost))
  expect(best).toEqual({ node: 2, mi: 3 })
  expect(tried.map(({ years }) => years)).toEqual([null, 1, 2, 3, 4, null, 1, 2, 3, 4])
  const [node, mi] = editedPlan(plan, edits).accelerators
  expect(node).toMatchObject({ refreshYears: 2 })
  expect(node!.resaleShare).toBeCloseTo(0.64, 12)
  expect(mi!.resaleShare).toBeCloseTo(0.512, 12)
})

test('ages beyond the horizon or the life are not asked, and a plan that fails is no best', async () => {
  const plan = readPlan(suppliedSiteDocument)
  const asked = { acceleratorIds: ['mi'], ages: [9, 2, 1] }
  const none: RunTasks = async (tasks) =>
    tasks.map(({ id }) => ({ id, kind: 'infeasible', metrics: null, message: '' }))
  const { best, tried } = await findRefreshAges(plan, asked, none)
  expect(tried.map(({ years }) => years)).toEqual([null, 1, 2])
  expect(best).toEqual({ mi: null })
})

test('units that keep their price while new ones get cheap are replaced early, and those worth nothing never', async () => {
  const plan = readPlan({
    ...auditedSiteDocument,
    horizon: { start: '2027Q1', periods: 12, blocksPerDay: 2 },
    accelerators: auditedSiteDocument.accelerators.map((own) => ({ ...own, priceChangePerYear: -0.6 })),
  })
  const run: RunTasks = (tasks) =>
    Promise.all(tasks.map((task) => evaluate({ plan, catalog, designs: [] }, task)))
  const bestAt = async (keptShare: number) => {
    const asked = { acceleratorIds: ['node'], ages: [1, 2], keptShare, gapShare: 1e-3 }
    const { best, tried } = await findRefreshAges(plan, asked, run)
    expect(tried.every(({ metrics }) => metrics !== null)).toBe(true)
    return best.node
  }
  expect(await bestAt(1)).toBe(1)
  expect(await bestAt(0)).toBeNull()
})
