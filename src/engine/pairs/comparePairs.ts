import { getAccelerator, getModel, getRegion } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { AcceleratorRow } from '../../plan/catalog/hardwareRows.ts'
import type { ModelRow } from '../../plan/catalog/modelRows.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { PlanModel, Prefill } from '../../plan/schema/supply.ts'
import { unitKw } from '../../plan/unitPower.ts'
import { HOURS_PER_YEAR, SECONDS_PER_HOUR } from '../../plan/units.ts'
import { isServedWith } from '../derive/models/servingSpeeds.ts'
import type { Anchor } from '../throughput/anchors/anchorStep.ts'
import { bestPrecision } from '../throughput/bestPrecision.ts'
import { shippedFactors } from '../throughput/factors/shippedFactors.ts'
import {
  type DeployedPrediction,
  type DeployedQuery,
  predictDeployedBand,
  prefillUsed,
} from '../throughput/predictDeployed.ts'
import type { ServingQuery } from '../throughput/query.ts'
import { catalogPrice, serverKw } from './systemPrice.ts'

/** The work that all pairs are compared at. */
export interface Conditions {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly cacheHitShare: number
  /** Targets at P99; absent: none. */
  readonly ttftMs?: number
  readonly tpotMs?: number
}

/** A model on an accelerator at those conditions. */
export interface PairRow {
  readonly accelerator: AcceleratorRow
  readonly model: ModelRow
  readonly query: DeployedQuery
  readonly prediction: DeployedPrediction
  /** Hardware and electricity at full load, of all tokens; null where the catalog has no price or power. */
  readonly usdPerMTok: number | null
  /** Whose price it is: the plan's own unit, a whole system of the catalog, or the accelerator alone scaled up. */
  readonly priceOf: 'plan' | 'system' | 'estimate' | null
  /** Output tokens per joule of the board. */
  readonly outputTokPerJ: number | null
  /** GB used over GB there. */
  readonly memoryShare: number
  /** False where the plan serves the model with other software. */
  readonly isServed: boolean
}

/** Facility power over IT power that electricity is counted with (estimate). */
export const PUE = 1.2
/** Life, value left and upkeep of an accelerator that the plan does not buy: the plan format's defaults. */
const USUAL = { lifeYears: 5, residualShare: 0.1, maintenanceSharePerYear: 0.03 }

/** What an accelerator-hour is made of; whose price it is. */
export interface AccelHour {
  readonly usd: number
  readonly priceOf: 'plan' | 'system' | 'estimate'
  /** USD per accelerator with its part of server and network. */
  readonly priceUsd: number
  readonly lifeYears: number
  readonly residualShare: number
  readonly maintenanceSharePerYear: number
  /** Of a server, per accelerator. */
  readonly kw: number
  readonly energyUsdPerMwh: number
  /** The plan's unit that it is of; undefined: the catalog's. */
  readonly unitId: string | undefined
}

/**
 * What an accelerator-hour costs: its share of a server, upkeep and electricity, without rooms and grid.
 *
 *   USD/h = price x ((1 - residual) / life + upkeep) / 8,760 + kW of a server per accelerator x PUE x USD/kWh
 */
export function accelHour(plan: Plan, catalog: Catalog, row: AcceleratorRow): AccelHour | null {
  const own = plan.accelerators.find(
    ({ catalogAcceleratorId }) => getAccelerator(catalog, catalogAcceleratorId).id === row.id,
  )
  const price = own
    ? { usd: own.priceUsdPerUnit / own.accelPerUnit + own.networkUsdPerAccel, of: 'plan' as const }
    : catalogPrice(catalog, row)
  const kw = own ? unitKw(own) / own.accelPerUnit : serverKw(row)
  if (price === null || kw === null) return null
  const { lifeYears, residualShare, maintenanceSharePerYear } = own ?? USUAL
  const yearly = price.usd * ((1 - residualShare) / lifeYears + maintenanceSharePerYear)
  const energyUsdPerMwh = meanUsdPerMwh(plan, catalog)
  return {
    usd: yearly / HOURS_PER_YEAR + (kw * PUE * energyUsdPerMwh) / 1000,
    ...{ priceOf: price.of, priceUsd: price.usd, lifeYears, residualShare, maintenanceSharePerYear },
    ...{ kw, energyUsdPerMwh, unitId: own?.id },
  }
}

/** Mean of the plan's sites. */
function meanUsdPerMwh({ sites }: Plan, catalog: Catalog): number {
  const prices = sites.map(
    (site) => site.power.energyUsdPerMwh ?? getRegion(catalog, site.catalogRegionId).priceUsdMwh,
  )
  return prices.length > 0 ? prices.reduce((sum, price) => sum + price, 0) / prices.length : 80
}

interface Comparing {
  readonly plan: Plan
  readonly catalog: Catalog
  readonly conditions: Conditions
  readonly anchors: readonly Anchor[]
  /** How prompts are read; absent: as the plan has the model deployed, chunked where it does not serve it. */
  readonly prefill?: PrefillAsked
}

/** `both`: once chunked and once disaggregated. */
export type PrefillAsked = Prefill | 'both'

/** As the plan has a model of the catalog deployed. */
export function planPrefill(plan: Plan, catalog: Catalog, modelId: string): Prefill {
  return findPlanModel(plan, catalog, modelId)?.prefill ?? 'chunked'
}

function findPlanModel({ models }: Plan, catalog: Catalog, modelId: string): PlanModel | undefined {
  return models.find((own) => getModel(catalog, own.catalogModelId).id === modelId)
}

/** Every accelerator of the catalog for one model, cheapest tokens first; what cannot serve it comes last. */
export function compareAccelerators(modelId: string, comparing: Comparing): PairRow[] {
  const model = getModel(comparing.catalog, modelId)
  return sorted(comparing.catalog.accelerators.flatMap((row) => comparePair(row, model, comparing)))
}

/** Every model of the catalog on one accelerator. */
export function compareModels(acceleratorId: string, comparing: Comparing): PairRow[] {
  const accelerator = getAccelerator(comparing.catalog, acceleratorId)
  return sorted(comparing.catalog.models.flatMap((row) => comparePair(accelerator, row, comparing)))
}

/**
 * One accelerator with one model, at the precision that the plan has the model in, else the usual one of the hardware; one
 * row, or one for each way to read prompts.
 */
export function comparePair(
  accelerator: AcceleratorRow,
  model: ModelRow,
  comparing: Comparing,
): readonly PairRow[] {
  const { plan, catalog, prefill = planPrefill(plan, catalog, model.id) } = comparing
  const kinds = prefill === 'both' ? (['chunked', 'disaggregated'] as const) : [prefill]
  return kinds.map((kind) => rowOf(accelerator, model, comparing, kind))
}

function rowOf(
  accelerator: AcceleratorRow,
  model: ModelRow,
  { plan, catalog, conditions, anchors }: Comparing,
  prefill: Prefill,
): PairRow {
  const planModel = findPlanModel(plan, catalog, model.id)
  const precision = planModel?.precision ?? bestPrecision(accelerator)
  const asked: ServingQuery = { accelerator, model, precision, ...conditions }
  const prediction = predictDeployedBand(asked, prefill, shippedFactors(), anchors)
  const query: DeployedQuery = { ...asked, prefill: prefillUsed(prediction) }
  const hour = accelHour(plan, catalog, accelerator)
  const mTokPerHour = (prediction.totalTokSPerAccel * SECONDS_PER_HOUR) / 1e6
  const canServe = prediction.isFeasible && mTokPerHour > 0
  return {
    accelerator,
    model,
    query,
    prediction,
    usdPerMTok: canServe && hour ? hour.usd / mTokPerHour : null,
    priceOf: hour?.priceOf ?? null,
    outputTokPerJ: canServe && prediction.joulePerOutputToken ? 1 / prediction.joulePerOutputToken : null,
    memoryShare: prediction.memoryUsedGb / accelerator.memoryGb,
    isServed: planModel === undefined || isServedWith(planModel, accelerator),
  }
}

/** By price of tokens; without one by speed; what does not fit last. */
function sorted(rows: readonly PairRow[]): PairRow[] {
  const rank = (row: PairRow) => (!row.prediction.isFeasible ? 2 : row.usdPerMTok === null ? 1 : 0)
  return rows.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.usdPerMTok ?? 0) - (b.usdPerMTok ?? 0) ||
      b.prediction.outputTokSPerAccel - a.prediction.outputTokSPerAccel,
  )
}
