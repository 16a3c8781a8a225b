import type { Plan } from './schema/plan.ts'

/** One value in which plans differ: its path, and what each plan says (undefined: it has no such value). */
export interface Difference {
  readonly path: string
  readonly values: readonly (string | undefined)[]
}

/** Every input in which not all plans agree; list items are matched by id, not by place. */
export function inputDifferences(plans: readonly Plan[]): Difference[] {
  const flat = plans.map((plan) => {
    const { id: _id, name: _name, description: _description, goals: _goals, ...rest } = plan
    const { provenance: _provenance, ...inputs } = rest
    return flatten(inputs)
  })
  const paths = [...new Set(flat.flatMap((own) => [...own.keys()]))]
  return paths
    .map((path) => ({ path, values: flat.map((own) => own.get(path)) }))
    .filter(({ values }) => values.some((value) => value !== values[0]))
}

/** Where a value of a plan comes from: its own provenance, else the note that stands nearest above it. */
export function sourceAt(plan: Plan, path: string): string {
  const own = plan.provenance[path]
  if (own) return [own.source, own.date, own.grade && `(${own.grade})`].filter(Boolean).join(' ')
  let place: unknown = plan
  let note = ''
  for (const [, item, key] of path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)) {
    if (typeof place !== 'object' || place === null) break
    place = Array.isArray(place)
      ? place.find((one, index) => nameOf(one) === item || String(index) === item)
      : Reflect.get(place, item ?? key!)
    const found: unknown =
      typeof place === 'object' && place !== null ? Reflect.get(place, 'note') : undefined
    if (typeof found === 'string') note = found
  }
  return note
}

function flatten(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) flatten(item, `${path}[${nameOf(item) ?? index}]`, into)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, own] of Object.entries(value)) flatten(own, path === '' ? key : `${path}.${key}`, into)
  } else if (value !== undefined) into.set(path, String(value))
  return into
}

function nameOf(item: unknown): string | undefined {
  const id: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, 'id') : undefined
  return typeof id === 'string' ? id : undefined
}
