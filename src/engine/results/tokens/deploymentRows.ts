import type { DeploymentRow } from '../../../plan/result/work.ts'
import type { Reader } from '../reader.ts'
import { bySlice } from './bySlice.ts'

/** Where models with a licence or a least number of replicas are deployed, and what stands ready for them. */
export function deploymentRows(reader: Reader): DeploymentRow[] {
  const { inputs, deployments } = reader.formulation
  return deployments.deployed.flatMap(({ siteIndex, modelId, columns }) =>
    inputs.periods.flatMap((period, t) => {
      if (reader.at(columns[t]!) < 0.5) return []
      const held = deployments.held.filter((own) => own.siteIndex === siteIndex && own.modelId === modelId)
      return [
        {
          period: period.label,
          siteId: inputs.plan.sites[siteIndex]!.id,
          modelId,
          heldUnitsBySlice: Object.fromEntries(
            held.map((own) => [
              inputs.plan.accelerators[own.acceleratorIndex]!.id,
              bySlice(reader, own.columns[t]!),
            ]),
          ),
        },
      ]
    }),
  )
}
