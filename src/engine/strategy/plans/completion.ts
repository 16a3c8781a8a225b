import type { Formulation } from '../../formulate.ts'
import type { RunOutcome, SolveLimits } from '../../problem/run.ts'
import { FEASIBLE, worstViolation } from '../../problem/violation.ts'
import type { Box, Propagator } from '../decisions/propagate.ts'
import type { RankedPaths } from '../decisions/rankPaths.ts'
import { earlyColumns, type Path, rackColumns } from '../decisions/structure.ts'
import type { Relaxation, Relaxed } from '../relaxation/relaxation.ts'
import type { SavedBasis } from '../relaxation/savedBasis.ts'
import type { Draft, Priced, Start } from './pricedPlan.ts'
import { Rounding } from './roundPaths.ts'
import { keepSupport, releaseSupport } from './support.ts'

const NOISE = 1e-6

/** A plan that costs less by less than this share is not looked for. */
const LEAST_GAIN = 1e-4
/** Whole racks that cost no more than this share of the plan need no other rounding. */
const LITTLE = 5e-4

type Units = (column: number) => number

/**
 * From a relaxation to a plan: the leading paths (phases, mostly) are rounded, up where more than `threshold` of a step
 * is there, and priced; what follows from them (openings, plant) is rounded up; racks, running totals, are rounded.
 */
export class Completion {
  readonly #relaxation: Relaxation
  readonly #formulation: Formulation
  readonly #rounding: Rounding
  readonly #leading: readonly Path[]

  constructor(relaxation: Relaxation, formulation: Formulation, ranked: RankedPaths, propagator: Propagator) {
    this.#relaxation = relaxation
    this.#formulation = formulation
    this.#leading = ranked.leading
    this.#rounding = new Rounding(relaxation, ranked, propagator)
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

  /** A plan whose leading paths stand as they are. */
  follow(values: Float64Array, box: Box, belowMusd: number): Priced | undefined {
    const whole = this.#rounding.whole(values, box)
    return whole && this.price(whole, belowMusd)
  }

  /** A plan before an edit in a box that fixes most of its structure, priced from where the solver stood with it. */
  anew({ box, basis }: Start): Priced | undefined {
    return basis ? this.#relaxation.model.withoutCuts(basis, () => this.within(box)) : this.within(box)
  }

  /** The plan of a box in which most of the structure is fixed, and what is not follows. */
  within(box: Box): Priced | undefined {
    const run = this.#relaxation.solve(box)
    return run.status === 'optimal' ? this.follow(run.values, box, Number.POSITIVE_INFINITY) : undefined
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

  /** A plan of a box in which the whole structure is fixed. */
  price(whole: Box, belowMusd: number): Priced | undefined {
    return this.#priced(whole, this.#relaxation.solve(whole, { cutoff: belowMusd }), belowMusd)
  }

  #priced(whole: Box, continuous: Relaxed, belowMusd: number): Priced | undefined {
    if (continuous.status !== 'optimal' || continuous.objective >= belowMusd) return undefined
    const worths = this.#relaxation.model.ownDuals(continuous.outcome)
    const plan = this.#roundRacks(continuous)
    return plan && { plan, structure: whole.lower, ...worths }
  }

  /** The cheapest of the roundings of racks, as long as the one before costs more than a little. */
  #roundRacks({ objective, outcome: { values } }: Relaxed): RunOutcome | undefined {
    let best: RunOutcome | undefined
    for (const round of ROUNDINGS) {
      if (best && best.objective - objective <= LITTLE * Math.abs(objective)) break
      if (best && round === UP) break
      const plan = this.#priceRacks((column) => round(values[column]!), best?.objective)
      if (plan) best = plan
    }
    return best
  }

  /** A plan of a box in which the whole structure is fixed, with racks as in `values`. */
  withRacksOf(whole: Box, values: Float64Array): Priced | undefined {
    const worths = this.#relaxation.model.ownDuals(this.#relaxation.solve(whole).outcome)
    const plan = this.#priceRacks((column) => Math.round(values[column]!))
    return plan && { plan, structure: whole.lower, ...worths }
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
    this.#releaseRacks()
    const plan = found.hasSolution
      ? this.#priceRacks((column) => Math.round(found.values[column]!))
      : undefined
    return plan && { plan, structure: whole.lower, ...worths }
  }

  /** Undefined where it costs `belowMusd` or more. */
  #priceRacks(units: Units, belowMusd = Number.POSITIVE_INFINITY): RunOutcome | undefined {
    const { problem } = this.#formulation
    for (const column of rackColumns(this.#formulation)) {
      const whole = Math.min(problem.upper[column]!, Math.max(problem.lower[column]!, units(column)))
      this.#relaxation.model.setBounds(column, whole, whole)
    }
    const linear = this.#relaxation.model.solveLinear({ cutoff: belowMusd })
    const plan = linear.status === 'optimal' ? this.#wholeExits(linear) : linear
    this.#releaseRacks()
    const isPlan = plan.status === 'optimal' && plan.objective < belowMusd
    return isPlan && worstViolation(problem, plan.values) <= FEASIBLE ? plan : undefined
  }

  /** Units that leave early made whole, down: a unit of which a part is still at work stays. */
  #wholeExits(linear: RunOutcome): RunOutcome {
    const exits = earlyColumns(this.#formulation)
    if (exits.length === 0) return linear
    for (const column of exits) {
      const whole = Math.floor(linear.values[column]! + NOISE)
      this.#relaxation.model.setBounds(column, whole, whole)
    }
    return this.#relaxation.model.solveLinear()
  }

  #releaseRacks(): void {
    const { problem } = this.#formulation
    for (const column of [...rackColumns(this.#formulation), ...earlyColumns(this.#formulation)])
      this.#relaxation.model.setBounds(column, problem.lower[column]!, problem.upper[column]!)
  }
}

const UP: Units = (units) => Math.ceil(units - NOISE)

/**
 * Purchases are running totals: rounding them carries the fraction of a rack to the next quarter. Where a budget binds, racks
 * rounded up take from others what costs more to do without, and those rounded down cost next to nothing.
 */
const ROUNDINGS: readonly Units[] = [(units) => Math.round(units), (units) => Math.floor(units + NOISE), UP]
