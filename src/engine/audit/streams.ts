import { getArchetype } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Demand } from '../../plan/schema/agents.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { weekShape } from './weekShape.ts'

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
  /** Input and output tokens of one call. */
  readonly tokensPerCall: number
  /** Seconds that a call holds its place in a batch when tokens come no faster than they must. */
  readonly holdingS: number
  /** [period] tokens per second, mean of the week. */
  readonly meanTokS: readonly number[]
  /** [hour of the week from Monday 0 h UTC] over the mean. */
  readonly shape: readonly number[]
}

const SECONDS_PER_DAY = 24 * 60 * 60

/** The plan's demand, from the archetypes up: archetype x region x complexity x privacy. */
export function listStreams(plan: Plan, catalog: Catalog): Stream[] {
  return plan.demand.flatMap((demand) => {
    const archetype = getArchetype(catalog, demand.archetypeId)
    const input = demand.inputTokensPerCall ?? archetype.inputTokensPerCall
    const output = demand.outputTokensPerCall ?? archetype.outputTokensPerCall
    const calls = (demand.tasksPerUnitDay ?? archetype.tasksPerUnitDay) * archetype.callsPerTask
    const units = growth(demand, plan.horizon.periods)
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
      const shape = weekShape(catalog, archetype.profileId, region.utcOffsetH)
      return kinds
        .filter(({ share }) => share > 0)
        .map(({ isComplex, isPrivate, share }) => ({
          classId: `${archetype.latencyClass}-${isComplex ? 'complex' : 'simple'}${isPrivate ? '-private' : ''}`,
          regionId: region.id,
          isPrivate,
          isComplex,
          ttftMs: archetype.ttftMsP95,
          burst: archetype.peakFactorIntrahour,
          outputShare: output / (input + output),
          tokensPerCall: input + output,
          holdingS: (output * archetype.tpotMs) / 1000,
          meanTokS: units.map((n) => ((n * inRegion * calls) / SECONDS_PER_DAY) * (input + output) * share),
          shape,
        }))
    })
  })
}

/** A logistic curve through two points saturates a quarter above the higher of them (the plan format's meaning). */
const SATURATION = 1.25

/** [period] units: straight in N, in log N or in log(K / N - 1) between the first period and the last. */
function growth({ unitsStart, unitsEnd, growth: curve }: Demand, periods: number): number[] {
  const saturation = SATURATION * Math.max(unitsStart, unitsEnd)
  const isCurved = unitsStart > 0 && unitsEnd > 0
  const straight = { to: (n: number) => n, back: (y: number) => y }
  const scale = !isCurved
    ? straight
    : {
        linear: straight,
        cagr: { to: Math.log, back: Math.exp },
        logistic: {
          to: (n: number) => Math.log(saturation / n - 1),
          back: (y: number) => saturation / (1 + Math.exp(y)),
        },
      }[curve]
  const first = scale.to(unitsStart)
  const step = periods > 1 ? (scale.to(unitsEnd) - first) / (periods - 1) : 0
  return Array.from({ length: periods }, (_, t) => scale.back(first + step * t))
}
