import { getArchetype } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { SECONDS_PER_DAY } from '../../plan/units.ts'
import { listLabels } from './calendar.ts'
import { growUnits } from './growUnits.ts'
import { offsetH, weekShape } from './weekShape.ts'

/** Demand of one archetype in one region that falls into one class. */
export interface Stream {
  readonly classId: string
  readonly regionId: string
  readonly isPrivate: boolean
  readonly isComplex: boolean
  readonly ttftMs: number
  /** Busiest minute over its hour. */
  readonly burst: number
  readonly outputShare: number
  /** Of the input tokens. */
  readonly cacheHitShare: number
  /** Input and output tokens of one call. */
  readonly tokensPerCall: number
  /** Seconds that a call holds its place in a batch when tokens come no faster than they must. */
  readonly holdingS: number
  /** [period] tokens per second, mean of the week. */
  readonly meanTokS: readonly number[]
  /** [period][hour of the week from Monday 0 h UTC] over the mean. */
  readonly shape: readonly (readonly number[])[]
}

/** The plan's demand, from the archetypes up: archetype x region x complexity x privacy. */
export function listStreams(plan: Plan, catalog: Catalog): Stream[] {
  return plan.demand.flatMap((demand) => {
    const archetype = getArchetype(catalog, demand.archetypeId)
    const input = demand.inputTokensPerCall ?? archetype.inputTokensPerCall
    const output = demand.outputTokensPerCall ?? archetype.outputTokensPerCall
    const tasks = demand.tasksPerUnitDay ?? archetype.tasksPerUnitDay
    const calls = tasks * (demand.callsPerTask ?? archetype.callsPerTask)
    const quarters = listLabels(plan)
    const units = growUnits(demand, quarters)
    const burst = (demand.intrahourPeak ?? archetype.peakFactorIntrahour) * demand.eventFactor
    const complex = demand.complexShare ?? archetype.complexShare
    const hidden = demand.privacyShare ?? archetype.privacyShare
    const kinds = [
      { isComplex: false, isPrivate: false, share: (1 - complex) * (1 - hidden) },
      { isComplex: false, isPrivate: true, share: (1 - complex) * hidden },
      { isComplex: true, isPrivate: false, share: complex * (1 - hidden) },
      { isComplex: true, isPrivate: true, share: complex * hidden },
    ]
    return plan.regions.flatMap((region) => {
      const inRegion = demand.regionShares[region.id] ?? 0
      if (inRegion === 0) return []
      const own = demand.profile ?? archetype.profileId
      const shape = quarters.map((label) => weekShape(catalog, own, offsetH(region, label)))
      return kinds
        .filter(({ share }) => share > 0)
        .map(({ isComplex, isPrivate, share }) => ({
          classId: `${archetype.latencyClass}-${isComplex ? 'complex' : 'simple'}${isPrivate ? '-private' : ''}`,
          regionId: region.id,
          isPrivate,
          isComplex,
          ttftMs: demand.ttftMs ?? archetype.ttftMsP95,
          burst,
          outputShare: output / (input + output),
          cacheHitShare: plan.routing.stickyShare * (demand.cacheHitShare ?? archetype.cacheHitShare),
          tokensPerCall: input + output,
          holdingS: (output * (demand.tpotMs ?? archetype.tpotMs)) / 1000,
          meanTokS: units.map((n) => ((n * inRegion * calls) / SECONDS_PER_DAY) * (input + output) * share),
          shape,
        }))
    })
  })
}
