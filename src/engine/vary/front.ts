import { CAPS } from './aimAtLeast.ts'
import { BASE, edit, limits, type Of, type Row, runRows } from './rows.ts'
import type { Least, Measure, Metrics, RunTasks, SweepRow, Task } from './task.ts'

/** What a front is drawn against. */
export interface Front {
  readonly measure: Measure
  /** How much of it the cheapest plan has. */
  readonly most: number
  /** The least that a plan has that leaves no more unserved; null where it was not asked for or not found. */
  readonly least: Least | null
}

interface FrontReport {
  readonly rows: readonly SweepRow[]
  readonly front: Front | null
}

/** The plan at the end of a front, and the search for where that is. */
export const LEAST = 'least'
const LEAST_SEARCH = 'least search'

/** A plan has to fit below a cap at the least, and racks are whole: so much more is left to it. */
const ROOM = 1.001
/** The same of what is held at what another plan has. */
const ROUNDING = 1 + 1e-6

/**
 * Epsilon constraints: the cheapest plan, then the cheapest below caps on what it has of a measure. The end of the front is
 * found with the measure as objective, and is then the cheapest plan that has no more than 1.001 times that.
 */
export async function runFront(spec: Of<'pareto'>, run: RunTasks): Promise<FrontReport> {
  const { against: measure, shares } = spec
  const common = { design: 'full', ...limits(spec) } as const
  const [base] = await runRows([{ task: { id: BASE, edits: [], ...common }, settings: { cap: 1 } }], run)
  const measures = base?.metrics?.measures
  if (!base || !measures || measures[measure] === undefined) return { rows: base ? [base] : [], front: null }
  const most = measures[measure]
  if (most <= 0) return { rows: [base], front: { measure, most, least: null } }
  const capped = shares.filter((share) => share < 1)
  const rows = capped.map((share): Row => {
    const task: Task = { id: `${share}`, edits: [capAt(measure, most * share)], ...common }
    return { task, settings: { cap: share } }
  })
  const found = await runRows(rows, run)
  if (!spec.least) return { rows: [base, ...found], front: { measure, most, least: null } }
  const end = await runLeast(measure, measures, common, run)
  return { rows: [base, ...found, end.row], front: { measure, most, least: end.least } }
}

async function runLeast(
  measure: Measure,
  measures: Metrics['measures'],
  common: Omit<Task, 'id' | 'edits'>,
  run: RunTasks,
): Promise<{ readonly row: SweepRow; readonly least: Least | null }> {
  const held = measure === 'unserved' ? [] : [capAt('unserved', measures.unserved * ROUNDING)]
  const search: Task = {
    ...{ id: LEAST_SEARCH, least: measure, ...common },
    edits: [capAt(measure, measures[measure] * ROUNDING), ...held],
  }
  const [found] = await run([search])
  const { kind = 'no-plan', message = '', least } = found ?? {}
  if (!least)
    return { row: { id: LEAST, settings: {}, edits: [], kind, message, metrics: null }, least: null }
  const edits = [capAt(measure, least.value * ROOM), ...held]
  const settings = { cap: (least.value * ROOM) / measures[measure] }
  const [row] = await runRows([{ task: { id: LEAST, edits, ...common }, settings }], run)
  return { row: row!, least }
}

const capAt = (measure: Measure, most: number) => edit(CAPS[measure].path, 'value', most)
