import { findRttMs } from '../../../catalog/find.ts'
import type { Inputs, Refusal } from '../../../engine/derive/inputs.ts'
import { NETWORK_SHARE_OF_TTFT } from '../../../engine/derive/models/servingSpeeds.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { offerRttMs } from '../../../plan/tiers.ts'

/** One class of one region against one place. */
export interface EligibilityCell {
  readonly placeId: string
  readonly refusal: Refusal
  /** Round trip, and the longest that the class's tightest target leaves room for, ms. */
  readonly rttMs: number
  readonly mostRttMs: number
  /** The round trip is estimated from distance. */
  readonly isEstimate: boolean
}

export interface EligibilityRow {
  readonly classId: string
  readonly regionId: string
  readonly regionName: string
  readonly cells: readonly EligibilityCell[]
  /** No place may serve it. */
  readonly isStranded: boolean
}

/** Where every class of every region may be served: sites, leases and APIs in the order of the plan. */
export function eligibilityRows(
  { plan, classes, eligibility, rttMs, classCalls }: Inputs,
  catalog: Catalog,
): EligibilityRow[] {
  const { leases, apis } = plan.distribution
  return eligibility.map((item) => {
    const mostRttMs = classCalls[item.classIndex]!.ttftMs * NETWORK_SHARE_OF_TTFT
    const region = plan.regions[item.regionIndex]!
    const cell = (placeId: string, refusal: Refusal, ms: number, isEstimate = false) => ({
      ...{ placeId, refusal, mostRttMs, isEstimate },
      rttMs: ms,
    })
    const isMeasured = (latencyId: string | undefined) =>
      region.latencyId !== undefined &&
      latencyId !== undefined &&
      findRttMs(catalog, region.latencyId, latencyId) !== undefined
    const cells = [
      ...plan.sites.map(({ id, latencyId }, i) =>
        cell(id, item.sites[i]!, rttMs[item.regionIndex]![i]!, !isMeasured(latencyId)),
      ),
      ...leases.map((own, i) => cell(own.id, item.leases[i]!, own.rttMs)),
      ...apis.map((own, i) => cell(own.id, item.apis[i]!, offerRttMs(own))),
    ]
    return {
      classId: classes[item.classIndex]!.id,
      regionId: region.id,
      regionName: region.name,
      cells,
      isStranded: cells.every((own) => own.refusal !== null),
    }
  })
}
