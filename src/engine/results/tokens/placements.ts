import type { Placement } from '../../../plan/result/work.ts'
import { TOKENS_PER_MTOK } from '../../../plan/units.ts'
import type { Busy } from '../../layers/models/serving.ts'
import type { Reader } from '../reader.ts'
import { bySlice } from './bySlice.ts'

/** Below this many units a value is solver noise. */
const NOISE = 1e-7

/** Units given to each class, at the site's peak slice, the model that serves it, and the tokens that flow there. */
export function placements(reader: Reader): Placement[] {
  const { inputs, serving, distribution } = reader.formulation
  return inputs.plan.sites.flatMap((site, siteIndex) =>
    inputs.periods.flatMap((period, t) => {
      const { peakSlice } = reader.site(siteIndex, t)
      const own = serving.busy.filter((busy) => busy.siteIndex === siteIndex)
      const canMTokS = (busy: Busy) =>
        reader.at(busy.columns[t]![peakSlice]!) *
        inputs.speed[busy.classIndex]![busy.acceleratorIndex]!.mTokSPerUnit
      const flowMTokS = (classIndex: number) =>
        distribution.toSites
          .filter((flow) => flow.placeIndex === siteIndex)
          .filter((flow) => flow.classIndex === classIndex)
          .reduce((sum, flow) => sum + reader.at(flow.columns[t]![peakSlice]!), 0)
      return own.flatMap((busy) => {
        const unitsBySlice = bySlice(reader, busy.columns[t]!)
        if (unitsBySlice.every((units) => units <= NOISE)) return []
        const units = reader.at(busy.columns[t]![peakSlice]!)
        const speed = inputs.speed[busy.classIndex]![busy.acceleratorIndex]!
        const all = own
          .filter((other) => other.classIndex === busy.classIndex)
          .reduce((sum, other) => sum + canMTokS(other), 0)
        return [
          {
            period: period.label,
            siteId: site.id,
            classId: inputs.classes[busy.classIndex]!.id,
            modelId: speed.modelId,
            acceleratorId: inputs.plan.accelerators[busy.acceleratorIndex]!.id,
            units,
            ...(speed.prefillShare > 0 ? { prefillUnits: units * speed.prefillShare } : {}),
            unitsBySlice,
            tokS: all > 0 ? (flowMTokS(busy.classIndex) * TOKENS_PER_MTOK * canMTokS(busy)) / all : 0,
          },
        ]
      })
    }),
  )
}
