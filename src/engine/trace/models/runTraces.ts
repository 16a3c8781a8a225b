import type { Trace, TraceInput, TraceRef } from '../trace.ts'
import { toRef } from '../trace.ts'
import type { TraceBuilder } from '../traceContext.ts'

/** Points of measured runs: what an accelerator put out, and what one call saw of it. */
export const RUN_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'measured-run': (_, [field = '', run = '']) => {
    const own = JSON.parse(run) as TracedRun
    return field === 'perUser' ? perUser(own) : outputSpeed(own)
  },
}

/** A run as its trace needs it. */
export interface TracedRun {
  /** What was run: model, accelerator, software. */
  readonly of: string
  /** File and row, or the publisher's name; for a public run with its grade. */
  readonly source: string
  /** Field of the plan that has the run. */
  readonly path?: string
  readonly precision?: string | undefined
  readonly accelCount: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly outputTokSPerAccel: number
  /** Requests in flight over all accelerators; else the time of a token says what a call saw. */
  readonly concurrency?: number | undefined
  readonly tpotMs?: number | undefined
}

type Made = Omit<Trace, 'ref'>

export function runRef(field: 'outputSpeed' | 'perUser', run: TracedRun): TraceRef {
  return toRef('measured-run', field, JSON.stringify(run))
}

/** Tokens a second that one call saw; 0 where neither the requests in flight nor the time of a token are known. */
export function perUserOf({ concurrency, tpotMs, accelCount, outputTokSPerAccel }: TracedRun): number {
  if (concurrency) return (outputTokSPerAccel * accelCount) / concurrency
  return tpotMs ? 1000 / tpotMs : 0
}

const made = (word: Made['word'], run: TracedRun, value: number, inputs: TraceInput[]): Made => ({
  ...{ word, of: run.of, value, unit: 'tok/s', formula: 'measured-run', isDecided: false },
  ...{ inputs, recomputed: value },
})

/** The field or the source that says a value of the run. */
const from = ({ path, source }: TracedRun, field: string) =>
  path === undefined ? { source } : { path: `${path}.${field}` }

function outputSpeed(run: TracedRun): Made {
  const { outputTokSPerAccel: value } = run
  const output = { value, unit: 'tok/s', ...from(run, 'outputTokSPerAccel') }
  return made('outputSpeed', run, value, [{ word: 'outputSpeed', ...output }, ...conditions(run)])
}

function perUser(run: TracedRun): Made {
  const { tpotMs, concurrency, outputTokSPerAccel } = run
  const speed = { value: outputTokSPerAccel, unit: 'tok/s', ref: runRef('outputSpeed', run) }
  const inputs: TraceInput[] = concurrency
    ? [{ word: 'outputSpeed', ...speed }]
    : [{ word: 'perToken', value: tpotMs ?? null, unit: 'ms', ...from(run, 'tpotMs') }]
  return made('perUser', run, perUserOf(run), [...inputs, ...conditions(run)])
}

function conditions(run: TracedRun): TraceInput[] {
  const { precision, accelCount, inputTokens, outputTokens, concurrency } = run
  return [
    { word: 'accelerators', value: accelCount, unit: '', ...from(run, 'nAccel') },
    ...(concurrency
      ? [{ word: 'callsAtOnce' as const, value: concurrency, unit: '', ...from(run, 'concurrency') }]
      : []),
    ...(precision
      ? [{ word: 'precision' as const, value: precision, unit: '', ...from(run, 'precision') }]
      : []),
    { word: 'inputTokens', value: inputTokens, unit: 'tokens', ...from(run, 'isl') },
    { word: 'outputTokens', value: outputTokens, unit: 'tokens', ...from(run, 'osl') },
  ]
}
