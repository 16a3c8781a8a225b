import type { SweepSpec } from '../../plan/cases/sweepSpec.ts'

/** Halvings after which a threshold is given up; see findThreshold. */
const MOST_HALVINGS = 40

/**
 * How many variants a sweep asks for at once, batch after batch, where each waits for the one before; of a threshold the
 * most that it may need. Its sum is what there is to solve. `designs` results are at hand whose designs may be kept.
 */
export function batchesOf(spec: SweepSpec, designs = 1): readonly number[] {
  switch (spec.kind) {
    case 'sensitivity':
      return [1 + spec.inputs.length * spec.steps]
    case 'grid':
      return [spec.across.steps * spec.down.steps]
    case 'scenarios':
      return [
        spec.scenarios?.length ?? spec.drivers.reduce((product, { options }) => product * options.length, 1),
      ]
    case 'monte-carlo':
      return [spec.draws * (spec.design === 'fixed' ? Math.max(1, designs) : 1)]
    case 'pareto':
      return [1, spec.shares.filter((share) => share < 1).length, ...(spec.least ? [1, 1] : [])]
    case 'threshold':
      return Array.from({ length: 2 + halvings(spec) }, () => 1)
    default:
      return spec satisfies never
  }
}

/** Until the range is as narrow as is asked, where the values are smallest. */
function halvings({ from, to, toleranceShare }: Extract<SweepSpec, { kind: 'threshold' }>): number {
  const smallest = from * to <= 0 ? 0 : Math.min(Math.abs(from), Math.abs(to))
  const most = Math.ceil(Math.log2(Math.abs(to - from) / (toleranceShare * smallest)))
  return Math.min(MOST_HALVINGS, Math.max(0, most))
}
