import type { Catalog } from '../plan/catalog/catalog.ts'
import type { Plan } from '../plan/schema/plan.ts'
import { findAccelerator, findModel } from './find.ts'

/** What accelerators and models of a plan are called: by the catalog, with the id where two have the same name. */
export interface ProductNames {
  /** As in "NVIDIA B300 SXM"; an id that the plan does not have stays as it is. */
  readonly accelerator: (id: string) => string
  /** As in "gpt-oss-20b". */
  readonly model: (id: string) => string
}

export function productNames(plan: Pick<Plan, 'accelerators' | 'models'>, catalog: Catalog): ProductNames {
  const accelerators = namesOf(
    plan.accelerators.map(({ id, catalogAcceleratorId }) => {
      return { id, name: findAccelerator(catalog, catalogAcceleratorId)?.accelerator }
    }),
  )
  const models = namesOf(
    plan.models.map(({ id, catalogModelId }) => {
      return { id, name: findModel(catalog, catalogModelId)?.model }
    }),
  )
  return {
    accelerator: (id) => accelerators.get(id) ?? id,
    model: (id) => models.get(id) ?? id,
  }
}

function namesOf(
  things: readonly { readonly id: string; readonly name: string | undefined }[],
): Map<string, string> {
  const isAlone = (name: string): boolean => things.filter((own) => own.name === name).length === 1
  return new Map(
    things.map(({ id, name }) => [id, name === undefined ? id : isAlone(name) ? name : `${name} (${id})`]),
  )
}
