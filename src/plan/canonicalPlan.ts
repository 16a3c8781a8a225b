import type { Plan } from './schema/plan.ts'

/**
 * What a solve depends on, as JSON with sorted keys and no blanks: plans that differ only in id, name or description
 * give equal text.
 */
export function canonicalPlanText(plan: Plan): string {
  const { id: _id, name: _name, description: _description, ...inputs } = plan
  return JSON.stringify(sorted(inputs))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, own]) => own !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, own]) => [key, sorted(own)]),
  )
}
