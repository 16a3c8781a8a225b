import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportFormat } from '../../contract/contract.ts'
import { printPdf } from '../../main/print/printPdf.ts'
import { REPORT_FORMATS, writeReport } from '../../main/reports/writeReport.ts'
import { writeAtomically } from '../../main/writeAtomically.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Language, NumberSteps, ReportDocument } from '../../report/document.ts'
import { toCsvFiles } from '../../report/write/csv.ts'
import type { Paper } from '../../report/write/styleSheet.ts'
import { need, readChoice } from '../arguments/options.ts'
import { say } from '../arguments/progress.ts'

/** Options that every command which writes a report has. */
export const REPORT_OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  format: { type: 'string' },
  out: { type: 'string' },
  paper: { type: 'string', default: 'a4' },
  language: { type: 'string', default: 'en' },
  numbers: { type: 'string', default: 'wan' },
} as const

interface Values {
  readonly format?: string | undefined
  readonly out?: string | undefined
  readonly paper: string
  readonly language: string
  readonly numbers: string
}

/** How a report is to be written, and where. */
export interface Form {
  readonly format: ReportFormat
  readonly out: string
  readonly paper: Paper
  readonly language: Language
  readonly numbers: NumberSteps
  /** Today. */
  readonly day: string
}

export function readForm({ format, out, paper, language, numbers }: Values): Form {
  const choice = readChoice('--format', format, REPORT_FORMATS)
  if (choice === undefined) {
    throw new AppFault('bad-input', 'An option is missing', [
      { path: '--format', value: format, expected: `one of ${REPORT_FORMATS.join(', ')}` },
    ])
  }
  return {
    format: choice,
    out: need('--out', out, 'where to write the report'),
    paper: readChoice('--paper', paper, ['a4', 'letter'])! === 'a4' ? 'A4' : 'Letter',
    language: readChoice('--language', language, ['en', 'zh'])!,
    numbers: readChoice('--numbers', numbers, ['wan', 'metric'])!,
    day: new Date().toISOString().slice(0, 10),
  }
}

/** Writes the report; tables as CSV go into a folder unless the name is that of an archive. */
export async function writeDocument(document: ReportDocument, form: Form): Promise<void> {
  say(`Writing ${form.out}`)
  if (form.format === 'csv' && !form.out.endsWith('.zip')) {
    mkdirSync(form.out, { recursive: true })
    for (const { name, text } of toCsvFiles(document)) writeAtomically(join(form.out, name), text)
    return
  }
  writeAtomically(form.out, await writeReport(document, form.format, form.paper, printPdf))
}
