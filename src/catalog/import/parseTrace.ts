import Papa from 'papaparse'
import { AppFault, type InputFault } from '../../plan/fault.ts'

/** Requests of a measured trace in the order of time. */
export interface Trace {
  readonly requests: readonly TraceRequest[]
  /** What was wrong in the file and what was made of it, in sentences. */
  readonly repairs: readonly string[]
}

export interface TraceRequest {
  /** Milliseconds since 1970, UTC. */
  readonly atMs: number
  readonly inputTokens: number
  readonly outputTokens: number
}

interface TraceRules {
  /** When second 0 of a trace with seconds for times was, ms; absent: a Monday at 0 h. */
  readonly startMs?: number
}

/** Names of each column in the formats that are read, in lower case. */
const COLUMNS = {
  // Azure LLM inference traces; BurstGPT; plain words.
  time: ['timestamp', 'time', 'arrival_time', 'arrived_at'],
  input: [
    'contexttokens',
    'request tokens',
    'input_tokens',
    'inputtokens',
    'prompt_tokens',
    'num_prefill_tokens',
  ],
  output: [
    'generatedtokens',
    'response tokens',
    'output_tokens',
    'outputtokens',
    'completion_tokens',
    'num_decode_tokens',
  ],
} as const

const MOST_FAULTS = 20
const MONDAY_MS = Date.UTC(2024, 0, 1)

/**
 * Reads requests from CSV with a header: the Azure LLM inference traces (TIMESTAMP, ContextTokens, GeneratedTokens),
 * BurstGPT (Timestamp in seconds, Request tokens, Response tokens) and the same under plain names. Rows that cannot
 * be read are faults; rows out of order are sorted, and requests without a token in or out (failures) left out: both
 * are said.
 */
export function parseTrace(text: string, rules: TraceRules = {}): Trace {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const [header = [], ...rows] = parsed.data
  const column = findColumns(header)
  const faults: InputFault[] = []
  const repairs: string[] = []
  const all: TraceRequest[] = []
  let areSeconds = false
  let empty = 0
  rows.forEach((cells, index) => {
    if (faults.length >= MOST_FAULTS) return
    const time = toTime(cells[column.time]?.trim() ?? '', rules.startMs ?? MONDAY_MS)
    const inputTokens = toCount(cells[column.input])
    const outputTokens = toCount(cells[column.output])
    const wrong = (at: number, expected: string) =>
      faults.push({ path: `row ${index + 2}, ${header[at]?.trim()}`, value: cells[at], expected })
    if (time === null) wrong(column.time, 'a time such as 2023-11-16 18:15:46.68, or seconds')
    if (Number.isNaN(inputTokens)) wrong(column.input, 'a number of tokens, 0 or more')
    if (Number.isNaN(outputTokens)) wrong(column.output, 'a number of tokens, 0 or more')
    if (time === null) return
    areSeconds ||= time.isSeconds
    if (inputTokens > 0 && outputTokens > 0) all.push({ atMs: time.ms, inputTokens, outputTokens })
    else empty++
  })
  if (faults.length > 0) throw new AppFault('bad-input', 'The trace has rows that cannot be read', faults)
  if (all.length < 2)
    throw new AppFault('bad-input', 'The trace is too short', [
      {
        path: 'file',
        value: `${all.length} requests`,
        expected: 'at least 2 requests with tokens in and out',
      },
    ])
  if (empty > 0)
    repairs.push(
      `${empty} ${empty === 1 ? 'request' : 'requests'} without a token in or out (failures) left out.`,
    )
  if (areSeconds && rules.startMs === undefined)
    repairs.push('Times are seconds from an unknown day: second 0 was taken for a Monday, 0 h.')
  return { requests: inOrder(all, repairs), repairs }
}

function inOrder(all: TraceRequest[], repairs: string[]): TraceRequest[] {
  let count = 0
  let furthest = 0
  let latest = all[0]!.atMs
  for (const { atMs } of all) {
    if (atMs < latest) {
      count++
      furthest = Math.max(furthest, latest - atMs)
    } else latest = atMs
  }
  if (count === 0) return all
  repairs.push(
    `${count} ${count === 1 ? 'row' : 'rows'} out of order, by up to ${(furthest / 1000).toPrecision(3)} s: sorted by time.`,
  )
  return all.toSorted((a, b) => a.atMs - b.atMs)
}

function findColumns(header: readonly string[]): Record<keyof typeof COLUMNS, number> {
  const names = header.map((cell) => cell.trim().toLowerCase())
  const find = (what: keyof typeof COLUMNS) =>
    names.findIndex((name) => (COLUMNS[what] as readonly string[]).includes(name))
  const found = { time: find('time'), input: find('input'), output: find('output') }
  const missing = (['time', 'input', 'output'] as const).filter((what) => found[what] < 0)
  if (missing.length === 0) return found
  throw new AppFault(
    'bad-input',
    'The trace lacks columns',
    missing.map((what) => ({
      path: 'row 1',
      value: header.join(','),
      expected: `a column of ${what === 'time' ? 'times' : `${what} tokens`}: ${COLUMNS[what].join(', ')}`,
    })),
  )
}

const DATED = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?$/

function toTime(cell: string, startMs: number): { ms: number; isSeconds: boolean } | null {
  const dated = DATED.exec(cell)
  if (dated) {
    // Fractions finer than a millisecond are cut: engines differ in how many digits they read.
    const clock = dated[2]!.replace(/(\.\d{3})\d+$/, '$1')
    const ms = Date.parse(`${dated[1]}T${clock}${dated[3] ?? 'Z'}`)
    return Number.isNaN(ms) ? null : { ms, isSeconds: false }
  }
  const seconds = cell === '' ? Number.NaN : Number(cell)
  return Number.isFinite(seconds) && seconds >= 0 ? { ms: startMs + seconds * 1000, isSeconds: true } : null
}

function toCount(cell: string | undefined): number {
  const value = cell === undefined || cell.trim() === '' ? Number.NaN : Number(cell)
  return Number.isFinite(value) && value >= 0 ? value : Number.NaN
}
