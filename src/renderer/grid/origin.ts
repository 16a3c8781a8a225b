import { readPlanDefaults } from '../../plan/planDefaults.ts'
import type { Provenance } from '../../plan/schema/goals.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { type CatalogValue, type Field, type Path, readAt, toPath } from './field.ts'

let defaults: ReturnType<typeof readPlanDefaults> | undefined

/** What a value is where the plan's file says nothing; undefined: there is no such default. */
export function defaultAt(path: Path): unknown {
  defaults ??= readPlanDefaults()
  return defaults(path)
}

/** Whether a value is another than what would hold without it. */
export function isChanged(field: Field, value: unknown, standard: unknown): boolean {
  if (standard !== undefined) return JSON.stringify(value) !== JSON.stringify(standard)
  return field.isOptional === true && field.fallback !== undefined && value !== undefined
}

/** Whether a value is another than the catalog's, beyond what rounding makes of it. */
export function isOverride(value: unknown, { value: own }: CatalogValue): boolean {
  return typeof value !== 'number' || Math.abs(value - own) > 1e-9 * Math.abs(own)
}

/** Where a value comes from: its own provenance, else the note of the thing that has it. */
export function originOf(plan: Plan, list: Path, row: unknown, field: Field, own: Provenance | undefined) {
  const above = toPath(field.path).slice(0, -1)
  const notes = above.map((_, index) => readAt(row, [...above.slice(0, above.length - index), 'note']))
  const note = [...notes, readAt(row, ['note']), readAt(plan, [...list, 'note'])].find(
    (text) => typeof text === 'string',
  )
  return { own, note: typeof note === 'string' ? note : '' }
}
