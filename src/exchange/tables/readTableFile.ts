import Papa from 'papaparse'
import { AppFault } from '../../plan/fault.ts'
import type { ReadCell } from '../../workbook/readSheet.ts'
import { type ReadSheet, readWorkbook } from '../../workbook/readWorkbook.ts'
import { isZip } from '../../workbook/unzip.ts'

/** Larger files are no tables of a plan. */
const MOST_BYTES = 8 * 1024 * 1024
/** Traces of millions of requests are texts too. */
const MOST_TEXT_BYTES = 128 * 1024 * 1024
const MOST_ROWS = 100_000
const MOST_COLUMNS = 2000

/** Sheets of an XLSX file, or the one table of a text file: commas, semicolons or tabs between its cells. */
export function readTableFile(bytes: Uint8Array): ReadSheet[] {
  if (bytes.length > MOST_BYTES) throw refused(`${bytes.length} bytes`, `at most ${MOST_BYTES} bytes`)
  if (isZip(bytes)) return readWorkbook(bytes)
  const { data } = Papa.parse<string[]>(readText(bytes), { skipEmptyLines: 'greedy', preview: MOST_ROWS + 1 })
  if (data.length > MOST_ROWS) throw refused(`more than ${MOST_ROWS} rows`, `at most ${MOST_ROWS} rows`)
  const widest = data.reduce((most, row) => Math.max(most, row.length), 0)
  if (widest > MOST_COLUMNS) throw refused(`${widest} columns`, `at most ${MOST_COLUMNS} columns`)
  return [{ name: 'table', rows: data.map((row) => row.map(toCell)) }]
}

/** Text of a file by its byte order mark, else UTF-8; anything else would be read as other words than were written. */
export function readText(bytes: Uint8Array): string {
  if (bytes.length > MOST_TEXT_BYTES)
    throw refused(`${bytes.length} bytes`, `at most ${MOST_TEXT_BYTES} bytes`)
  const mark = [bytes[0], bytes[1]].join()
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw isOldExcel(bytes)
      ? refused('an older Excel file, or one with a password', 'an XLSX file without a password')
      : refused(
          `signs that are no ${encoding.toUpperCase()}`,
          'text in UTF-8: save the file as "CSV UTF-8"',
          firstWrongLine(bytes, encoding),
        )
  }
  if (text.includes('\0')) throw refused('neither a spreadsheet nor text', 'an XLSX file or a table as text')
  return text
}

function toCell(text: string): ReadCell {
  const cell = text.trim()
  if (cell === '') return null
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(cell) ? Number(cell) : cell
}

/** XLS before XLSX, and XLSX with a password: both are documents within an older container. */
function isOldExcel(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((own, at) => bytes[at] === own)
}

/** Number of the line, from 1, in which the first sign of another encoding stands. */
function firstWrongLine(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes)
  return text.slice(0, text.indexOf('\uFFFD')).split('\n').length
}

function refused(value: string, expected: string, line?: number): AppFault {
  const path = line === undefined ? 'file' : `file, line ${line}`
  return new AppFault('bad-input', 'The file cannot be read as a table', [{ path, value, expected }])
}
