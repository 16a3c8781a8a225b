import type { Cut } from '../cuts/rounding.ts'
import type { Frame } from '../decisions/frame.ts'
import { wholeBox } from '../decisions/propagate.ts'
import { Completion } from '../plans/completion.ts'
import { Guidance } from '../plans/guidance.ts'
import { type How, Relaxation, type Relaxed } from '../relaxation/relaxation.ts'
import { type CutBook, Strengthening } from '../relaxation/strengthening.ts'
import { TrueBound } from '../relaxation/trueBound.ts'
import type { WorkingModel } from '../relaxation/workingModel.ts'
import { CUT_NONZEROS } from '../sizes.ts'
import type { SolveOptions } from '../solved.ts'
import { type Leaf, leastBound } from './leaf.ts'
import { Ledger } from './ledger.ts'

/** What a search begins with, and leaves. */
export interface Tree {
  readonly leaves: readonly Leaf[]
  readonly book: CutBook
  /** Those of the book that are in the model. */
  readonly cuts: readonly Cut[]
  /** Values of the last runs of the root, of which a guide is made; none where there was no such run. */
  readonly used: readonly Float64Array[]
}

/** The part of a step that rounds up in the first plan. */
export const FIRST_THRESHOLD = 0.3

/** What has grown of one search, the parts that make it grow, and the moves that its steps share. */
export class Grown {
  readonly model: WorkingModel
  readonly frame: Frame
  readonly ledger: Ledger
  readonly relaxation: Relaxation
  readonly completion: Completion
  readonly guidance: Guidance
  readonly #strengthening: Strengthening
  leaves: readonly Leaf[]
  used: readonly Float64Array[]

  constructor(model: WorkingModel, frame: Frame, before: Tree, options: SolveOptions) {
    const { formulation, structure, ranked, propagator, whole, useful } = frame
    const trueBound = new TrueBound(model.problem, structure, useful)
    const limits = () => this.ledger.limits()
    this.model = model
    this.frame = frame
    this.ledger = new Ledger(formulation, options)
    this.relaxation = new Relaxation(model, formulation.problem, structure, trueBound, limits)
    this.completion = new Completion(this.relaxation, formulation, ranked, propagator, this.ledger)
    this.guidance = new Guidance(model, formulation, { structure, trueBound, ranked, propagator, limits })
    const bounds = { whole, useful }
    this.#strengthening = new Strengthening(this.relaxation, formulation, structure, bounds, before)
    this.leaves = before.leaves
    this.used = before.used
  }

  get tree(): Tree {
    const { book, cuts } = this.#strengthening
    return { leaves: this.leaves, book, cuts, used: this.used }
  }

  /** Whether a branch takes next to nothing: cuts and plans of a guide save less than they take. */
  get isSmall(): boolean {
    return this.model.problem.values.length < CUT_NONZEROS
  }

  get isEmpty(): boolean {
    return this.leaves.every(({ state }) => state === 'empty')
  }

  /** The model's bounds are its own again. */
  release(): void {
    this.guidance.close()
    this.relaxation.hold(wholeBox(this.frame.formulation.problem, this.frame.structure))
  }

  /** The relaxation of a leaf, from where it ended before an edit. */
  prove({ box, basis }: Leaf, how?: How): Relaxed {
    if (basis) this.model.loadBasis(basis)
    return this.relaxation.prove(box, how)
  }

  /** A leaf with what its relaxation proves now, put in its place; undefined where that has no answer. `from`: with the basis to start from. */
  proveAgain(leaf: Leaf, how?: How, from = leaf): Leaf | undefined {
    const run = this.prove(from, how)
    if (run.status !== 'optimal' && run.status !== 'above') return undefined
    const { outcome } = run
    const boundMusd = Math.max(leaf.boundMusd, this.relaxation.bound(run, leaf.box))
    const basis = this.model.saveBasis() ?? null
    const values = run.status === 'above' ? null : run.values
    const proven = { ...leaf, boundMusd, duals: outcome.rowDuals, values, basis }
    this.leaves = this.leaves.map((own) => (own === leaf ? proven : own))
    if (values) this.used = [outcome.values]
    this.ledger.raise(leastBound(this.leaves), 'search')
    return proven
  }

  /** What the duals of one leaf prove of all others. */
  share({ duals }: Leaf): void {
    if (!duals) return
    this.leaves = this.leaves.map((leaf) => {
      if (leaf.state !== 'open' || this.ledger.isProvenBy(leaf.boundMusd)) return leaf
      const boundMusd = this.relaxation.boundBy(duals, leaf.box)
      return boundMusd > leaf.boundMusd ? { ...leaf, boundMusd, duals } : leaf
    })
    this.ledger.raise(leastBound(this.leaves), 'search')
  }

  /** What a run proves of the root, while there is nothing else. */
  raise(root: Leaf, run: Relaxed): void {
    const boundMusd = this.relaxation.bound(run, root.box)
    if (boundMusd > this.leaves[0]!.boundMusd)
      this.leaves = [
        { ...root, boundMusd, duals: run.outcome.rowDuals, basis: this.model.saveBasis() ?? null },
      ]
    this.ledger.raise(boundMusd, 'relaxation')
  }

  /** Rounds of cuts, with which the root is proven; the last run with them. */
  cut(root: Leaf, rounds?: number): Relaxed | undefined {
    const isOver = () => this.ledger.isDone
    const last = this.#strengthening.run(root.box, isOver, (run) => this.raise(root, run), rounds)
    const basis = this.#strengthening.basis ?? null
    this.leaves = this.leaves.map((leaf) => ({
      ...leaf,
      basis,
      duals: last?.outcome.rowDuals ?? leaf.duals,
    }))
    return last
  }

  /** A guide of what runs and the best plan use. */
  openGuide(runs: readonly Float64Array[]): void {
    const { best } = this.ledger
    const plans = best ? [best.plan.values] : []
    this.guidance.open([...runs, ...plans], this.#strengthening.cuts)
  }

  /** A plan for something to show, and so that cuts end once they have proven it. */
  roundFirst({ box }: Leaf, values: Float64Array): void {
    const basis = this.model.saveBasis()
    const plan = this.completion.round(values, box, FIRST_THRESHOLD, this.ledger.worthMusd)
    this.ledger.offer(plan, 'search')
    if (basis) this.model.loadBasis(basis)
  }

  /** A plan from what a relaxation left between whole numbers, or the best there is made better, until it is enough. */
  planByGuide({ box }: Leaf, values: Float64Array, isEnough = this.isEnough): void {
    const { ledger } = this
    this.relaxation.solve(box)
    const basis = this.model.saveBasis()
    const draft = this.guidance.plans?.plan(values, box, ledger.best?.structure, isEnough)
    if (draft) ledger.offer(this.completion.priceDraft(draft, ledger.worthMusd), 'search')
    if (basis) this.model.loadBasis(basis)
  }

  /** Whether a plan at this cost is all that is asked for, or no time is left for a better one. */
  readonly isEnough = (musd: number): boolean => this.ledger.isOver || this.ledger.isWithin(musd)
}
