import type { Plan } from '../../../plan/schema/plan.ts'

/** Steps of a path with ids, as in `sites[ash].power.gridLimitMw`. */
function stepsOf(path: string): { readonly key: string; readonly isItem: boolean }[] {
  return [...path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map(([, item, key]) => ({
    key: item ?? key!,
    isItem: item !== undefined,
  }))
}

/**
 * Gives a plan the value that another has at a path. A thing that the plan does not have comes whole; a value or
 * thing that the other does not have goes.
 */
export function takeValue(draft: Plan, from: Plan, path: string): void {
  let target: unknown = draft
  let source: unknown = from
  const steps = stepsOf(path)
  for (const [index, { key, isItem }] of steps.entries()) {
    const isLast = index === steps.length - 1
    const inSource = isItem ? find(source, key) : read(source, key)
    const inTarget = isItem ? find(target, key) : read(target, key)
    if (isLast || inSource === undefined || inTarget === undefined) {
      if (isItem) putItem(target, key, inSource)
      else putKey(target, key, inSource)
      return
    }
    source = inSource
    target = inTarget
  }
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** By id; by place where things have none. */
function find(list: unknown, key: string): unknown {
  return Array.isArray(list) ? list[placeOf(list, key)] : undefined
}

function placeOf(list: readonly unknown[], key: string): number {
  const at = list.findIndex((own) => read(own, 'id') === key)
  return at >= 0 || !/^\d+$/.test(key) ? at : Number(key)
}

function putKey(target: unknown, key: string, value: unknown): void {
  if (typeof target !== 'object' || target === null) return
  if (value === undefined) Reflect.deleteProperty(target, key)
  else Reflect.set(target, key, structuredClone(value))
}

function putItem(target: unknown, key: string, value: unknown): void {
  if (!Array.isArray(target)) return
  const at = placeOf(target, key)
  const isThere = at >= 0 && at < target.length
  if (value === undefined) {
    if (isThere) target.splice(at, 1)
  } else if (isThere) target[at] = structuredClone(value)
  else target.push(structuredClone(value))
}
