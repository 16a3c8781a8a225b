import type { Formulation } from '../../formulate.ts'
import { HighsModel } from '../../problem/highsModel.ts'
import { type PickedProblem, pickProblem, withLastRows, withoutLastRows } from '../../problem/pickProblem.ts'
import type { Problem } from '../../problem/problem.ts'
import { BASIC, type RunOutcome, type SolveLimits } from '../../problem/run.ts'
import type { Weights } from '../cuts/aggregate.ts'
import type { Cut } from '../cuts/rounding.ts'
import { type FleetBlock, FleetPricing, listFleetBlocks } from './fleetPricing.ts'
import { leaveEmptyRows, leftOut, pickFleets } from './leftOut.ts'
import { likelyFleets } from './likelyFleets.ts'
import { idleColumns, listRoutes } from './routes.ts'
import { movedBasis, type SavedBasis } from './savedBasis.ts'

/** Problems with fewer nonzeros are held whole: pricing would cost more than it saves. */
const WHOLE = 10_000
/** Weights and duals below this are none. */
const NONE = 1e-9
/** What fleets left out may cost of the bound, as a share of it. */
const LOSS_SHARE = 1e-4

/**
 * A problem in the solver's memory of which only the fleets (kinds of accelerators at sites) that may be of use are
 * there. After a run those left out are priced (`fleetPricing.ts`): their rows get the duals that are best for them, so
 * that the duals handed out are of the whole problem, and {@link enlarge} takes in those that would be of use.
 */
export class WorkingModel {
  readonly #highs: HighsModel
  /** With the cuts as its last rows. */
  #whole: Problem
  #cuts = 0
  #blocks: readonly FleetBlock[]
  #isOut: readonly boolean[]
  #part: PickedProblem
  #pricing: FleetPricing
  /** Bounds other than the problem's own, by column. */
  readonly #held = new Map<number, readonly [lower: number, upper: number]>()

  private constructor(
    highs: HighsModel,
    parts: {
      readonly whole: Problem
      readonly blocks: readonly FleetBlock[]
      readonly isOut: readonly boolean[]
      readonly part: PickedProblem
    },
  ) {
    this.#highs = highs
    this.#whole = parts.whole
    this.#blocks = parts.blocks
    this.#isOut = parts.isOut
    this.#part = parts.part
    this.#pricing = new FleetPricing(parts.whole)
  }

  /** `start`: the fleets to begin with, by the first of their columns; large problems begin with likely ones. */
  static async open(formulation: Formulation, start?: ReadonlySet<number>): Promise<WorkingModel> {
    const whole = formulation.problem.copy()
    const isPart = start !== undefined || whole.values.length >= WHOLE
    const blocks = isPart ? listFleetBlocks(formulation) : []
    const likely = start ?? likelyFleets(formulation)
    const isOut = blocks.map((block) => !likely.has(block.bought[0]!))
    const part = pickFleets(whole, blocks, isOut)
    return new WorkingModel(await HighsModel.open(part.problem), { whole, blocks, isOut, part })
  }

  /**
   * A model of its own, without cuts, of what runs use: their fleets, and flows and work where they use them or a period
   * before or after. Several times faster, for plans and cuts, which hold in the whole problem; its bound is none.
   * Undefined where the whole is small.
   */
  narrowed(formulation: Formulation, runs: readonly Float64Array[]): WorkingModel | undefined {
    return this.#blocks.length === 0 ? undefined : this.narrow(formulation, runs)
  }

  /** The same however small the whole is. */
  narrow(formulation: Formulation, runs: readonly Float64Array[]): WorkingModel {
    const whole = formulation.problem.copy()
    const isUsed = (column: number) =>
      whole.lower[column]! > 0 || runs.some((values) => values[column]! > NONE)
    const left = leftOut(
      whole,
      this.#blocks,
      this.#blocks.map(({ bought }) => !bought.some(isUsed)),
    )
    for (const column of idleColumns(listRoutes(formulation), isUsed)) left.columns[column] = 1
    leaveEmptyRows(whole, left)
    const part = pickProblem(whole, left)
    return new WorkingModel(this.#highs.openAnother(part.problem), { whole, blocks: [], isOut: [], part })
  }

  /** The whole problem with the cuts as its last rows. */
  get problem(): Problem {
    return this.#whole
  }

  /** Becomes a formulation of the same shape: what differs changes in place, and the cuts, as many, are put in anew. */
  become(formulation: Formulation, cuts: readonly Cut[]): void {
    this.#whole = formulation.problem.copy()
    this.#held.clear()
    this.#blocks = this.#blocks.length === 0 ? [] : listFleetBlocks(formulation)
    this.#pricing = new FleetPricing(this.#whole)
    this.#part = pickFleets(this.#whole, this.#blocks, this.#isOut)
    this.#put(cuts, [...cuts.keys()])
  }

  /**
   * Puts cuts in the place of those there were; answers with where the last run ended, in the rows there are now. `before`: by
   * cut, its position among those there were, or -1.
   */
  setCuts(cuts: readonly Cut[], before: readonly number[] = cuts.map(() => -1)): SavedBasis | undefined {
    this.#whole.truncateRows(this.#whole.rowNames.length - this.#cuts)
    this.#part = withoutLastRows(this.#part, this.#cuts)
    return this.#put(cuts, before)
  }

  #put(cuts: readonly Cut[], before: readonly number[]): SavedBasis | undefined {
    const { basis } = this.#highs
    const own = this.#part.rows.length
    cuts.forEach(({ terms, limit }, k) => {
      this.#whole.atMost(`cut.${k + 1}`, '1', terms, limit)
    })
    this.#cuts = cuts.length
    this.#part = withLastRows(this.#part, this.#whole, cuts.length)
    this.#highs.become(this.#part.problem, own)
    if (!basis) return undefined
    const status = before.map((at) => (at < 0 ? BASIC : basis.rows[own + at]!))
    const put = { columns: basis.columns, rows: join(basis.rows.subarray(0, own), status) }
    this.#highs.setBasis(put)
    return { basis: put, part: this.#part }
  }

  /** Positions of the cuts that the last run leaned on. */
  bindingCuts(): number[] {
    const { basis } = this.#highs
    const own = this.#part.rows.length - this.#cuts
    return [...Array(this.#cuts).keys()].filter((k) => basis?.rows[own + k] !== BASIC)
  }

  /** The rows of the optimal tableau in which a column asked for is basic, as weights of the rows of the problem. */
  *tableauRows(isAsked: (column: number) => boolean): Generator<Weights> {
    const { columns, rows } = this.#part
    for (const [tableauRow, column] of this.#highs.basicColumns.entries()) {
      if (column < 0 || !isAsked(columns[column]!)) continue
      const weights = this.#highs.tableauWeights(tableauRow)
      const used: number[] = []
      for (let at = 0; at < weights.length; at++) if (Math.abs(weights[at]!) > NONE) used.push(at)
      yield {
        rows: Int32Array.from(used, (at) => rows[at]!),
        values: Float64Array.from(used, (at) => weights[at]!),
      }
    }
  }

  /**
   * Duals of the problem's own rows after a run in which cuts cost nothing, and the basis that goes with them; run again
   * without cuts where they had any.
   */
  ownDuals({ rowDuals }: RunOutcome): { rowDuals: Float64Array; basis: SavedBasis | null } {
    const own = this.#whole.rowNames.length - this.#cuts
    if (rowDuals.subarray(own).every((dual) => Math.abs(dual) <= NONE))
      return { rowDuals: rowDuals.slice(0, own), basis: this.saveBasis() ?? null }
    return this.#withoutCuts(() => {
      const free = this.solveLinear()
      const duals = free.status === 'optimal' ? free.rowDuals : rowDuals
      // Taken here: once cuts are back there is none.
      return { rowDuals: duals.slice(0, own), basis: this.saveBasis() ?? null }
    })
  }

  /**
   * Runs from a basis in which cuts say nothing, as they do where the whole structure is fixed. Made anew after an edit they
   * would stand elsewhere than in the basis, from where the way is long.
   */
  withoutCuts<T>(from: SavedBasis, run: () => T): T {
    const { columns, rows } = movedBasis(from, this.#part)
    const own = this.#part.rows.length - this.#cuts
    this.#highs.setBasis({ columns, rows: rows.map((status, at) => (at < own ? status : BASIC)) })
    return this.#withoutCuts(run)
  }

  #withoutCuts<T>(run: () => T): T {
    const first = this.#part.rows.length - this.#cuts
    const each = [...Array(this.#cuts).keys()].map((k) => first + k)
    for (const at of each) this.#highs.setRowBounds(at, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    try {
      return run()
    } finally {
      const { rowUpper } = this.#part.problem
      for (const at of each) this.#highs.setRowBounds(at, Number.NEGATIVE_INFINITY, rowUpper[at]!)
    }
  }

  setBounds(column: number, lower: number, upper: number): void {
    this.#held.set(column, [lower, upper])
    const at = this.#part.columnAt[column]!
    if (at >= 0) this.#highs.setBounds(at, lower, upper)
  }

  solveLinear(limits: SolveLimits = {}): RunOutcome {
    return this.#toWhole(this.#highs.solveLinear(limits))
  }

  /** As {@link solveLinear}, by an interior point: no basis comes of it. */
  solveInterior(limits: SolveLimits = {}): RunOutcome {
    return this.#toWhole(this.#highs.solveInterior(limits))
  }

  /** Fleets left out stay out: what is proven is of the part alone. Take in all first where that matters. */
  solveInteger(isInteger: readonly boolean[], limits: SolveLimits = {}, start?: Float64Array): RunOutcome {
    const { columns } = this.#part
    const own = columns.map((column) => isInteger[column]!)
    const from = start && Float64Array.from(columns, (column) => start[column]!)
    return this.#toWhole(this.#highs.solveInteger(own, limits, from))
  }

  /** Takes in the fleets that a run shows to be of use; false where those left out cost its bound next to nothing. */
  enlarge({ objective, rowDuals }: RunOutcome, lossShare = LOSS_SHARE): boolean {
    const losses = this.#price(rowDuals)
    const sum = losses.reduce((a, b) => a + b, 0)
    if (sum <= lossShare * Math.abs(objective)) return false
    const least = (lossShare * Math.abs(objective)) / (2 * losses.length)
    this.#takeIn(losses.map((loss) => loss > least))
    return true
  }

  /** Takes in fleets by the first of their columns; the basis stays. */
  enlargeBy(fleets: ReadonlySet<number>): void {
    const isTaken = this.#blocks.map((block, k) => this.#isOut[k]! && fleets.has(block.bought[0]!))
    if (isTaken.includes(true)) this.#takeIn(isTaken)
  }

  /** Fills in the duals of fleets left out, with which those of a run prove something of the whole problem. */
  complete({ rowDuals }: RunOutcome): void {
    this.#price(rowDuals)
  }

  /** Takes in all; false where all were in. */
  enlargeToAll(): boolean {
    if (!this.#isOut.includes(true)) return false
    this.#takeIn(this.#isOut)
    return true
  }

  saveBasis(): SavedBasis | undefined {
    const { basis } = this.#highs
    return basis && { basis, part: this.#part }
  }

  /** Starts the next run from a basis; what came in since keeps out of it. */
  loadBasis(saved: SavedBasis): void {
    this.#highs.setBasis(movedBasis(saved, this.#part))
  }

  close(): void {
    this.#highs.close()
  }

  /** What each fleet left out may cost the bound; fills in the duals of its rows. */
  #price(duals: Float64Array): number[] {
    if (!this.#isOut.includes(true)) return [0]
    this.#pricing.prepare(duals)
    return this.#blocks.map((block, k) => (this.#isOut[k] ? this.#pricing.complete(block, duals) : 0))
  }

  #takeIn(isTaken: readonly boolean[]): void {
    const [before, basis] = [this.#part, this.#highs.basis]
    this.#isOut = this.#isOut.map((isOut, k) => isOut && !isTaken[k])
    this.#part = pickFleets(this.#whole, this.#blocks, this.#isOut)
    this.#highs.replace(this.#part.problem)
    if (basis) this.loadBasis({ basis, part: before })
    for (const [column, [lower, upper]] of this.#held) {
      const at = this.#part.columnAt[column]!
      if (at >= 0) this.#highs.setBounds(at, lower, upper)
    }
  }

  #toWhole(outcome: RunOutcome): RunOutcome {
    const { columns, rows } = this.#part
    if (columns.length === this.#whole.columnNames.length) return outcome
    const values = new Float64Array(this.#whole.columnNames.length)
    const columnDuals = new Float64Array(values.length)
    const rowDuals = new Float64Array(this.#whole.rowNames.length)
    columns.forEach((column, at) => {
      values[column] = outcome.values[at]!
      columnDuals[column] = outcome.columnDuals[at]!
    })
    rows.forEach((row, at) => {
      rowDuals[row] = outcome.rowDuals[at]!
    })
    return { ...outcome, values, columnDuals, rowDuals }
  }
}

function join(first: Int8Array, then: readonly number[]): Int8Array {
  const all = new Int8Array(first.length + then.length)
  all.set(first)
  all.set(then, first.length)
  return all
}
