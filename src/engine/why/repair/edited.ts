import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { findFaults } from '../../../plan/fault.ts'
import { editedPlan } from '../../../plan/planPath.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { deriveInputs } from '../../derive/deriveInputs.ts'
import { type Formulation, formulate } from '../../formulate.ts'
import type { Edits } from '../conflict/lack.ts'

/** The formulation of an edited plan; undefined where the edits make no plan. */
export function formulateEdited(plan: Plan, catalog: Catalog, edits: Edits): Formulation | undefined {
  let formulation: Formulation | undefined
  const faults = findFaults(() => {
    formulation = formulate(deriveInputs(editedPlan(plan, edits), catalog))
  })
  return faults.length === 0 ? formulation : undefined
}
