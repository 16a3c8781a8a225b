import type { SweepSpec } from '../../plan/cases/sweepSpec.ts'
import type { Outcome, RunTasks, SweepRow, Task } from './task.ts'

/** Where a decision turns as one input moves. */
export interface Threshold {
  readonly path: string
  readonly flips: string
  /** The last value on either side, and what holds there; both ends of the range where nothing turns. */
  readonly below: { readonly value: number; readonly holds: boolean }
  readonly above: { readonly value: number; readonly holds: boolean }
  /** Middle of the two; null: it turns nowhere in the range. */
  readonly value: number | null
}

type Spec = Extract<SweepSpec, { kind: 'threshold' }>

const MOST_STEPS = 40

/** Halves the range until the two sides are within the tolerance: each step solves one plan. */
export async function findThreshold(
  spec: Spec,
  run: RunTasks,
): Promise<{ rows: SweepRow[]; threshold: Threshold }> {
  const { path, from, to, as, flips, toleranceShare, gapShare, timeLimitS } = spec
  const rows: SweepRow[] = []
  const ask = async (value: number): Promise<boolean> => {
    const task: Task = {
      id: `${value}`,
      edits: [as === 'value' ? { path, value } : { path, times: value }],
      design: 'full',
      ...(gapShare === undefined ? {} : { gapShare }),
      ...(timeLimitS === undefined ? {} : { timeLimitS }),
    }
    const [outcome] = await run([task])
    if (!outcome) throw new Error('A sweep was stopped')
    rows.push({ ...outcome, settings: { [path]: value }, edits: task.edits })
    return holds(outcome, flips)
  }
  let below = { value: Math.min(from, to), holds: await ask(Math.min(from, to)) }
  let above = { value: Math.max(from, to), holds: await ask(Math.max(from, to)) }
  const turns = below.holds !== above.holds
  for (let step = 0; turns && step < MOST_STEPS; step++) {
    const middle = (below.value + above.value) / 2
    if (above.value - below.value <= toleranceShare * Math.max(1e-12, Math.abs(middle))) break
    const own = { value: middle, holds: await ask(middle) }
    if (own.holds === below.holds) below = own
    else above = own
  }
  return {
    rows,
    threshold: { path, flips, below, above, value: turns ? (below.value + above.value) / 2 : null },
  }
}

/** Whether a decision is taken in a plan: its size is more than nothing. */
export function holds({ kind, metrics }: Outcome, flips: string): boolean {
  if (flips === 'feasible') return kind === 'plan'
  if (!metrics) return false
  if (flips === 'unserved') return metrics.unservedShare > 1e-6
  if (flips.startsWith('cost<')) return metrics.netPresentCostMusd < Number(flips.slice('cost<'.length))
  return (metrics.decisions[flips] ?? 0) > 1e-6
}
