import type { Formulation } from '../formulate.ts'
import { HighsModel, type RunOutcome } from '../problem/highsModel.ts'
import { type Column, Problem, type Term } from '../problem/problem.ts'
import { listImpliedBounds, listImpliedRows } from './impliedBounds.ts'
import { type Limit, type LimitFamily, listLimits } from './limits.ts'

/** Limits of one family and owner, which give way together. */
export interface ElasticGroup {
  readonly family: LimitFamily
  readonly ownerId: string
  readonly siteId: string | null
  readonly unit: string
  /** By quarter: the columns that say how much the limit gives way (of demand: one a slice). */
  readonly slacks: readonly { readonly period: string; readonly columns: readonly number[] }[]
  readonly weightMusd: number
  /** Of demand: Mtok/s summed over quarters and slices; else 0. */
  readonly demandMTokS: number
}

/** hard: holds. priced: gives way at its weight. free: as if it were not there. */
export type Mode = 'hard' | 'priced' | 'free'

/** Amount by which a limit has to give way, by quarter. */
export type Amounts = ReadonlyMap<string, number>

const NOISE = 1e-6

/**
 * A formulated plan whose limits may give way, each family of limits of each owner by slacks of its own, with nothing
 * but these to pay for: minimise sum of weight x slack. Demand gives way as tokens not served.
 */
export class Elastic {
  readonly groups: readonly ElasticGroup[]
  readonly #problem: Problem
  readonly #model: HighsModel
  readonly #leftS: () => number

  private constructor(
    problem: Problem,
    groups: readonly ElasticGroup[],
    model: HighsModel,
    leftS: () => number,
  ) {
    this.#leftS = leftS
    this.#problem = problem
    this.groups = groups
    this.#model = model
  }

  /** `leftS` says for how many seconds a solve may still run. */
  static async open(formulation: Formulation, leftS: () => number): Promise<Elastic> {
    const { problem, groups } = relax(formulation)
    return new Elastic(problem, groups, await HighsModel.open(problem), leftS)
  }

  close(): void {
    this.#model.close()
  }

  /** Sets a group in one quarter, else in all; with a quarter the others are free. */
  set(group: ElasticGroup, mode: Mode, period?: string): void {
    for (const slack of group.slacks) {
      const own = period === undefined || slack.period === period ? mode : 'free'
      for (const column of slack.columns) {
        this.#model.setBounds(column, 0, own === 'hard' ? 0 : Number.POSITIVE_INFINITY)
        this.#model.setCost(column, own === 'priced' ? this.#problem.cost[column]! : 0)
      }
    }
  }

  /** Least weighted sum of what must give way, whole numbers relaxed; null: nothing fits, or time is up. */
  solve(): RunOutcome | null {
    const outcome = this.#model.solveLinear({ timeLimitS: Math.max(0.1, this.#leftS()) })
    return outcome.status === 'optimal' ? outcome : null
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

/**
 * Families that may give way. The halls follow from rooms, and firm power from the grid, unless a margin on top of the
 * peak is asked for.
 */
function isElastic({ family, siteId }: Limit, { inputs }: Formulation): boolean {
  if (family === 'hall') return false
  if (family !== 'firm-power') return true
  return inputs.plan.sites.some(({ id, power }) => id === siteId && power.reserveMarginShare > 0)
}

function relax(formulation: Formulation): { problem: Problem; groups: ElasticGroup[] } {
  const { problem: own, inputs } = formulation
  const relaxed = new Problem()
  const lifted = new Set(listImpliedBounds(own))
  own.columnNames.forEach((name, column) => {
    const upper = lifted.has(column) ? Number.POSITIVE_INFINITY : own.upper[column]!
    relaxed.variable(name, own.columnUnits[column]!, {
      lower: own.lower[column]!,
      upper,
      isInteger: own.isInteger[column]!,
    })
  })
  const columnOf = new Map(own.columnNames.map((name, column) => [name, column]))
  const added = new Map<number, Term[]>()
  const bounds: { column: number; term: Term; upper: number }[] = []
  const slackOf = (limit: Limit): number[] => {
    if (limit.family === 'demand') {
      const unserved = inputs.slices.map(
        ({ id }) => columnOf.get(`unserved.${limit.ownerId}.${limit.period}.${id}`)!,
      )
      for (const column of unserved) {
        relaxed.upper[column] = Number.POSITIVE_INFINITY
        relaxed.cost[column] = limit.weightMusd / inputs.slices.length
      }
      return unserved
    }
    const slack = relaxed.variable(`slack.${limit.family}.${limit.ownerId}.${limit.period}`, limit.unit, {
      cost: limit.weightMusd,
    })
    const add = (row: number, factor: number) => added.set(row, [...(added.get(row) ?? []), [factor, slack]])
    for (const { index, factor } of limit.rowsUp) add(index, -factor)
    for (const { index, factor } of limit.rowsDown) add(index, factor)
    for (const { index, factor } of limit.columns) {
      bounds.push({ column: index, term: [-factor, slack], upper: own.upper[index]! })
      relaxed.upper[index] = Number.POSITIVE_INFINITY
    }
    return [slack]
  }
  const limits = listLimits(formulation).filter((limit) => isElastic(limit, formulation))
  const groups = [...Map.groupBy(limits, ({ family, ownerId }) => `${family} ${ownerId}`).values()].map(
    (members) => {
      const { family, ownerId, siteId, unit, weightMusd } = members[0]!
      const slacks = members.map((limit) => ({ period: limit.period, columns: slackOf(limit) }))
      return {
        family,
        ownerId,
        siteId,
        unit,
        slacks,
        weightMusd,
        demandMTokS: demandOf(family, ownerId, formulation),
      }
    },
  )
  copyRows(own, relaxed, added)
  for (const { column, term, upper } of bounds)
    relaxed.atMost(
      `bound.${own.columnNames[column]}`,
      own.columnUnits[column]!,
      [[1, column as Column], term],
      upper,
    )
  return { problem: relaxed, groups }
}

function demandOf(family: LimitFamily, ownerId: string, { inputs }: Formulation): number {
  if (family !== 'demand') return 0
  const group = inputs.groups.find(({ id }) => id === ownerId)
  return (group?.demandMTokS ?? []).flat().reduce((sum, own) => sum + own, 0)
}

function copyRows(own: Problem, relaxed: Problem, added: ReadonlyMap<number, readonly Term[]>): void {
  const dropped = new Set(listImpliedRows(own))
  own.rowNames.forEach((name, row) => {
    if (dropped.has(row)) return
    const terms: Term[] = [...(added.get(row) ?? [])]
    for (let k = own.rowStarts[row]!; k < own.rowStarts[row + 1]!; k++)
      terms.push([own.values[k]!, own.indices[k]! as Column])
    relaxed.constrain(name, own.rowUnits[row]!, terms, own.rowLower[row]!, own.rowUpper[row]!)
  })
}
