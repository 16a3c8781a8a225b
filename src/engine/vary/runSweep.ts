import type { SweepSpec } from '../../plan/cases/sweepSpec.ts'
import { AppFault } from '../../plan/fault.ts'
import type { PlanEdit } from '../../plan/planPath.ts'
import { type MonteCarloSummary, monteCarloSummary } from './monteCarlo.ts'
import { drawInputs } from './sampling.ts'
import type { Measure, RunTasks, SweepRow, Task } from './task.ts'
import { findThreshold, type Threshold } from './threshold.ts'

export interface SweepReport {
  readonly kind: SweepSpec['kind']
  readonly rows: readonly SweepRow[]
  /** Of a tornado: inputs by the width of their swing, widest first. */
  readonly tornado: readonly TornadoBar[]
  readonly threshold: Threshold | null
  readonly monteCarlo: MonteCarloSummary | null
  /** Of a front: what the caps are on, and how much of it the cheapest plan has. */
  readonly front: { readonly measure: Measure; readonly most: number } | null
}

export interface TornadoBar {
  readonly path: string
  readonly low: number
  readonly high: number
  readonly baseMusd: number
  readonly lowMusd: number | null
  readonly highMusd: number | null
  readonly swingMusd: number
}

const EMPTY = { tornado: [], threshold: null, monteCarlo: null, front: null } as const
const BASE = 'base'

/** Runs a sweep; `designs` results are at hand whose designs may be kept. */
export async function runSweep(spec: SweepSpec, designs: number, run: RunTasks): Promise<SweepReport> {
  switch (spec.kind) {
    case 'scenarios':
      return { ...EMPTY, kind: spec.kind, rows: await runRows(scenarioTasks(spec), run) }
    case 'sensitivity':
      return sensitivity(spec, run)
    case 'threshold': {
      const { rows, threshold } = await findThreshold(spec, run)
      return { ...EMPTY, kind: spec.kind, rows, threshold }
    }
    case 'monte-carlo':
      return monteCarlo(spec, designs, run)
    case 'pareto':
      return pareto(spec, run)
    default:
      return spec satisfies never
  }
}

interface Row {
  readonly task: Task
  readonly settings: SweepRow['settings']
}

async function runRows(rows: readonly Row[], run: RunTasks): Promise<SweepRow[]> {
  const outcomes = new Map((await run(rows.map(({ task }) => task))).map((own) => [own.id, own]))
  return rows.flatMap(({ task, settings }) => {
    const outcome = outcomes.get(task.id)
    return outcome ? [{ ...outcome, settings, edits: task.edits }] : []
  })
}

type Of<K extends SweepSpec['kind']> = Extract<SweepSpec, { kind: K }>

function limits({ gapShare, timeLimitS }: SweepSpec): Pick<Task, 'gapShare' | 'timeLimitS'> {
  return {
    ...(gapShare === undefined ? {} : { gapShare }),
    ...(timeLimitS === undefined ? {} : { timeLimitS }),
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

function edit(path: string, as: 'value' | 'times', amount: number): PlanEdit {
  return as === 'value' ? { path, value: amount } : { path, times: amount }
}

async function sensitivity(spec: Of<'sensitivity'>, run: RunTasks): Promise<SweepReport> {
  const common = { design: spec.design, ...limits(spec) }
  const rows = await runRows(
    [
      { task: { id: BASE, edits: [], ...common }, settings: {} },
      ...spec.inputs.flatMap(({ path, low, high, as }, place) =>
        [low, high].map((amount, end) => ({
          task: { id: `${place} ${end === 0 ? 'low' : 'high'}`, edits: [edit(path, as, amount)], ...common },
          settings: { [path]: as === 'times' ? `× ${amount}` : amount },
        })),
      ),
    ],
    run,
  )
  const costOf = (id: string) => rows.find((row) => row.id === id)?.metrics?.objectiveMusd ?? null
  const baseMusd = costOf(BASE) ?? Number.NaN
  const tornado = spec.inputs.map(({ path, low, high }, place): TornadoBar => {
    const [lowMusd, highMusd] = [costOf(`${place} low`), costOf(`${place} high`)]
    const ends = [lowMusd, highMusd, baseMusd].filter((own): own is number => own !== null)
    return { path, low, high, baseMusd, lowMusd, highMusd, swingMusd: Math.max(...ends) - Math.min(...ends) }
  })
  tornado.sort((a, b) => b.swingMusd - a.swingMusd)
  return { ...EMPTY, kind: spec.kind, rows, tornado }
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

/** Where the plan caps what a front is drawn against. */
const CAPS: Readonly<Record<Measure, string>> = {
  carbon: 'budget.carbonTonnes',
  unserved: 'budget.unservedMTok',
  leased: 'budget.leasedMTok',
}

async function pareto(spec: Of<'pareto'>, run: RunTasks): Promise<SweepReport> {
  const { against: measure, shares } = spec
  const common = { design: 'full', ...limits(spec) } as const
  const [base] = await runRows([{ task: { id: BASE, edits: [], ...common }, settings: { cap: 1 } }], run)
  const most = base?.metrics?.measures[measure]
  if (!base || most === undefined) return { ...EMPTY, kind: spec.kind, rows: base ? [base] : [] }
  const capped = most > 0 ? shares.filter((share) => share < 1) : []
  const rows = capped.map((share): Row => {
    const edits = [edit(CAPS[measure], 'value', most * share)]
    const task: Task = { id: `${share}`, edits, ...common }
    return { task, settings: { cap: share } }
  })
  return { ...EMPTY, kind: spec.kind, rows: [base, ...(await runRows(rows, run))], front: { measure, most } }
}
