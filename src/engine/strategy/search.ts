import type { SolveLimits } from '../problem/highsModel.ts'
import { Completion } from './completion.ts'
import type { Cut } from './cuts/rounding.ts'
import { type CutBook, Strengthening } from './cuts/strengthening.ts'
import type { Frame } from './frame.ts'
import { Guidance } from './guidance.ts'
import { Ledger } from './ledger.ts'
import { likelyFleets } from './likelyFleets.ts'
import type { Priced, Start } from './pricedPlan.ts'
import type { SolvePhase } from './progress.ts'
import { type Box, wholeBox } from './propagate.ts'
import { Relaxation, type Relaxed } from './relaxation.ts'
import { SLOW_NONZEROS } from './sizes.ts'
import type { Solved, SolveOptions } from './solved.ts'
import { type Leaf, leastBound, rootOf, TreeSearch } from './treeSearch.ts'
import { TrueBound } from './trueBound.ts'
import type { WorkingModel } from './workingModel.ts'

/** What a search begins with, and leaves. */
export interface Tree {
  readonly leaves: readonly Leaf[]
  readonly book: CutBook
  /** Those of the book that are in the model. */
  readonly cuts: readonly Cut[]
  /** Values of the last runs of the root, of which a guide is made; none where there was no such run. */
  readonly used: readonly Float64Array[]
}

/** How much of the gap allowed a late search may leave. */
const RACKS_SHARE = 0.1
const FULL_SHARE = 0.75
/** What a plan may gain by a guide after an edit, as a share of its cost. */
const LIKELY_GAIN = 3e-3
/** What a round of cuts may prove more after an edit, as a share of the bound. */
const LIKELY_RAISE = 2e-4
/** Most leaves of a tree that are proven anew after an edit. */
const MOST_KNOWN = 24
/** The part of a step that rounds up in the first plan. */
const FIRST_THRESHOLD = 0.3

/**
 * One search for a plan within a proven gap, in a model in memory.
 *
 * 1. Root: cuts raise the bound of the first relaxation (`cuts/`).
 *    A large problem then has a guide: a relaxation of what the first one uses, several times faster (`WorkingModel.narrowed`).
 *    Phases of plans are decided in it (`guidedPlans.ts`), branches are tried in it; what comes out is priced, and proven,
 *    in the whole problem.
 * 2. Tree: branch and bound on phases, openings and plant with racks continuous (`treeSearch.ts`); nodes are rounded to
 *    plans (`completion.ts`). Its bound holds for the full problem, whose rows and columns it has.
 * 3. Racks of the best structure are searched, where their rounding is what keeps the gap open.
 * 4. Full search by the solver itself, only where the tree is exhausted and the gap is still too wide.
 */
export class Search {
  readonly #model: WorkingModel
  readonly #frame: Frame
  readonly #isSlow: boolean
  readonly #ledger: Ledger
  readonly #completion: Completion
  readonly #relaxation: Relaxation
  readonly #strengthening: Strengthening
  readonly #guidance: Guidance
  #leaves: readonly Leaf[]
  #used: readonly Float64Array[]

  /** From `slowNonzeros` on the first plan is one of the guide. */
  constructor(
    model: WorkingModel,
    frame: Frame,
    before: Tree,
    options: SolveOptions,
    slowNonzeros = SLOW_NONZEROS,
  ) {
    const { formulation, structure, ranked, propagator, whole, useful } = frame
    const { problem } = formulation
    const trueBound = new TrueBound(model.problem, structure, useful)
    this.#model = model
    this.#frame = frame
    this.#isSlow = model.problem.values.length >= slowNonzeros
    this.#ledger = new Ledger(formulation, options)
    const limits = () => this.#ledger.limits()
    this.#relaxation = new Relaxation(model, problem, structure, trueBound, limits)
    this.#completion = new Completion(this.#relaxation, formulation, ranked, propagator)
    this.#guidance = new Guidance(model, formulation, { structure, trueBound, ranked, propagator, limits })
    this.#strengthening = new Strengthening(
      this.#relaxation,
      formulation,
      structure,
      { whole, useful },
      before,
    )
    this.#leaves = before.leaves
    this.#used = before.used
  }

  get tree(): Tree {
    const { book, cuts } = this.#strengthening
    return { leaves: this.#leaves, book, cuts, used: this.#used }
  }

  get best(): Priced | undefined {
    return this.#ledger.best
  }

  /** `start`: a structure to begin with. The model's bounds are its own again after. */
  run(start?: Start): Solved {
    try {
      return this.#run(start)
    } finally {
      this.#guidance.close()
      this.#relaxation.hold(wholeBox(this.#frame.formulation.problem, this.#frame.structure))
    }
  }

  #run(start: Start | undefined): Solved {
    const ledger = this.#ledger
    if (this.#isEmpty) return ledger.none('infeasible')
    ledger.raise(leastBound(this.#leaves), start ? 'search' : 'relaxation')
    if (start) ledger.offer(this.#completion.anew(start), 'search')
    this.#proveKnown()
    this.#cutKnown()
    this.#improveKnown()
    this.#forgetLeaves()
    this.#strengthen()
    this.#planByLeaves()
    this.#searchTree()
    if (!ledger.best && this.#isEmpty) return ledger.none('infeasible')
    ledger.settle((kept) => this.#settled(kept))
    if (!ledger.isDone) this.#searchRacks()
    if (!ledger.isDone && this.#searchFull() === 'infeasible' && !ledger.best)
      return ledger.none('infeasible')
    return ledger.answer()
  }

  /**
   * The leaves before an edit proven anew, the least first, each from where it ended: a fraction of what that took before,
   * and where old duals lose by the edit, enough to prove the plan. It ends with the first that cannot prove it.
   */
  #proveKnown(): void {
    const ledger = this.#ledger
    for (const known of ledger.best ? this.#leaves.toSorted((a, b) => a.boundMusd - b.boundMusd) : []) {
      if (ledger.isDone || !known.basis || known.state !== 'open') return
      const proven = this.#proveAgain(known)
      if (!proven || !ledger.isProvenBy(proven.boundMusd)) return
    }
  }

  /** One more round of cuts, where a little more proof is enough: it takes less than a better plan does. */
  #cutKnown(): void {
    const ledger = this.#ledger
    const [root] = this.#leaves
    if (this.#leaves.length > 1 || !root?.basis || !ledger.best || ledger.isDone) return
    if (ledger.isProvenBy(root.boundMusd + LIKELY_RAISE * Math.abs(root.boundMusd))) this.#cut(root, 1)
  }

  /** A leaf with what its relaxation proves now, put in its place; undefined where that has no answer. */
  #proveAgain(leaf: Leaf): Leaf | undefined {
    const run = this.#prove(leaf)
    if (run.status !== 'optimal') return undefined
    const { outcome, values } = run
    const boundMusd = Math.max(leaf.boundMusd, this.#relaxation.bound(run, leaf.box))
    const basis = this.#model.saveBasis() ?? null
    const proven: Leaf = { ...leaf, boundMusd, duals: outcome.rowDuals, values, basis }
    this.#leaves = this.#leaves.map((own) => (own === leaf ? proven : own))
    this.#used = [outcome.values]
    this.#ledger.raise(leastBound(this.#leaves), 'search')
    return proven
  }

  /**
   * The plan before an edit made better, where that may be enough: old duals prove nearly what new ones do, which take as
   * long as a cold solve.
   */
  #improveKnown(): void {
    const ledger = this.#ledger
    const { best, worthMusd } = ledger
    if (!best || ledger.isDone || !ledger.isWithin(worthMusd - LIKELY_GAIN * Math.abs(worthMusd))) return
    this.#openGuide(this.#used)
    const isEnough = (musd: number) => ledger.isOver || ledger.isWithin(musd)
    const draft = this.#guidance.plans?.improve(best, this.#frame.whole, isEnough)
    if (draft) ledger.offer(this.#completion.priceDraft(draft, worthMusd), 'search')
  }

  get #isEmpty(): boolean {
    return this.#leaves.every(({ state }) => state === 'empty')
  }

  /**
   * Cuts and plans, while the tree is only its root: what branches proved without cuts they need not prove again. The first
   * plan is rounded at once; where that is slow, one of the guide comes after a round of cuts, about a percent better, and is
   * made better where the others do not prove enough.
   */
  #strengthen(): void {
    const ledger = this.#ledger
    const [root] = this.#leaves
    if (this.#leaves.length > 1 || !root || ledger.isDone) return
    const isNew = !ledger.best && !root.basis
    const first = this.#isSlow && isNew ? this.#begin(root) : this.#prove(root)
    if (first.status !== 'optimal') return
    this.#raise(root, first)
    this.#openGuide([first.outcome.values])
    if (!ledger.best && !(this.#isSlow && this.#guidance.guide)) this.#roundFirst(root, first.values)
    this.#used = [first.outcome.values]
    if (this.#isSlow && this.#guidance.guide && !ledger.best) this.#cutAndPlan(root, first, 1)
    this.#cutAndPlan(root, first)
  }

  /** Cuts, and a plan of the guide that they make; after so few rounds as are said the plan is not made better. */
  #cutAndPlan(root: Leaf, first: Relaxed, rounds?: number): void {
    const ledger = this.#ledger
    const last = ledger.isDone ? undefined : this.#cut(root, rounds)
    if (!last || !this.#guidance.guide || ledger.isDone) return
    this.#used = [first.outcome.values, last.outcome.values]
    this.#openGuide(this.#used)
    const isEnough = (musd: number) => rounds !== undefined || ledger.isOver || ledger.isWithin(musd)
    this.#planByGuide(root, last.values, isEnough)
  }

  /**
   * The first relaxation where that is slow. It begins with the likeliest fleets alone (`openSolver`): a plan of them is kept
   * for who stops before there is a better one, and from where they end the primal simplex has less to do than the dual from
   * nothing.
   */
  #begin(root: Leaf): Relaxed {
    this.#ledger.raise(this.#relaxation.leastCost(root.box), 'relaxation')
    const few = this.#relaxation.solve(root.box)
    if (few.status !== 'optimal') return few.status === 'infeasible' ? this.#prove(root) : few
    this.#model.complete(few.outcome)
    this.#raise(root, few)
    const basis = this.#model.saveBasis()
    const plan = this.#completion.round(few.values, root.box, FIRST_THRESHOLD, Number.POSITIVE_INFINITY)
    this.#ledger.keep(plan, 'relaxation')
    this.#relaxation.hold(root.box)
    this.#model.enlargeBy(likelyFleets(this.#frame.formulation))
    if (basis) this.#model.loadBasis(basis)
    return this.#relaxation.prove(root.box, { isPrimal: true }, (run) => this.#raise(root, run))
  }

  /**
   * A plan of the likeliest fleets alone, priced among all: what binds there, and what widening it is worth, is otherwise that of
   * a plan that may not buy what it lacks.
   */
  #settled({ structure, basis }: Priced): Priced | undefined {
    this.#model.enlargeBy(likelyFleets(this.#frame.formulation))
    return this.#completion.priceAmongAll({ lower: structure, upper: structure }, basis)
  }

  /** Rounds of cuts, with which the root is proven; the last run with them. */
  #cut(root: Leaf, rounds?: number): Relaxed | undefined {
    const isOver = () => this.#ledger.isDone
    const last = this.#strengthening.run(root.box, isOver, (run) => this.#raise(root, run), rounds)
    const basis = this.#strengthening.basis ?? null
    this.#leaves = this.#leaves.map((leaf) => ({
      ...leaf,
      basis,
      duals: last?.outcome.rowDuals ?? leaf.duals,
    }))
    return last
  }

  /** The relaxation of a leaf, from where it ended before an edit. */
  #prove({ box, basis }: Leaf): Relaxed {
    if (basis) this.#model.loadBasis(basis)
    return this.#relaxation.prove(box)
  }

  /** A guide of what runs and the best plan use. */
  #openGuide(runs: readonly Float64Array[]): void {
    const { best } = this.#ledger
    const plans = best ? [best.plan.values] : []
    this.#guidance.open([...runs, ...plans], this.#strengthening.cuts)
  }

  /** After an edit that many leaves cannot prove: proven one by one they take longer than a tree that grows anew. */
  #forgetLeaves(): void {
    const ledger = this.#ledger
    const waiting = this.#leaves.filter(
      ({ state, boundMusd }) => state === 'open' && !ledger.isProvenBy(boundMusd),
    )
    if (ledger.isDone || waiting.length <= MOST_KNOWN) return
    const { boundMusd, basis } = waiting.reduce(lessProven)
    this.#leaves = [{ ...rootOf(this.#frame), boundMusd, basis }]
  }

  /** After an edit with several leaves: a plan of what the least proven of them says now, rounded, else by a guide. */
  #planByLeaves(): void {
    const ledger = this.#ledger
    if (this.#leaves.length === 1 || ledger.isDone) return
    const least = this.#leaves.reduce(lessProven)
    const proven = least.state === 'open' ? this.#proveAgain(least) : undefined
    if (!proven?.values || ledger.isDone) return
    this.#roundFirst(proven, proven.values)
    if (ledger.isDone) return
    this.#openGuide(this.#used)
    this.#planByGuide(proven, proven.values, (musd) => ledger.isOver || ledger.isWithin(musd))
  }

  /** A plan from what the cuts have left between whole numbers, or the best there is made better, until it is enough. */
  #planByGuide({ box }: Leaf, values: Float64Array, isEnough: (musd: number) => boolean): void {
    const ledger = this.#ledger
    this.#relaxation.solve(box)
    const basis = this.#model.saveBasis()
    const draft = this.#guidance.plans?.plan(values, box, ledger.best?.structure, isEnough)
    if (draft) ledger.offer(this.#completion.priceDraft(draft, ledger.worthMusd), 'search')
    if (basis) this.#model.loadBasis(basis)
  }

  /** A first plan, for something to show and so that cuts end once they have proven it. */
  #roundFirst({ box }: Leaf, values: Float64Array): void {
    const basis = this.#model.saveBasis()
    const plan = this.#completion.round(values, box, FIRST_THRESHOLD, this.#ledger.worthMusd)
    this.#ledger.offer(plan, 'search')
    if (basis) this.#model.loadBasis(basis)
  }

  #raise(root: Leaf, run: Relaxed): void {
    const boundMusd = this.#relaxation.bound(run, root.box)
    if (boundMusd > this.#leaves[0]!.boundMusd)
      this.#leaves = [{ ...root, boundMusd, duals: run.outcome.rowDuals }]
    this.#ledger.raise(boundMusd, 'relaxation')
  }

  #searchTree(): void {
    const { structure, propagator, formulation } = this.#frame
    const tree = new TreeSearch(
      {
        ...{ structure, propagator },
        relaxation: this.#relaxation,
        guide: this.#guidance.guide,
        guided: this.#guidance.plans,
        completion: this.#completion,
        whole: wholeBox(formulation.problem, structure),
      },
      this.#leaves,
      this.#ledger,
    )
    tree.run()
    this.#leaves = tree.leaves
  }

  #searchRacks(): void {
    const { best } = this.#ledger
    if (!best) return
    const { structure } = best
    const box: Box = { lower: Float64Array.from(structure), upper: Float64Array.from(structure) }
    this.#ledger.offer(this.#completion.search(box, this.#limits('racks', RACKS_SHARE)), 'racks')
  }

  #searchFull(): 'infeasible' | 'searched' {
    const ledger = this.#ledger
    const { formulation, structure } = this.#frame
    this.#relaxation.hold(wholeBox(formulation.problem, structure))
    this.#model.enlargeToAll()
    const full = this.#model.solveInteger(
      formulation.problem.isInteger,
      this.#limits('full search', FULL_SHARE),
      ledger.best?.plan.values,
    )
    if (full.status === 'infeasible') return 'infeasible'
    if (full.status !== 'failed') ledger.raise(full.bound, 'full search')
    if (full.hasSolution && full.objective < ledger.worthMusd)
      ledger.offer(this.#repriced(full.values), 'full search')
    return 'searched'
  }

  /** A plan of the solver's own search, solved again with its whole numbers fixed so that it has duals. */
  #repriced(values: Float64Array): Priced | undefined {
    const structure = Float64Array.from(this.#frame.structure.columns, (column) =>
      Math.round(values[column]!),
    )
    return this.#completion.withRacksOf({ lower: structure, upper: structure }, values)
  }

  /** Limits of a search of its own, whose time, and bound where it is of the whole problem, are reported. */
  #limits(phase: SolvePhase, shareOfGap: number): SolveLimits {
    const ledger = this.#ledger
    return {
      ...ledger.limits(shareOfGap),
      onProgress: ({ bound }) => {
        if (phase === 'full search' && bound !== null) ledger.raise(bound, phase)
        else ledger.report(phase)
        return ledger.isCancelled
      },
    }
  }
}

function lessProven(a: Leaf, b: Leaf): Leaf {
  return b.boundMusd < a.boundMusd ? b : a
}
