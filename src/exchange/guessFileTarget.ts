import { isZip } from '../workbook/unzip.ts'
import { readText } from './tables/readTableFile.ts'

/** Signs at the beginning of a file that its kind is told by. */
const HEAD_SIGNS = 4000
/** Rows of a year of hours, with or without a head, of a leap year too. */
const YEAR_ROWS = { least: 8700, most: 8900 }
const BENCHMARK = /tput_per_gpu|Output Token Throughput|output_throughput|MLPerf Results Summary/i
const TRACE = /context_?tokens|request tokens|input_?tokens|prompt_tokens|num_prefill_tokens/i

/** What a file is by its name and its first signs; undefined: a table of rows. */
export function guessFileTarget({
  fileName,
  bytes,
}: {
  readonly fileName: string
  readonly bytes: Uint8Array
}): string | undefined {
  if (/\.epw$/i.test(fileName)) return 'weather-epw'
  if (/\.(geojson|kml)$/i.test(fileName)) return 'site-places'
  if (isZip(bytes)) return undefined
  const text = readText(bytes)
  const head = text.slice(0, HEAD_SIGNS)
  if (/^\s*[{[]/.test(head)) return guessJson(text)
  if (/^LOCATION,/.test(head)) return 'weather-epw'
  if (BENCHMARK.test(head)) return 'benchmarks'
  const [first = ''] = head.split(/\r?\n/, 1)
  if (TRACE.test(first)) return 'request-trace'
  return isYear(text) ? guessHours(`${fileName} ${first}`) : undefined
}

/** A document with a horizon is a plan, one of features a map; what else is JSON is the result of a benchmark. */
function guessJson(text: string): string {
  if (text.includes('"horizon"')) return 'whole-plan'
  return /"(?:features|geometry)"/.test(text) ? 'site-places' : 'benchmarks'
}

/** Rows of one value, or of a time and a value. */
function isYear(text: string): boolean {
  const rows = text.trimEnd().split('\n')
  return rows.length >= YEAR_ROWS.least && rows.length <= YEAR_ROWS.most
}

function guessHours(words: string): string {
  if (/carbon|co2|kg|intensity|碳/i.test(words)) return 'hourly-carbon'
  return /load|\bmw\b|demand|负荷/i.test(words) ? 'hourly-load' : 'hourly-price'
}
