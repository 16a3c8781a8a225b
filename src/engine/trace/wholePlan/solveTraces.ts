import { timeLimitOf } from '../../strategy/timeLimit.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'
import { gapWanted } from './wholeTraces.ts'

const SIZES = ['rows', 'columns', 'integers'] as const
type Size = (typeof SIZES)[number]
type Made = Omit<Trace, 'ref'>

/** How large the problem of a plan was, and how long its solve took. */
export const SOLVE_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'problem-size': (c, [field]) => {
    const size = SIZES.find((own) => own === field)
    return size ? problemSize(c, size) : null
  },
  'solve-time': solveTime,
}

export function sizeRef(size: Size): string {
  return toRef('problem-size', size)
}

/** Counted when it was solved: what the counts grow with stands below, their parts are not kept. */
function problemSize(c: TraceContext, size: Size): Made {
  const { plan, result } = c
  const value = result.solver[size]
  const count = (word: TraceInput['word'], own: number): TraceInput => ({ word, value: own, unit: '' })
  return {
    ...{ word: size, value, unit: '', formula: 'problem-size', isDecided: true, found: 'solve' },
    inputs: [
      ...SIZES.filter((own) => own !== size).map((own) => sizeInput(c, own)),
      { ...count('periods', result.periods.length), path: 'horizon.periods' },
      { ...count('dayBlocks', result.slices.length), path: 'horizon.blocksPerDay' },
      count('sites', plan.sites.length),
      count('regions', plan.regions.length),
      count('demandLines', plan.demand.length),
      count('acceleratorKinds', plan.accelerators.length),
    ],
    recomputed: value,
  }
}

function sizeInput({ result }: TraceContext, own: Size): TraceInput {
  return { word: own, value: result.solver[own], unit: '', ref: sizeRef(own) }
}

function solveTime(c: TraceContext): Made {
  const { solver } = c.result
  const limitS = timeLimitOf(c.plan.solver, solver.nonzeros)
  return {
    ...{ word: 'solveTime', of: solver.engine, value: solver.timeS, unit: 's' },
    ...{ formula: 'solve-time', isDecided: true, found: 'solve' },
    inputs: [
      { word: 'timeLimit', value: limitS, unit: 's', path: 'solver.timeLimitS' },
      { word: 'gap', value: solver.gapShare, unit: 'share', ref: toRef('gap') },
      gapWanted(c),
      ...SIZES.map((own) => sizeInput(c, own)),
    ],
    recomputed: solver.timeS,
  }
}
