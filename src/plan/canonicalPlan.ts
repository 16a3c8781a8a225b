import type { Plan } from './schema/plan.ts'

/** JSON with sorted keys and no blanks: equal plans give equal text. */
export function canonicalPlanText(plan: Plan): string {
  return JSON.stringify(sorted(plan))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, own]) => own !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, own]) => [key, sorted(own)]),
  )
}
