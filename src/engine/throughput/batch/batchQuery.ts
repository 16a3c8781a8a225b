import type { AcceleratorRow } from '../../../plan/catalog/hardwareRows.ts'
import type { ModelRow } from '../../../plan/catalog/modelRows.ts'
import { AppFault } from '../../../plan/fault.ts'
import { bestPrecision } from '../bestPrecision.ts'
import { targetsOf } from '../names/benchmarkTargets.ts'
import { isPublishedInOne, isUnsaidPrecision, lowestPrecision, precisionOf } from '../names/precisionName.ts'
import { isDefaultSetup, scenarioNamed } from '../names/scenarioName.ts'
import {
  inOneBatch,
  isBenchRun,
  isStaticSoftware,
  softwareAt,
  TUNED_SOFTWARE,
  yearOf,
} from '../names/softwareName.ts'
import { speculationNamed } from '../names/speculationName.ts'
import type { Precision, Scenario, ServingQuery } from '../query.ts'
import { given } from './given.ts'

/** Tensor parallelism does not go beyond this; larger systems hold several replicas. */
const WIDEST_REPLICA = 16

/** Conditions of a run, asked for or measured. */
export interface Asked {
  readonly nAccel?: number | undefined
  readonly precision?: string | undefined
  readonly isl: number
  readonly osl: number
  readonly cacheHitShare?: number | undefined
  readonly concurrency?: number | undefined
  readonly scenario?: string | undefined
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
  const run = { row, accelerator, model, isBench: isBenchRun(row.framework, row.scenario) }
  const shares = sharesOf(run)
  return precisionsOf(row, accelerator, model).flatMap((precision) => {
    const common = commonOf(run, precision)
    return shares.map((share) => ({ ...common, ...share }))
  })
}

/** Prompts and answers apart: one system of so many accelerators, or a pair of replicas where the row names no number. */
export function systemQuery(row: Asked, accelerator: AcceleratorRow, model: ModelRow): ServingQuery {
  const [query] = batchQueries({ ...row, nAccel: undefined }, accelerator, model)
  return row.nAccel === undefined ? query! : { ...query!, mostAccelCount: row.nAccel }
}

/** A row with what its names stand for. */
interface DescribedRun {
  readonly row: Asked
  readonly accelerator: AcceleratorRow
  readonly model: ModelRow
  /** Is it a run of TensorRT-LLM's own benchmark? */
  readonly isBench: boolean
}

function commonOf({ row, accelerator, model, isBench }: DescribedRun, precision: Precision): ServingQuery {
  const year = row.date === undefined ? undefined : yearOf(row.date)
  const named = scenarioNamed(row.scenario)
  const isTuned = !isBench && isSubmission(named)
  const software = isTuned ? TUNED_SOFTWARE : softwareAsked(row, accelerator, year, named)
  const isOther = !isTuned && software === undefined && (row.framework ?? '').trim() !== ''
  const scenario = (isBench ? undefined : named) ?? (isStaticSoftware(software) ? 'static' : undefined)
  const targets = isTuned && row.concurrency === undefined ? targetsOf(model.id, named) : undefined
  const speculation = speculationNamed(row.framework, model)
  return {
    accelerator,
    model,
    precision,
    inputTokens: row.isl,
    outputTokens: row.osl,
    cacheHitShare: row.cacheHitShare ?? 0,
    maySpanServers: true,
    mayStretchContext: true,
    ...given({
      software,
      isOtherSoftware: isOther ? true : undefined,
      year,
      scenario,
      reservesAnswers: isBench ? true : undefined,
      speculation,
      ttftMs: row.ttftMsMax ?? targets?.ttftMs,
      tpotMs: row.tpotMsMax ?? targets?.tpotMs,
    }),
  }
}

/** The name under which what a row was asked of was calibrated; undefined where it says none that was. */
function softwareAsked(
  { framework, scenario }: Asked,
  { ecosystem }: AcceleratorRow,
  year: number | undefined,
  named: Scenario | undefined,
): string | undefined {
  const own = softwareAt(`${framework ?? ''} ${isDefaultSetup(scenario) ? 'default' : ''}`, year)
  return named === 'static' ? inOneBatch(own, ecosystem) : own
}

/** Offline, server and interactive rows are submissions that the vendor tuned, but those of TensorRT-LLM's own tables. */
export function isSubmission(scenario: Scenario | undefined): boolean {
  return scenario === 'offline' || scenario === 'server' || scenario === 'interactive'
}

function precisionsOf(row: Asked, accelerator: AcceleratorRow, model: ModelRow): Precision[] {
  if (row.precision !== undefined && !isUnsaidPrecision(row.precision)) {
    const named = precisionOf(row.precision, model)
    if (named !== undefined) return [named]
    throw new AppFault('bad-input', 'The precision is none that is known', [
      { path: 'precision', value: row.precision, expected: 'such as bf16, fp8, int8, fp4, mxfp4, int4' },
    ])
  }
  const lowest = lowestPrecision(accelerator, model)
  if (isPublishedInOne(model)) return [lowest]
  const usual = isSubmission(scenarioNamed(row.scenario)) ? lowest : bestPrecision(accelerator)
  return [...new Set([usual, lowest, LAST_RESORT])]
}

/** Weights of four bits run on any hardware: taken where the row names no precision and nothing wider fits. */
export const LAST_RESORT: Precision = 'int4'

type Share = Pick<ServingQuery, 'accelCount' | 'mostAccelCount' | 'concurrency' | 'spread'>

function sharesOf({ row, accelerator, model, isBench }: DescribedRun): Share[] {
  const { nAccel, concurrency } = row
  if (nAccel === undefined) return concurrency === undefined ? [{}] : [{ concurrency }]
  const domain = Math.max(1, accelerator.scaleupDomainSize ?? 1)
  const isReplica = isUsualSize(nAccel) || nAccel === domain
  if (concurrency === undefined) {
    const isOneReplica = isBench && isReplica && nAccel <= domain
    return isOneReplica ? benchShares(nAccel, model) : [{ mostAccelCount: nAccel }]
  }
  if (isReplica && nAccel <= Math.min(WIDEST_REPLICA, domain)) return [{ accelCount: nAccel, concurrency }]
  const sizes = POWERS.filter((n) => n <= nAccel)
  const all = isReplica || nAccel > WIDEST_REPLICA ? sizes : [...sizes, nAccel]
  return withWork(all, nAccel, concurrency).map((accelCount) => ({
    accelCount,
    concurrency: Math.max(1, (concurrency * accelCount) / nAccel),
  }))
}

/** One replica of all accelerators, as those tables name its size; experts either way. */
function benchShares(accelCount: number, model: ModelRow): Share[] {
  const whole: Share = { accelCount }
  return model.arch === 'MoE' && accelCount > 1 ? [whole, { ...whole, spread: 'expert' }] : [whole]
}

/** Matrices are cut into powers of two, but for whole servers of another size. */
const POWERS = [1, 2, 4, 8, WIDEST_REPLICA]

export function isUsualSize(accelCount: number): boolean {
  return POWERS.includes(accelCount)
}

/** Sizes of replicas that each have a sequence; the widest where none has. */
function withWork(sizes: readonly number[], nAccel: number, concurrency: number): readonly number[] {
  const busy = sizes.filter((n) => concurrency * n >= nAccel)
  return busy.length > 0 ? busy : sizes.slice(-1)
}
