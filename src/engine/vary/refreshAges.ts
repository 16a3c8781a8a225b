import type { PlanEdit } from '../../plan/planPath.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { PlanAccelerator } from '../../plan/schema/supply.ts'
import { horizonYears, listPeriods } from '../derive/periods.ts'
import type { Metrics, Outcome, RunTasks, Task } from './task.ts'

/** One age at which the units of an accelerator leave service, and what the plan then costs. */
export interface AgeTried {
  readonly acceleratorId: string
  /** Years; null: they serve their life. */
  readonly years: number | null
  readonly kind: Outcome['kind']
  readonly message: string
  readonly metrics: Metrics | null
}

export interface RefreshAges {
  readonly tried: readonly AgeTried[]
  /** [accelerator] the cheapest of those tried; null: its life. */
  readonly best: Readonly<Record<string, number | null>>
  /** Changes that give the plan the best ages. */
  readonly edits: readonly PlanEdit[]
}

interface Question {
  readonly acceleratorIds: readonly string[]
  /** Ages to try, years; those beyond a life or the horizon are left out. Absent: every whole year. */
  readonly ages?: readonly number[] | undefined
  /**
   * Share of its price that a unit keeps each year: it is sold at that share to the power of its age. Absent: at its
   * straight-line book value.
   */
  readonly keptShare?: number | undefined
  readonly gapShare?: number | undefined
  readonly timeLimitS?: number | undefined
}

/**
 * The age at which it pays to retire and replace units before their life ends: each accelerator in turn, the others at
 * the best found so far, the plan solved anew at every age. Ages within the gap of one another may come out either way.
 */
export async function findRefreshAges(plan: Plan, asked: Question, run: RunTasks): Promise<RefreshAges> {
  const tried: AgeTried[] = []
  const best: Record<string, number | null> = {}
  let edits: PlanEdit[] = []
  for (const acceleratorId of asked.acceleratorIds) {
    const own = plan.accelerators.find(({ id }) => id === acceleratorId)
    if (!own) continue
    const variants = [null, ...agesOf(plan, own, asked.ages)].map((years) => ({
      years,
      task: taskOf(acceleratorId, years, edits, asked),
    }))
    const outcomes = await run(variants.map(({ task }) => task))
    const rows = variants.map(({ years, task }): AgeTried => {
      const { kind, message, metrics } = outcomes.find(({ id }) => id === task.id)!
      return { acceleratorId, years, kind, message, metrics }
    })
    tried.push(...rows)
    const cheapest = rows.reduce((found, row) => (costOf(row) < costOf(found) ? row : found))
    best[acceleratorId] = cheapest.years
    edits = [...edits, ...editsOf(acceleratorId, cheapest.years, asked.keptShare)]
  }
  return { tried, best, edits }
}

function agesOf(plan: Plan, { lifeYears }: PlanAccelerator, ages?: readonly number[]): number[] {
  const years = horizonYears(listPeriods(plan))
  const all = ages ?? Array.from({ length: Math.ceil(lifeYears) }, (_, index) => index + 1)
  return [...new Set(all)].filter((own) => own < lifeYears && own < years).toSorted((a, b) => a - b)
}

function taskOf(
  acceleratorId: string,
  years: number | null,
  before: readonly PlanEdit[],
  { keptShare, gapShare, timeLimitS }: Question,
): Task {
  return {
    id: `${acceleratorId} ${years ?? 'life'}`,
    edits: [...before, ...editsOf(acceleratorId, years, keptShare)],
    design: 'full',
    ...(gapShare === undefined ? {} : { gapShare }),
    ...(timeLimitS === undefined ? {} : { timeLimitS }),
  }
}

function editsOf(acceleratorId: string, years: number | null, keptShare: number | undefined): PlanEdit[] {
  const path = (field: string) => `accelerators[${acceleratorId}].${field}`
  const resale = years === null || keptShare === undefined ? null : keptShare ** years
  return [
    { path: path('refreshYears'), value: years },
    { path: path('resaleShare'), value: resale },
  ]
}

function costOf({ metrics }: AgeTried): number {
  return metrics?.objectiveMusd ?? Number.POSITIVE_INFINITY
}
