import type { Inputs } from '../../derive/inputs.ts'
import type { Problem } from '../../problem/problem.ts'
import type { Limit, Moved } from './limits.ts'

/** Finds rows and columns by the names that the layers gave. */
export class Names {
  readonly #rows: ReadonlyMap<string, number>
  readonly #columns: ReadonlyMap<string, number>

  constructor({ rowNames, columnNames }: Problem) {
    this.#rows = new Map(rowNames.map((name, index) => [name, index]))
    this.#columns = new Map(columnNames.map((name, index) => [name, index]))
  }

  rows(names: readonly string[], factor = 1): Moved[] {
    return find(this.#rows, names, factor)
  }

  columns(names: readonly string[], factor = 1): Moved[] {
    return find(this.#columns, names, factor)
  }
}

function find(all: ReadonlyMap<string, number>, names: readonly string[], factor: number): Moved[] {
  return names.flatMap((name) => {
    const index = all.get(name)
    return index === undefined ? [] : [{ index, factor }]
  })
}

/** A limit with what most have left out. */
export type Draft = Omit<Limit, 'rowsUp' | 'rowsDown' | 'columns' | 'weightMusd'> &
  Partial<Pick<Limit, 'rowsUp' | 'rowsDown' | 'columns' | 'weightMusd'>>

export const PER_THOUSAND = 1 / 1000

/** A limit is by the year; of a last year that is cut short, so much of it. */
export function yearShareFrom(periods: Inputs['periods'], index: number): number {
  return Math.min(
    1,
    periods.slice(index).reduce((sum, period) => sum + period.lengthYears, 0),
  )
}
