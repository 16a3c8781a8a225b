import type { Priced } from '../plans/pricedPlan.ts'
import { likelyFleets } from '../relaxation/likelyFleets.ts'
import type { Relaxed } from '../relaxation/relaxation.ts'
import { SLOW_NONZEROS } from '../sizes.ts'
import { FIRST_THRESHOLD, type Grown } from './grown.ts'
import type { Leaf } from './leaf.ts'

/** The steps of a search while its tree is only a root: the first relaxation, cuts, and plans of what they say. */
export class RootSteps {
  readonly #grown: Grown
  readonly #hasCuts: boolean
  readonly #isSlow: boolean

  /** From `slowNonzeros` on there are cuts and the first plan is one of the guide. */
  constructor(grown: Grown, slowNonzeros = SLOW_NONZEROS) {
    this.#grown = grown
    this.#isSlow = grown.model.problem.values.length >= slowNonzeros
    this.#hasCuts = this.#isSlow || !grown.isSmall
  }

  /**
   * Cuts and plans, while the tree is only its root: what branches proved without cuts they need not prove again. The first
   * plan is rounded at once; where that is slow, one of the guide comes after a round of cuts, about a percent better, and is
   * made better where the others do not prove enough.
   */
  run(): void {
    const grown = this.#grown
    const { ledger, leaves, guidance } = grown
    const [root] = leaves
    if (leaves.length > 1 || !root || ledger.isDone) return
    const isNew = !ledger.best && !root.basis
    if (this.#isSlow && isNew) ledger.showRough()
    const first = this.#isSlow && isNew ? this.#begin(root) : grown.prove(root)
    if (first.status !== 'optimal') return
    grown.raise(root, first)
    grown.openGuide([first.outcome.values])
    if (!ledger.best && !(this.#isSlow && guidance.guide)) grown.roundFirst(root, first.values)
    grown.used = [first.outcome.values]
    if (!this.#hasCuts) return
    if (this.#isSlow && guidance.guide && !ledger.best) this.#cutAndPlan(root, first, 1)
    this.#cutAndPlan(root, first)
  }

  /**
   * A plan of the likeliest fleets alone, priced among all: what binds there, and what widening it is worth, is otherwise that of
   * a plan that may not buy what it lacks.
   */
  settled({ structure, basis }: Priced): Priced | undefined {
    const { model, frame, completion } = this.#grown
    model.enlargeBy(likelyFleets(frame.formulation))
    return completion.priceAmongAll({ lower: structure, upper: structure }, basis)
  }

  /** Cuts, and a plan of the guide that they make; after so few rounds as are said the plan is not made better. */
  #cutAndPlan(root: Leaf, first: Relaxed, rounds?: number): void {
    const grown = this.#grown
    const { ledger, guidance } = grown
    const last = ledger.isDone ? undefined : grown.cut(root, rounds)
    if (!last || !guidance.guide || ledger.isDone) return
    grown.used = [first.outcome.values, last.outcome.values]
    grown.openGuide(grown.used)
    grown.planByGuide(root, last.values, rounds === undefined ? grown.isEnough : () => true)
  }

  /**
   * The first relaxation where that is slow. It begins with the likeliest fleets alone (`openSolver`): a plan of them is kept
   * for who stops before there is a better one, and from where they end the primal simplex has less to do than the dual from
   * nothing.
   */
  #begin(root: Leaf): Relaxed {
    const { ledger, relaxation, model, completion, frame } = this.#grown
    ledger.raise(relaxation.leastCost(root.box), 'relaxation')
    const few = relaxation.solve(root.box)
    if (few.status !== 'optimal') return few.status === 'infeasible' ? this.#grown.prove(root) : few
    model.complete(few.outcome)
    this.#grown.raise(root, few)
    const basis = model.saveBasis()
    const plan = completion.round(few.values, root.box, FIRST_THRESHOLD, Number.POSITIVE_INFINITY)
    ledger.keep(plan, 'relaxation')
    relaxation.hold(root.box)
    model.enlargeBy(likelyFleets(frame.formulation))
    if (basis) model.loadBasis(basis)
    return relaxation.prove(root.box, { isPrimal: true }, (run) => this.#grown.raise(root, run))
  }
}
