import Papa from 'papaparse'
import type { Draft } from './checkRun.ts'
import { Fields } from './fields.ts'

/** Does a record come from AIPerf or GenAI-Perf (`profile_export_*.json`)? */
export function isAiperf(record: Readonly<Record<string, unknown>>): boolean {
  return 'output_token_throughput' in record || 'inter_token_latency' in record
}

/** Is a text the CSV of AIPerf or GenAI-Perf? */
export function isAiperfCsv(text: string): boolean {
  return /^"?Metric"?,/m.test(text) && /Output Token Throughput/i.test(text)
}

/** Milliseconds, or tokens and requests per second, in one unit of the file. */
const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  seconds: 1000,
  milliseconds: 1,
  microseconds: 1e-3,
  nanoseconds: 1e-6,
  us: 1e-3,
  ns: 1e-6,
  'tokens/sec': 1,
  'tokens/s': 1,
  'tok/s': 1,
  'requests/sec': 1,
  'req/s': 1,
  tokens: 1,
  'per sec': 1,
}

/** The JSON export: each metric is a record with its unit and its mean. */
export function readAiperf(fields: Fields): Draft {
  const mean = (name: string): number | undefined => {
    if (!fields.has(name)) return undefined
    const metric = new Fields(`${fields.path}, ${name}`, fields.raw(name))
    const unit = metric.text('unit')
    const factor = unit === undefined ? 1 : UNITS[unit.toLowerCase()]
    if (factor === undefined) metric.fault('unit', unit, `one of ${Object.keys(UNITS).join(', ')}`)
    const value = metric.number('avg')
    fields.faults.push(...metric.faults)
    return value === undefined || factor === undefined ? undefined : value * factor
  }
  refuseFailed(fields)
  const config = fields.raw('input_config')
  return toDraft(mean, {
    model: firstText(config, [
      ['endpoint', 'model_names', 0],
      ['models', 'items', 0, 'name'],
      ['model_names', 0],
      ['model', 0],
      ['model'],
    ]),
    concurrency: firstNumber(config, [
      ['loadgen', 'concurrency'],
      ['perf_analyzer', 'stimulus', 'concurrency'],
      ['concurrency'],
    ]),
    date:
      typeof fields.raw('start_time') === 'string'
        ? String(fields.raw('start_time')).slice(0, 10)
        : undefined,
  })
}

/** A run that was cancelled or lost requests measured another load than it says. */
function refuseFailed(fields: Fields): void {
  if (fields.raw('was_cancelled') === true)
    fields.fault('was_cancelled', true, 'a run that was not cancelled')
  const errors = fields.raw('error_request_count')
  const count = typeof errors === 'object' && errors !== null ? Object(errors).avg : errors
  if (count !== undefined && Number(count) !== 0)
    fields.fault('error_request_count', count, 'no failed requests')
  const summary = fields.raw('error_summary')
  if (Array.isArray(summary) && summary.length > 0)
    fields.fault('error_summary', `${summary.length} kinds of errors`, 'no failed requests')
}

/** The CSV export: tables of metrics, each with its unit in brackets and its mean under `avg` or `Value`. */
export function readAiperfCsv(
  path: string,
  text: string,
): { readonly fields: Fields; readonly draft: Draft } {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true })
  const record: Record<string, { readonly avg: string; readonly unit?: string }> = {}
  let column = 1
  for (const cells of data) {
    if (cells[0] === 'Metric') {
      column = Math.max(
        1,
        cells.findIndex((cell) => /^(avg|value)$/i.test(cell)),
      )
      continue
    }
    const named = /^(.*?)\s*(?:\(([^)]*)\))?$/.exec(cells[0] ?? '')
    if (!named?.[1]) continue
    const name = named[1].trim().toLowerCase().replaceAll(' ', '_')
    record[name] = { avg: cells[column] ?? '', ...(named[2] === undefined ? {} : { unit: named[2] }) }
  }
  const fields = new Fields(path, record)
  return { fields, draft: readAiperf(fields) }
}

function toDraft(
  mean: (name: string) => number | undefined,
  known: Pick<Draft, 'model' | 'concurrency' | 'date'>,
): Draft {
  const requests = mean('request_throughput')
  const latencyMs = mean('request_latency')
  return {
    ...known,
    isl: mean('input_sequence_length') ?? mean('num_input_token'),
    osl: mean('output_sequence_length') ?? mean('num_output_token'),
    concurrency: known.concurrency ?? (requests && latencyMs ? (requests * latencyMs) / 1000 : undefined),
    outputTokS: mean('output_token_throughput'),
    ttftMs: mean('time_to_first_token'),
    tpotMs: mean('inter_token_latency'),
  }
}

type Path = readonly (string | number)[]

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  )
}

function firstText(root: unknown, paths: readonly Path[]): string | undefined {
  return paths.map((path) => valueAt(root, path)).find((value): value is string => typeof value === 'string')
}

function firstNumber(root: unknown, paths: readonly Path[]): number | undefined {
  return paths
    .map((path) => valueAt(root, path))
    .find((value): value is number => typeof value === 'number' && value > 0)
}
