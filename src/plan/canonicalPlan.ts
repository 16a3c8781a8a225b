import { readPlanDefaults } from './planDefaults.ts'
import type { Plan } from './schema/plan.ts'

type Path = readonly (string | number)[]
/** Fields that files once had to state: they stay in the text, so that it is what it was. */
const STATED = new Set([
  ...['demand', 'models', 'accelerators', 'distribution', 'routing', 'routing.utilisationCap'],
])
/** What earlier versions wrote into every plan that said nothing. */
const ONCE_DEFAULT: Readonly<Record<string, unknown>> = { 'solver.timeLimitS': 120 }
let defaults: ((path: Path) => unknown) | undefined

/**
 * What a solve depends on, as JSON with sorted keys and no blanks: plans that differ only in id, name, description,
 * goals, provenance, the currency shown, tax or debt give equal text. What equals its default is left out, so that a
 * field that a later version adds does not make the results of older plans stale.
 */
export function canonicalPlanText(plan: Plan): string {
  const { id: _id, name: _name, description: _description, goals: _goals, ...rest } = plan
  const { provenance: _provenance, currency: _currency, ...inputs } = rest
  const { tax: _tax, debt: _debt, ...finance } = inputs.finance
  return JSON.stringify(stated({ ...inputs, finance }, []))
}

/** The value with sorted keys and without what its schema would fill in; undefined: nothing of it is left. */
function stated(value: unknown, path: Path): unknown {
  if (isDefault(value, path)) return undefined
  if (Array.isArray(value)) return value.map((own, at) => stated(own, [...path, at]))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => [key, stated(own, [...path, key])] as const)
    .filter(([, own]) => own !== undefined)
  const own = Object.fromEntries(entries)
  return isDefault(own, path) ? undefined : own
}

function isDefault(value: unknown, path: Path): boolean {
  if (STATED.has(path.join('.'))) return false
  defaults ??= readPlanDefaults()
  const own = defaults(path) ?? ONCE_DEFAULT[path.join('.')]
  return own !== undefined && JSON.stringify(own) === JSON.stringify(value)
}
