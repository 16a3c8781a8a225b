import type { RunOutcome, SolveLimits } from '../../problem/run.ts'
import type { Box, wholeBox } from '../decisions/propagate.ts'
import type { Structure } from '../decisions/structure.ts'
import type { TrueBound } from './trueBound.ts'
import type { WorkingModel } from './workingModel.ts'

/** A relaxation solved within a box. */
export interface Relaxed {
  readonly status: RunOutcome['status']
  readonly objective: number
  /** By position in the structure. */
  readonly values: Float64Array
  readonly outcome: RunOutcome
}

/** How a relaxation is solved. */
export type How = Pick<SolveLimits, 'isPrimal' | 'cutoff' | 'iterations'>

/**
 * The linear relaxation in the solver's memory, with the structural columns held in a box. All boxes share costs, so
 * that the last basis of any is a dual feasible start for the next.
 */
export class Relaxation {
  readonly model: WorkingModel
  readonly #structure: Structure
  readonly #trueBound: TrueBound
  readonly #held: Box
  readonly #limits: () => SolveLimits
  runs = 0

  constructor(
    model: WorkingModel,
    problem: Parameters<typeof wholeBox>[0],
    structure: Structure,
    trueBound: TrueBound,
    limits: () => SolveLimits,
  ) {
    this.model = model
    this.#structure = structure
    this.#trueBound = trueBound
    this.#limits = limits
    this.#held = {
      lower: Float64Array.from(structure.columns, (column) => problem.lower[column]!),
      upper: Float64Array.from(structure.columns, (column) => problem.upper[column]!),
    }
  }

  solve(box: Box, how: How = {}): Relaxed {
    this.hold(box)
    return this.#read(this.model.solveLinear({ ...this.#limits(), ...how }))
  }

  /** As {@link solve}, by an interior point: near optimal, and no basis comes of it. */
  solveInterior(box: Box): Relaxed {
    this.hold(box)
    return this.#read(this.model.solveInterior(this.#limits()))
  }

  #read(outcome: RunOutcome): Relaxed {
    this.runs++
    const values = Float64Array.from(this.#structure.columns, (column) => outcome.values[column]!)
    return { status: outcome.status, objective: outcome.objective, values, outcome }
  }

  /**
   * The same with all fleets that are of use, so that its duals prove what the whole problem costs at least. `first`: how
   * the first run is solved, `above` its cutoff only where its duals prove that; `onPart` receives runs that left some out.
   */
  prove(box: Box, first: How = {}, onPart?: (run: Relaxed) => void): Relaxed {
    for (let how = first; ; how = {}) {
      const run = this.solve(box, how)
      if (run.status === 'above') {
        this.model.complete(run.outcome)
        // The solver's own word for it is no proof.
        if (this.bound(run, box) >= how.cutoff!) return run
        continue
      }
      const isLarger =
        run.status === 'infeasible'
          ? this.model.enlargeToAll()
          : run.status === 'optimal' && this.model.enlarge(run.outcome)
      if (!isLarger) return run
      if (run.status === 'optimal') onPart?.(run)
    }
  }

  /** Puts the bounds of a box into the model. */
  hold({ lower, upper }: Box): void {
    const held = this.#held
    this.#structure.columns.forEach((column, position) => {
      if (lower[position] === held.lower[position] && upper[position] === held.upper[position]) return
      held.lower[position] = lower[position]!
      held.upper[position] = upper[position]!
      this.model.setBounds(column, lower[position]!, upper[position]!)
    })
  }

  /** What is proven of a box before any run: what its columns cost at least. */
  leastCost(box: Box): number {
    return this.#trueBound.of(new Float64Array(0), box)
  }

  /** What the duals of a run prove of a box. */
  bound({ outcome }: Relaxed, box: Box): number {
    return this.boundBy(outcome.rowDuals, box)
  }

  /** What duals prove of a box. */
  boundBy(rowDuals: Float64Array, box: Box): number {
    return this.#trueBound.of(rowDuals, box)
  }
}
