/** A column of the problem, by position. */
export type Column = number & { readonly kind: 'column' }
/** A row of the problem, by position. */
export type Row = number & { readonly kind: 'row' }
/** coefficient x column, summed. */
export type Term = readonly [coefficient: number, column: Column]

interface ColumnOptions {
  readonly lower?: number
  readonly upper?: number
  /** Million USD (present value) per unit. */
  readonly cost?: number
  readonly isInteger?: boolean
}

/**
 * A mixed-integer linear problem with named, unit-carrying columns and rows: minimise cost in million USD.
 *
 * Layers add to it and keep the handles; nothing here knows what a layer is. Units are kept so that an
 * exported problem can be read, and coefficients are chosen in MW, Mtok/s, units and M$ so that they stay
 * within 1e-4..1e5 without scaling.
 */
export class Problem {
  readonly columnNames: string[] = []
  readonly columnUnits: string[] = []
  readonly lower: number[] = []
  readonly upper: number[] = []
  readonly cost: number[] = []
  readonly isInteger: boolean[] = []
  readonly rowNames: string[] = []
  readonly rowUnits: string[] = []
  readonly rowLower: number[] = []
  readonly rowUpper: number[] = []
  readonly rowStarts: number[] = [0]
  readonly indices: number[] = []
  readonly values: number[] = []
  /** By column: where it last stood in a row, which may be no more. */
  #places = new Int32Array(0)

  variable(name: string, unit: string, options: ColumnOptions = {}): Column {
    const { lower = 0, upper = Number.POSITIVE_INFINITY, cost = 0, isInteger = false } = options
    if (!(lower <= upper)) throw new Error(`${name}: lower bound ${lower} above upper bound ${upper}`)
    this.columnNames.push(name)
    this.columnUnits.push(unit)
    this.lower.push(lower)
    this.upper.push(upper)
    this.cost.push(cost)
    this.isInteger.push(isInteger)
    return (this.columnNames.length - 1) as Column
  }

  addCost(column: Column, cost: number): void {
    this.cost[column] = (this.cost[column] ?? 0) + cost
  }

  /** lower <= sum of terms <= upper. Terms on the same column are added up. */
  constrain(name: string, unit: string, terms: readonly Term[], lower: number, upper: number): Row {
    const start = this.indices.length
    for (const [coefficient, column] of terms) this.#add(start, coefficient, column)
    this.#settle(start, name)
    this.rowStarts.push(this.indices.length)
    this.rowNames.push(name)
    this.rowUnits.push(unit)
    this.rowLower.push(lower)
    this.rowUpper.push(upper)
    return (this.rowNames.length - 1) as Row
  }

  /** A term of the row that begins at `start`. */
  #add(start: number, coefficient: number, column: Column): void {
    if (column >= this.#places.length) this.#makeRoom()
    const place = this.#places[column]!
    if (place >= start && this.indices[place] === column) {
      this.values[place]! += coefficient
      return
    }
    this.#places[column] = this.indices.length
    this.indices.push(column)
    this.values.push(coefficient)
  }

  #makeRoom(): void {
    const before = this.#places
    this.#places = new Int32Array(2 * this.columnNames.length)
    this.#places.set(before)
  }

  /** Leaves out what adds up to none. */
  #settle(start: number, name: string): void {
    let end = start
    for (let place = start; place < this.indices.length; place++) {
      const [column, coefficient] = [this.indices[place]!, this.values[place]!]
      if (!Number.isFinite(coefficient))
        throw new Error(`${name}: coefficient of ${this.columnNames[column]}`)
      if (coefficient === 0) continue
      this.indices[end] = column
      this.values[end++] = coefficient
    }
    this.indices.length = end
    this.values.length = end
  }

  atMost(name: string, unit: string, terms: readonly Term[], limit: number): Row {
    return this.constrain(name, unit, terms, Number.NEGATIVE_INFINITY, limit)
  }

  atLeast(name: string, unit: string, terms: readonly Term[], need: number): Row {
    return this.constrain(name, unit, terms, need, Number.POSITIVE_INFINITY)
  }

  equal(name: string, unit: string, terms: readonly Term[], value: number): Row {
    return this.constrain(name, unit, terms, value, value)
  }

  /** Takes back the rows from one on. */
  truncateRows(count: number): void {
    for (const list of [this.rowNames, this.rowUnits, this.rowLower, this.rowUpper]) list.length = count
    this.rowStarts.length = count + 1
    this.indices.length = this.rowStarts[count]!
    this.values.length = this.rowStarts[count]!
  }

  copy(): Problem {
    return Object.assign(new Problem(), {
      columnNames: this.columnNames.slice(),
      columnUnits: this.columnUnits.slice(),
      lower: this.lower.slice(),
      upper: this.upper.slice(),
      cost: this.cost.slice(),
      isInteger: this.isInteger.slice(),
      rowNames: this.rowNames.slice(),
      rowUnits: this.rowUnits.slice(),
      rowLower: this.rowLower.slice(),
      rowUpper: this.rowUpper.slice(),
      rowStarts: this.rowStarts.slice(),
      indices: this.indices.slice(),
      values: this.values.slice(),
    })
  }

  get size(): { rows: number; columns: number; integers: number; nonzeros: number } {
    return {
      rows: this.rowNames.length,
      columns: this.columnNames.length,
      integers: this.isInteger.filter(Boolean).length,
      nonzeros: this.values.length,
    }
  }
}

/** The same rows and columns with other bounds and costs. */
export function withBounds(
  problem: Problem,
  bounds: Partial<Pick<Problem, 'lower' | 'upper' | 'cost'>>,
): Problem {
  return Object.assign(new Problem(), problem, bounds)
}
