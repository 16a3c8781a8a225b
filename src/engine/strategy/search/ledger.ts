import type { Formulation } from '../../formulate.ts'
import type { SolveLimits } from '../../problem/run.ts'
import { FEASIBLE, worstViolation } from '../../problem/violation.ts'
import type { Priced } from '../plans/pricedPlan.ts'
import { gapOf, type SolvePhase } from '../progress.ts'
import type { Solved, SolveOptions } from '../solved.ts'

/** A gap of so much is that of rounding. */
const ROUNDING = 1e-9
/** What a run that is cut off proves beyond that at least, as a share of the plan's cost. */
const MARGIN = 1e-5
/**
 * The same as a share of the gap allowed: the last iterations of a run take next to nothing, and after an edit that moves little
 * the leaves still prove enough.
 */
const RESERVE_SHARE = 0.05
/** The first plan of a slow problem is shown as more than a rough one once its gap is no wider than so many times that allowed. */
const SHOWN_TIMES = 1.25
/** Seconds that a run is given at least: one stopped at once tells nothing. */
const LEAST_RUN_S = 0.1
/** Seconds that whoever stops may wait for the provisional plan to be priced anew; on Medium it takes two or three. */
const SETTLING_S = 20

/** The best plan and the best bound of one solve, what is reported of them, and whether they are enough. */
export class Ledger {
  readonly #formulation: Formulation
  readonly #options: SolveOptions
  readonly #started = performance.now()
  #best: Priced | undefined
  #provisional: Priced | undefined
  #boundMusd = Number.NEGATIVE_INFINITY
  #isSettling = false
  #isRoughFirst = false

  constructor(formulation: Formulation, options: SolveOptions) {
    this.#formulation = formulation
    this.#options = options
  }

  get best(): Priced | undefined {
    return this.#best
  }

  /** What the best plan costs, which a better one must undercut; infinite where there is none. */
  get worthMusd(): number {
    return this.#best?.plan.objective ?? Number.POSITIVE_INFINITY
  }

  /** No plan costs less. */
  get boundMusd(): number {
    return Math.min(this.worthMusd, this.#boundMusd)
  }

  get timeS(): number {
    return (performance.now() - this.#started) / 1000
  }

  get leftS(): number {
    return Math.max(0, this.#options.timeLimitS - this.timeS)
  }

  get isCancelled(): boolean {
    return this.#options.isCancelled?.() ?? false
  }

  /** No time is left, or no one waits for it. */
  get isOver(): boolean {
    return this.leftS === 0 || this.isCancelled
  }

  get isDone(): boolean {
    return this.isOver || this.isWithin(this.worthMusd)
  }

  /** Whether a plan at this cost is within the gap allowed of what is proven. */
  isWithin(musd: number): boolean {
    return this.#isEnough(musd, this.boundMusd)
  }

  /** Whether a bound of so much proves a plan at a cost, the best where none is said, within the gap allowed. */
  isProvenBy(boundMusd: number, musd = this.worthMusd): boolean {
    return this.#isEnough(musd, boundMusd)
  }

  /** A bound that proves the best plan within the gap allowed, with a little to spare; infinite where there is no plan. */
  get enoughMusd(): number {
    const worth = this.worthMusd
    if (!Number.isFinite(worth)) return worth
    const { gapShare } = this.#options
    return worth - (gapShare - Math.max(MARGIN, RESERVE_SHARE * gapShare)) * Math.abs(worth)
  }

  #isEnough(musd: number, boundMusd: number): boolean {
    return gapOf(musd, boundMusd) <= this.#options.gapShare + ROUNDING
  }

  get #isNearlyProven(): boolean {
    return gapOf(this.worthMusd, this.boundMusd) <= SHOWN_TIMES * this.#options.gapShare
  }

  /** Limits of one run of the solver, which may leave a share of the gap allowed. */
  limits(shareOfGap = 1): SolveLimits {
    const { gapShare, seed = 0 } = this.#options
    if (this.#isSettling) return { gapShare, timeLimitS: SETTLING_S, seed }
    return {
      gapShare: gapShare * shareOfGap,
      timeLimitS: Math.max(LEAST_RUN_S, this.leftS),
      seed,
      onProgress: () => this.isCancelled,
    }
  }

  /** Keeps a plan that costs less than the best. */
  offer(priced: Priced | undefined, phase: SolvePhase): void {
    if (priced && priced.plan.objective < this.worthMusd) this.#best = priced
    this.report(phase)
  }

  /** Keeps a plan far from the best, for who stops before there is a better one; it is not shown as the best. */
  keep(priced: Priced | undefined, phase: SolvePhase): void {
    this.#provisional = priced
    this.report(phase)
  }

  /** From now on a plan is said to be a rough one until it is nearly proven: whoever waits so long reads a figure that stays. */
  showRough(): void {
    this.#isRoughFirst = true
  }

  /**
   * Makes the plan that was kept the best where there is no other, priced anew: a stop or a limit of time waits for that. Where
   * racks round no better anew the plan stays, with worths among all fleets and not only those that it was tried with.
   */
  settle(reprice: (kept: Priced) => Priced | undefined): void {
    const kept = this.#provisional
    if (this.#best || !kept) return
    this.#isSettling = true
    const anew = reprice(kept)
    this.#best =
      anew && anew.plan.objective > kept.plan.objective ? { ...anew, plan: kept.plan } : (anew ?? kept)
    this.#isSettling = false
  }

  /** Keeps a bound that proves more than the best. */
  raise(boundMusd: number, phase: SolvePhase): void {
    this.#boundMusd = Math.max(this.#boundMusd, boundMusd)
    this.report(phase)
  }

  report(phase: SolvePhase): void {
    const boundMusd = this.boundMusd
    const isBounded = Number.isFinite(boundMusd)
    const isShown = phase === 'done' || !this.#isRoughFirst || this.#isNearlyProven
    const [best, rough] = [this.#best?.plan.objective, this.#provisional?.plan.objective]
    const incumbentMusd = (isShown ? best : null) ?? null
    const provisionalMusd = incumbentMusd === null ? (best ?? rough ?? null) : null
    const gapAt = (musd: number | null) => (musd !== null && isBounded ? gapOf(musd, boundMusd) : null)
    this.#options.onProgress?.({
      phase,
      incumbentMusd,
      boundMusd: isBounded ? boundMusd : null,
      gapShare: gapAt(incumbentMusd),
      provisionalMusd,
      provisionalGapShare: gapAt(provisionalMusd),
      timeS: this.timeS,
    })
  }

  none(kind: 'infeasible' | 'no-plan'): Solved {
    return { kind, timeS: this.timeS }
  }

  /** The best plan, held against every row of the formulation once more. */
  answer(): Solved {
    const best = this.#best
    if (!best || worstViolation(this.#formulation.problem, best.plan.values) > FEASIBLE)
      return this.none('no-plan')
    this.report('done')
    return {
      kind: 'plan',
      status: this.isWithin(this.worthMusd) ? 'within-gap' : this.isCancelled ? 'cancelled' : 'time-limit',
      objectiveMusd: this.worthMusd,
      boundMusd: this.boundMusd,
      gapShare: gapOf(this.worthMusd, this.boundMusd),
      gapAskedShare: this.#options.gapShare,
      timeS: this.timeS,
      values: best.plan.values,
      rowDuals: best.rowDuals,
    }
  }
}
