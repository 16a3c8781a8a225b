import type { Formulation } from '../../formulate.ts'
import type { RunOutcome } from '../../problem/run.ts'
import { FEASIBLE, worstViolation } from '../../problem/violation.ts'
import { earlyColumns, rackColumns } from '../decisions/structure.ts'
import type { Relaxed } from '../relaxation/relaxation.ts'
import type { SavedBasis } from '../relaxation/savedBasis.ts'
import type { WorkingModel } from '../relaxation/workingModel.ts'

const NOISE = 1e-6
/** Units nearer to whole numbers than this are whole. */
const EXACT = 1e-9
/** Whole racks that cost no more than this share of the plan need no other rounding. */
const LITTLE = 5e-4
/** Parts of a rack from which one fleet's are rounded up, in the order tried. */
const THRESHOLDS = [0.5, 0.8] as const

/** What is asked of a search. */
export interface Asked {
  /** Whether a plan at this cost is all that is asked for. */
  isWithin(musd: number): boolean
  /** No time is left, or no one waits for it. */
  readonly isOver: boolean
}

type Units = (column: number) => number
/** Columns of one fleet's purchases, by period. */
type Bought = readonly number[]

/**
 * Whole racks for a plan whose structure is fixed in the model. Purchases are running totals: rounding them carries the fraction of
 * a rack to the next quarter.
 */
export class WholeRacks {
  readonly #model: WorkingModel
  readonly #formulation: Formulation
  readonly #asked: Asked
  /** Fleets of one price together, those of the dearest racks first. */
  readonly #kinds: readonly (readonly Bought[])[]

  constructor(model: WorkingModel, formulation: Formulation, asked: Asked) {
    const { accelerators, problem } = formulation
    this.#model = model
    this.#formulation = formulation
    this.#asked = asked
    const byPrice = Map.groupBy(
      accelerators.fleets.map(({ bought }) => bought),
      ([first]) => problem.cost[first!]!,
    )
    this.#kinds = [...byPrice].sort(([a], [b]) => b - a).map(([, fleets]) => fleets)
  }

  /** The plan of the nearest whole numbers, and where these cost more than a little a cheaper one. */
  cheapest({ objective, outcome }: Relaxed): RunOutcome | undefined {
    const basis = this.#model.saveBasis()
    const isEnough = (plan: RunOutcome) => isLittle(plan, objective) || this.#asked.isWithin(plan.objective)
    const plan = this.price(nearest(outcome.values))
    if (plan && isEnough(plan)) return plan
    if (basis) this.#model.loadBasis(basis)
    return this.#dive(outcome, isEnough, plan?.objective) ?? plan ?? this.#atEnds(outcome)
  }

  /**
   * The plan with the racks of another, or of the nearest whole numbers where those cost more than a little: after a small edit they
   * mostly do, and take a run or two. `known`: values of the other plan.
   */
  like(known: Float64Array, continuous: Relaxed): RunOutcome | undefined {
    const basis = this.#model.saveBasis()
    const plan = this.price(nearest(known))
    if (plan && isLittle(plan, continuous.objective)) return plan
    if (basis) this.#model.loadBasis(basis)
    const other = this.price(nearest(continuous.outcome.values), plan?.objective) ?? plan
    if (other) return other
    if (basis) this.#model.loadBasis(basis)
    return this.cheapest(continuous)
  }

  /** Where no other rounding is a plan. */
  #atEnds({ values }: RunOutcome): RunOutcome | undefined {
    return (
      this.price((column) => Math.floor(values[column]! + NOISE)) ??
      this.price((column) => Math.ceil(values[column]! - NOISE))
    )
  }

  /**
   * Fleet by fleet, the dearest racks first, each rounded as costs least once the relaxation has answered: what a dear rack less
   * leaves undone cheaper ones, free until it is their turn, take over. After each kind the nearest whole numbers of all others
   * may do.
   */
  #dive(
    from: RunOutcome,
    isEnough: (plan: RunOutcome) => boolean,
    belowMusd = Number.POSITIVE_INFINITY,
  ): RunOutcome | undefined {
    let at: RunOutcome | undefined = from
    let best: RunOutcome | undefined
    for (const [k, fleets] of this.#kinds.entries()) {
      const before: RunOutcome | undefined = at
      for (const bought of fleets) at = at && this.#step(bought, at, best?.objective ?? belowMusd)
      if (!at || this.#asked.isOver) break
      if (at === before && k + 1 < this.#kinds.length) continue
      best = this.#withRest(at, this.#kinds.slice(k + 1).flat(2), best?.objective ?? belowMusd) ?? best
      if (best && isEnough(best)) break
    }
    this.#release()
    return best
  }

  /** The plan with the nearest whole numbers of what is not fixed yet; undefined where it costs `belowMusd` or more. */
  #withRest(at: RunOutcome, rest: readonly number[], belowMusd: number): RunOutcome | undefined {
    const basis = this.#model.saveBasis()
    const plan = this.#priceWith(rest, nearest(at.values), belowMusd)
    for (const column of [...rest, ...earlyColumns(this.#formulation)]) this.#free(column)
    if (basis) this.#model.loadBasis(basis)
    return plan
  }

  /** One fleet rounded and fixed. */
  #step(bought: Bought, at: RunOutcome, belowMusd: number): RunOutcome | undefined {
    const basis = this.#model.saveBasis()
    const tried = new Map<string, readonly number[]>()
    for (const threshold of THRESHOLDS) {
      const units = bought.map((column) => this.#within(column, Math.ceil(at.values[column]! - threshold)))
      tried.set(units.join(), units)
    }
    let best: { readonly units: readonly number[]; readonly run: RunOutcome } | undefined
    for (const units of tried.values()) {
      const run = this.#try(bought, units, at, basis, best?.run.objective ?? belowMusd)
      if (run) best = { units, run }
    }
    if (best) this.#fix(bought, best.units)
    return best?.run
  }

  /** Undefined where a plan costs `belowMusd` or more; no run where nothing is rounded. */
  #try(
    bought: Bought,
    units: readonly number[],
    at: RunOutcome,
    basis: SavedBasis | undefined,
    belowMusd: number,
  ): RunOutcome | undefined {
    this.#fix(bought, units)
    if (bought.every((column, k) => Math.abs(at.values[column]! - units[k]!) <= EXACT)) return at
    if (basis) this.#model.loadBasis(basis)
    const run = this.#model.solveLinear({ cutoff: belowMusd })
    return run.status === 'optimal' && run.objective < belowMusd ? run : undefined
  }

  #fix(columns: readonly number[], units: readonly number[]): void {
    columns.forEach((column, k) => {
      this.#model.setBounds(column, units[k]!, units[k]!)
    })
  }

  #within(column: number, units: number): number {
    const { lower, upper } = this.#formulation.problem
    return Math.min(upper[column]!, Math.max(lower[column]!, units))
  }

  /** The plan with so many units of each; undefined where there is none that costs less than `belowMusd`. */
  price(units: Units, belowMusd = Number.POSITIVE_INFINITY): RunOutcome | undefined {
    const plan = this.#priceWith(rackColumns(this.#formulation), units, belowMusd)
    this.#release()
    return plan
  }

  /** With the columns fixed, which stay so; units that leave early are made whole, and every row is held. */
  #priceWith(columns: readonly number[], units: Units, belowMusd: number): RunOutcome | undefined {
    this.#fix(
      columns,
      columns.map((column) => this.#within(column, units(column))),
    )
    const linear = this.#model.solveLinear({ cutoff: belowMusd })
    if (linear.status !== 'optimal') return undefined
    const plan = this.#wholeExits(linear)
    const isPlan = plan.status === 'optimal' && plan.objective < belowMusd
    return isPlan && worstViolation(this.#formulation.problem, plan.values) <= FEASIBLE ? plan : undefined
  }

  /** Units that leave early made whole, down: a unit of which a part is still at work stays. */
  #wholeExits(linear: RunOutcome): RunOutcome {
    const exits = earlyColumns(this.#formulation)
    if (exits.length === 0) return linear
    this.#fix(
      exits,
      exits.map((column) => Math.floor(linear.values[column]! + NOISE)),
    )
    return this.#model.solveLinear()
  }

  #release(): void {
    this.releaseRacks()
    for (const column of earlyColumns(this.#formulation)) this.#free(column)
  }

  /** Racks as the problem has them. */
  releaseRacks(): void {
    for (const column of rackColumns(this.#formulation)) this.#free(column)
  }

  #free(column: number): void {
    const { lower, upper } = this.#formulation.problem
    this.#model.setBounds(column, lower[column]!, upper[column]!)
  }
}

/** Whether whole racks cost no more than a little beyond what continuous ones do. */
export function isLittle({ objective }: RunOutcome, continuousMusd: number): boolean {
  return objective - continuousMusd <= LITTLE * Math.abs(continuousMusd)
}

function nearest(values: Float64Array): Units {
  return (column) => Math.round(values[column]!)
}
