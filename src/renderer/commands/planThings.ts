import { findAccelerator, findModel } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Language } from '../../report/document.ts'
import { otherCatalogName, otherName } from '../../report/words/sayNames.ts'
import { thingNames } from '../../report/words/thingNames.ts'

/** Something of a plan that a planner looks for by name. */
export interface PlanThing {
  readonly kind: 'site' | 'accelerator' | 'model' | 'region'
  readonly id: string
  /** As screens call it. */
  readonly name: string
  /** What else it is called: its id, other spellings of the catalog, its name in the other language. */
  readonly also: readonly string[]
  /** Where in the plan it is said. */
  readonly path: readonly (string | number)[]
}

/** Sites, accelerators, models and regions of a plan, in this order. */
export function planThings(plan: Plan, catalog: Catalog, language: Language): PlanThing[] {
  const names = thingNames(plan, catalog, language)
  const thing = (
    kind: PlanThing['kind'],
    id: string,
    name: string,
    path: PlanThing['path'],
    aliases: readonly string[] = [],
  ): PlanThing => {
    return {
      kind,
      id,
      name,
      path,
      also: [id, otherName({ id, name }) ?? otherCatalogName(name) ?? '', ...aliases],
    }
  }
  return [
    ...plan.sites.map(({ id, name }, place) => thing('site', id, name, ['sites', place, 'name'])),
    ...plan.accelerators.map(({ id, catalogAcceleratorId }, place) => {
      const row = findAccelerator(catalog, catalogAcceleratorId)
      const path = ['accelerators', place, 'catalogAcceleratorId']
      return thing('accelerator', id, names.accelerator(id), path, row?.aliases)
    }),
    ...plan.models.map(({ id, catalogModelId }, place) => {
      const path = ['models', place, 'catalogModelId']
      return thing('model', id, names.model(id), path, findModel(catalog, catalogModelId)?.aliases)
    }),
    ...plan.regions.map(({ id, name }, place) => thing('region', id, name, ['regions', place, 'name'])),
  ]
}
