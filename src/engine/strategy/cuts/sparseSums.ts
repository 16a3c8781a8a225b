/** Sums by column of which few are other than none, in memory of its own that is used again and again. */
export class SparseSums {
  readonly #sums: Float64Array
  readonly #sizes: Float64Array
  readonly #touched: Int32Array
  #count = 0

  constructor(columns: number) {
    this.#sums = new Float64Array(columns)
    this.#sizes = new Float64Array(columns)
    this.#touched = new Int32Array(columns)
  }

  /** `value`: not 0. */
  add(column: number, value: number): void {
    if (this.#sizes[column] === 0) this.#touched[this.#count++] = column
    this.#sums[column]! += value
    this.#sizes[column]! += Math.abs(value)
  }

  /** Columns added to; read them by {@link columnAt}. */
  get count(): number {
    return this.#count
  }

  /** In the order of the first time. */
  columnAt(k: number): number {
    return this.#touched[k]!
  }

  sumOf(column: number): number {
    return this.#sums[column]!
  }

  /** Sum of absolute values. */
  sizeOf(column: number): number {
    return this.#sizes[column]!
  }

  clear(): void {
    for (let k = 0; k < this.#count; k++) {
      const column = this.#touched[k]!
      this.#sums[column] = 0
      this.#sizes[column] = 0
    }
    this.#count = 0
  }
}
