import type { SolveLimits } from '../../problem/run.ts'
import type { Frame } from '../decisions/frame.ts'
import { type Box, wholeBox } from '../decisions/propagate.ts'
import type { Priced, Start } from '../plans/pricedPlan.ts'
import type { SolvePhase } from '../progress.ts'
import type { WorkingModel } from '../relaxation/workingModel.ts'
import type { Solved, SolveOptions } from '../solved.ts'
import { EditedTree } from './editedTree.ts'
import { Grown, type Tree } from './grown.ts'
import { leastBound } from './leaf.ts'
import { RootSteps } from './rootSteps.ts'
import { TreeSearch } from './treeSearch.ts'

/** How much of the gap allowed a late search may leave. */
const RACKS_SHARE = 0.1
const FULL_SHARE = 0.75
/** Leaves whose racks are searched at most: each takes as long as many branches. */
const MOST_RACK_SEARCHES = 3

/**
 * One search for a plan within a proven gap, in a model in memory.
 *
 * 0. After an edit: leaves and plan of before it, proven and made better (`editedTree.ts`), which mostly is enough.
 * 1. Root (`rootSteps.ts`): cuts raise the bound of the first relaxation (`cuts/`).
 *    A large problem then has a guide: a relaxation of what the first one uses, several times faster (`WorkingModel.narrowed`).
 *    Phases of plans are decided in it (`guidedPlans.ts`), branches are tried in it; what comes out is priced, and proven,
 *    in the whole problem.
 * 2. Tree: branch and bound on phases, openings and plant with racks continuous (`treeSearch.ts`); nodes are rounded to
 *    plans (`completion.ts`). Its bound holds for the full problem, whose rows and columns it has.
 * 3. Racks of the best structure are searched, where their rounding is what keeps the gap open.
 * 4. Full search by the solver itself, only where the tree is exhausted and the gap is still too wide.
 */
export class Search {
  readonly #grown: Grown
  readonly #root: RootSteps
  readonly #edited: EditedTree

  /** From `slowNonzeros` on the first plan is one of the guide. */
  constructor(model: WorkingModel, frame: Frame, before: Tree, options: SolveOptions, slowNonzeros?: number) {
    this.#grown = new Grown(model, frame, before, options)
    this.#root = new RootSteps(this.#grown, slowNonzeros)
    this.#edited = new EditedTree(this.#grown)
  }

  get tree(): Tree {
    return this.#grown.tree
  }

  get best(): Priced | undefined {
    return this.#grown.ledger.best
  }

  /** `start`: a structure to begin with. The model's bounds are its own again after. */
  run(start?: Start): Solved {
    try {
      return this.#run(start)
    } finally {
      this.#grown.release()
    }
  }

  #run(start: Start | undefined): Solved {
    const grown = this.#grown
    const { ledger, completion } = grown
    if (grown.isEmpty) return ledger.none('infeasible')
    ledger.raise(leastBound(grown.leaves), start ? 'search' : 'relaxation')
    if (start) ledger.offer(completion.anew(start), 'search')
    this.#edited.beforeRoot()
    this.#root.run()
    this.#edited.afterRoot()
    this.#searchTree()
    if (!ledger.best && grown.isEmpty) return ledger.none('infeasible')
    ledger.settle((kept) => this.#root.settled(kept))
    if (!ledger.isDone) this.#searchRacks()
    if (!ledger.isDone && this.#searchFull() === 'infeasible' && !ledger.best)
      return ledger.none('infeasible')
    return ledger.answer()
  }

  #searchTree(): void {
    const { frame, relaxation, guidance, completion, leaves, ledger } = this.#grown
    const { structure, propagator, formulation } = frame
    const tree = new TreeSearch(
      {
        ...{ structure, propagator, relaxation, completion },
        guide: guidance.guide,
        guided: guidance.plans,
        whole: wholeBox(formulation.problem, structure),
      },
      leaves,
      ledger,
    )
    tree.run()
    this.#grown.leaves = tree.leaves
  }

  /** Where the tree proves least first: what keeps the gap open there is the rounding of racks; then of the best plan. */
  #searchRacks(): void {
    const { ledger, leaves } = this.#grown
    const open = leaves
      .filter(({ state, boundMusd }) => state === 'whole' && !ledger.isProvenBy(boundMusd))
      .sort((a, b) => a.boundMusd - b.boundMusd)
      .slice(0, MOST_RACK_SEARCHES)
    for (const { values } of open) if (values && !ledger.isDone) this.#searchRacksOf(values.map(Math.round))
    if (ledger.best && !ledger.isDone) this.#searchRacksOf(ledger.best.structure)
  }

  #searchRacksOf(structure: Float64Array): void {
    const { ledger, completion } = this.#grown
    const box: Box = { lower: Float64Array.from(structure), upper: Float64Array.from(structure) }
    ledger.offer(completion.search(box, this.#limits('racks', RACKS_SHARE)), 'racks')
  }

  #searchFull(): 'infeasible' | 'searched' {
    const { ledger, frame, relaxation, model } = this.#grown
    const { formulation, structure } = frame
    relaxation.hold(wholeBox(formulation.problem, structure))
    model.enlargeToAll()
    const full = model.solveInteger(
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
    const { frame, completion } = this.#grown
    const structure = Float64Array.from(frame.structure.columns, (column) => Math.round(values[column]!))
    return completion.withRacksOf({ lower: structure, upper: structure }, values)
  }

  /** Limits of a search of its own, whose time, and bound where it is of the whole problem, are reported. */
  #limits(phase: SolvePhase, shareOfGap: number): SolveLimits {
    const { ledger } = this.#grown
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
