import type { Formulation } from '../formulate.ts'
import type { HighsModel, RunOutcome, SolveLimits } from '../problem/highsModel.ts'
import { keepSupport, releaseSupport } from './support.ts'

const NOISE = 1e-6

/** A plan that satisfies every row of the full problem. */
export interface Priced {
  readonly plan: RunOutcome
  /** Duals with phases, openings and plant fixed and racks continuous: what one more MW or rack is worth here. */
  readonly rowDuals: Float64Array
}

/** Integers other than racks: phases, openings, on-site units. */
export function toStructural({ problem, accelerators }: Formulation): boolean[] {
  const racks = new Set<number>(accelerators.fleets.flatMap((fleet) => fleet.bought))
  return problem.isInteger.map((is, column) => is && !racks.has(column))
}

/**
 * Fixes phases, openings and plant as found and prices the rest with racks continuous; then makes racks whole and
 * prices again. Bounds are as before when it returns.
 */
export function priceStructure(
  model: HighsModel,
  formulation: Formulation,
  found: RunOutcome,
  limits: SolveLimits,
): Priced | undefined {
  const { problem } = formulation
  fixStructure(model, formulation, found)
  try {
    const continuous = model.solveLinear()
    if (continuous.status !== 'optimal') return undefined
    const whole = [searchRacks(model, formulation, continuous, limits), ...ROUNDINGS.map(rounded(continuous))]
    for (const values of whole) {
      if (values === undefined) continue
      for (const column of rackColumns(formulation)) {
        const units = Math.round(values(column))
        model.setBounds(column, units, units)
      }
      const plan = model.solveLinear()
      if (plan.status === 'optimal') return { plan, rowDuals: continuous.rowDuals }
    }
    return undefined
  } finally {
    problem.isInteger.forEach((is, column) => {
      if (is) model.setBounds(column, problem.lower[column]!, problem.upper[column]!)
    })
  }
}

function rackColumns({ accelerators }: Formulation): readonly number[] {
  return accelerators.fleets.flatMap((fleet) => fleet.bought)
}

type Units = (column: number) => number

/** Racks between the whole numbers around the continuous ones, on the routes that those use; undefined: none found. */
function searchRacks(
  model: HighsModel,
  formulation: Formulation,
  continuous: RunOutcome,
  limits: SolveLimits,
): Units | undefined {
  const racks = new Set(rackColumns(formulation))
  for (const column of racks) {
    const units = continuous.values[column]!
    model.setBounds(column, Math.floor(units + NOISE), Math.ceil(units - NOISE))
  }
  const closed = keepSupport(model, formulation, continuous)
  const isRack = formulation.problem.isInteger.map((_, column) => racks.has(column))
  const found = model.solveInteger(isRack, limits)
  releaseSupport(model, formulation, closed)
  return found.hasSolution ? (column) => found.values[column]! : undefined
}

/** Purchases are running totals: rounding them carries the fraction of a rack to the next quarter. */
const ROUNDINGS: readonly Units[] = [
  (units) => Math.ceil(units - NOISE),
  (units) => Math.round(units),
  (units) => Math.floor(units + NOISE),
]

function rounded(continuous: RunOutcome): (round: Units) => Units {
  return (round) => (column) => round(continuous.values[column]!)
}

function fixStructure(model: HighsModel, formulation: Formulation, found: RunOutcome): void {
  toStructural(formulation).forEach((is, column) => {
    if (!is) return
    const whole = Math.round(found.values[column]!)
    model.setBounds(column, whole, whole)
  })
  // Within the gap the search may leave a site open, and managed, before it has a room.
  for (const { open, phases } of formulation.facilities.buildings) {
    open.forEach((column, t) => {
      const isNeeded = Math.round(found.values[phases[t]!]!) > 0 ? 1 : 0
      model.setBounds(column, isNeeded, isNeeded)
    })
  }
}
