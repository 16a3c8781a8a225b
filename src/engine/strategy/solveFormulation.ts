import type { Formulation } from '../formulate.ts'
import { HighsModel, type RunOutcome } from '../problem/highsModel.ts'

/** What the screen shows while a plan is solved. */
export interface SolveProgress {
  readonly phase: string
  readonly incumbentMusd: number | null
  readonly boundMusd: number | null
  readonly gapShare: number | null
  readonly timeS: number
}

export interface SolveOptions {
  readonly gapShare: number
  readonly timeLimitS: number
  readonly seed?: number
  readonly onProgress?: (progress: SolveProgress) => void
  readonly isCancelled?: () => boolean
}

/** A plan that satisfies every row of the problem, with a proven bound; or why there is none. */
export type Solved =
  | {
      readonly kind: 'plan'
      readonly status: 'within-gap' | 'time-limit' | 'cancelled'
      readonly objectiveMusd: number
      readonly boundMusd: number
      readonly gapShare: number
      readonly timeS: number
      readonly values: Float64Array
      /** Duals of the problem with the integers fixed: what binds at the plan as built. */
      readonly rowDuals: Float64Array
    }
  | { readonly kind: 'infeasible'; readonly timeS: number }
  | { readonly kind: 'no-plan'; readonly timeS: number }

/**
 * Phases, openings and on-site units as true integers; racks relaxed, then rounded.
 *
 * Bound: the dual bound of the mixed-integer problem in which racks are continuous, a relaxation of the full one.
 * Plan: its integers with racks rounded (up where supply allows, else down), all integers fixed, and the rest
 * solved again to optimality in the full problem. Every row of the full problem holds by construction.
 */
export async function solveFormulation(formulation: Formulation, options: SolveOptions): Promise<Solved> {
  const { problem } = formulation
  const started = performance.now()
  const timeS = () => (performance.now() - started) / 1000
  const model = await HighsModel.open(problem)
  try {
    const isStructural = toStructural(formulation)
    const search = model.solveInteger(isStructural, {
      gapShare: options.gapShare * 0.6,
      timeLimitS: options.timeLimitS,
      seed: options.seed ?? 0,
      onProgress: ({ incumbent, bound }) => {
        options.onProgress?.({
          phase: 'search',
          incumbentMusd: incumbent,
          boundMusd: bound,
          gapShare: incumbent !== null && bound !== null ? gapOf(incumbent, bound) : null,
          timeS: timeS(),
        })
        return options.isCancelled?.() ?? false
      },
    })
    if (search.status === 'infeasible') return { kind: 'infeasible', timeS: timeS() }
    if (!search.hasSolution || search.status === 'failed') return { kind: 'no-plan', timeS: timeS() }
    const plan = fixAndSolve(model, formulation, search)
    if (!plan) return { kind: 'no-plan', timeS: timeS() }
    const gapShare = gapOf(plan.objective, search.bound)
    const status =
      gapShare <= options.gapShare
        ? 'within-gap'
        : search.status === 'interrupted'
          ? 'cancelled'
          : 'time-limit'
    options.onProgress?.({
      phase: 'done',
      incumbentMusd: plan.objective,
      boundMusd: search.bound,
      gapShare,
      timeS: timeS(),
    })
    return {
      kind: 'plan',
      status,
      objectiveMusd: plan.objective,
      boundMusd: search.bound,
      gapShare,
      timeS: timeS(),
      values: plan.values,
      rowDuals: plan.rowDuals,
    }
  } finally {
    model.close()
  }
}

/** (plan - bound) / |plan|. */
export function gapOf(objective: number, bound: number): number {
  return Math.max(0, objective - bound) / Math.max(1e-9, Math.abs(objective))
}

/** Integers other than racks. */
function toStructural({ problem, accelerators }: Formulation): boolean[] {
  const racks = new Set<number>(accelerators.fleets.flatMap((fleet) => fleet.bought))
  return problem.isInteger.map((is, column) => is && !racks.has(column))
}

/** Tries racks rounded up, to the nearest and down; keeps the cheapest plan that is feasible. */
function fixAndSolve(
  model: HighsModel,
  formulation: Formulation,
  search: RunOutcome,
): RunOutcome | undefined {
  const { problem, accelerators } = formulation
  const racks = new Set<number>(accelerators.fleets.flatMap((fleet) => fleet.bought))
  const round = (rounding: (value: number) => number): RunOutcome => {
    problem.isInteger.forEach((is, column) => {
      if (!is) return
      const value = search.values[column]!
      const whole = racks.has(column) ? rounding(value) : Math.round(value)
      model.setBounds(column, whole, whole)
    })
    return model.solveLinear()
  }
  const roundings = [
    (value: number) => Math.ceil(value - 1e-6),
    (value: number) => Math.round(value),
    (value: number) => Math.floor(value + 1e-6),
  ]
  const outcomes: { outcome: RunOutcome; rounding: (value: number) => number }[] = []
  for (const rounding of roundings) {
    const outcome = round(rounding)
    if (outcome.status === 'optimal') outcomes.push({ outcome, rounding })
  }
  outcomes.sort((a, b) => a.outcome.objective - b.outcome.objective)
  return outcomes[0]?.outcome
}
