import type { AcceleratorRow, ModelRow } from '../../../plan/catalog/rows.ts'
import { bestPrecision } from '../bestPrecision.ts'
import { lowestPrecision, precisionOf } from '../precisionName.ts'
import type { Precision, Scenario, ServingQuery } from '../query.ts'
import { isStaticSoftware, softwareAt, TUNED_SOFTWARE, yearOf } from '../softwareName.ts'

/** Tensor parallelism does not go beyond this; larger systems hold several replicas. */
const WIDEST_REPLICA = 16

/** Conditions of a run, asked for or measured. */
interface Asked {
  readonly nAccel?: number | undefined
  readonly precision?: string | undefined
  readonly isl: number
  readonly osl: number
  readonly cacheHitShare?: number | undefined
  readonly concurrency?: number | undefined
  readonly scenario?: Scenario | undefined
  readonly ttftMsMax?: number | undefined
  readonly tpotMsMax?: number | undefined
  readonly framework?: string | undefined
  readonly date?: string | undefined
}

/**
 * The queries that answer a row, to take the fastest of: one, unless the row leaves open how a number of accelerators
 * shares a number of sequences, or which precision fits.
 */
export function batchQueries(row: Asked, accelerator: AcceleratorRow, model: ModelRow): ServingQuery[] {
  return precisionsOf(row, accelerator, model).flatMap((precision) =>
    sharesOf(row, accelerator).map((share) => ({
      ...commonOf(row, accelerator, model, precision),
      ...share,
    })),
  )
}

function commonOf(
  row: Asked,
  accelerator: AcceleratorRow,
  model: ModelRow,
  precision: Precision,
): ServingQuery {
  const year = row.date === undefined ? undefined : yearOf(row.date)
  const software = isBenchmark(row) ? TUNED_SOFTWARE : softwareAt(row.framework ?? '', year)
  const scenario = row.scenario ?? (isStaticSoftware(software) ? 'static' : undefined)
  return {
    accelerator,
    model,
    precision,
    inputTokens: row.isl,
    outputTokens: row.osl,
    cacheHitShare: row.cacheHitShare ?? 0,
    ...(software === undefined ? {} : { software }),
    ...(year === undefined ? {} : { year }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(row.ttftMsMax === undefined ? {} : { ttftMs: row.ttftMsMax }),
    ...(row.tpotMsMax === undefined ? {} : { tpotMs: row.tpotMsMax }),
  }
}

/** Offline, server and interactive rows are submissions that the vendor tuned. */
function isBenchmark({ scenario }: Asked): boolean {
  return scenario === 'offline' || scenario === 'server' || scenario === 'interactive'
}

function precisionsOf(row: Asked, accelerator: AcceleratorRow, model: ModelRow): Precision[] {
  const given = row.precision === undefined ? undefined : precisionOf(row.precision, model)
  if (given !== undefined) return [given]
  const lowest = lowestPrecision(accelerator, model)
  if (isBenchmark(row)) return [lowest]
  return lowest === 'mxfp4' ? [lowest] : [...new Set([bestPrecision(accelerator), lowest])]
}

type Share = Pick<ServingQuery, 'accelCount' | 'mostAccelCount' | 'concurrency'>

function sharesOf({ nAccel, concurrency }: Asked, accelerator: AcceleratorRow): Share[] {
  if (nAccel === undefined) return concurrency === undefined ? [{}] : [{ concurrency }]
  if (concurrency === undefined) return [{ mostAccelCount: nAccel }]
  const domain = Math.max(1, accelerator.scaleupDomainSize ?? 1)
  if (nAccel <= Math.min(WIDEST_REPLICA, domain)) return [{ accelCount: nAccel, concurrency }]
  const most = Math.min(nAccel, WIDEST_REPLICA)
  return [1, 2, 4, 8, WIDEST_REPLICA]
    .filter((n) => n <= most)
    .map((accelCount) => ({ accelCount, concurrency: Math.max(1, (concurrency * accelCount) / nAccel) }))
}
