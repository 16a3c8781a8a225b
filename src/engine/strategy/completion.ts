import type { Formulation } from '../formulate.ts'
import type { RunOutcome, SolveLimits } from '../problem/highsModel.ts'
import { FEASIBLE, worstViolation } from '../problem/violation.ts'
import { type Box, copyBox, type Propagator } from './propagate.ts'
import { rankPaths } from './rankPaths.ts'
import type { Relaxation } from './relaxation.ts'
import { type Path, rackColumns, type Structure } from './structure.ts'
import { keepSupport, releaseSupport } from './support.ts'

const NOISE = 1e-6

/** A plan that satisfies every row of the full problem. */
export interface Priced {
  readonly plan: RunOutcome
  /** Whole structure, by position. */
  readonly structure: Float64Array
  /** Duals with phases, openings and plant fixed and racks continuous: what one more MW or rack is worth here. */
  readonly rowDuals: Float64Array
}

interface Step {
  readonly box: Box
  readonly objective: number
  readonly values: Float64Array
}

/** A plan that costs less by less than this share is not looked for. */
const LEAST_GAIN = 1e-4
const DIVE_THRESHOLDS = [0.25, 0.5, 0.75] as const

type Units = (column: number) => number

/**
 * From a relaxation to a plan: the leading paths (phases, mostly) are rounded, up where more than `threshold` of a step
 * is there, and priced; what follows from them (openings, plant) is rounded up; racks, running totals, are rounded.
 */
export class Completion {
  readonly #relaxation: Relaxation
  /** Where phases are decided; plans are priced in the relaxation itself. */
  #guide: Relaxation
  readonly #formulation: Formulation
  readonly #propagator: Propagator
  readonly #leading: readonly Path[]
  /** Positions of all, those with most at stake first. */
  readonly #order: readonly number[]

  constructor(
    relaxation: Relaxation,
    formulation: Formulation,
    structure: Structure,
    propagator: Propagator,
  ) {
    this.#relaxation = relaxation
    this.#guide = relaxation
    this.#formulation = formulation
    this.#propagator = propagator
    const { leading, following } = rankPaths(formulation.problem, structure)
    this.#leading = leading
    this.#order = [...leading, ...following].flatMap(({ members }) => members)
  }

  /** From now on phases are decided by a smaller relaxation of the same structure. */
  guideBy(guide: Relaxation): void {
    this.#guide = guide
  }

  /** A plan near `values` within a box; undefined where there is none that costs less than `belowMusd`. */
  round(values: Float64Array, box: Box, threshold: number, belowMusd: number): Priced | undefined {
    const leading = this.#leading.flatMap(({ members }) => members)
    const lead = this.#fix(values, box, leading, threshold)
    if (!lead) return undefined
    const led = this.#guide.solve(lead)
    if (led.status !== 'optimal' || led.objective >= belowMusd) return undefined
    return this.follow(led.values, lead, belowMusd)
  }

  /**
   * A plan by diving: leading paths are rounded one after another, the most decided first, each at the threshold that
   * costs least once the relaxation has answered.
   */
  dive(values: Float64Array, box: Box, belowMusd: number): Priced | undefined {
    let [at, x] = [box, values]
    for (;;) {
      const left = this.#leading.filter((path) => undecided(x, path) > NOISE * 10)
      if (left.length === 0) return this.follow(x, at, belowMusd)
      const path = left.reduce((a, b) => (undecided(x, b) < undecided(x, a) ? b : a))
      const next = this.#step(x, at, path, belowMusd)
      if (!next) return undefined
      at = next.box
      x = next.values
    }
  }

  /** The cheapest rounding of one path. */
  #step(x: Float64Array, box: Box, path: Path, belowMusd: number): Step | undefined {
    const tried = new Set<string>()
    let best: Step | undefined
    for (const threshold of DIVE_THRESHOLDS) {
      const fixed = this.#fix(x, box, path.members, threshold)
      if (!fixed) continue
      const key = path.members.map((position) => fixed.lower[position]).join()
      if (tried.has(key)) continue
      tried.add(key)
      const { status, objective, values } = this.#guide.solve(fixed)
      if (status !== 'optimal' || objective >= (best?.objective ?? belowMusd)) continue
      best = { box: fixed, objective, values }
    }
    return best
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
    const around = copyBox(box)
    for (const { members } of this.#leading) {
      if (members === path.members) continue
      for (const position of members) {
        around.lower[position] = structure[position]!
        around.upper[position] = structure[position]!
      }
    }
    if (!this.#propagator.tighten(around)) return undefined
    const worth = plan.objective * (1 - Math.sign(plan.objective) * LEAST_GAIN)
    const free = this.#guide.solve(around)
    if (free.status !== 'optimal' || free.objective >= worth) return undefined
    const step = this.#step(free.values, around, path, worth)
    return step && this.follow(step.values, step.box, worth)
  }

  /** A plan whose leading paths stand as they are. */
  follow(values: Float64Array, box: Box, belowMusd: number): Priced | undefined {
    const whole = this.#fix(values, box, this.#order, NOISE)
    return whole && this.price(whole, belowMusd)
  }

  /** The plan of a box in which most of the structure is fixed, and what is not follows. */
  within(box: Box): Priced | undefined {
    const run = this.#relaxation.solve(box)
    return run.status === 'optimal' ? this.follow(run.values, box, Number.POSITIVE_INFINITY) : undefined
  }

  /** A plan of a box in which the whole structure is fixed. */
  price(whole: Box, belowMusd: number): Priced | undefined {
    const continuous = this.#relaxation.solve(whole)
    if (continuous.status !== 'optimal' || continuous.objective >= belowMusd) return undefined
    const rowDuals = this.#relaxation.model.ownDuals(continuous.outcome)
    for (const round of ROUNDINGS) {
      const plan = this.#priceRacks((column) => round(continuous.outcome.values[column]!))
      if (plan) return { plan, structure: whole.lower, rowDuals }
    }
    return undefined
  }

  /** A plan of a box in which the whole structure is fixed, with racks as in `values`. */
  withRacksOf(whole: Box, values: Float64Array): Priced | undefined {
    const continuous = this.#relaxation.solve(whole)
    const rowDuals = this.#relaxation.model.ownDuals(continuous.outcome)
    const plan = this.#priceRacks((column) => Math.round(values[column]!))
    return plan && { plan, structure: whole.lower, rowDuals }
  }

  /** The same with racks searched between the whole numbers around the continuous ones. */
  search(whole: Box, limits: SolveLimits): Priced | undefined {
    const continuous = this.#relaxation.solve(whole)
    if (continuous.status !== 'optimal') return undefined
    const { model } = this.#relaxation
    const rowDuals = model.ownDuals(continuous.outcome)
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
    return plan && { plan, structure: whole.lower, rowDuals }
  }

  #fix(values: Float64Array, box: Box, positions: readonly number[], threshold: number): Box | undefined {
    const fixed = copyBox(box)
    for (const position of positions) {
      const [lower, upper] = [fixed.lower[position]!, fixed.upper[position]!]
      if (lower === upper) continue
      const whole = Math.min(upper, Math.max(lower, Math.ceil(values[position]! - threshold)))
      fixed.lower[position] = whole
      fixed.upper[position] = whole
      if (!this.#propagator.tighten(fixed, position)) return undefined
    }
    return fixed
  }

  #priceRacks(units: Units): RunOutcome | undefined {
    const { problem } = this.#formulation
    for (const column of rackColumns(this.#formulation)) {
      const whole = Math.min(problem.upper[column]!, Math.max(problem.lower[column]!, units(column)))
      this.#relaxation.model.setBounds(column, whole, whole)
    }
    const plan = this.#relaxation.model.solveLinear()
    this.#releaseRacks()
    return plan.status === 'optimal' && worstViolation(problem, plan.values) <= FEASIBLE ? plan : undefined
  }

  #releaseRacks(): void {
    const { problem } = this.#formulation
    for (const column of rackColumns(this.#formulation))
      this.#relaxation.model.setBounds(column, problem.lower[column]!, problem.upper[column]!)
  }
}

/** Purchases are running totals: rounding them carries the fraction of a rack to the next quarter. */
const ROUNDINGS: readonly Units[] = [
  (units) => Math.round(units),
  (units) => Math.ceil(units - NOISE),
  (units) => Math.floor(units + NOISE),
]

/** How far a path is from whole numbers in its least decided period. */
function undecided(values: Float64Array, { members }: Path): number {
  return members.reduce((most, position) => {
    const value = values[position]!
    return Math.max(most, Math.min(value - Math.floor(value), Math.ceil(value) - value))
  }, 0)
}
