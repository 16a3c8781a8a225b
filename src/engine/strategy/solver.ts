import type { Formulation } from '../formulate.ts'
import type { SolveLimits } from '../problem/highsModel.ts'
import { hasSameShape } from '../problem/shape.ts'
import { FEASIBLE, worstViolation } from '../problem/violation.ts'
import { carryOver, type Known } from './carryOver.ts'
import { Completion, type Priced } from './completion.ts'
import type { Cut } from './cuts/rounding.ts'
import { type CutBook, NO_CUTS, remake, Strengthening } from './cuts/strengthening.ts'
import { finiteUpperBounds } from './finiteBounds.ts'
import { Guidance } from './guidance.ts'
import { gapOf, type SolvePhase } from './progress.ts'
import { type Box, Propagator, wholeBox } from './propagate.ts'
import { rankPaths } from './rankPaths.ts'
import { Relaxation, type Relaxed } from './relaxation.ts'
import type { Solved, SolveOptions } from './solved.ts'
import { readStructure, type Structure } from './structure.ts'
import { type Leaf, TreeSearch } from './treeSearch.ts'
import { TrueBound } from './trueBound.ts'
import { WorkingModel } from './workingModel.ts'

/**
 * A solver of a formulation; of an edited one it starts from what the solver before knew, in whose memory it stays
 * where the shape is the same. The solver before is spent.
 */
export async function openSolver(formulation: Formulation, before?: Solver): Promise<Solver> {
  const frame = frameOf(formulation)
  const kept = before?.release(formulation, frame)
  const model = kept?.model ?? (await WorkingModel.open(formulation))
  const solver = new Solver(model, formulation, frame, kept)
  if (before) solver.startFrom(before.known)
  return solver
}

/** What is read of a formulation before it is solved. */
interface Frame {
  readonly structure: Structure
  readonly propagator: Propagator
  /** The bounds of all plans, as the structure's own rows leave them. */
  readonly whole: Box
  readonly useful: Float64Array
}

/** A model in memory with the cuts that are in it. */
interface Kept {
  readonly model: WorkingModel
  readonly book: CutBook
  readonly cuts: readonly Cut[]
}

/** How much of the gap allowed a late search may leave. */
const RACKS_SHARE = 0.1
const FULL_SHARE = 0.75
/** The part of a step that rounds up in the first plan. */
const FIRST_THRESHOLD = 0.3
/** A gap of so much is that of rounding. */
const ROUNDING = 1e-9

/**
 * From a formulation to a plan within a proven gap.
 *
 * 1. Cuts raise the bound of the first relaxation (`cuts/`).
 *    A large problem then has a guide: a relaxation of what the first one uses, several times faster (`WorkingModel.narrowed`).
 *    Phases of plans are decided in it (`guidedPlans.ts`), branches are tried in it; what comes out is priced, and proven,
 *    in the whole problem.
 * 2. Tree: branch and bound on phases, openings and plant with racks continuous (`treeSearch.ts`); nodes are rounded to
 *    plans (`completion.ts`). Its bound holds for the full problem, whose rows and columns it has.
 * 3. Racks of the best structure are searched, where their rounding is what keeps the gap open.
 * 4. Full search by the solver itself, only where the tree is exhausted and the gap is still too wide.
 *
 * The leaves of the tree stay, with their duals, and the cuts, made anew: after an edit they prove most of what they
 * proved before it, and only those that no longer do are solved again (`carryOver.ts`).
 */
export class Solver {
  readonly #model: WorkingModel
  readonly #formulation: Formulation
  readonly #structure: Structure
  readonly #completion: Completion
  readonly #relaxation: Relaxation
  readonly #propagator: Propagator
  readonly #trueBound: TrueBound
  readonly #strengthening: Strengthening
  readonly #guidance: Guidance
  #start: Box | undefined
  #options: SolveOptions = { gapShare: 0, timeLimitS: 0 }
  #started = 0
  #leaves: readonly Leaf[]
  #best: Priced | undefined
  /** Of the full search. */
  #fullBound = Number.NEGATIVE_INFINITY
  #shownBound = Number.NEGATIVE_INFINITY

  constructor(
    model: WorkingModel,
    formulation: Formulation,
    { structure, propagator, whole, useful }: Frame,
    kept: Pick<Kept, 'book' | 'cuts'> = { book: NO_CUTS, cuts: [] },
  ) {
    const { problem } = formulation
    this.#model = model
    this.#formulation = formulation
    const trueBound = new TrueBound(model.problem, structure, useful)
    this.#structure = structure
    this.#propagator = propagator
    const ranked = rankPaths(problem, structure)
    const limits = () => this.#limits('search')
    this.#relaxation = new Relaxation(model, problem, structure, trueBound, limits)
    this.#completion = new Completion(this.#relaxation, formulation, ranked, propagator)
    this.#guidance = new Guidance(model, formulation, { structure, trueBound, ranked, propagator, limits })
    this.#leaves = [unsolved(wholeBox(problem, structure))]
    this.#trueBound = trueBound
    const bounds = { whole, useful }
    this.#strengthening = new Strengthening(this.#relaxation, formulation, structure, bounds, kept)
  }

  /** What an edited formulation may start from. */
  get known(): Known {
    const { problem } = this.#formulation
    return { problem, structure: this.#structure, leaves: this.#leaves, best: this.#best?.structure ?? null }
  }

  /** Hands over the model, made into a formulation of the same shape; else closes it. */
  release(next: Formulation, { structure, whole, useful }: Frame): Kept | undefined {
    if (!hasSameShape(this.#formulation.problem, next.problem)) {
      this.#model.close()
      return undefined
    }
    this.#relaxation.hold(wholeBox(this.#formulation.problem, this.#structure))
    const { book } = this.#strengthening
    const cuts = remake(book, next, structure, { whole, useful })
    this.#model.become(next, cuts)
    return { model: this.#model, book, cuts }
  }

  /** The leaves of a tree before an edit, and its plan as the edited problem prices it. */
  startFrom(known: Known): void {
    const { problem } = this.#formulation
    const carried = carryOver(known, problem, this.#structure, this.#propagator, this.#trueBound)
    this.#leaves = carried.leaves
    this.#start = carried.best
  }

  solve(options: SolveOptions): Solved {
    this.#options = options
    this.#started = performance.now()
    try {
      return this.#solve()
    } finally {
      this.#guidance.close()
    }
  }

  #solve(): Solved {
    if (!this.#leaves.some(({ box, state }) => state !== 'empty' && this.#propagator.tighten(box)))
      return this.#none('infeasible')
    if (this.#start) this.#offer(this.#completion.within(this.#start))
    this.#report('search')
    this.#strengthen()
    this.#guideLeaves()
    this.#searchTree()
    if (!this.#best && this.#leaves.every(({ state }) => state === 'empty')) return this.#none('infeasible')
    if (!this.#isDone()) this.#searchRacks()
    if (!this.#isDone() && this.#searchFull() === 'infeasible' && !this.#best) return this.#none('infeasible')
    return this.#answer()
  }

  close(): void {
    this.#model.close()
  }

  /** Cuts, while the tree is only its root: what branches proved without them they need not prove again. */
  #strengthen(): void {
    const [root] = this.#leaves
    if (this.#leaves.length > 1 || !root || this.#isDone()) return
    const first = this.#prove(root)
    if (first.status !== 'optimal') return
    this.#raise(root, first)
    this.#openGuide([first.outcome.values])
    if (!this.#best) this.#roundFirst(root, first)
    if (this.#isDone()) return
    const last = this.#strengthening.run(
      root.box,
      () => this.#isDone(),
      (run) => this.#raise(root, run),
    )
    const basis = this.#model.saveBasis() ?? null
    this.#leaves = this.#leaves.map((leaf) => ({ ...leaf, basis }))
    if (!last || !this.#guidance.guide || this.#isDone()) return
    this.#openGuide([first.outcome.values, last.outcome.values])
    this.#planByGuide(root, last)
  }

  /** The relaxation of a leaf, from where it ended before an edit. */
  #prove({ box, basis }: Leaf): Relaxed {
    if (basis) this.#model.loadBasis(basis)
    return this.#relaxation.prove(box)
  }

  /** A guide of what runs and the best plan use. */
  #openGuide(runs: readonly Float64Array[]): void {
    const plans = this.#best ? [this.#best.plan.values] : []
    this.#guidance.open([...runs, ...plans], this.#strengthening.cuts)
  }

  /** After an edit with several leaves: a guide of what the least proven of them uses, solved anew. */
  #guideLeaves(): void {
    if (this.#leaves.length === 1 || this.#isDone()) return
    const least = this.#leaves.reduce((a, b) => (b.boundMusd < a.boundMusd ? b : a))
    if (least.state !== 'open') return
    const run = this.#prove(least)
    if (run.status !== 'optimal') return
    const { outcome, values } = run
    const boundMusd = Math.max(least.boundMusd, this.#relaxation.bound(run, least.box))
    const proven = { boundMusd, duals: outcome.rowDuals, values, basis: this.#model.saveBasis() ?? null }
    this.#leaves = this.#leaves.map((leaf) => (leaf === least ? { ...leaf, ...proven } : leaf))
    if (!this.#isDone()) this.#openGuide([outcome.values])
  }

  /** A better plan than the first: from what the cuts have left between whole numbers. */
  #planByGuide({ box }: Leaf, { values }: Relaxed): void {
    this.#relaxation.solve(box)
    const basis = this.#model.saveBasis()
    const isEnough = (musd: number) =>
      this.#isOver() || gapOf(musd, this.#bound()) <= this.#options.gapShare + ROUNDING
    const whole = this.#guidance.plans?.plan(values, box, this.#best?.structure, isEnough)
    if (whole) this.#offer(this.#completion.price(whole, this.#worth()))
    this.#report('search')
    if (basis) this.#model.loadBasis(basis)
  }

  /** A first plan, for something to show and so that cuts end once they have proven it. */
  #roundFirst({ box }: Leaf, { values }: Relaxed): void {
    const basis = this.#model.saveBasis()
    this.#offer(this.#completion.round(values, box, FIRST_THRESHOLD, Number.POSITIVE_INFINITY))
    this.#report('search')
    if (basis) this.#model.loadBasis(basis)
  }

  #raise(root: Leaf, run: Relaxed): void {
    const boundMusd = this.#relaxation.bound(run, root.box)
    if (boundMusd > this.#leaves[0]!.boundMusd)
      this.#leaves = [{ ...root, boundMusd, duals: run.outcome.rowDuals }]
    this.#report('search')
  }

  #searchTree(): void {
    const { gapShare } = this.#options
    const tree = new TreeSearch(
      {
        relaxation: this.#relaxation,
        guide: this.#guidance.guide,
        guided: this.#guidance.plans,
        structure: this.#structure,
        propagator: this.#propagator,
        completion: this.#completion,
        whole: wholeBox(this.#formulation.problem, this.#structure),
      },
      this.#leaves,
      this.#best,
      {
        gapShare,
        isOver: () => this.#isOver(),
        onProgress: (boundMusd, best) => {
          this.#best = best
          this.#report('search', boundMusd)
        },
      },
    )
    tree.run()
    this.#leaves = tree.leaves
    this.#best = tree.best
  }

  #searchRacks(): void {
    if (!this.#best) return
    const { structure } = this.#best
    const box: Box = { lower: Float64Array.from(structure), upper: Float64Array.from(structure) }
    this.#offer(this.#completion.search(box, this.#limits('racks', RACKS_SHARE)))
    this.#report('racks')
  }

  #searchFull(): 'infeasible' | 'searched' {
    const { problem } = this.#formulation
    this.#relaxation.hold(wholeBox(problem, this.#structure))
    const limits = this.#limits('full search', FULL_SHARE)
    this.#model.enlargeToAll()
    const full = this.#model.solveInteger(problem.isInteger, limits, this.#best?.plan.values)
    if (full.status === 'infeasible') return 'infeasible'
    if (full.status !== 'failed') this.#fullBound = Math.max(this.#fullBound, full.bound)
    if (full.hasSolution && full.objective < this.#worth()) this.#offer(this.#repriced(full.values))
    return 'searched'
  }

  /** A plan of the solver's own search, solved again with its whole numbers fixed so that it has duals. */
  #repriced(values: Float64Array): Priced | undefined {
    const structure = Float64Array.from(this.#structure.columns, (column) => Math.round(values[column]!))
    return this.#completion.withRacksOf({ lower: structure, upper: structure }, values)
  }

  #offer(priced: Priced | undefined): void {
    if (priced && priced.plan.objective < this.#worth()) this.#best = priced
  }

  #worth(): number {
    return this.#best?.plan.objective ?? Number.POSITIVE_INFINITY
  }

  #bound(): number {
    const leaves = this.#leaves.reduce(
      (least, leaf) => Math.min(least, leaf.boundMusd),
      Number.POSITIVE_INFINITY,
    )
    return Math.min(this.#worth(), Math.max(leaves, this.#fullBound))
  }

  #none(kind: 'infeasible' | 'no-plan'): Solved {
    return { kind, timeS: this.#timeS() }
  }

  #answer(): Solved {
    const best = this.#best
    if (!best || worstViolation(this.#formulation.problem, best.plan.values) > FEASIBLE)
      return this.#none('no-plan')
    const boundMusd = this.#bound()
    const gapShare = gapOf(best.plan.objective, boundMusd)
    const unproven = this.#options.isCancelled?.() ? 'cancelled' : 'time-limit'
    this.#report('done', boundMusd)
    return {
      kind: 'plan',
      status: gapShare <= this.#options.gapShare + ROUNDING ? 'within-gap' : unproven,
      objectiveMusd: best.plan.objective,
      boundMusd,
      gapShare,
      timeS: this.#timeS(),
      values: best.plan.values,
      rowDuals: best.rowDuals,
    }
  }

  #limits(phase: SolvePhase, shareOfGap = 1): SolveLimits {
    const { gapShare, timeLimitS, seed } = this.#options
    return {
      gapShare: gapShare * shareOfGap,
      timeLimitS: Math.max(0.1, timeLimitS - this.#timeS()),
      seed: seed ?? 0,
      onProgress: ({ bound }) => {
        if (phase === 'full search' && bound !== null) this.#fullBound = Math.max(this.#fullBound, bound)
        if (phase !== 'search') this.#report(phase)
        return this.#options.isCancelled?.() ?? false
      },
    }
  }

  /** What is shown is proven and never gets worse. */
  #report(phase: SolvePhase, boundMusd = this.#bound()): void {
    this.#shownBound = Math.max(this.#shownBound, boundMusd)
    const incumbentMusd = this.#best?.plan.objective ?? null
    const isBounded = Number.isFinite(this.#shownBound)
    this.#options.onProgress?.({
      phase: this.#leaves.length === 1 && !this.#best ? 'relaxation' : phase,
      incumbentMusd,
      boundMusd: isBounded ? this.#shownBound : null,
      gapShare: incumbentMusd !== null && isBounded ? gapOf(incumbentMusd, this.#shownBound) : null,
      timeS: this.#timeS(),
    })
  }

  #isDone(): boolean {
    return this.#isOver() || gapOf(this.#worth(), this.#bound()) <= this.#options.gapShare + ROUNDING
  }

  #isOver(): boolean {
    return this.#timeS() >= this.#options.timeLimitS || (this.#options.isCancelled?.() ?? false)
  }

  #timeS(): number {
    return (performance.now() - this.#started) / 1000
  }
}

function frameOf(formulation: Formulation): Frame {
  const { problem } = formulation
  const structure = readStructure(formulation)
  const propagator = new Propagator(problem, structure)
  const tight = wholeBox(problem, structure)
  const whole = propagator.tighten(tight) ? tight : wholeBox(problem, structure)
  return { structure, propagator, whole, useful: finiteUpperBounds(problem) }
}

function unsolved(box: Box): Leaf {
  return {
    decisions: [],
    box,
    boundMusd: Number.NEGATIVE_INFINITY,
    duals: null,
    values: null,
    basis: null,
    state: 'open',
  }
}
