import type { Formulation } from '../formulate.ts'
import { HighsModel, type RunOutcome, type SolveLimits } from '../problem/highsModel.ts'
import { type Priced, priceStructure, toStructural } from './priceStructure.ts'
import { keepSupport, releaseSupport } from './support.ts'

export type SolvePhase = 'relaxation' | 'search' | 'racks' | 'full search' | 'done'

/** What the screen shows while a plan is solved. */
export interface SolveProgress {
  readonly phase: SolvePhase
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
 * From a formulation to a plan within a proven gap.
 *
 * 1. Relaxation: every integer relaxed. Its value is the first bound.
 * 2. Search: the mixed-integer problem of phases, openings and plant on the routes that the relaxation uses; its
 *    structure is then priced with all routes, and racks are made whole (see `priceStructure.ts`).
 * 3. Full search, only where the gap is still too wide: the mixed-integer problem on all routes with racks
 *    continuous, a relaxation of the full problem, so its dual bound is valid; its structure is priced likewise.
 *
 * Every row of the full problem holds for the plan, since the last step solves it with all integers fixed.
 */
export async function solveFormulation(formulation: Formulation, options: SolveOptions): Promise<Solved> {
  const model = await HighsModel.open(formulation.problem)
  try {
    return new Search(model, formulation, options).run()
  } finally {
    model.close()
  }
}

/** How much of the gap allowed a phase may leave; what the phases leave adds up. */
const SHARE_OF_GAP: Readonly<Record<SolvePhase, number>> = {
  relaxation: 0,
  search: 0.3,
  racks: 0.1,
  'full search': 0.75,
  done: 0,
}

/**
 * Phases of a wide problem that make way for the next: what they still find late is found there sooner. They get a
 * thirtieth of the time limit, and at least ten seconds.
 */
const BRIEF: ReadonlySet<SolvePhase> = new Set(['search', 'racks'])
const BRIEF_S = 10
const BRIEF_SHARE = 1 / 30

/** A gap of so much is that of rounding. */
const ROUNDING = 1e-9

/** (plan - bound) / |plan|. */
function gapOf(objective: number, bound: number): number {
  return Math.max(0, objective - bound) / Math.max(1e-9, Math.abs(objective))
}

/** One run: the best plan and the best bound so far. */
class Search {
  readonly #model: HighsModel
  readonly #formulation: Formulation
  readonly #options: SolveOptions
  readonly #started = performance.now()
  #bound = Number.NEGATIVE_INFINITY
  #best: Priced | undefined

  constructor(model: HighsModel, formulation: Formulation, options: SolveOptions) {
    this.#model = model
    this.#formulation = formulation
    this.#options = options
  }

  run(): Solved {
    const relaxed = this.#model.solveLinear(this.#limits('relaxation'))
    if (relaxed.status === 'infeasible') return { kind: 'infeasible', timeS: this.#timeS() }
    if (relaxed.status !== 'optimal') return { kind: 'no-plan', timeS: this.#timeS() }
    this.#bound = relaxed.objective
    this.#report('relaxation')
    const isStructural = toStructural(this.#formulation)
    const kept = keepSupport(this.#model, this.#formulation, relaxed)
    const search = this.#model.solveInteger(isStructural, this.#limits('search'))
    releaseSupport(this.#model, this.#formulation, kept)
    this.#price(search)
    this.#report('search')
    if (this.#gap() > this.#options.gapShare && !this.#isOver()) {
      const full = this.#model.solveInteger(
        isStructural,
        this.#limits('full search'),
        this.#best?.plan.values,
      )
      if (full.status === 'infeasible' && !this.#best) return { kind: 'infeasible', timeS: this.#timeS() }
      if (full.status !== 'failed' && full.status !== 'infeasible')
        this.#bound = Math.max(this.#bound, full.bound)
      this.#price(full)
    }
    return this.#answer()
  }

  #answer(): Solved {
    const best = this.#best
    if (!best) return { kind: 'no-plan', timeS: this.#timeS() }
    this.#report('done')
    const gapShare = this.#gap()
    const unproven = this.#options.isCancelled?.() ? 'cancelled' : 'time-limit'
    return {
      kind: 'plan',
      status: gapShare <= this.#options.gapShare + ROUNDING ? 'within-gap' : unproven,
      objectiveMusd: best.plan.objective,
      boundMusd: this.#bound,
      gapShare,
      timeS: this.#timeS(),
      values: best.plan.values,
      rowDuals: best.rowDuals,
    }
  }

  #price(search: RunOutcome): void {
    if (!search.hasSolution || search.status === 'failed') return
    const priced = priceStructure(this.#model, this.#formulation, search, this.#limits('racks'))
    if (priced && (!this.#best || priced.plan.objective < this.#best.plan.objective)) this.#best = priced
  }

  #limits(phase: SolvePhase): SolveLimits {
    const { options, formulation } = { options: this.#options, formulation: this.#formulation }
    // A plan is worth more than a proof: the search may take half of what is left, so that its plan can be priced.
    const leftS = Math.max(0.1, options.timeLimitS - this.#timeS())
    const briefS = Math.max(BRIEF_S, options.timeLimitS * BRIEF_SHARE)
    const isWide = formulation.problem.columnNames.length > 20_000
    return {
      gapShare: options.gapShare * SHARE_OF_GAP[phase],
      timeLimitS: isWide && BRIEF.has(phase) ? Math.min(leftS, briefS) : leftS,
      seed: options.seed ?? 0,
      onProgress: ({ incumbent, bound }) => {
        // The bound of the restricted search is of the restricted problem: it proves nothing of the full one.
        const proven = phase === 'full search' ? Math.max(this.#bound, bound ?? this.#bound) : this.#bound
        this.#report(phase, incumbent, proven)
        return options.isCancelled?.() ?? false
      },
    }
  }

  #report(phase: SolvePhase, incumbent: number | null = null, bound = this.#bound): void {
    const best = this.#best?.plan.objective ?? null
    const shown = best === null || (incumbent !== null && incumbent < best) ? incumbent : best
    const isBounded = Number.isFinite(bound)
    this.#options.onProgress?.({
      phase,
      incumbentMusd: shown,
      boundMusd: isBounded ? bound : null,
      gapShare: shown !== null && isBounded ? gapOf(shown, bound) : null,
      timeS: this.#timeS(),
    })
  }

  #gap(): number {
    return this.#best ? gapOf(this.#best.plan.objective, this.#bound) : Number.POSITIVE_INFINITY
  }

  #isOver(): boolean {
    return this.#timeS() >= this.#options.timeLimitS || (this.#options.isCancelled?.() ?? false)
  }

  #timeS(): number {
    return (performance.now() - this.#started) / 1000
  }
}
