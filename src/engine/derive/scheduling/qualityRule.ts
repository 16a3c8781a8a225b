import type { Plan } from '../../../plan/schema/plan.ts'
import type { Routing } from '../../../plan/schema/supply.ts'
import type { TaskClass } from '../inputs.ts'

/** Lowest quality that may serve a class: its own floor, else that of its complexity. */
export function qualityFloor(routing: Routing, taskClass: TaskClass): number {
  const needsStrong = taskClass.isComplex || !routing.smallModelsForSimpleTasks
  const id = needsStrong ? taskClass.id.replace('simple', 'complex') : taskClass.id
  return (
    routing.qualityFloorByClass[id] ??
    (needsStrong ? routing.qualityFloorComplex : routing.qualityFloorSimple)
  )
}

/** Does the class keep its floor on average? Without routing every task needs a model that keeps it. */
export function isAverage(routing: Routing, { id }: TaskClass): boolean {
  return (
    routing.smallModelsForSimpleTasks && (routing.qualityRuleByClass[id] ?? routing.qualityRule) === 'average'
  )
}

/** For every class that keeps its floor on average, one for each model and service that may take a part of it. */
export function classesByModel({ routing, models }: Plan, classes: readonly TaskClass[]): TaskClass[] {
  return classes
    .filter((own) => isAverage(routing, own))
    .flatMap((own) => [...models, ...routing.services].map(({ id }) => ({ ...own, modelId: id })))
}

/** Quality of a model or of a service of two. */
export function qualityOf({ models, routing }: Plan, modelId: string): number {
  return [...models, ...routing.services].find((own) => own.id === modelId)?.quality ?? 0
}
