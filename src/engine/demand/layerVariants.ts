import type { PlanEdit } from '../../plan/planPath.ts'
import type { Plan } from '../../plan/schema/plan.ts'

/** The plan as it is, and without one thing that layers 6 and 5 do each. */
export const LAYER_VARIANTS = ['asItIs', 'withoutRouting', 'withoutWaiting', 'withoutPooling'] as const
export type LayerVariant = (typeof LAYER_VARIANTS)[number]

/**
 * What a variant changes: without routing every task goes to a model of the higher floor and there are no services of
 * two models; without waiting no work is put off; without pooling each region keeps to its nearest site.
 */
export function variantEdits(plan: Plan, variant: LayerVariant): PlanEdit[] {
  switch (variant) {
    case 'asItIs':
      return []
    case 'withoutRouting':
      return [
        { path: 'routing.smallModelsForSimpleTasks', value: false },
        { path: 'routing.services', value: [] },
      ]
    case 'withoutWaiting':
      return [
        { path: 'routing.deferrableHours.standard', value: 0 },
        { path: 'routing.deferrableHours.batch', value: 0 },
        ...Object.keys(plan.routing.deferrableHoursByClass).map((id) => ({
          ...{ path: `routing.deferrableHoursByClass.${id}`, value: 0 },
        })),
      ]
    case 'withoutPooling':
      return [{ path: 'routing.poolAcrossSites', value: false }]
    default:
      return variant satisfies never
  }
}
