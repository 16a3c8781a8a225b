import Papa from 'papaparse'
import { getAccelerator, getModel } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { AppFault } from '../../../plan/fault.ts'
import { targetsOf } from '../names/benchmarkTargets.ts'
import { lowestPrecision, precisionOf } from '../names/precisionName.ts'
import { isDisaggregated } from '../names/scenarioName.ts'
import { DRAFTING_SUFFIX, draftsUnsaid, softwareOf, TUNED_SOFTWARE, yearOf } from '../names/softwareName.ts'
import type { ServingQuery } from '../query.ts'
import type { Measurement, Skipped } from './measurement.ts'
import { acceleratorNameOf, SOURCES, type Source } from './sources.ts'

type Cells = Readonly<Record<string, string>>

export interface MeasuredRows {
  /** Prompts and answers on the same accelerators. */
  readonly measurements: Measurement[]
  /** On separate ones; a concurrency is then that of the whole system. */
  readonly disaggregated: Measurement[]
  readonly skipped: Skipped[]
}

/** Reads the file of measured rows; a row that cannot be compared with a prediction is skipped, and why. */
export function readMeasurements(csv: string, catalog: Catalog): MeasuredRows {
  const { data } = Papa.parse<Cells>(csv, { header: true, skipEmptyLines: true })
  const measurements: Measurement[] = []
  const disaggregated: Measurement[] = []
  const skipped: Skipped[] = []
  data.forEach((cells, index) => {
    const line = index + 2
    const read = readRow(cells, line, catalog)
    if (typeof read === 'string') skipped.push({ line, why: read })
    else (isDisaggregated(cells.scenario) ? disaggregated : measurements).push(read)
  })
  return { measurements, disaggregated, skipped }
}

function readRow(cells: Cells, line: number, catalog: Catalog): Measurement | string {
  const text = (column: string) => cells[column] ?? ''
  const number = (column: string) => (text(column) === '' ? null : Number(text(column)))
  const source = SOURCES.find(({ prefix }) => text('source').startsWith(prefix))
  if (!source) return 'a source that nothing is known of'
  if (/\bopen\//i.test(text('notes'))) return 'open division: another model than its name says'
  if (/\bdrafted tokens\b/.test(text('notes'))) return 'tokens were drafted, and how many is not said'
  const accelerator = find(() =>
    getAccelerator(catalog, acceleratorNameOf(text('source'), text('accelerator'), text('notes'))),
  )
  if (!accelerator) return `accelerator ${text('accelerator')} is not in the catalog`
  const model = find(() => getModel(catalog, text('model')))
  if (!model) return `model ${text('model')} is not in the catalog`
  const nominalInput = number('isl') ?? source.inputTokens?.[text('scenario')]
  const accelCount = number('n_accel')
  const perAccel = number('tok_s_per_accel')
  const nominalOutput = number('osl')
  if (!nominalInput || !nominalOutput) return 'no lengths'
  if (!accelCount || !perAccel || perAccel <= 0) return 'no number of accelerators or no throughput'
  const inputTokens = nominalInput * source.lengthShare
  const outputTokens = nominalOutput * source.lengthShare
  const concurrency = number('concurrency')
  const scenario = source.scenarioOf(text('scenario'))
  const isTotal = text('output_or_total') === 'total'
  const power = source.name === 'MLPerf' ? null : number('power_w')
  const query: ServingQuery = {
    accelerator,
    model,
    precision: precisionOf(text('precision'), model) ?? lowestPrecision(accelerator, model),
    inputTokens,
    outputTokens,
    cacheHitShare: 0,
    software: softwareIn(source, text, model.id),
    year: yearOf(text('date')),
    scenario,
    mayStretchContext: true,
    ...(layoutIn(text('notes')) ?? sharesOf(accelCount, concurrency, isDisaggregated(text('scenario')))),
    ...(concurrency === null ? targetsOf(model.id, scenario) : {}),
  }
  return {
    line,
    source,
    run: [source.name, model.id, accelerator.id, query.precision, query.software, accelCount, nominalInput]
      .concat(Math.round(nominalOutput / 300))
      .join(' '),
    query,
    outputTokSPerAccel: isTotal ? (perAccel * outputTokens) / (inputTokens + outputTokens) : perAccel,
    ttftMs: number('ttft_ms'),
    boardPowerW: power === null ? null : power / accelCount,
  }
}

/** Matrices cut over so many accelerators (`TP8`), or experts spread over them and the rest whole on each (`DEP8`). */
function layoutIn(
  notes: string,
): Pick<ServingQuery, 'accelCount' | 'spread' | 'reservesAnswers'> | undefined {
  const [, way, count] = /^trtllm-bench.*?; (D?)(?:EP|TP)(\d+)/.exec(notes) ?? []
  if (count === undefined) return undefined
  return { accelCount: Number(count), reservesAnswers: true, ...(way === 'D' ? { spread: 'expert' } : {}) }
}

function sharesOf(
  accelCount: number,
  concurrency: number | null,
  isSystem: boolean,
): Pick<ServingQuery, 'accelCount' | 'mostAccelCount' | 'concurrency' | 'maySpanServers'> {
  if (concurrency === null) return { mostAccelCount: accelCount }
  if (!isSystem) return { accelCount, concurrency }
  return { mostAccelCount: accelCount, concurrency, maySpanServers: true }
}

function find<T>(get: () => T): T | undefined {
  try {
    return get()
  } catch (error) {
    if (error instanceof AppFault) return undefined
    throw error
  }
}

/** Replicas that share experts wait for each other: these runs kept neither them nor their queue busy. */
const DATA_PARALLEL = /\bdp=([2-9]|\d\d)/

/**
 * One B200 that answers `gpqa` is three to four times slower than the same one in chat, and than an H100, at half the
 * power, whatever the model but gpt-oss: its host cannot have kept up.
 */
function isHostBound(text: (column: string) => string, modelId: string): boolean {
  const isOne = text('accelerator').includes('B200') && Number(text('n_accel')) === 1
  return isOne && text('scenario') === 'gpqa' && !modelId.startsWith('gpt-oss')
}

function softwareIn(source: Source, text: (column: string) => string, modelId: string): string {
  if (source.name === 'MLPerf') return TUNED_SOFTWARE
  const name = softwareOf(text('framework')) ?? 'unnamed'
  if (source.name === 'ML.ENERGY' && DATA_PARALLEL.test(text('notes'))) return `${name}-data-parallel`
  if (source.name === 'ML.ENERGY' && isHostBound(text, modelId)) return `${name}-host-bound`
  return `${name}${draftsUnsaid(text('framework'), modelId) ? DRAFTING_SUFFIX : source.softwareSuffix}`
}
