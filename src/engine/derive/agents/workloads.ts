import { getArchetype, hourlyProfile } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Demand } from '../../../plan/schema/agents.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { MS_PER_SECOND, SECONDS_PER_DAY } from '../../../plan/units.ts'
import { checkGrowth, unitsByPeriod } from '../../demand/growth.ts'
import { type WeekShape, weekOfDays, weekOfProfile } from '../../demand/profile.ts'
import type { ClassCalls, LatencyClass, TaskClass } from '../inputs.ts'
import { listPeriods } from '../periods.ts'
import type { TokenMix } from './tokenMix.ts'

/** One line of demand with the archetype's values and the plan's overrides resolved. */
export interface Workload {
  readonly id: string
  readonly latency: LatencyClass
  readonly inputTokens: number
  readonly outputTokens: number
  /** Share of the input found in the prefix cache: the archetype's x the sticky share. */
  readonly cacheHitShare: number
  readonly ttftMs: number
  readonly tpotMs: number
  readonly complexShare: number
  readonly privacyShare: number
  /** [period] tokens per second, input (cached too) and output, mean over the week. */
  readonly tokS: readonly number[]
  readonly regionShares: Readonly<Record<string, number>>
  readonly shape: WeekShape
  /** Busiest minute over its hour, of an event where one is planned for. */
  readonly intrahourPeak: number
}

export function listWorkloads(plan: Plan, catalog: Catalog): Workload[] {
  const quarters = listPeriods(plan).map((period) => period.label)
  return plan.demand.map((demand, index) => {
    checkGrowth(demand, quarters, `demand[${index}]`)
    return toWorkload(catalog, demand, quarters, plan.routing.stickyShare)
  })
}

/** Tokens that one unit of a line of demand asks for in a day, input (cached too) and output: tasks x calls x tokens. */
export function tokensPerUnitDay(catalog: Catalog, demand: Demand): number {
  const archetype = getArchetype(catalog, demand.archetypeId)
  const tasks = demand.tasksPerUnitDay ?? archetype.tasksPerUnitDay
  const calls = tasks * (demand.callsPerTask ?? archetype.callsPerTask)
  const input = demand.inputTokensPerCall ?? archetype.inputTokensPerCall
  return calls * (input + (demand.outputTokensPerCall ?? archetype.outputTokensPerCall))
}

function toWorkload(
  catalog: Catalog,
  demand: Demand,
  quarters: readonly string[],
  stickyShare: number,
): Workload {
  const archetype = getArchetype(catalog, demand.archetypeId)
  const inputTokens = demand.inputTokensPerCall ?? archetype.inputTokensPerCall
  const outputTokens = demand.outputTokensPerCall ?? archetype.outputTokensPerCall
  const perUnitDay = tokensPerUnitDay(catalog, demand)
  return {
    id: demand.id,
    latency: archetype.latencyClass,
    inputTokens,
    outputTokens,
    cacheHitShare: (demand.cacheHitShare ?? archetype.cacheHitShare) * stickyShare,
    ttftMs: demand.ttftMs ?? archetype.ttftMsP95,
    tpotMs: demand.tpotMs ?? archetype.tpotMs,
    complexShare: demand.complexShare ?? archetype.complexShare,
    privacyShare: demand.privacyShare ?? archetype.privacyShare,
    tokS: unitsByPeriod(demand, quarters).map((units) => (units * perUnitDay) / SECONDS_PER_DAY),
    regionShares: demand.regionShares,
    shape: demand.profile
      ? weekOfProfile(demand.profile)
      : weekOfDays({
          weekday: hourlyProfile(catalog, archetype.profileId, 'weekday'),
          weekend: hourlyProfile(catalog, archetype.profileId, 'weekend'),
        }),
    intrahourPeak: (demand.intrahourPeak ?? archetype.peakFactorIntrahour) * demand.eventFactor,
  }
}

const LATENCIES = ['realtime', 'interactive', 'standard', 'batch'] as const

/** The classes that some workload falls into, in a fixed order. */
export function listClasses(workloads: readonly Workload[]): TaskClass[] {
  const all = LATENCIES.flatMap((latency) =>
    [false, true].flatMap((isComplex) =>
      [false, true].map((isPrivate) => ({
        id: [latency, isComplex ? 'complex' : 'simple', ...(isPrivate ? ['private'] : [])].join('-'),
        latency,
        isComplex,
        isPrivate,
      })),
    ),
  )
  return all.filter((taskClass) => workloads.some((workload) => shareInClass(workload, taskClass) > 0))
}

/** Share of a workload's tokens that fall into a class; over all classes they sum to 1. */
export function shareInClass(workload: Workload, taskClass: TaskClass): number {
  if (workload.latency !== taskClass.latency) return 0
  const complex = taskClass.isComplex ? workload.complexShare : 1 - workload.complexShare
  const hidden = taskClass.isPrivate ? workload.privacyShare : 1 - workload.privacyShare
  return complex * hidden
}

/** Tokens per second of a workload in a class, summed over the periods: its weight in means over the class. */
export function tokensInClass(workload: Workload, taskClass: TaskClass): number {
  return shareInClass(workload, taskClass) * workload.tokS.reduce((sum, value) => sum + value, 0)
}

export function tokenMix(workloads: readonly Workload[], taskClass: TaskClass): TokenMix {
  return mixOf(workloads, (workload) => tokensInClass(workload, taskClass))
}

/** The mix of all tokens of a plan. */
export function planTokenMix(workloads: readonly Workload[]): TokenMix {
  return mixOf(workloads, (workload) => workload.tokS.reduce((sum, value) => sum + value, 0))
}

function mixOf(workloads: readonly Workload[], tokensOf: (workload: Workload) => number): TokenMix {
  let all = 0
  let cached = 0
  let output = 0
  for (const workload of workloads) {
    const { inputTokens, outputTokens } = workload
    const tokens = tokensOf(workload)
    const perToken = tokens / (inputTokens + outputTokens)
    all += tokens
    output += perToken * outputTokens
    cached += perToken * inputTokens * workload.cacheHitShare
  }
  if (all <= 0) return { uncached: 0, cached: 0, output: 0 }
  return { uncached: (all - output - cached) / all, cached: cached / all, output: output / all }
}

export function classCalls(workloads: readonly Workload[], taskClass: TaskClass): ClassCalls {
  let all = 0
  let calls = 0
  let holding = 0
  let ttftMs = Number.POSITIVE_INFINITY
  for (const workload of workloads) {
    const tokens = tokensInClass(workload, taskClass)
    if (tokens <= 0) continue
    const own = tokens / (workload.inputTokens + workload.outputTokens)
    all += tokens
    calls += own
    holding += (own * workload.outputTokens * workload.tpotMs) / MS_PER_SECOND
    ttftMs = Math.min(ttftMs, workload.ttftMs)
  }
  return {
    callsPerToken: all > 0 ? calls / all : 0,
    holdingSPerToken: all > 0 ? holding / all : 0,
    ttftMs,
  }
}
