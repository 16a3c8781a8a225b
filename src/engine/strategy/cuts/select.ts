import type { Cut } from './rounding.ts'
import type { Found } from './separate.ts'

const MOST = 100
/** Cuts whose directions are as near as this say the same. */
const ALIKE = 0.9

/** The deepest cuts of which no two are alike. */
export function select(found: readonly Found[]): Found[] {
  const taken: { own: Found; norm: number; values: ReadonlyMap<number, number> }[] = []
  for (const own of found.toSorted((a, b) => b.depth - a.depth)) {
    if (taken.length === MOST) break
    const norm = Math.sqrt(own.cut.terms.reduce((sum, [value]) => sum + value ** 2, 0))
    const isAlike = taken.some((other) => product(own.cut, other.values) > ALIKE * norm * other.norm)
    if (isAlike) continue
    taken.push({ own, norm, values: new Map(own.cut.terms.map(([value, column]) => [column, value])) })
  }
  return taken.map(({ own }) => own)
}

function product({ terms }: Cut, values: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const [value, column] of terms) sum += value * (values.get(column) ?? 0)
  return sum
}
