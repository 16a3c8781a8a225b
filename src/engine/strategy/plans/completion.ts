import type { Formulation } from '../../formulate.ts'
import type { SolveLimits } from '../../problem/run.ts'
import type { Box, Propagator } from '../decisions/propagate.ts'
import type { RankedPaths } from '../decisions/rankPaths.ts'
import { type Path, rackColumns } from '../decisions/structure.ts'
import type { Relaxation, Relaxed } from '../relaxation/relaxation.ts'
import type { SavedBasis } from '../relaxation/savedBasis.ts'
import type { Draft, Priced, Start } from './pricedPlan.ts'
import { Rounding } from './roundPaths.ts'
import { keepSupport, releaseSupport } from './support.ts'
import { type Asked, WholeRacks } from './wholeRacks.ts'

const NOISE = 1e-6

/** A plan that costs less by less than this share is not looked for. */
const LEAST_GAIN = 1e-4

/**
 * From a relaxation to a plan: the leading paths (phases, mostly) are rounded, up where more than `threshold` of a step
 * is there, and priced; what follows from them (openings, plant) is rounded up; racks, running totals, are rounded.
 */
export class Completion {
  readonly #relaxation: Relaxation
  readonly #formulation: Formulation
  readonly #rounding: Rounding
  readonly #racks: WholeRacks
  readonly #leading: readonly Path[]

  constructor(
    relaxation: Relaxation,
    formulation: Formulation,
    ranked: RankedPaths,
    propagator: Propagator,
    asked: Asked,
  ) {
    this.#relaxation = relaxation
    this.#formulation = formulation
    this.#leading = ranked.leading
    this.#rounding = new Rounding(relaxation, ranked, propagator)
    this.#racks = new WholeRacks(relaxation.model, formulation, asked)
  }

  /** A plan near `values` within a box; undefined where there is none that costs less than `belowMusd`. */
  round(values: Float64Array, box: Box, threshold: number, belowMusd: number): Priced | undefined {
    const lead = this.#rounding.lead(values, box, threshold)
    if (!lead) return undefined
    const led = this.#relaxation.solve(lead, { cutoff: belowMusd })
    if (led.status !== 'optimal' || led.objective >= belowMusd) return undefined
    return this.follow(led.values, lead, belowMusd)
  }

  /** A plan by diving (`roundPaths.ts`). */
  dive(values: Float64Array, box: Box, belowMusd: number): Priced | undefined {
    const led = this.#rounding.dive(values, box, belowMusd)
    return led && this.follow(led.values, led.box, belowMusd)
  }

  /**
   * A better plan near one: each leading path in turn is let free while the others stand, and rounded anew at what the
   * relaxation then says. Undefined where no path gains; ends early with what is good enough.
   */
  improve(plan: Priced, box: Box, isEnough: (best: Priced) => boolean): Priced | undefined {
    let best = plan
    for (const path of this.#leading) {
      if (isEnough(best)) break
      best = this.#reround(best, box, path) ?? best
    }
    return best === plan ? undefined : best
  }

  #reround({ plan, structure }: Priced, box: Box, path: Path): Priced | undefined {
    const worth = plan.objective * (1 - Math.sign(plan.objective) * LEAST_GAIN)
    const step = this.#rounding.reround(structure, box, path, worth)
    return step && this.follow(step.values, step.box, worth)
  }

  /** A plan whose leading paths stand as they are. `known`: values of a plan whose racks are tried first. */
  follow(values: Float64Array, box: Box, belowMusd: number, known?: Float64Array): Priced | undefined {
    const whole = this.#rounding.whole(values, box)
    return whole && this.price(whole, belowMusd, known)
  }

  /** A plan before an edit in a box that fixes most of its structure, priced from where the solver stood with it. */
  anew({ box, basis, values }: Start): Priced | undefined {
    const within = () => this.within(box, values ?? undefined)
    return basis ? this.#relaxation.model.withoutCuts(basis, within) : within()
  }

  /** The plan of a box in which most of the structure is fixed, and what is not follows; `known` as in {@link follow}. */
  within(box: Box, known?: Float64Array): Priced | undefined {
    const run = this.#relaxation.solve(box)
    return run.status === 'optimal'
      ? this.follow(run.values, box, Number.POSITIVE_INFINITY, known)
      : undefined
  }

  /** A plan of a smaller relaxation's draft, from where that stood with it. */
  priceDraft({ whole, basis }: Draft, belowMusd: number): Priced | undefined {
    if (basis) this.#relaxation.model.loadBasis(basis)
    return this.#priced(whole, this.#relaxation.solve(whole, { isPrimal: basis !== null }), belowMusd)
  }

  /** As {@link price}, with all fleets that are of use. */
  priceAmongAll(whole: Box, basis: SavedBasis | null): Priced | undefined {
    if (basis) this.#relaxation.model.loadBasis(basis)
    const run = this.#relaxation.prove(whole, { isPrimal: basis !== null })
    return this.#priced(whole, run, Number.POSITIVE_INFINITY)
  }

  /** A plan of a box in which the whole structure is fixed; `known` as in {@link follow}. */
  price(whole: Box, belowMusd: number, known?: Float64Array): Priced | undefined {
    return this.#priced(whole, this.#relaxation.solve(whole, { cutoff: belowMusd }), belowMusd, known)
  }

  #priced(whole: Box, continuous: Relaxed, belowMusd: number, known?: Float64Array): Priced | undefined {
    if (continuous.status !== 'optimal' || continuous.objective >= belowMusd) return undefined
    const worths = this.#relaxation.model.ownDuals(continuous.outcome)
    const plan = known ? this.#racks.like(known, continuous) : this.#racks.cheapest(continuous)
    return plan && { plan, structure: whole.lower, continuousMusd: continuous.objective, ...worths }
  }

  /** A plan of a box in which the whole structure is fixed, with racks as in `values`. */
  withRacksOf(whole: Box, values: Float64Array): Priced | undefined {
    const continuous = this.#relaxation.solve(whole)
    const worths = this.#relaxation.model.ownDuals(continuous.outcome)
    const plan = this.#racks.price((column) => Math.round(values[column]!))
    return plan && { plan, structure: whole.lower, continuousMusd: continuous.objective, ...worths }
  }

  /** The same with racks searched between the whole numbers around the continuous ones. */
  search(whole: Box, limits: SolveLimits): Priced | undefined {
    const continuous = this.#relaxation.solve(whole)
    if (continuous.status !== 'optimal') return undefined
    const { model } = this.#relaxation
    const worths = model.ownDuals(continuous.outcome)
    const racks = new Set(rackColumns(this.#formulation))
    for (const column of racks) {
      const units = continuous.outcome.values[column]!
      model.setBounds(column, Math.floor(units + NOISE), Math.ceil(units - NOISE))
    }
    const closed = keepSupport(model, this.#formulation, continuous.outcome)
    const found = model.solveInteger(
      this.#formulation.problem.isInteger.map((_, column) => racks.has(column)),
      limits,
    )
    releaseSupport(model, this.#formulation, closed)
    this.#racks.releaseRacks()
    const plan = found.hasSolution
      ? this.#racks.price((column) => Math.round(found.values[column]!))
      : undefined
    return plan && { plan, structure: whole.lower, continuousMusd: continuous.objective, ...worths }
  }
}
