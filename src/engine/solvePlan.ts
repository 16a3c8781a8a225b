import type { Catalog } from '../plan/catalog/catalog.ts'
import type { PlanResult } from '../plan/result/result.ts'
import type { Plan } from '../plan/schema/plan.ts'
import { deriveInputs } from './derive/deriveInputs.ts'
import { type Formulation, formulate } from './formulate.ts'
import { solveWithHeadroom } from './headroom/solveWithHeadroom.ts'
import { assembleResult } from './results/assembleResult.ts'
import type { Solved, SolveOptions, SolveProgress } from './strategy/solveFormulation.ts'
import { SolverMemory } from './strategy/solverMemory.ts'
import { timeLimitOf } from './strategy/timeLimit.ts'
import { explainInfeasible, type Infeasibility } from './why/conflict/explainInfeasible.ts'

/** Name and number of what solves, as every result has it. */
export const ENGINE = 'Tokenworks 0.1 with HiGHS 1.15'

export interface SolveRequest {
  readonly plan: Plan
  readonly catalog: Catalog
  readonly inputsHash: string
  readonly gapShare?: number
  readonly timeLimitS?: number
  readonly seed?: number
  readonly onProgress?: (progress: SolveProgress) => void
  readonly isCancelled?: () => boolean
  /** Receives the problem before it is solved, as for an export. */
  readonly onFormulated?: (formulation: Formulation) => void
  /** Receives the problem as it was solved last, with its solution. */
  readonly onSolved?: (formulation: Formulation, solved: Solved) => void
  /** Receives what cannot hold together as soon as it is known, before changes that mend it are. */
  readonly onConflict?: (found: Infeasibility) => void
  /** What is known of this plan from its last solve; kept for the next. Without it every solve starts cold. */
  readonly memory?: SolverMemory
}

/** A result; or why there is none. */
export type SolveAnswer =
  | { readonly kind: 'plan'; readonly result: PlanResult }
  | { readonly kind: 'infeasible'; readonly infeasibility: Infeasibility; readonly timeS: number }
  | { readonly kind: 'no-plan'; readonly timeS: number }

/** Seconds that a plan of power and building alone may take beyond its gap. */
const EXACT_S = 20

/**
 * Plans without accelerators are small: they are searched on to the optimum itself, for a few seconds. What is then
 * not proven is within the plan's gap, or searched as any plan is.
 */
async function solveExactly(
  memory: SolverMemory,
  formulation: Formulation,
  options: SolveOptions,
): Promise<Solved> {
  const timeLimitS = Math.min(options.timeLimitS, EXACT_S)
  const solved = await memory.solve(formulation, { ...options, gapShare: 0, timeLimitS })
  if (solved.kind === 'infeasible' || options.isCancelled?.()) return solved
  if (solved.kind === 'plan' && solved.gapShare <= options.gapShare)
    return { ...solved, status: 'within-gap', gapAskedShare: options.gapShare }
  return memory.solve(formulation, options)
}

/** From a plan and the catalog to a sized plan with a proven gap. */
export async function solvePlan(request: SolveRequest): Promise<SolveAnswer> {
  const memory = request.memory ?? new SolverMemory()
  try {
    return await solveIn(memory, request)
  } finally {
    if (request.memory !== memory) memory.close()
  }
}

async function solveIn(memory: SolverMemory, request: SolveRequest): Promise<SolveAnswer> {
  const { plan, catalog } = request
  const inputs = deriveInputs(plan, catalog)
  const asked = formulate(inputs)
  request.onFormulated?.(asked)
  const options = {
    gapShare: request.gapShare ?? plan.solver.gapShare,
    timeLimitS: request.timeLimitS ?? timeLimitOf(plan.solver, asked.problem.values.length),
    ...(request.seed === undefined ? {} : { seed: request.seed }),
    ...(request.onProgress ? { onProgress: request.onProgress } : {}),
    ...(request.isCancelled ? { isCancelled: request.isCancelled } : {}),
  }
  const isExact = plan.accelerators.length === 0 && request.gapShare === undefined
  const first = isExact ? await solveExactly(memory, asked, options) : await memory.solve(asked, options)
  const { formulation, solved, rounds } = await solveWithHeadroom(
    inputs,
    { formulation: asked, solved: first },
    options.timeLimitS,
    (own, timeLimitS) => memory.solve(own, { ...options, timeLimitS }),
  )
  request.onSolved?.(formulation, solved)
  switch (solved.kind) {
    case 'plan':
      return { kind: 'plan', result: assembleResult(formulation, solved, request.inputsHash, ENGINE, rounds) }
    case 'infeasible':
      return {
        kind: 'infeasible',
        infeasibility: await explainInfeasible(formulation, catalog, {
          ...options,
          ...(request.onConflict ? { onConflict: request.onConflict } : {}),
        }),
        timeS: solved.timeS,
      }
    case 'no-plan':
      return solved
    default:
      return solved satisfies never
  }
}
