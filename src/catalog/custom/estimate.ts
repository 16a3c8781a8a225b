/** Values of a custom row with the rule of each that its planner did not give. */
export class Estimates {
  readonly #rules: { readonly column: string; readonly rule: string }[] = []

  /** The given value; else what the rule makes of a relative, which is noted. */
  take<T>(column: string, given: T | undefined, rule: string, estimate: () => T): T {
    if (given !== undefined) return given
    const value = estimate()
    if (value !== null) this.#rules.push({ column, rule })
    return value
  }

  /** Takes values as the row of this id has them where they are not given. */
  sameAs(id: string) {
    return <T>(column: string, given: T | undefined, of: T): T =>
      this.take<T>(column, given, `as ${id}`, () => of)
  }

  /** Columns that were estimated, as the files spell them. */
  get fields(): string[] {
    return this.#rules.map(({ column }) => column)
  }

  /** One sentence an estimate. */
  get notes(): string | null {
    if (this.#rules.length === 0) return null
    return `Estimated: ${this.#rules.map(({ column, rule }) => `${column} ${rule}`).join('; ')}.`
  }
}

/** The row nearest by logarithms of its figures; figures that are not known do not count. */
export function nearest<T>(
  rows: readonly T[],
  figuresOf: (row: T) => readonly (number | null | undefined)[],
  wanted: readonly (number | null | undefined)[],
): T | undefined {
  const distance = (row: T) =>
    figuresOf(row).reduce<number>((sum, own, index) => {
      const other = wanted[index]
      return own && other ? sum + Math.log(own / other) ** 2 : sum
    }, 0)
  return rows.toSorted((a, b) => distance(a) - distance(b))[0]
}

/** Three significant digits: an estimate carries no more. */
export function rough(value: number): number {
  return Number(value.toPrecision(3))
}
