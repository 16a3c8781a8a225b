const FIRST = 256

/**
 * Columns and activities of rows with coefficients, each measured from one of its ends so that it is never negative. A list in
 * memory of its own: a round of cuts goes through some millions of them.
 */
export class Parts {
  length = 0
  /** A column by its position, a row by -1 less its own. */
  index = new Int32Array(FIRST)
  coefficient = new Float64Array(FIRST)
  /** The end it is measured from. */
  from = new Float64Array(FIRST)
  /** 1 up from the lower end, -1 down from the upper. */
  direction = new Int8Array(FIRST)
  /** Most it may be. */
  most = new Float64Array(FIRST)

  clear(): void {
    this.length = 0
  }

  push(index: number, coefficient: number, from: number, direction: 1 | -1, most: number): void {
    if (this.length === this.index.length) this.#grow()
    const at = this.length++
    this.index[at] = index
    this.coefficient[at] = coefficient
    this.from[at] = from
    this.direction[at] = direction
    this.most[at] = most
  }

  #grow(): void {
    const size = 2 * this.index.length
    this.index = enlarged(this.index, new Int32Array(size))
    this.coefficient = enlarged(this.coefficient, new Float64Array(size))
    this.from = enlarged(this.from, new Float64Array(size))
    this.direction = enlarged(this.direction, new Int8Array(size))
    this.most = enlarged(this.most, new Float64Array(size))
  }
}

function enlarged<T extends { set(values: T): void }>(before: T, next: T): T {
  next.set(before)
  return next
}
