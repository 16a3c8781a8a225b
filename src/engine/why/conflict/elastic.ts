import type { Formulation } from '../../formulate.ts'
import { HighsModel } from '../../problem/highsModel.ts'
import { type Problem, withBounds } from '../../problem/problem.ts'
import type { RunOutcome } from '../../problem/run.ts'
import { type ElasticGroup, relax, type Window } from './relaxed.ts'

export type { ElasticGroup, Window } from './relaxed.ts'

/** hard: holds. priced: gives way at its weight. free: as if it were not there. */
export type Mode = 'hard' | 'priced' | 'free'

/** Amount by which a limit has to give way, by quarter. */
export type Amounts = ReadonlyMap<string, number>

const NOISE = 1e-6

/** A plan whose limits may give way (`relaxed.ts`), in the solver's memory. */
export class Elastic {
  readonly groups: readonly ElasticGroup[]
  readonly #problem: Problem
  readonly #model: HighsModel
  readonly #leftS: () => number
  readonly #modes = new Map<ElasticGroup, Mode>()

  private constructor({ problem, groups }: ReturnType<typeof relax>, model: HighsModel, leftS: () => number) {
    this.#leftS = leftS
    this.#problem = problem
    this.groups = groups
    this.#model = model
  }

  /** All groups are priced. `leftS` says for how many seconds a solve may still run. */
  static async open(
    formulation: Formulation,
    leftS: () => number,
    window: Window | null = null,
  ): Promise<Elastic> {
    const relaxed = relax(formulation, window)
    return new Elastic(relaxed, await HighsModel.open(relaxed.problem), leftS)
  }

  close(): void {
    this.#model.close()
  }

  set(group: ElasticGroup, mode: Mode): void {
    if ((this.#modes.get(group) ?? 'priced') === mode) return
    this.#modes.set(group, mode)
    for (const { columns } of group.slacks)
      for (const column of columns) {
        this.#model.setBounds(column, 0, mode === 'hard' ? 0 : Number.POSITIVE_INFINITY)
        this.#model.setCost(column, mode === 'priced' ? this.#problem.cost[column]! : 0)
      }
  }

  /** Least weighted sum of what must give way, whole numbers relaxed; null: nothing fits, or time is up. */
  solve(): RunOutcome | null {
    const outcome = this.#model.solveLinear({ timeLimitS: Math.max(0.1, this.#leftS()) })
    return outcome.status === 'optimal' ? outcome : null
  }

  /** The same without the basis of the last solve: where much has changed since, the faster way. */
  solveCold(): RunOutcome | null {
    const own = this.#problem
    const { lower, upper, cost } = own
    const bounds = { lower: [...lower], upper: [...upper], cost: [...cost] }
    for (const [group, mode] of this.#modes)
      for (const column of columnsOf(group)) {
        if (mode === 'hard') bounds.upper[column] = 0
        if (mode !== 'priced') bounds.cost[column] = 0
      }
    this.#model.replace(withBounds(own, bounds))
    return this.solve()
  }

  /** The same in whole numbers. */
  solveWhole(mostS: number): RunOutcome | null {
    const timeLimitS = Math.min(mostS, Math.max(0.1, this.#leftS()))
    const outcome = this.#model.solveInteger(this.#problem.isInteger, { gapShare: 0.05, timeLimitS })
    return outcome.hasSolution ? outcome : null
  }

  /** Whether a group has a part in the price of a solve. */
  isPriced(group: ElasticGroup, { values, columnDuals }: RunOutcome): boolean {
    return columnsOf(group).some(
      (column) => values[column]! > NOISE || columnDuals[column]! < this.#problem.cost[column]! * (1 - NOISE),
    )
  }
}

export function isNone({ objective }: RunOutcome): boolean {
  return objective < NOISE
}

/** By how much a group gives way in a solve: of demand the most of a quarter's slices. */
export function amountsOf(group: ElasticGroup, { values }: RunOutcome): Amounts {
  return new Map(
    group.slacks.flatMap(({ period, columns }) => {
      const most = Math.max(0, ...columns.map((column) => values[column]!))
      return most > NOISE ? [[period, most]] : []
    }),
  )
}

function columnsOf(group: ElasticGroup): number[] {
  return group.slacks.flatMap(({ columns }) => columns)
}
