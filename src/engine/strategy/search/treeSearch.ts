import { type Box, copyBox, type Propagator } from '../decisions/propagate.ts'
import type { Structure } from '../decisions/structure.ts'
import type { Completion } from '../plans/completion.ts'
import type { GuidedPlans } from '../plans/guidedPlans.ts'
import type { Priced } from '../plans/pricedPlan.ts'
import type { Relaxation } from '../relaxation/relaxation.ts'
import type { SavedBasis } from '../relaxation/savedBasis.ts'
import { Branching, type Candidate, score } from './branching.ts'
import { applyDecision, decide, type Leaf, leastBound } from './leaf.ts'
import type { Ledger } from './ledger.ts'

/** Parts of a step that round up, in the order tried. */
const THRESHOLDS = [0.3, 0.5, 0.7, 0.15] as const
const ROUND_EVERY = 3
/** Rounding that found nothing is tried half as often the next time, but never less often than this. */
const ROUND_SELDOM = 48
const DIVE_EVERY = 12
/** Decisions not taken yet whose both sides are tried at a node: in a guide more than where each takes as long as the branch. */
const TRIED_IN_GUIDE = 4
/** Iterations of each of those: most of what a side gains it gains at first. */
const TRIED_ITERATIONS = 100
const TRIED = 1

/**
 * Branch and bound on the structure. A node is a relaxation with racks continuous, solved warm from the last, and its
 * bound is read from its duals (`trueBound.ts`). A node is branched on while its bound leaves the best plan a gap wider
 * than allowed (`ledger.ts`).
 * Deeper first, the cheaper side first (every node below that line must be branched on anyway); then the lowest bound.
 * The root and every third node are rounded to plans, more seldom where that finds
 * nothing, and now and then with more care.
 */
export class TreeSearch {
  readonly #relaxation: Relaxation
  readonly #guide: Relaxation | undefined
  readonly #guided: GuidedPlans | undefined
  readonly #propagator: Propagator
  readonly #completion: Completion
  readonly #whole: Box
  readonly #ledger: Ledger
  readonly #branching: Branching
  #leaves: Leaf[]
  #next: Leaf | undefined
  #nodes = 0
  #rounds = 0
  #nextRound = 0
  #roundEvery = ROUND_EVERY
  /** Where the last relaxation of a node ended; null where a plan was looked for since. */
  #at: SavedBasis | null = null
  #isStopped = false

  constructor(
    parts: {
      readonly relaxation: Relaxation
      /** A smaller relaxation, in which decisions are tried. */
      readonly guide?: Relaxation | undefined
      /** Plans from it. */
      readonly guided?: GuidedPlans | undefined
      readonly structure: Structure
      readonly propagator: Propagator
      readonly completion: Completion
      /** All plans. */
      readonly whole: Box
    },
    leaves: readonly Leaf[],
    ledger: Ledger,
  ) {
    this.#relaxation = parts.relaxation
    this.#guide = parts.guide
    this.#guided = parts.guided
    this.#propagator = parts.propagator
    this.#completion = parts.completion
    this.#whole = parts.whole
    this.#branching = new Branching(parts.structure)
    this.#leaves = [...leaves]
    this.#ledger = ledger
  }

  get leaves(): readonly Leaf[] {
    return this.#leaves
  }

  /** Works until the gap is proven, nothing is left to branch on, or it is over. */
  run(): void {
    for (;;) {
      this.#ledger.raise(leastBound(this.#leaves), 'search')
      if (this.#isStopped || this.#ledger.isOver) return
      const leaf = this.#pick()
      if (!leaf) return
      if (leaf.values === null) {
        this.#resume(leaf)
        this.#replace(leaf, this.#solve(leaf, leaf.box, leaf.boundMusd))
      } else this.#branch(leaf, leaf.values)
    }
  }

  #pick(): Leaf | undefined {
    const isWaiting = ({ state, boundMusd }: Leaf) => state === 'open' && !this.#ledger.isProvenBy(boundMusd)
    const next = this.#next
    this.#next = undefined
    if (next && isWaiting(next) && this.#leaves.includes(next)) return next
    return this.#leaves
      .filter(isWaiting)
      .reduce<Leaf | undefined>((a, b) => (a === undefined || b.boundMusd < a.boundMusd ? b : a), undefined)
  }

  #replace(leaf: Leaf, ...by: (Leaf | undefined)[]): void {
    if (by.includes(undefined)) return
    this.#leaves = [...this.#leaves.filter((own) => own !== leaf), ...(by as Leaf[])]
  }

  /** The relaxation of a box; undefined where the run was stopped. */
  #solve({ decisions }: Pick<Leaf, 'decisions'>, box: Box, atLeastMusd: number): Leaf | undefined {
    const run = this.#relaxation.prove(box, { cutoff: this.#ledger.enoughMusd })
    if (run.status === 'infeasible') {
      return {
        ...{ decisions, box, values: run.values, duals: null, basis: null },
        ...{ boundMusd: Number.POSITIVE_INFINITY, state: 'empty' },
      }
    }
    if (run.status === 'limit' || run.status === 'interrupted') {
      this.#isStopped = true
      return undefined
    }
    // A run that failed tells nothing: what was proven before stands, and nothing better will be.
    if (run.status === 'failed')
      return {
        decisions,
        box,
        boundMusd: atLeastMusd,
        duals: null,
        values: run.values,
        basis: null,
        state: 'whole',
      }
    const boundMusd = Math.max(atLeastMusd, this.#relaxation.bound(run, box))
    const basis = this.#relaxation.model.saveBasis() ?? null
    this.#at = basis
    const { outcome } = run
    // One that was cut off is proven, and was not solved to its end.
    const values = run.status === 'above' ? null : run.values
    return { decisions, box, boundMusd, duals: outcome.rowDuals, values, basis, state: 'open' }
  }

  #branch(leaf: Leaf, values: Float64Array): void {
    this.#round(leaf, values)
    if (this.#ledger.isProvenBy(leaf.boundMusd)) return
    const candidates = this.#branching.candidates(values)
    if (candidates.length === 0) {
      this.#offer(this.#completion.follow(values, leaf.box, this.#ledger.worthMusd))
      this.#replace(leaf, { ...leaf, state: 'whole' })
      return
    }
    this.#resume(leaf)
    const sides = this.#sides(leaf, candidates)
    if (!sides) return
    this.#replace(leaf, ...sides)
    this.#next = sides.filter((side) => side.state === 'open').sort((a, b) => a.boundMusd - b.boundMusd)[0]
  }

  /** The two sides of the best decision found, or undefined where the run was stopped. */
  #sides(leaf: Leaf, candidates: readonly Candidate[]): readonly [Leaf, Leaf] | undefined {
    if (this.#guide) return this.#split(leaf, this.#tryIn(this.#guide, leaf, candidates))
    const { untried, known } = this.#branching.shortlist(candidates, TRIED)
    let best: { sides: readonly [Leaf, Leaf]; score: number } | undefined
    for (const candidate of untried) {
      const sides = this.#split(leaf, candidate)
      if (!sides) return undefined
      const [down, up] = sides.map((side) => side.boundMusd - leaf.boundMusd)
      const own = score(down!, up!)
      if (!best || own > best.score) best = { sides, score: own }
    }
    if (known && (!best || this.#branching.expected(known) > best.score)) return this.#split(leaf, known)
    return best?.sides
  }

  /** The best decision as far as a smaller relaxation tells. */
  #tryIn(guide: Relaxation, leaf: Leaf, candidates: readonly Candidate[]): Candidate {
    const { untried, known } = this.#branching.shortlist(candidates, TRIED_IN_GUIDE)
    const start = guide.solve(leaf.box)
    const basis = guide.model.saveBasis()
    let best = { candidate: known ?? candidates[0]!, score: known ? this.#branching.expected(known) : 0 }
    for (const candidate of untried) {
      const [down, up] = (['down', 'up'] as const).map((side) => {
        const box = copyBox(leaf.box)
        applyDecision(box, decide(candidate, side))
        if (!this.#propagator.tighten(box, candidate.position)) return Number.POSITIVE_INFINITY
        if (basis) guide.model.loadBasis(basis)
        const { status, objective } = guide.solve(box, { iterations: TRIED_ITERATIONS })
        if (status !== 'optimal' && status !== 'limit') return Number.POSITIVE_INFINITY
        if (start.status === 'optimal') this.#branching.learn(candidate, side, objective - start.objective)
        return objective - start.objective
      })
      const own = score(down!, up!)
      if (own > best.score) best = { candidate, score: own }
    }
    return best.candidate
  }

  #split(leaf: Leaf, candidate: Candidate): readonly [Leaf, Leaf] | undefined {
    this.#resume(leaf)
    const down = this.#side(leaf, candidate, 'down')
    if (down) this.#resume(leaf)
    const up = down && this.#side(leaf, candidate, 'up')
    return up && [down, up]
  }

  #side(leaf: Leaf, candidate: Candidate, side: 'down' | 'up'): Leaf | undefined {
    const box = copyBox(leaf.box)
    const decision = decide(candidate, side)
    const decisions = [...leaf.decisions, decision]
    applyDecision(box, decision)
    if (!this.#propagator.tighten(box, decision.position)) {
      const boundMusd = Number.POSITIVE_INFINITY
      return { decisions, box, boundMusd, duals: null, values: null, basis: null, state: 'empty' }
    }
    const solved = this.#solve({ decisions }, box, leaf.boundMusd)
    if (solved && solved.state !== 'empty')
      this.#branching.learn(candidate, side, solved.boundMusd - leaf.boundMusd)
    return solved
  }

  /** The root is rounded at once and then, where that is not enough, dived into, as is every twelfth node. */
  #round(leaf: Leaf, values: Float64Array): void {
    const node = this.#nodes++
    if (this.#guided) {
      if (node % DIVE_EVERY === DIVE_EVERY / 2) this.#planBy(this.#guided, leaf, values)
      return
    }
    const [ledger, { box, boundMusd }] = [this.#ledger, leaf]
    if (node >= this.#nextRound) {
      const threshold = THRESHOLDS[this.#rounds++ % THRESHOLDS.length]!
      this.#resume(leaf)
      const found = this.#completion.round(values, box, threshold, ledger.worthMusd)
      this.#offer(found)
      this.#roundEvery = found ? ROUND_EVERY : Math.min(ROUND_SELDOM, this.#roundEvery * 2)
      this.#nextRound = node + (node === 0 ? ROUND_EVERY : this.#roundEvery)
    }
    if (node % DIVE_EVERY !== 0 || ledger.isProvenBy(boundMusd) || ledger.isOver) return
    this.#resume(leaf)
    const dived = this.#completion.dive(values, box, ledger.worthMusd)
    this.#offer(dived)
    if (!dived || ledger.best !== dived || ledger.isProvenBy(boundMusd)) return
    const isEnough = (plan: Priced) => {
      this.#offer(plan)
      return ledger.isDone
    }
    this.#offer(this.#completion.improve(dived, this.#whole, isEnough))
  }

  #planBy(guided: GuidedPlans, { box }: Leaf, values: Float64Array): void {
    const ledger = this.#ledger
    const isEnough = (musd: number) => ledger.isOver || ledger.isWithin(musd)
    const draft = guided.plan(values, box, undefined, isEnough)
    if (draft) this.#offer(this.#completion.priceDraft(draft, ledger.worthMusd))
  }

  /** Back to where a node's relaxation ended: from a plan's basis, or another node's, the way is long. */
  #resume({ basis }: Leaf): void {
    if (basis === null || this.#at === basis) return
    this.#relaxation.model.loadBasis(basis)
    this.#at = basis
  }

  /** Keeps a plan that was looked for, far from where the relaxation of a node ended. */
  #offer(priced: Priced | undefined): void {
    this.#at = null
    this.#ledger.offer(priced, 'search')
  }
}
