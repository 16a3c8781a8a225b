import Papa from 'papaparse'
import { getAccelerator, getModel } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { AppFault } from '../../../plan/fault.ts'
import { targetsOf } from '../benchmarkTargets.ts'
import { lowestPrecision, precisionOf } from '../precisionName.ts'
import type { ServingQuery } from '../query.ts'
import { DRAFTING_SUFFIX, draftsUnsaid, softwareOf, TUNED_SOFTWARE, yearOf } from '../softwareName.ts'
import type { Measurement, Skipped } from './measurement.ts'
import { acceleratorNameOf, SOURCES, type Source } from './sources.ts'

type Cells = Readonly<Record<string, string>>

/** Reads the file of measured rows; a row that cannot be compared with a prediction is skipped, and why. */
export function readMeasurements(
  csv: string,
  catalog: Catalog,
): { readonly measurements: Measurement[]; readonly skipped: Skipped[] } {
  const { data } = Papa.parse<Cells>(csv, { header: true, skipEmptyLines: true })
  const measurements: Measurement[] = []
  const skipped: Skipped[] = []
  data.forEach((cells, index) => {
    const line = index + 2
    const read = readRow(cells, line, catalog)
    if (typeof read === 'string') skipped.push({ line, why: read })
    else measurements.push(read)
  })
  return { measurements, skipped }
}

function readRow(cells: Cells, line: number, catalog: Catalog): Measurement | string {
  const text = (column: string) => cells[column] ?? ''
  const number = (column: string) => (text(column) === '' ? null : Number(text(column)))
  const source = SOURCES.find(({ prefix }) => text('source').startsWith(prefix))
  if (!source) return 'a source that nothing is known of'
  if (/\bopen\//i.test(text('notes'))) return 'open division: another model than its name says'
  if (text('scenario').includes('disagg')) return 'prefill and decode on separate accelerators'
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
    software: softwareIn(source, text('framework'), model.id),
    year: yearOf(text('date')),
    scenario,
    mayStretchContext: true,
    ...(concurrency === null
      ? { mostAccelCount: accelCount, ...targetsOf(model.id, scenario) }
      : { accelCount, concurrency }),
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

function find<T>(get: () => T): T | undefined {
  try {
    return get()
  } catch (error) {
    if (error instanceof AppFault) return undefined
    throw error
  }
}

function softwareIn(source: Source, published: string, modelId: string): string {
  if (source.name === 'MLPerf') return TUNED_SOFTWARE
  const suffix = draftsUnsaid(published, modelId) ? DRAFTING_SUFFIX : source.softwareSuffix
  return `${softwareOf(published) ?? 'unnamed'}${suffix}`
}
