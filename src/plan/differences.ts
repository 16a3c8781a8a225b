import { fieldOf, itemAt, pathSteps } from './pathSteps.ts'
import type { Plan } from './schema/plan.ts'

/** One value of a plan; numbers or words that a field has several of are one value. */
export type InputValue = string | number | boolean | readonly (string | number)[]

/** One value in which plans differ: its path, and what each plan says (undefined: it has no such value). */
export interface Difference {
  readonly path: string
  readonly values: readonly (InputValue | undefined)[]
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
    .filter(({ values: [first, ...others] }) => others.some((value) => !isSameInput(value, first)))
}

export function isSameInput(one: InputValue | undefined, other: InputValue | undefined): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))
}

/** A value as the plan's file has it, several parted by commas. */
export const plainInput = (value: InputValue): string =>
  typeof value === 'object' ? value.join(', ') : String(value)

/** Where a value of a plan comes from: its own provenance, else the note that stands nearest above it. */
export function sourceAt(plan: Plan, path: string): string {
  const own = plan.provenance[path]
  if (own) return [own.source, own.date, own.grade && `(${own.grade})`].filter(Boolean).join(' ')
  let place: unknown = plan
  let note = ''
  for (const { key, isItem } of pathSteps(path)) {
    if (typeof place !== 'object' || place === null) break
    place = isItem ? itemAt(place, key) : fieldOf(place, key)
    const found = fieldOf(place, 'note')
    if (typeof found === 'string') note = found
  }
  return note
}

function flatten(value: unknown, path = '', into = new Map<string, InputValue>()): Map<string, InputValue> {
  if (Array.isArray(value)) {
    if (isOfValues(value)) return value.length === 0 ? into : into.set(path, value as (string | number)[])
    for (const [index, item] of value.entries()) flatten(item, `${path}[${nameOf(item) ?? index}]`, into)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, own] of Object.entries(value)) flatten(own, path === '' ? key : `${path}.${key}`, into)
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    into.set(path, value)
  return into
}

/** Whether a list is of numbers or words, and not of things. */
const isOfValues = (list: readonly unknown[]): boolean =>
  list.every((own) => typeof own === 'number' || typeof own === 'string')

function nameOf(item: unknown): string | undefined {
  const id = fieldOf(item, 'id')
  return typeof id === 'string' ? id : undefined
}
