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
      /** Duals with phases and plant as built and racks continuous: what one more MW or rack is worth. */
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
    const incumbent = fixAndSolve(model, formulation, search)
    if (!incumbent) return { kind: 'no-plan', timeS: timeS() }
    const { plan, rowDuals } = incumbent
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
      rowDuals,
    }
  } finally {
    model.close()
  }
}

/** (plan - bound) / |plan|. */
function gapOf(objective: number, bound: number): number {
  return Math.max(0, objective - bound) / Math.max(1e-9, Math.abs(objective))
}

/** Integers other than racks. */
function toStructural({ problem, accelerators }: Formulation): boolean[] {
  const racks = new Set<number>(accelerators.fleets.flatMap((fleet) => fleet.bought))
  return problem.isInteger.map((is, column) => is && !racks.has(column))
}

interface Incumbent {
  readonly plan: RunOutcome
  /** Duals with phases, openings and plant fixed and racks continuous: what one more MW or rack is worth here. */
  readonly rowDuals: Float64Array
}

/**
 * Fixes phases, openings and plant as found and prices the rest; then tries racks rounded up, to the nearest and
 * down, and keeps the cheapest plan that is feasible.
 */
function fixAndSolve(model: HighsModel, formulation: Formulation, search: RunOutcome): Incumbent | undefined {
  const { problem, accelerators, facilities } = formulation
  const racks = new Set<number>(accelerators.fleets.flatMap((fleet) => fleet.bought))
  problem.isInteger.forEach((is, column) => {
    if (!is || racks.has(column)) return
    const whole = Math.round(search.values[column]!)
    model.setBounds(column, whole, whole)
  })
  // Within the gap the search may leave a site open, and managed, before it has a room.
  for (const { open, phases } of facilities.buildings) {
    open.forEach((column, t) => {
      const isNeeded = Math.round(search.values[phases[t]!]!) > 0 ? 1 : 0
      model.setBounds(column, isNeeded, isNeeded)
    })
  }
  const priced = model.solveLinear()
  if (priced.status !== 'optimal') return undefined
  const round = (rounding: (value: number) => number): RunOutcome => {
    for (const column of racks) {
      const whole = rounding(priced.values[column]!)
      model.setBounds(column, whole, whole)
    }
    return model.solveLinear()
  }
  const roundings = [
    (value: number) => Math.ceil(value - 1e-6),
    (value: number) => Math.round(value),
    (value: number) => Math.floor(value + 1e-6),
  ]
  const plans = roundings.map(round).filter((outcome) => outcome.status === 'optimal')
  const [best] = plans.sort((a, b) => a.objective - b.objective)
  return best ? { plan: best, rowDuals: priced.rowDuals } : undefined
}
