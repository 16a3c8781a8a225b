import type { Formulation } from '../../formulate.ts'
import type { SolveLimits } from '../../problem/run.ts'
import type { Cut } from '../cuts/rounding.ts'
import type { Propagator } from '../decisions/propagate.ts'
import type { RankedPaths } from '../decisions/rankPaths.ts'
import type { Structure } from '../decisions/structure.ts'
import { Relaxation } from '../relaxation/relaxation.ts'
import type { TrueBound } from '../relaxation/trueBound.ts'
import type { WorkingModel } from '../relaxation/workingModel.ts'
import { GuidedPlans } from './guidedPlans.ts'

/** What a guide needs to know of its problem. */
interface GuideParts {
  readonly structure: Structure
  readonly trueBound: TrueBound
  readonly ranked: RankedPaths
  readonly propagator: Propagator
  readonly limits: () => SolveLimits
}

/**
 * The guide of a large problem, as long as one search lasts: a smaller relaxation in which branches are tried and plans
 * looked for. None where the problem is small.
 */
export class Guidance {
  readonly #model: WorkingModel
  readonly #formulation: Formulation
  readonly #parts: GuideParts
  #guide: Relaxation | undefined
  #plans: GuidedPlans | undefined

  /** `model`: the whole problem's. */
  constructor(model: WorkingModel, formulation: Formulation, parts: GuideParts) {
    this.#model = model
    this.#formulation = formulation
    this.#parts = parts
  }

  get guide(): Relaxation | undefined {
    return this.#guide
  }

  get plans(): GuidedPlans | undefined {
    return this.#plans
  }

  /** A guide of what runs of the whole problem use, in the place of the one before. */
  open(runs: readonly Float64Array[], cuts: readonly Cut[]): void {
    const model = this.#model.narrowed(this.#formulation, runs)
    if (!model) return
    this.close()
    model.setCuts(cuts)
    const { structure, trueBound, ranked, propagator, limits } = this.#parts
    this.#guide = new Relaxation(model, this.#formulation.problem, structure, trueBound, limits)
    this.#plans = new GuidedPlans(this.#guide, ranked, propagator)
  }

  close(): void {
    this.#guide?.model.close()
    this.#guide = undefined
    this.#plans = undefined
  }
}
