import type { SweepSpec } from '../../plan/cases/sweepSpec.ts'
import { AppFault } from '../../plan/fault.ts'
import { type Front, runFront } from './front.ts'
import { axisValues, cellId, type Grid, gridOf } from './grid.ts'
import { type MonteCarloSummary, monteCarloSummary } from './monteCarlo.ts'
import { BASE, edit, limits, type Of, type Row, runRows, said } from './rows.ts'
import { drawInputs } from './sampling.ts'
import { type SpiderLine, sensitivity, type TornadoBar } from './sensitivity.ts'
import type { RunTasks, SweepRow, Task } from './task.ts'
import { findThreshold, type Threshold } from './threshold.ts'

export interface SweepReport {
  readonly kind: SweepSpec['kind']
  readonly rows: readonly SweepRow[]
  /** Of a tornado: inputs by the width of their swing, widest first. */
  readonly tornado: readonly TornadoBar[]
  /** Of a sensitivity: cost of every step of the inputs that are varied as a share of the plan's. */
  readonly spider: readonly SpiderLine[]
  readonly grid: Grid | null
  readonly threshold: Threshold | null
  readonly monteCarlo: MonteCarloSummary | null
  readonly front: Front | null
}

const EMPTY = { tornado: [], spider: [], grid: null, threshold: null, monteCarlo: null, front: null } as const

/** Runs a sweep; `designs` results are at hand whose designs may be kept. */
export async function runSweep(spec: SweepSpec, designs: number, run: RunTasks): Promise<SweepReport> {
  switch (spec.kind) {
    case 'scenarios':
      return { ...EMPTY, kind: spec.kind, rows: await runRows(scenarioTasks(spec), run) }
    case 'sensitivity':
      return { ...EMPTY, kind: spec.kind, ...(await sensitivity(spec, run)) }
    case 'grid': {
      const rows = await runRows(gridTasks(spec), run)
      return { ...EMPTY, kind: spec.kind, rows, grid: gridOf(spec, rows) }
    }
    case 'threshold': {
      const { rows, threshold } = await findThreshold(spec, run)
      return { ...EMPTY, kind: spec.kind, rows, threshold }
    }
    case 'monte-carlo':
      return monteCarlo(spec, designs, run)
    case 'pareto':
      return { ...EMPTY, kind: spec.kind, ...(await runFront(spec, run)) }
    default:
      return spec satisfies never
  }
}

function scenarioTasks(spec: Of<'scenarios'>): Row[] {
  const scenarios = spec.scenarios ?? combinations(spec.drivers)
  return scenarios.map(({ id, picks }, place) => {
    const edits = Object.entries(picks).flatMap(([driverId, optionId]) => {
      const option = spec.drivers
        .find((own) => own.id === driverId)
        ?.options.find((own) => own.id === optionId)
      if (option) return option.edits
      throw new AppFault('bad-input', 'A scenario picks what is not there', [
        { path: `scenarios[${place}].picks.${driverId}`, value: optionId, expected: 'an option of a driver' },
      ])
    })
    return { task: { id, edits, design: spec.design, ...limits(spec) }, settings: picks }
  })
}

/** Every way to pick one option of each driver. */
function combinations(drivers: Of<'scenarios'>['drivers']): { id: string; picks: Record<string, string> }[] {
  const all = drivers.reduce<Record<string, string>[]>(
    (picked, { id, options }) =>
      picked.flatMap((own) => options.map((option) => ({ ...own, [id]: option.id }))),
    [{}],
  )
  return all.map((picks) => ({ id: Object.values(picks).join(' / ') || BASE, picks }))
}

function gridTasks(spec: Of<'grid'>): Row[] {
  const { across, down } = spec
  if (across.path === down.path)
    throw new AppFault('bad-input', 'A heat map varies two inputs', [
      { path: 'down.path', value: down.path, expected: 'another input than that of across' },
    ])
  return axisValues(down).flatMap((low, line) =>
    axisValues(across).map((high, column): Row => {
      const edits = [edit(across.path, across.as, high), edit(down.path, down.as, low)]
      const task: Task = { id: cellId(line, column), edits, design: spec.design, ...limits(spec) }
      return { task, settings: { [across.path]: said(across.as, high), [down.path]: said(down.as, low) } }
    }),
  )
}

async function monteCarlo(spec: Of<'monte-carlo'>, designs: number, run: RunTasks): Promise<SweepReport> {
  const kept = spec.design === 'fixed' ? Math.max(1, designs) : 1
  const distributions = spec.inputs.map(({ distribution }) => distribution)
  const rows = Array.from({ length: spec.draws }, (_, draw) => {
    const values = drawInputs(distributions, spec.correlations, spec.seed, draw)
    const edits = spec.inputs.map(({ path, as }, place) => edit(path, as, values[place]!))
    const settings = Object.fromEntries(spec.inputs.map(({ path }, place) => [path, values[place]!]))
    return Array.from({ length: kept }, (_, designIndex): Row => {
      const id = `${draw} ${designIndex}`
      return { task: { id, edits, design: spec.design, designIndex, ...limits(spec) }, settings }
    })
  }).flat()
  const answered = await runRows(rows, run)
  return {
    ...{ ...EMPTY, kind: spec.kind, rows: answered },
    monteCarlo: monteCarloSummary(answered, kept, spec.shortageShare),
  }
}
