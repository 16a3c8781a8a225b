/** Columns that say where a row's figures are from and what else it is called: read after the figures. */
const ASIDE = /^(?:aliases|notes?|export_restriction|estimated_fields|(?:\w+_)?(?:source|basis))$/

/** Heads and rows of a table of the catalog with its asides at the right end, where figures are not kept apart by them. */
export function asidesLast(lines: readonly (readonly string[])[]): {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
} {
  const [heads = [], ...rows] = lines
  const places = heads.map((_, place) => place)
  const isAside = (place: number): boolean => place > 0 && ASIDE.test(heads[place]!)
  const order = [...places.filter((place) => !isAside(place)), ...places.filter(isAside)]
  const inOrder = (line: readonly string[]): string[] => order.map((place) => line[place] ?? '')
  return { heads: inOrder(heads), rows: rows.map(inOrder) }
}

/** Places of the columns that hold numbers alone, which line up at the right. */
export function figureColumns(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): ReadonlySet<number> {
  const isFigure = (_: string, place: number): boolean => {
    const said = rows.map((row) => row[place] ?? '').filter((cell) => cell !== '')
    return said.length > 0 && said.every((cell) => Number.isFinite(Number(cell)))
  }
  return new Set(
    heads.map((head, place) => (isFigure(head, place) ? place : -1)).filter((place) => place > 0),
  )
}
