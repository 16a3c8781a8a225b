import type { Formulation } from '../formulate.ts'
import { hasSameShape } from '../problem/shape.ts'
import { type Frame, readFrame } from './decisions/frame.ts'
import type { Priced, Start } from './plans/pricedPlan.ts'
import { likelyFleets } from './relaxation/likelyFleets.ts'
import { NO_CUTS, remake } from './relaxation/strengthening.ts'
import { WorkingModel } from './relaxation/workingModel.ts'
import { carryOver, type Known } from './search/carryOver.ts'
import type { Tree } from './search/grown.ts'
import { rootOf } from './search/leaf.ts'
import { Search } from './search/search.ts'
import { SLOW_NONZEROS } from './sizes.ts'
import type { Solved, SolveOptions } from './solved.ts'

/**
 * A solver of a formulation; of an edited one it starts from what the solver before knew, in whose memory it stays
 * where the shape is the same. The solver before is spent.
 */
export async function openSolver(formulation: Formulation, before?: Solver): Promise<Solver> {
  const frame = readFrame(formulation)
  const { model, ...cuts } = before?.handOver(frame) ?? {
    ...{ model: await openModel(formulation), book: NO_CUTS, cuts: [], used: [] },
  }
  if (!before) return new Solver(model, frame, { ...cuts, leaves: [rootOf(frame)] })
  const { leaves, start } = carryOver(before.known, frame, model.problem)
  return new Solver(model, frame, { ...cuts, leaves }, start)
}

/** Kinds of accelerators for each class and site with which a slow problem begins. */
const FEWEST = 1

function openModel(formulation: Formulation): Promise<WorkingModel> {
  const isSlow = formulation.problem.values.length >= SLOW_NONZEROS
  return WorkingModel.open(formulation, isSlow ? likelyFleets(formulation, FEWEST) : undefined)
}

/**
 * A formulation in memory, solved by a search (`search.ts`), and what that leaves to the search of an edited one: the leaves of
 * its tree with their duals, which prove most of what they proved before the edit, so that only those that no longer do
 * are solved again (`carryOver.ts`), the cuts, made anew, and the plan.
 */
export class Solver {
  readonly #model: WorkingModel
  readonly #frame: Frame
  #tree: Tree
  readonly #start: Start | undefined
  #best: Priced | undefined

  /** `start`: what to begin with. */
  constructor(model: WorkingModel, frame: Frame, tree: Tree, start?: Start) {
    this.#model = model
    this.#frame = frame
    this.#tree = tree
    this.#start = start
  }

  /** What an edited formulation may start from. */
  get known(): Known {
    const { structure, formulation } = this.#frame
    return { problem: formulation.problem, structure, leaves: this.#tree.leaves, best: this.#best ?? null }
  }

  /** The model made into a formulation of the same shape, with its cuts made anew; else closes it. */
  handOver(next: Frame): (Omit<Tree, 'leaves'> & { readonly model: WorkingModel }) | undefined {
    if (!hasSameShape(this.#frame.formulation.problem, next.formulation.problem)) {
      this.#model.close()
      return undefined
    }
    const { book, used } = this.#tree
    const cuts = remake(book, next.formulation, next.structure, next)
    this.#model.become(next.formulation, cuts)
    return { model: this.#model, book, cuts, used }
  }

  solve(options: SolveOptions): Solved {
    const search = new Search(this.#model, this.#frame, this.#tree, options)
    const solved = search.run(this.#start)
    this.#tree = search.tree
    this.#best = search.best
    return solved
  }

  close(): void {
    this.#model.close()
  }
}
