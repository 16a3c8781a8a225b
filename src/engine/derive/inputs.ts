import type { Plan } from '../../plan/schema/plan.ts'
import type { FleetRefusal, FleetRules } from './accelerators/fleetRules.ts'
import type { TokenMix } from './agents/tokenMix.ts'
import type { Period } from './periods.ts'
import type { SiteEnergy } from './power/energyInputs.ts'
import type { Slice } from './slices.ts'

export type LatencyClass = 'realtime' | 'interactive' | 'standard' | 'batch'

/** Tasks that the same models and places may serve: latency class x complexity x privacy. */
export interface TaskClass {
  /** As in `interactive-simple-private`. */
  readonly id: string
  readonly latency: LatencyClass
  readonly isComplex: boolean
  readonly isPrivate: boolean
  /** Its tokens that this model (or service of two) serves, where the class keeps its floor on average. */
  readonly modelId?: string
}

/** Demand of one class from regions that have the same places to go to. */
export interface DemandGroup {
  readonly id: string
  readonly classIndex: number
  /** Classes as which it is served: its own, or one for each model where it keeps its floor on average. */
  readonly servedAs: readonly number[]
  /** Quality that its tokens keep on average over a period; null: every model that serves them keeps the floor. */
  readonly averageFloor: number | null
  readonly regionIds: readonly string[]
  readonly siteIndices: readonly number[]
  readonly leaseIndices: readonly number[]
  readonly apiIndices: readonly number[]
  /** [period][slice], million tokens per second, mean of the slice. */
  readonly demandMTokS: readonly (readonly number[])[]
  /** [period][slice]: busiest minute of the slice over its mean. */
  readonly peakFactor: readonly (readonly number[])[]
  /** [period][slice] share of each member region in the group's demand. */
  readonly regionShares: readonly (readonly (readonly number[])[])[]
  /** Output tokens over all tokens, mean of the horizon. */
  readonly outputShare: number
  /** Hours that its work may wait; 0: none. Then its work is served evenly within a slice. */
  readonly deferrableH: number
}

/** What one accelerator unit does for one class. */
export interface ServingSpeed {
  /** Million tokens per second (input and output) per unit, at the latency target and utilisation cap; 0: cannot. */
  readonly mTokSPerUnit: number
  /** Memory there is over memory that the latency-limited batch would use; below 1 memory limits the batch. */
  readonly memoryRatio: number
  readonly modelId: string
  /** Of the time of its units, the share of those that read prompts alone; 0: prompts are read between answers. */
  readonly prefillShare: number
  /** Units that one replica of the model takes; the largest over the class's workloads. */
  readonly unitsPerReplica: number
  /** Round trip that the class's tightest time-to-first-token target leaves for the network, ms. */
  readonly slackMs: number
}

/** Why a class of a region may not be served at a place; null: it may. */
export type Refusal =
  | ('barred' | 'tier' | 'residency' | 'latency' | 'no-speed' | 'quality' | 'spot' | 'not-nearest')
  | FleetRefusal

/** Where the demand of one class and region may go. */
export interface Eligibility {
  readonly classIndex: number
  readonly regionIndex: number
  /** [site]. */
  readonly sites: readonly Refusal[]
  /** [lease]. */
  readonly leases: readonly Refusal[]
  /** [API]. */
  readonly apis: readonly Refusal[]
}

/** Units in service for each unit busy, by pool and slice; pools that are not named need no more than their caps. */
export type Reserves = ReadonlyMap<string, readonly number[]>

/** Calls behind the tokens of a class, means of the horizon. */
export interface ClassCalls {
  readonly callsPerToken: number
  /** Seconds that calls hold their places, per token of theirs, when tokens come no faster than they must. */
  readonly holdingSPerToken: number
  /** The tightest target. */
  readonly ttftMs: number
}

/** Overhead of a site in one slice. */
export interface SiteClimate {
  /** [period][slice] facility MW per IT MW. */
  readonly pue: readonly (readonly number[])[]
  readonly pueDesign: number
  /** [period][slice] litres per kWh of IT. */
  readonly wueLPerKwh: readonly (readonly number[])[]
}

/** A plan with everything computed that the optimiser treats as a constant. */
export interface Inputs {
  readonly plan: Plan
  readonly periods: readonly Period[]
  readonly slices: readonly Slice[]
  /** Those of the demand first; then, for classes that keep their floor on average, one for each model. */
  readonly classes: readonly TaskClass[]
  readonly groups: readonly DemandGroup[]
  /** [class][accelerator]. */
  readonly speed: readonly (readonly ServingSpeed[])[]
  /** [class][lease] per accelerator. */
  readonly leaseSpeed: readonly (readonly ServingSpeed[])[]
  /** [API][class][period] USD per million tokens of the class's mix. */
  readonly apiUsdPerMTok: readonly (readonly (readonly number[])[])[]
  /** [lease][period] USD an hour of an accelerator. */
  readonly leaseUsdPerAccelH: readonly (readonly number[])[]
  /** [market][period] USD per million tokens or hour of an accelerator, before the market keeps its share. */
  readonly saleUsd: readonly (readonly number[])[]
  /** What may be bought where. */
  readonly fleet: FleetRules
  /** [class] cached, uncached and output tokens. */
  readonly tokenMix: readonly TokenMix[]
  /** [class] what a token means in calls. */
  readonly classCalls: readonly ClassCalls[]
  /** Units in service for each unit busy, where pools are small; see `headroom/reserveAt.ts`. */
  readonly reserves?: Reserves
  readonly climate: readonly SiteClimate[]
  readonly energy: readonly SiteEnergy[]
  /** Every class and region with demand: where it may be served, and why not elsewhere. */
  readonly eligibility: readonly Eligibility[]
  /** [region][site] round trips, ms. */
  readonly rttMs: readonly (readonly number[])[]
}
