import type { InputGroup } from './inputGroups.ts'

/** Cost of a plan and of a token of it. */
export interface Worth {
  /** Present value of all costs and penalties, million USD. */
  readonly costMusd: number
  readonly levelisedUsdPerMTok: number
}

export interface Part extends Worth {
  readonly group: InputGroup
}

/** Groups up to which every order is averaged (Shapley); beyond, the named order and its reverse. */
export const SHAPLEY_MOST = 3

export type Method = 'shapley' | 'both-orders'

export function methodFor(groups: readonly InputGroup[]): Method {
  return groups.length <= SHAPLEY_MOST ? 'shapley' : 'both-orders'
}

/** The orders in which the groups are changed one after another. */
export function orders(groups: readonly InputGroup[]): readonly (readonly InputGroup[])[] {
  if (methodFor(groups) === 'both-orders') return [groups, groups.toReversed()]
  if (groups.length <= 1) return [groups]
  return groups.flatMap((first) =>
    orders(groups.filter((own) => own !== first)).map((rest) => [first, ...rest]),
  )
}

/** What names a set of groups that have been changed. */
export function keyOf(groups: Iterable<InputGroup>): string {
  return [...groups].toSorted().join(' ')
}

/** Every mixture that has to be solved, the two plans themselves left out. */
export function mixturesFor(groups: readonly InputGroup[]): readonly ReadonlySet<InputGroup>[] {
  const found = new Map<string, ReadonlySet<InputGroup>>()
  for (const order of orders(groups))
    for (let count = 1; count < order.length; count++) {
      const mixture = new Set(order.slice(0, count))
      found.set(keyOf(mixture), mixture)
    }
  return [...found.values()]
}

/**
 * The part of each group in the difference of two plans: what changing it adds, mean over the orders. The steps of
 * each order lead from one plan to the other, so the parts sum to the whole.
 *
 *   part(g) = mean over orders of  worth(before g, and g) - worth(before g)
 */
export function attribute(groups: readonly InputGroup[], worthOf: (key: string) => Worth): readonly Part[] {
  const all = orders(groups)
  return groups.map((group) => {
    const steps = all.map((order) => {
      const before = order.slice(0, order.indexOf(group))
      return { from: worthOf(keyOf(before)), to: worthOf(keyOf([...before, group])) }
    })
    const mean = (pick: (worth: Worth) => number): number =>
      steps.reduce((sum, { from, to }) => sum + pick(to) - pick(from), 0) / steps.length
    return {
      group,
      costMusd: mean((worth) => worth.costMusd),
      levelisedUsdPerMTok: mean((worth) => worth.levelisedUsdPerMTok),
    }
  })
}
