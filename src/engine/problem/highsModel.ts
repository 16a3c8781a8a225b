import type { Highs, Model } from 'highs'
import { interiorScale } from './interiorScale.ts'
import { getHighs } from './loadHighs.ts'
import type { Problem } from './problem.ts'
import type { Basis, BoundRanges, RunOutcome, RunStatus, SolveLimits } from './run.ts'

const NO_LIMIT = 1e9
const NO_CUTOFF = 1e200
/** Of an interior point: the last digits take a tenth of its time, and what its duals prove hardly changes (S2 2: 3e-5). */
const INTERIOR_TOLERANCE = 1e-5
/** HiGHS' numbers of a simplex. */
const DUAL = 1
const PRIMAL = 4
/** Iterations of a warm run between two questions whether to go on: less than a second's. */
const ITERATIONS = 500
/** Runs on fewer nonzeros take a fraction of a second: their presolve takes longer than what it saves. */
const SHORT = 30_000

/** A problem held in HiGHS's memory: bounds and costs may change between runs, the basis is kept. */
export class HighsModel {
  readonly #model: Model
  readonly #highs: Highs
  #problem: Problem
  /** A bound as HiGHS writes it. */
  readonly #toHighs = (bound: number): number =>
    Number.isFinite(bound) ? bound : Math.sign(bound) * this.#highs.infinity

  private constructor(highs: Highs, problem: Problem) {
    this.#highs = highs
    this.#problem = problem
    this.#model = highs.createModel()
    this.#model.options.set('output_flag', false)
    this.#load(false)
  }

  static async open(problem: Problem): Promise<HighsModel> {
    return new HighsModel(await getHighs(), problem)
  }

  /** Another problem in a memory of its own. */
  openAnother(problem: Problem): HighsModel {
    return new HighsModel(this.#highs, problem)
  }

  #load(withIntegers: boolean): void {
    const [problem, toHighs] = [this.#problem, this.#toHighs]
    this.#model.passModel({
      numCols: problem.columnNames.length,
      numRows: problem.rowNames.length,
      colCost: problem.cost,
      colLower: problem.lower.map(toHighs),
      colUpper: problem.upper.map(toHighs),
      rowLower: problem.rowLower.map(toHighs),
      rowUpper: problem.rowUpper.map(toHighs),
      matrix: {
        format: 'csr',
        numRows: problem.rowNames.length,
        numCols: problem.columnNames.length,
        starts: problem.rowStarts,
        indices: problem.indices,
        values: problem.values,
      },
      ...(withIntegers ? { integrality: problem.isInteger.map((is) => (is ? 1 : 0)) } : {}),
    })
  }

  setBounds(column: number, lower: number, upper: number): void {
    this.#model.changeColBounds(column, lower, Number.isFinite(upper) ? upper : this.#highs.infinity)
  }

  setRowBounds(row: number, lower: number, upper: number): void {
    this.#model.changeRowBounds(row, this.#toHighs(lower), this.#toHighs(upper))
  }

  setCost(column: number, cost: number): void {
    this.#model.changeColCost(column, cost)
  }

  /**
   * Becomes a problem of the same shape: bounds, costs and coefficients that differ change in place, the basis stays.
   * From `sameRows` on the rows may be others: they are put in anew, and the basis is lost.
   */
  become(next: Problem, sameRows = next.rowNames.length): void {
    const before = this.#problem
    this.#problem = next
    if (sameRows < before.rowNames.length)
      this.#model.deleteRows({ kind: 'range', from: sameRows, to: before.rowNames.length - 1 })
    next.cost.forEach((cost, column) => {
      if (cost !== before.cost[column]) this.setCost(column, cost)
      const [lower, upper] = [next.lower[column]!, next.upper[column]!]
      if (lower !== before.lower[column] || upper !== before.upper[column])
        this.setBounds(column, lower, upper)
    })
    for (let row = 0; row < sameRows; row++) {
      const [lower, upper] = [next.rowLower[row]!, next.rowUpper[row]!]
      if (lower !== before.rowLower[row] || upper !== before.rowUpper[row])
        this.setRowBounds(row, lower, upper)
      for (let k = next.rowStarts[row]!; k < next.rowStarts[row + 1]!; k++) {
        const value = next.values[k]!
        if (value !== before.values[k]) this.#model.changeCoefficient(row, next.indices[k]!, value)
      }
    }
    this.#appendRows(sameRows)
  }

  #appendRows(from: number): void {
    const { rowNames, rowLower, rowUpper, rowStarts, indices, values, cost } = this.#problem
    if (from === rowNames.length) return
    const [first, toHighs] = [rowStarts[from]!, this.#toHighs]
    this.#model.addRows({
      lower: Float64Array.from(rowLower.slice(from), toHighs),
      upper: Float64Array.from(rowUpper.slice(from), toHighs),
      matrix: {
        format: 'csr',
        numRows: rowNames.length - from,
        numCols: cost.length,
        starts: Int32Array.from(rowStarts.slice(from), (start) => start - first),
        indices: Int32Array.from(indices.slice(first)),
        values: Float64Array.from(values.slice(first)),
      },
    })
  }

  /** Takes another problem's place in the solver's memory, without a basis. */
  replace(problem: Problem): void {
    this.#problem = problem
    this.#load(false)
  }

  /** The last basis; undefined where there is none. */
  get basis(): Basis | undefined {
    if (!this.#hasBasis) return undefined
    const { colStatus, rowStatus } = this.#model.getBasis()
    return { columns: Int8Array.from(colStatus), rows: Int8Array.from(rowStatus) }
  }

  get #hasBasis(): boolean {
    return Number(this.#model.info.get('basis_validity')) === 1
  }

  /** Starts the next run from a basis. */
  setBasis({ columns, rows }: Basis): void {
    this.#model.setBasis({ colStatus: Int32Array.from(columns), rowStatus: Int32Array.from(rows) })
  }

  /** By row of the optimal tableau: the column that is basic in it, or -1 where a row's activity is. */
  get basicColumns(): Int32Array {
    return this.#model.getBasicVariables().map((variable) => Math.max(-1, variable))
  }

  /** Weights of the rows whose sum is a row of the optimal tableau, by row. */
  tableauWeights(tableauRow: number): Float64Array {
    return this.#model.getBasisInverseRow(tableauRow).values
  }

  /** How far each bound may move before another basis is optimal; after a linear run that ended optimal. */
  ranging(): BoundRanges {
    const { colBoundDown, colBoundUp, rowBoundDown, rowBoundUp } = this.#model.getRanging()
    return {
      columns: { from: colBoundDown.value, to: colBoundUp.value },
      rows: { from: rowBoundDown.value, to: rowBoundUp.value },
    }
  }

  /**
   * Solves the linear relaxation, warm from the last basis. A warm run is asked whether to go on between runs of so many
   * iterations: HiGHS' own callback at every iteration takes a quarter of the time. A short one is asked before it starts.
   */
  solveLinear(limits: SolveLimits = {}): RunOutcome {
    const { onProgress, ...others } = limits
    if (this.#problem.values.length < SHORT)
      return onProgress?.({ incumbent: null, bound: null })
        ? this.#none('interrupted')
        : this.#runShort(others)
    if (!onProgress || !this.#hasBasis) return this.#run(limits)
    const until = performance.now() + (limits.timeLimitS ?? NO_LIMIT) * 1000
    for (;;) {
      const timeLimitS = Math.max(0.01, (until - performance.now()) / 1000)
      const outcome = this.#run({ ...others, timeLimitS }, ITERATIONS)
      const isPart = Number(this.#model.getModelStatus()) === this.#highs.constants.modelStatus.iterationLimit
      if (!isPart) return outcome
      if (onProgress({ incumbent: null, bound: null })) return { ...outcome, status: 'interrupted' }
    }
  }

  #runShort(limits: SolveLimits): RunOutcome {
    const { options } = this.#model
    options.set('presolve', 'off')
    const outcome = this.#run(limits)
    options.set('presolve', 'choose')
    return outcome
  }

  /**
   * Solves the linear relaxation by an interior point, without crossover: no basis comes of it, and values and duals are
   * near optimal only. Faster than the simplex on large problems.
   */
  solveInterior(limits: SolveLimits = {}): RunOutcome {
    const { options } = this.#model
    options.set({ solver: 'ipm', run_crossover: 'off', ipm_optimality_tolerance: INTERIOR_TOLERANCE })
    options.set(interiorScale(this.#problem))
    const outcome = this.#run(limits)
    options.set({ solver: 'choose', run_crossover: 'on', user_bound_scale: 0, user_objective_scale: 0 })
    return outcome
  }

  /** Solves with the integer columns of `isInteger` as integers, optionally from a known plan. */
  solveInteger(isInteger: readonly boolean[], limits: SolveLimits = {}, start?: Float64Array): RunOutcome {
    const columns = Int32Array.from(isInteger.keys())
    this.#model.changeColsIntegrality(
      { kind: 'set', indices: columns },
      Array.from(isInteger, (is) => (is ? 1 : 0)),
    )
    if (start) this.#model.setSolution({ colValue: start })
    const outcome = this.#run(limits)
    const bound = this.#provenBound(outcome)
    this.#model.changeColsIntegrality(
      { kind: 'set', indices: columns },
      Array.from(isInteger, () => 0 as const),
    )
    return { ...outcome, bound }
  }

  /** The dual bound of a mixed-integer run; minus infinity where it was stopped before it had one (HiGHS says 0). */
  #provenBound({ status, objective }: RunOutcome): number {
    const bound = Number(this.#model.info.get('mip_dual_bound'))
    if (status === 'optimal') return Math.min(bound, objective)
    return Number.isFinite(bound) && bound !== 0 ? bound : Number.NEGATIVE_INFINITY
  }

  /** HiGHS' presolve ends in an error on some problems that have no solution: that run has failed, and says no more. */
  #run(limits: SolveLimits, iterations = limits.iterations ?? NO_LIMIT): RunOutcome {
    try {
      return this.#runOnce(limits, iterations)
    } catch (error) {
      if (!(error instanceof Error) || error.constructor !== this.#highs.errors.HighsError) throw error
      return this.#none('failed')
    }
  }

  #none(status: RunStatus): RunOutcome {
    const { columnNames, rowNames } = this.#problem
    const [columns, rows] = [new Float64Array(columnNames.length), new Float64Array(rowNames.length)]
    return {
      ...{ status, hasSolution: false, objective: Number.NaN, bound: Number.NEGATIVE_INFINITY },
      ...{ values: columns, rowDuals: rows, columnDuals: columns },
    }
  }

  #runOnce(limits: SolveLimits, iterations: number): RunOutcome {
    const { options, info } = this.#model
    options.set({
      mip_rel_gap: limits.gapShare ?? 1e-4,
      time_limit: limits.timeLimitS ?? NO_LIMIT,
      simplex_iteration_limit: iterations,
      simplex_strategy: limits.isPrimal ? PRIMAL : DUAL,
      random_seed: limits.seed ?? 0,
      objective_bound: Math.min(limits.cutoff ?? NO_CUTOFF, NO_CUTOFF),
    })
    this.#model.zeroAllClocks()
    const types = this.#highs.constants.callbackType
    const { onProgress } = limits
    const run = onProgress
      ? this.#model.run({
          [types.mipInterrupt]: (event) => {
            const { mip_primal_bound: primal, mip_dual_bound: dual } = event.data
            const stop = onProgress({ incumbent: finite(primal), bound: finite(dual) })
            if (stop) event.interrupt()
            return undefined
          },
          [types.simplexInterrupt]: (event) => {
            if (onProgress({ incumbent: null, bound: null })) event.interrupt()
            return undefined
          },
          [types.ipmInterrupt]: (event) => {
            if (onProgress({ incumbent: null, bound: null })) event.interrupt()
            return undefined
          },
        })
      : this.#model.run()
    const status = this.#toStatus(run.modelStatus)
    const solution = this.#model.getSolution()
    const objective = this.#model.getObjectiveValue()
    const hasSolution = Number(info.get('primal_solution_status')) === 2
    return {
      status,
      hasSolution,
      objective,
      // Of a linear run; a mixed-integer one proves less than its plan.
      bound: status === 'optimal' ? objective : Number.NEGATIVE_INFINITY,
      values: solution.colValue,
      rowDuals: solution.rowDual,
      columnDuals: solution.colDual,
    }
  }

  #toStatus(code: number): RunStatus {
    const codes = this.#highs.constants.modelStatus
    if (code === codes.optimal || code === codes.empty) return 'optimal'
    if (code === codes.infeasible || code === codes.unboundedOrInfeasible) return 'infeasible'
    if (code === codes.objectiveBound) return 'above'
    if (code === codes.timeLimit || code === codes.iterationLimit || code === codes.solutionLimit)
      return 'limit'
    return code === codes.interrupted ? 'interrupted' : 'failed'
  }

  close(): void {
    this.#model.dispose()
  }
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Math.abs(value) < 1e20 ? value : null
}
