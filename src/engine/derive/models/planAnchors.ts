import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { AppFault, type InputFault } from '../../../plan/fault.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Anchor } from '../../throughput/anchors/anchorStep.ts'
import { toAnchors } from '../../throughput/import/toAnchors.ts'

/** The plan's own runs as points that speeds near them lean on. A run of what the catalog has not is a fault. */
export function planAnchors({ measurements }: Pick<Plan, 'measurements'>, catalog: Catalog): Anchor[] {
  const faults: InputFault[] = []
  const anchors = measurements.flatMap((run, index) => {
    try {
      return toAnchors([run], catalog)
    } catch (error) {
      if (!(error instanceof AppFault)) throw error
      for (const fault of error.faults)
        faults.push({ ...fault, path: `measurements[${index}].${fault.path}` })
      return []
    }
  })
  if (faults.length > 0) throw new AppFault('bad-input', 'A measured run is of what is not there', faults)
  return anchors
}
