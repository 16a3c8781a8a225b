/** A step of a path with ids: a field, or an item of a list by its id (by its place where items have none). */
export interface PathStep {
  readonly key: string
  readonly isItem: boolean
}

/** Steps of a path as in `sites[ash].power.gridLimitMw`. */
export function pathSteps(path: string): PathStep[] {
  return [...path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map(([, item, key]) => ({
    key: item ?? key!,
    isItem: item !== undefined,
  }))
}

/** The item of a list that a step names; undefined: there is none. */
export function itemAt(list: unknown, key: string): unknown {
  return Array.isArray(list) ? list[placeOf(list, key)] : undefined
}

/** By id; by place where things have none; -1: nowhere. */
export function placeOf(list: readonly unknown[], key: string): number {
  const at = list.findIndex((own) => fieldOf(own, 'id') === key)
  return at >= 0 || !/^\d+$/.test(key) ? at : Number(key)
}

export function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
