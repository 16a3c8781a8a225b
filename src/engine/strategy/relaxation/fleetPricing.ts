import type { Formulation } from '../../formulate.ts'
import type { Fleet } from '../../layers/accelerators/accelerators.ts'
import type { Problem } from '../../problem/problem.ts'

/** The columns of one kind of accelerator at one site, with the rows that hold no others. */
export interface FleetBlock {
  /** [period] */
  readonly bought: readonly number[]
  readonly active: readonly number[]
  /** [period][slice] the row of work, the busy columns in it and their coefficients. */
  readonly work: readonly (readonly WorkRow[])[]
  /** Units that leave early, with the period of their delivery. */
  readonly early: readonly { readonly column: number; readonly bought: number }[]
  /** [period] active <= bought - retired. */
  readonly vintage: readonly number[]
  /** [period] bought >= bought before + what of it leaves early; none (-1) in a first that nothing leaves. */
  readonly kept: readonly number[]
  readonly columns: readonly number[]
  readonly rows: readonly number[]
}

interface WorkRow {
  readonly row: number
  readonly busy: readonly (readonly [column: number, reserve: number])[]
}

/** Fleets that may be left out of a problem: all their columns may be 0, and their rows hold at 0. */
export function listFleetBlocks(formulation: Formulation): FleetBlock[] {
  const { problem, accelerators, serving, deployments } = formulation
  const { fleets, sold } = accelerators
  const owner = new Int32Array(problem.cost.length).fill(-1)
  const key = (own: { siteIndex: number; acceleratorIndex: number }) =>
    fleets.findIndex(
      (one) => one.siteIndex === own.siteIndex && one.acceleratorIndex === own.acceleratorIndex,
    )
  const isBound = new Set([...sold, ...deployments.held].map(key))
  const columns: number[][] = fleets.map(({ bought, active, early }) => [
    ...bought,
    ...active,
    ...early.map(({ column }) => column),
  ])
  for (const busy of serving.busy) columns[key(busy)]!.push(...busy.columns.flat())
  columns.forEach((list, fleet) => {
    for (const column of list) owner[column] = fleet
  })
  const rows: number[][] = fleets.map(() => [])
  problem.rowNames.forEach((_, row) => {
    const fleet = soleOwner(problem, row, owner)
    if (fleet >= 0) rows[fleet]!.push(row)
  })
  return fleets.flatMap((fleet, k) => {
    if (isBound.has(k) || fleet.training.length > 0) return []
    if (columns[k]!.some((column) => problem.lower[column]! > 0)) return []
    return readBlock(problem, fleet, columns[k]!, rows[k]!) ?? []
  })
}

/** The fleet that all columns of a row belong to, or -1. */
function soleOwner(problem: Problem, row: number, owner: Int32Array): number {
  const [from, to] = [problem.rowStarts[row]!, problem.rowStarts[row + 1]!]
  const first = to > from ? owner[problem.indices[from]!]! : -1
  for (let k = from; k < to; k++) if (owner[problem.indices[k]!] !== first) return -1
  return first
}

/** Undefined where a row is none of the kinds known here, or does not hold at 0. */
function readBlock(
  problem: Problem,
  { bought, active, early }: Pick<Fleet, 'bought' | 'active' | 'early'>,
  columns: readonly number[],
  rows: readonly number[],
): FleetBlock | undefined {
  const work: WorkRow[][] = bought.map(() => [])
  const vintage = bought.map(() => -1)
  const kept = bought.map(() => -1)
  const boughtAt = new Map<number, number>(bought.map((column, t) => [column, t]))
  const activeAt = new Map<number, number>(active.map((column, t) => [column, t]))
  const isEarly = new Set<number>(early.map(({ column }) => column))
  for (const row of rows) {
    if (problem.rowLower[row]! > 0 || problem.rowUpper[row]! < 0) return undefined
    const terms = termsOf(problem, row)
    const own = terms.find(([column]) => activeAt.has(column))
    const busy = terms.filter(
      ([column]) => !activeAt.has(column) && !boughtAt.has(column) && !isEarly.has(column),
    )
    if (own && busy.length === terms.length - 1) work[activeAt.get(own[0])!]!.push({ row, busy })
    else if (own && busy.length === 0) vintage[activeAt.get(own[0])!] = row
    else if (!own && busy.length === 0) kept[Math.max(...terms.map(([c]) => boughtAt.get(c) ?? 0))] = row
    else return undefined
  }
  return { bought, active, early, work, vintage, kept, columns, rows }
}

function termsOf(problem: Problem, row: number): [column: number, value: number][] {
  const terms: [number, number][] = []
  for (let k = problem.rowStarts[row]!; k < problem.rowStarts[row + 1]!; k++)
    terms.push([problem.indices[k]!, problem.values[k]!])
  return terms
}

/**
 * Prices fleets that were left out. With y on all other rows, d the reduced costs there, the fleet's own rows get the
 * duals that are best for it:
 *
 *   work      v[t,h] = max(0, max_w -d(busy) / reserve)            what a unit earns in a slice
 *   vintage   u[t]   = max(0, sum_h v[t,h] - d(active))            what a unit in service earns in a period
 *   kept      k[t]   = max(0, d(bought[t]) - u[t] + u[t+life] + k[t+1], max_a -(d(early[a,t]) + sum u))
 *                      the sum over the periods that a unit of age a is missing
 *
 * What then stays wrong-signed, min(0, reduced cost of bought[t]) x its upper bound, is what leaving the fleet out may
 * cost at most: 0 proves that the plan has no use for it.
 */
export class FleetPricing {
  readonly #problem: Problem
  readonly #reduced: Float64Array

  constructor(problem: Problem) {
    this.#problem = problem
    this.#reduced = new Float64Array(problem.cost.length)
  }

  /** Reduced costs of all columns; the duals of rows left out are 0. */
  prepare(duals: Float64Array): void {
    const { rowStarts, indices, values, cost, rowLower } = this.#problem
    const reduced = this.#reduced
    for (let column = 0; column < reduced.length; column++) reduced[column] = cost[column]!
    for (let row = 0; row < rowLower.length; row++) {
      const dual = duals[row]!
      if (dual === 0) continue
      for (let k = rowStarts[row]!; k < rowStarts[row + 1]!; k++) reduced[indices[k]!]! -= values[k]! * dual
    }
  }

  /** Fills in the duals of a fleet's rows, after {@link prepare}; returns what leaving it out costs at most, M$. */
  complete(block: FleetBlock, duals: Float64Array): number {
    const reduced = this.#reduced
    const suffix = block.bought.map((column) => reduced[column]!)
    const exits = new Map(block.early.map(({ column }) => [column, reduced[column]!]))
    block.active.forEach((column, t) => {
      let worth = -reduced[column]!
      for (const { row, busy } of block.work[t]!) {
        const most = busy.reduce((best, [own, reserve]) => Math.max(best, -reduced[own]! / reserve), 0)
        duals[row] = -most
        worth += most
      }
      const row = block.vintage[t]!
      if (row < 0 || worth <= 0) return
      duals[row] = -worth
      for (const [own, value] of termsOf(this.#problem, row)) {
        const at = block.bought.indexOf(own)
        if (at >= 0) suffix[at]! += value * worth
        const exit = exits.get(own)
        if (exit !== undefined) exits.set(own, exit + value * worth)
      }
    })
    let [later, loss] = [0, 0]
    for (let t = block.bought.length - 1; t >= 0; t--) {
      const sum = suffix[t]! + later
      const row = block.kept[t]!
      const gains = block.early.map((own) => (own.bought === t ? -exits.get(own.column)! : 0))
      later = row < 0 ? 0 : Math.max(0, sum, ...gains)
      if (row >= 0) duals[row] = later
      const upper = this.#problem.upper[block.bought[t]!]!
      if (sum < later && upper > 0) loss += (later - sum) * upper
    }
    return loss
  }
}
