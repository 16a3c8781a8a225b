/** The head of a printed table, and the line across that ends it. */
const HEAD = /={3,}.*benchmark result.*={3,}/i
const END = /^\W*={20,}\s*$/
/** The line that every such table has; that of the peak is another figure. */
const OUTPUT = 'output token throughput \\(tok/s\\)'

/** Lines as vLLM and SGLang print them, and the field of the same figure in a saved result. */
const LINES: readonly (readonly [RegExp, string])[] = (
  [
    ['successful requests', 'completed'],
    ['failed requests', 'failed'],
    ['max(?:imum)? request concurrency', 'max_concurrency'],
    ['benchmark duration \\(s\\)', 'duration'],
    ['total input tokens', 'total_input_tokens'],
    ['total generated tokens', 'total_output_tokens'],
    ['request throughput \\(req/s\\)', 'request_throughput'],
    [OUTPUT, 'output_throughput'],
    ['total token throughput \\(tok/s\\)', 'total_token_throughput'],
    ['mean ttft \\(ms\\)', 'mean_ttft_ms'],
    ['mean tpot \\(ms\\)', 'mean_tpot_ms'],
    ['mean itl \\(ms\\)', 'mean_itl_ms'],
    ['^backend', 'backend'],
  ] as const
).map(([name, field]) => [new RegExp(`(?<!peak )${name}\\s*:\\s*(.*?)\\s*$`, 'i'), field])

/** Lines that may say that there is no such figure: no limit on what is in flight, no answer of two tokens. */
const MAY_BE_NONE = new Set(['max_concurrency', 'mean_ttft_ms', 'mean_tpot_ms', 'mean_itl_ms'])
const NONE = /^(none|not set|inf|nan|n\/a|0(\.0*)?)$/i

/** The command, or the arguments that vLLM logs before it begins, name the model. */
const MODEL = /(?:--model(?:\s+|=)|\bmodel(?:_id)?=)['"]?([\w./:-]+)/
const NO_MODEL = /^none$/i

/** Colours of a terminal. */
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/** Is a text what `vllm bench serve` (or SGLang's `bench_serving`) prints? */
export function isVllmConsole(text: string): boolean {
  return LINES.some(([line, field]) => field === 'output_throughput' && new RegExp(line, 'im').test(text))
}

/**
 * Each printed table as the fields of a saved result. A figure that comes a second time begins the next table, where its
 * head was not copied; the model is the one that was named last before it.
 */
export function vllmConsoleRecords(text: string): Record<string, string>[] {
  const records: Record<string, string>[] = []
  let open: Record<string, string> | undefined
  let model: string | undefined
  for (const line of text.replaceAll(ESCAPES, '').split(/\r?\n/)) {
    if (HEAD.test(line) || END.test(line)) open = undefined
    const named = MODEL.exec(line)?.[1]
    if (named !== undefined && !NO_MODEL.test(named)) model = named
    const found = figureIn(line)
    if (found === undefined) continue
    const [field, value] = found
    if (open === undefined || field in open) {
      open = model === undefined ? {} : { model_id: model }
      records.push(open)
    }
    open[field] = value
  }
  return records.map(withoutNone)
}

function figureIn(line: string): readonly [field: string, value: string] | undefined {
  for (const [pattern, field] of LINES) {
    const value = pattern.exec(line)?.[1]
    if (value !== undefined) return [field, value]
  }
  return undefined
}

function withoutNone(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter(([field, value]) => !(MAY_BE_NONE.has(field) && NONE.test(value))),
  )
}
