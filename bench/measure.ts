import { deriveInputs } from '../src/engine/derive/deriveInputs.ts'
import { type Formulation, formulate } from '../src/engine/formulate.ts'
import { HighsModel } from '../src/engine/problem/highsModel.ts'
import { Problem } from '../src/engine/problem/problem.ts'
import { type SolveProgress, solveFormulation } from '../src/engine/strategy/solveFormulation.ts'
import { openSolver } from '../src/engine/strategy/solver.ts'
import { compileLate } from '../src/main/compileLate.ts'
import { readCatalog } from '../src/main/readCatalog.ts'
import { runCbc } from './cbc.ts'
import { EDITS } from './edits.ts'
import { runGlpsol } from './glpsol.ts'
import { generatePlan } from './instance/generatePlan.ts'
import { type Measurement, median, type Task, type What } from './measurement.ts'
import { runNative } from './native.ts'

/** Child of `run.ts`: measures one task, given as JSON, and writes a `Measurement` to standard output. */

type Found = Pick<
  Measurement,
  'cpuS' | 'wallS' | 'warmShare' | 'objectiveMusd' | 'boundMusd' | 'end' | 'first' | 'rough'
>

const RELAXATIONS = 3
/** A relaxation that takes longer than this is solved once. */
const LONG_S = 10
/** Programs of their own, whose memory is not ours to see. */
const OUTSIDE: readonly What[] = ['native', 'glpsol', 'cbc']

/** Seconds of processor and wall time of a piece of work. */
async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; cpuS: number; wallS: number }> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  const value = await work()
  const { user, system } = process.cpuUsage(cpu)
  return { value, cpuS: (user + system) / 1e6, wallS: (performance.now() - wall) / 1000 }
}

/** On the clock a solve may take so many times its seconds of the processor, on a machine that has other work. */
const CLOCK = 20

async function ours(formulation: Formulation, { gapShare, timeLimitS }: Task): Promise<Found> {
  const started = process.cpuUsage()
  const cpuS = () => {
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1e6
  }
  let early: Pick<Found, 'first' | 'rough'> = {}
  const onProgress = (at: SolveProgress) => {
    if (!early.first && at.gapShare !== null)
      early = { ...early, first: { cpuS: cpuS(), gapShare: at.gapShare } }
    if (!early.rough && at.provisionalGapShare !== null)
      early = { ...early, rough: { cpuS: cpuS(), gapShare: at.provisionalGapShare } }
  }
  const { value, ...times } = await timed(() =>
    solveFormulation(formulation, {
      ...{ gapShare, onProgress },
      timeLimitS: timeLimitS * CLOCK,
      isCancelled: () => cpuS() > timeLimitS,
    }),
  )
  const isPlan = value.kind === 'plan'
  return {
    ...times,
    ...early,
    objectiveMusd: isPlan ? value.objectiveMusd : null,
    boundMusd: isPlan ? value.boundMusd : null,
  }
}

/** Each edit solved from the plan before it, and cold, to the same gap: plan to answer, problem building included. */
async function edits(formulation: Formulation, { gapShare, timeLimitS }: Task): Promise<Found> {
  const options = { gapShare, timeLimitS }
  const runs = []
  for (const edit of EDITS) {
    const before = await openSolver(formulation)
    before.solve(options)
    const build = () => formulate(deriveInputs(edit(plan), catalog))
    const warm = await timed(async () => (await openSolver(build(), before)).solve(options))
    const cold = await timed(async () => solveFormulation(build(), options))
    const found = warm.value.kind === 'plan' ? warm.value : undefined
    runs.push({ ...warm, found, share: warm.cpuS / cold.cpuS })
  }
  return {
    cpuS: median(runs.map((run) => run.cpuS)),
    wallS: median(runs.map((run) => run.wallS)),
    warmShare: median(runs.map((run) => run.share)),
    objectiveMusd: runs[0]!.found?.objectiveMusd ?? null,
    boundMusd: runs[0]!.found?.boundMusd ?? null,
  }
}

async function monolithic({ problem }: Formulation, { gapShare, timeLimitS }: Task): Promise<Found> {
  const { value, ...times } = await timed(async () => {
    const model = await HighsModel.open(problem)
    return model.solveInteger(problem.isInteger, { gapShare, timeLimitS })
  })
  return {
    ...times,
    objectiveMusd: value.hasSolution ? value.objective : null,
    boundMusd: Number.isFinite(value.bound) ? value.bound : null,
  }
}

async function relaxation({ problem }: Formulation): Promise<Found> {
  const runs = []
  while (runs.length < RELAXATIONS && (runs[0]?.cpuS ?? 0) < LONG_S)
    runs.push(await timed(async () => (await HighsModel.open(problem)).solveLinear()))
  return {
    cpuS: median(runs.map((run) => run.cpuS)),
    wallS: median(runs.map((run) => run.wallS)),
    objectiveMusd: null,
    boundMusd: runs[0]!.value.objective,
  }
}

/** The first problem in a process pays for loading the WebAssembly. */
async function warmUp(): Promise<void> {
  const problem = new Problem()
  problem.variable('x', 'MW', { upper: 1 })
  const model = await HighsModel.open(problem)
  model.solveLinear()
  model.close()
}

const task: Task = JSON.parse(process.argv[2] ?? '{}')
compileLate()
const catalog = await readCatalog()
const plan = generatePlan(task.size, task.seed)
await warmUp()
const built = await timed(() => formulate(deriveInputs(plan, catalog)))
const solvers: Record<Task['what'], (formulation: Formulation, task: Task) => Found | Promise<Found>> = {
  ours,
  edits,
  monolithic,
  relaxation,
  native: ({ problem }, options) => runNative(problem, options),
  glpsol: ({ problem }, { gapShare, timeLimitS }) => runGlpsol(problem, gapShare, timeLimitS),
  cbc: ({ problem }, { gapShare, timeLimitS }) => runCbc(problem, gapShare, timeLimitS),
}
const found = await solvers[task.what](built.value, task)
const measurement: Measurement = {
  what: task.what,
  size: task.size,
  seed: task.seed,
  ...found,
  buildS: built.cpuS,
  peakMib: OUTSIDE.includes(task.what) ? null : process.resourceUsage().maxRSS / 1024,
  ...built.value.problem.size,
}
process.stdout.write(JSON.stringify(measurement))
