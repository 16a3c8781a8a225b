import type { Plan } from '../../plan/schema/plan.ts'
import type { Problem, ProblemCode } from './problem.ts'

/** Layers without which there is nothing to solve: what a plan begun from nothing still asks for, from the top. */
export function emptyLayers(plan: Plan): Problem[] {
  const { leases, apis, sales } = plan.distribution
  const isAsked = plan.demand.length > 0 || plan.training.length > 0 || sales.length > 0
  const hasPlace = plan.sites.length > 0 || leases.length > 0 || apis.length > 0
  const missing: readonly (readonly [boolean, ProblemCode, Problem['path']])[] = [
    [!isAsked, 'empty-demand', ['demand']],
    [plan.demand.length > 0 && plan.models.length === 0, 'empty-models', ['models']],
    [plan.sites.length > 0 && plan.accelerators.length === 0, 'empty-accelerators', ['accelerators']],
    [!hasPlace, 'empty-places', ['sites']],
  ]
  return missing.flatMap(([isMissing, code, path]) =>
    isMissing ? [{ severity: 'error' as const, code, path, item: '', values: [] }] : [],
  )
}
