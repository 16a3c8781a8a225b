import Papa from 'papaparse'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { checkRun, type Draft } from './checkRun.ts'
import { Fields } from './fields.ts'
import { isAiperf, isAiperfCsv, readAiperf, readAiperfCsv } from './importAiperf.ts'
import { isInferenceMax, readInferenceMax } from './importInferenceMax.ts'
import { isMlperfSummary, mlperfFields, readMlperf } from './importMlperf.ts'
import { isVllm, readVllm } from './importVllm.ts'
import { isVllmConsole, vllmConsoleRecords } from './importVllmConsole.ts'
import type { Imported, RunContext } from './measuredRun.ts'

const FORMATS =
  'results of vllm bench serve (JSON, or the table it prints), AIPerf or GenAI-Perf (JSON or CSV), InferenceMAX rows (JSON or CSV) or an MLPerf summary'

type Drafted = { readonly fields: Fields; readonly draft: Draft | undefined }

/**
 * Reads a benchmark file of any known format. Each row stands by itself: it becomes a run, or its faults say what is
 * wrong with it. `file` names the rows.
 */
export function importBenchmark(file: string, text: string, context: RunContext, catalog: Catalog): Imported {
  const rows = draftRows(file, text)
  const runs = rows.flatMap(({ fields, draft }) => {
    const run = draft === undefined ? undefined : checkRun(draft, fields, context, catalog)
    return run === undefined ? [] : [run]
  })
  return { runs, faults: rows.flatMap(({ fields }) => fields.faults) }
}

function draftRows(file: string, text: string): Drafted[] {
  if (text.trim() === '') return [refuse(file, text)]
  if (isMlperfSummary(text)) {
    const fields = new Fields(file, mlperfFields(text))
    return [{ fields, draft: readMlperf(fields) }]
  }
  if (isVllmConsole(text)) return draftPrinted(file, text)
  const start = text.trimStart()[0]
  if (start === '{' || start === '[') return draftJson(file, text)
  if (isAiperfCsv(text)) return [readAiperfCsv(file, text)]
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  if (!meta.fields?.some((field) => field.endsWith('tput_per_gpu'))) return [refuse(file, text.slice(0, 60))]
  return data.map((record, index) => draftRecord(`${file} row ${index + 2}`, withoutEmpty(record)))
}

/** One record, an array of them, or one a line (as vLLM appends results). */
function draftJson(file: string, text: string): Drafted[] {
  const whole = parse(text)
  if (Array.isArray(whole))
    return whole.map((record, index) => draftRecord(`${file} row ${index + 1}`, record))
  if (whole !== undefined) return [draftRecord(file, whole)]
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) return [refuse(file, text.slice(0, 60))]
  return lines.map((line, index) => {
    const record = parse(line)
    const path = `${file} line ${index + 1}`
    return record === undefined ? refuse(path, line.slice(0, 60)) : draftRecord(path, record)
  })
}

/** Tables as a benchmark prints them: by number where there are more. */
function draftPrinted(file: string, text: string): Drafted[] {
  const records = vllmConsoleRecords(text)
  return records.map((record, index) => {
    const fields = new Fields(records.length > 1 ? `${file} row ${index + 1}` : file, record)
    return { fields, draft: readVllm(fields) }
  })
}

function draftRecord(path: string, record: unknown): Drafted {
  const fields = new Fields(path, record)
  if (fields.faults.length > 0) return { fields, draft: undefined }
  const own = record as Readonly<Record<string, unknown>>
  if (isInferenceMax(own)) return { fields, draft: readInferenceMax(fields) }
  if (isAiperf(own)) return { fields, draft: readAiperf(fields) }
  if (isVllm(own)) return { fields, draft: readVllm(fields) }
  return refuse(path, Object.keys(own).slice(0, 8).join(', '))
}

function refuse(path: string, value: unknown): Drafted {
  const fields = new Fields(path, {})
  fields.fault('', value, FORMATS)
  return { fields, draft: undefined }
}

function withoutEmpty(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== ''))
}

/** What Python writes where there is no number; such a field is as good as absent. */
const NO_NUMBER = /(?<=[:[,]\s*)-?(NaN|Infinity)(?=\s*[,}\]])/g

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll(NO_NUMBER, 'null'))
  } catch {
    return undefined
  }
}
