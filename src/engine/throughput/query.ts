import type { AcceleratorRow } from '../../plan/catalog/hardwareRows.ts'
import type { ModelRow } from '../../plan/catalog/modelRows.ts'
import type { SCENARIOS } from '../../plan/schema/measurement.ts'
import type { PRECISIONS } from '../../plan/schema/supply.ts'

export { SCENARIOS } from '../../plan/schema/measurement.ts'

export { PRECISIONS } from '../../plan/schema/supply.ts'

export type Precision = (typeof PRECISIONS)[number]

/** How requests arrive. */
export type Scenario = (typeof SCENARIOS)[number]

/** Speculative decoding: tokens drafted a step, and tokens a step yields on average (one or more). */
export interface Speculation {
  readonly draftTokens: number
  readonly acceptedLength: number
}

export interface ServingQuery {
  readonly accelerator: AcceleratorRow
  readonly model: ModelRow
  readonly precision: Precision
  readonly inputTokens: number
  readonly outputTokens: number
  /** Share of the input found in the prefix cache, so that it is read but not computed. */
  readonly cacheHitShare: number
  /** Targets at P99; absent means no limit. */
  readonly ttftMs?: number
  readonly tpotMs?: number
  /** Overrides the catalog's memory, GB per accelerator. */
  readonly memoryGb?: number
  /** Accelerators of one replica; absent means the best of the scale-up domain. */
  readonly accelCount?: number
  /** Most accelerators that a replica may take, where the system has no more. */
  readonly mostAccelCount?: number
  /**
   * How a replica shares a model: every matrix cut over all accelerators (`tensor`, the default); experts spread over
   * them and the rest kept whole on each, which answers sequences of its own (`expert`: wide expert parallelism); or
   * layers one after another (`pipeline`).
   */
  readonly spread?: 'tensor' | 'expert' | 'pipeline'
  /** Bytes per element of the KV cache; absent means those of the precision. */
  readonly kvBytes?: number
  /** Sequences in flight per replica; absent means as many as the targets and the memory allow. */
  readonly concurrency?: number
  /** Serving software, as `softwareOf` names it; absent means vLLM. */
  readonly software?: string
  /** Is it other software than any that was measured, taken as vLLM? */
  readonly isOtherSoftware?: boolean
  /** Date of the software as a year with its fraction; absent means the latest that was measured. */
  readonly year?: number
  readonly scenario?: Scenario
  /** May a replica go beyond a server, over its network, where no server holds the model? */
  readonly maySpanServers?: boolean
  /** Is memory set aside for a whole answer when its request begins? Absent: as answers grow. */
  readonly reservesAnswers?: boolean
  /** May a request exceed the context of a model of the years before long contexts, as was measured? */
  readonly mayStretchContext?: boolean
  readonly speculation?: Speculation
}

/** Software that is assumed where a query names none. */
const USUAL_SOFTWARE = 'vllm'

export const softwareIn = (query: ServingQuery): string => query.software ?? USUAL_SOFTWARE
export const scenarioIn = ({ scenario }: ServingQuery): Scenario => scenario ?? 'closed-loop'

/** A pair as it serves, without the band of its speed. */
export interface ServingPoint {
  readonly isFeasible: boolean
  readonly spread: NonNullable<ServingQuery['spread']>
  /** Accelerators of one replica. */
  readonly accelCount: number
  /** Sequences in flight per replica. */
  readonly batch: number
  /** Input (cached too) and output tokens per second per accelerator. */
  readonly totalTokSPerAccel: number
  readonly outputTokSPerAccel: number
  /** A: model and accelerator were measured; B: the model or a sibling of the accelerator; C: neither generation nor vendor. */
  readonly grade: 'A' | 'B' | 'C'
  /** Source of the nearest measured point that the prediction leans on; null without. */
  readonly anchor: string | null
  /** Mean, and its P10 and P90: first-token times are predicted badly by everybody. */
  readonly ttftMs: number
  readonly ttftP10Ms: number
  readonly ttftP90Ms: number
  /** Mean time between the tokens of one sequence, the prefill of others included. */
  readonly tpotMs: number
  readonly concurrencyLatencyLimit: number
  readonly concurrencyMemoryLimit: number
  /** Weights, sequences at mean length and reserve, GB per accelerator. */
  readonly memoryUsedGb: number
  /** Board power at this load, W per accelerator; null where the catalog has no rating. */
  readonly powerW: number | null
  /** Board energy per output token. */
  readonly joulePerOutputToken: number | null
}

export interface ServingPrediction extends ServingPoint {
  /** P10 and P90 of `outputTokSPerAccel`. */
  readonly p10OutputTokSPerAccel: number
  readonly p90OutputTokSPerAccel: number
}
