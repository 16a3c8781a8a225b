import type { SweepSpec } from '../../plan/cases/sweepSpec.ts'
import type { PlanEdit } from '../../plan/planPath.ts'
import type { RunTasks, SweepRow, Task } from './task.ts'

/** The plan as it is. */
export const BASE = 'base'

/** A variant that is asked for. */
export interface Row {
  readonly task: Task
  readonly settings: SweepRow['settings']
}

export type Of<K extends SweepSpec['kind']> = Extract<SweepSpec, { kind: K }>

export async function runRows(rows: readonly Row[], run: RunTasks): Promise<SweepRow[]> {
  const outcomes = new Map((await run(rows.map(({ task }) => task))).map((own) => [own.id, own]))
  return rows.flatMap(({ task, settings }) => {
    const outcome = outcomes.get(task.id)
    return outcome ? [{ ...outcome, settings, edits: task.edits }] : []
  })
}

/** What a spec says of the effort of each solve. */
export function limits({ gapShare, timeLimitS }: SweepSpec): Pick<Task, 'gapShare' | 'timeLimitS'> {
  return {
    ...(gapShare === undefined ? {} : { gapShare }),
    ...(timeLimitS === undefined ? {} : { timeLimitS }),
  }
}

export function edit(path: string, as: 'value' | 'times', amount: number): PlanEdit {
  return as === 'value' ? { path, value: amount } : { path, times: amount }
}

/** An amount as a row names it. */
export const said = (as: 'value' | 'times', amount: number): string | number =>
  as === 'times' ? `× ${amount}` : amount
