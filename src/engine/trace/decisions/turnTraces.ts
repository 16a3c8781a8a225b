import type { Trace, TraceInput } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'
import type { AskedSweep } from './asked.ts'
import { variantRef } from './sweepTraces.ts'

/** Where a decision turns along one input, and the last values tried on either side. */
export const TURN_TRACES: Readonly<Record<string, TraceBuilder>> = {
  turn: (c) => (c.asked.sweep ? turn(c, c.asked.sweep) : null),
  'turn-side': (c, [side = '']) => (c.asked.sweep ? turnSide(c, c.asked.sweep, side) : null),
}

type Made = Omit<Trace, 'ref'>

/** Where a decision turns: the middle of the last two values on either side. */
function turn(c: TraceContext, { spec, report }: AskedSweep): Made | null {
  const { threshold } = report
  if (!threshold || threshold.value === null || spec.kind !== 'threshold') return null
  const { below, above, path, value } = threshold
  const side = (own: Side): TraceInput => ({
    ...{ word: sideWord(own), of: threshold.flips, value: own.value, unit: '' },
    ref: sideRef(report, own),
  })
  return {
    ...{ word: 'turnsAt', of: `${c.plan.name}, ${threshold.flips}`, value, unit: '', formula: 'threshold' },
    ...{ isDecided: false },
    inputs: [
      { word: 'changed', of: path, value: `${spec.from} … ${spec.to}`, unit: '', path },
      side(below),
      side(above),
      { word: 'tolerance', value: spec.toleranceShare, unit: 'share' },
    ],
    recomputed: (below.value + above.value) / 2,
  }
}

type Side = NonNullable<AskedSweep['report']['threshold']>['below']

const sideWord = (own: Side): 'turns' | 'turnsNot' => (own.holds ? 'turns' : 'turnsNot')

/** The variant at a side of the turn, where there is a plan at all. */
function sideRef({ rows }: AskedSweep['report'], { value }: Side): string | undefined {
  const hasPlan = rows.some(({ id, metrics }) => id === String(value) && metrics !== null)
  return hasPlan ? variantRef(String(value), 'objectiveMusd') : undefined
}

/** The last value tried on a side of the turn. */
function turnSide(c: TraceContext, { spec, report }: AskedSweep, name: string): Made | null {
  const { threshold } = report
  if (!threshold || spec.kind !== 'threshold' || (name !== 'below' && name !== 'above')) return null
  const own = threshold[name]
  const ref = sideRef(report, own)
  return {
    ...{ word: sideWord(own), of: `${c.plan.name}, ${threshold.flips}`, value: own.value, unit: '' },
    ...{ formula: 'threshold', isDecided: true, found: 'again' },
    inputs: [
      {
        ...{ word: 'changed', of: threshold.path, value: `${spec.from} … ${spec.to}`, unit: '' },
        path: threshold.path,
      },
      ...(ref === undefined ? [] : [{ ...sideCost(report, own), ref }]),
      { word: 'tolerance', value: spec.toleranceShare, unit: 'share' },
    ],
    recomputed: own.value,
  }
}

function sideCost({ rows }: AskedSweep['report'], { value }: Side): TraceInput {
  const metrics = rows.find(({ id }) => id === String(value))?.metrics
  return { word: 'objective', of: String(value), value: metrics?.objectiveMusd ?? null, unit: 'M$' }
}
