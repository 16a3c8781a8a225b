/** Sums by column of which few are other than none, in memory of its own that is used again and again. */
export class SparseSums {
  readonly #sums: Float64Array
  readonly #sizes: Float64Array
  #touched: number[] = []

  constructor(columns: number) {
    this.#sums = new Float64Array(columns)
    this.#sizes = new Float64Array(columns)
  }

  /** `value`: not 0. */
  add(column: number, value: number): void {
    if (this.#sizes[column] === 0) this.#touched.push(column)
    this.#sums[column]! += value
    this.#sizes[column]! += Math.abs(value)
  }

  /** Each column added to, in the order of the first time, with the sum of absolute values; then there are none. */
  drain(visit: (column: number, sum: number, size: number) => void): void {
    const [touched, sums, sizes] = [this.#touched, this.#sums, this.#sizes]
    this.#touched = []
    for (const column of touched) {
      const [sum, size] = [sums[column]!, sizes[column]!]
      sums[column] = 0
      sizes[column] = 0
      visit(column, sum, size)
    }
  }
}
