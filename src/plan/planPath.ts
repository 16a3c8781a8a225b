import { z } from 'zod'
import { AppFault } from './fault.ts'
import { readPlan } from './readPlan.ts'
import type { Plan } from './schema/plan.ts'

/**
 * A change of one value of a plan, or of the same value of many: `sites[0].power.gridLimitMw`, `sites[ash].…` by id,
 * `sites[*].…` for all. Exactly one of value, times and plus; a null value takes an optional one away.
 */
export const PlanEdit = z
  .strictObject({
    path: z.string().min(1),
    value: z
      .union([z.number(), z.string(), z.boolean(), z.null(), z.array(z.union([z.number(), z.string()]))])
      .optional(),
    times: z.number().optional(),
    plus: z.number().optional(),
  })
  .refine(
    ({ value, times, plus }) => [value, times, plus].filter((own) => own !== undefined).length === 1,
    'exactly one of value, times and plus',
  )
export type PlanEdit = z.infer<typeof PlanEdit>

type Key = string | number

/** Keys of every value that a path names; throws where it names none. */
export function findPaths(plan: Plan, path: string): Key[][] {
  const steps = path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? []
  let found: { keys: Key[]; value: unknown }[] = [{ keys: [], value: plan }]
  steps.forEach((step, place) => {
    const isLast = place === steps.length - 1
    found = found.flatMap(({ keys, value }) =>
      stepInto(value, step, isLast).map((key) => ({ keys: [...keys, key], value: childOf(value, key) })),
    )
  })
  if (found.length === 0 || steps.length === 0) throw badPath(path)
  return found.map(({ keys }) => keys)
}

/** A path with ids in the place of numbers, so that it survives a change of order: `sites[ash].power.gridLimitMw`. */
export function idPath(plan: Plan, path: readonly Key[]): string {
  let text = ''
  let place: unknown = plan
  for (const key of path) {
    place = childOf(place, key)
    const id: unknown = typeof key === 'number' ? childOf(place, 'id') : undefined
    text += typeof key === 'number' ? `[${typeof id === 'string' ? id : key}]` : `${text && '.'}${key}`
  }
  return text
}

/** The one number at a path; undefined where the plan leaves it to the catalog. */
export function readNumberAt(plan: Plan, path: string): number | undefined {
  const [keys] = findPaths(plan, path)
  const value = keys!.reduce<unknown>(childOf, plan)
  if (value === undefined || typeof value === 'number') return value
  throw new AppFault('bad-input', 'A path does not lead to a number', [
    { path, value, expected: 'the path of a number, as in sites[0].power.gridLimitMw' },
  ])
}

/** The plan with its values changed, checked as any plan is. */
export function editedPlan(plan: Plan, edits: readonly PlanEdit[]): Plan {
  const draft: Plan = structuredClone(plan)
  for (const edit of edits) for (const keys of findPaths(draft, edit.path)) applyEdit(draft, keys, edit)
  return readPlan(draft)
}

function applyEdit(draft: Plan, keys: readonly Key[], { path, value, times, plus }: PlanEdit): void {
  const holder = keys.slice(0, -1).reduce<unknown>(childOf, draft)
  const last = keys.at(-1)!
  if (typeof holder !== 'object' || holder === null) throw badPath(path)
  if (value === null) Reflect.deleteProperty(holder, last)
  else if (value !== undefined) Reflect.set(holder, last, value)
  else {
    const before = Reflect.get(holder, last)
    if (typeof before !== 'number') {
      throw new AppFault('bad-input', 'There is no number to change', [
        {
          path,
          value: before,
          expected: 'a number in the plan; give the value itself where the catalog has it',
        },
      ])
    }
    Reflect.set(holder, last, times === undefined ? before + (plus ?? 0) : before * times)
  }
}

function stepInto(value: unknown, step: string, isLast: boolean): Key[] {
  const bracket = /^\[(.*)\]$/.exec(step)?.[1]
  if (bracket === undefined) {
    const isThere = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isThere && (isLast || Object.hasOwn(value, step)) ? [step] : []
  }
  if (bracket === '*') return Array.isArray(value) ? [...value.keys()] : []
  if (!Array.isArray(value)) return []
  if (/^\d+$/.test(bracket)) return Number(bracket) < value.length ? [Number(bracket)] : []
  const index = value.findIndex((item: unknown) => childOf(item, 'id') === bracket)
  return index < 0 ? [] : [index]
}

function childOf(value: unknown, key: Key): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function badPath(path: string): AppFault {
  return new AppFault('bad-input', 'A path leads nowhere in this plan', [
    {
      path,
      value: undefined,
      expected: 'a path such as sites[ash].power.gridLimitMw or sites[*].power.energyUsdPerMwh',
    },
  ])
}

/** Paths of every number that a plan states, its lists by id; first those of all items of a list at once. */
export function listNumberPaths(plan: Plan): string[] {
  const found: string[] = []
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'number') found.push(path)
    else if (Array.isArray(value))
      for (const [index, own] of value.entries()) walk(own, `${path}[${String(childOf(own, 'id') ?? index)}]`)
    else if (typeof value === 'object' && value !== null)
      for (const [key, own] of Object.entries(value)) walk(own, path === '' ? key : `${path}.${key}`)
  }
  walk(plan, '')
  const own = found.filter((path) => !path.startsWith('schemaVersion'))
  const ofAll = own.flatMap((path) => {
    const all = path.replace(/^(\w+)\[[^\]]+\]/, '$1[*]')
    return all === path ? [] : [all]
  })
  return [...new Set([...ofAll, ...own])]
}
