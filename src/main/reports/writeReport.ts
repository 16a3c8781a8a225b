import { strToU8, zipSync } from 'fflate'
import { ReportFormat } from '../../contract/contract.ts'
import type { ReportDocument } from '../../report/document.ts'
import { toCsvFiles } from '../../report/write/csv.ts'
import { toDocx } from '../../report/write/docx/docx.ts'
import { type Print, toHtml } from '../../report/write/html.ts'
import { packPdf } from '../../report/write/pdf/packPdf.ts'
import { pagesOfPlaces } from '../../report/write/pdf/pdfPages.ts'
import type { Paper } from '../../report/write/styleSheet.ts'
import { toXlsx } from '../../report/write/xlsx/xlsx.ts'
import { fontFacesFor } from './fontFaces.ts'

export const REPORT_FORMATS = ReportFormat.options

/** Ends of the files; all tables as CSV travel in one archive. */
export const ENDINGS: Readonly<Record<ReportFormat, string>> = {
  html: 'html',
  pdf: 'pdf',
  xlsx: 'xlsx',
  docx: 'docx',
  csv: 'csv.zip',
  json: 'json',
}

/** PDF of a page that needs nothing but itself. */
export type PrintPdf = (html: string) => Promise<Uint8Array>

/** A report in one of its formats, as the bytes of a file. */
export async function writeReport(
  report: ReportDocument,
  format: ReportFormat,
  paper: Paper,
  printPdf: PrintPdf,
): Promise<Uint8Array> {
  switch (format) {
    case 'html':
      return strToU8(htmlOf(report, paper))
    case 'pdf':
      return packPdf(await printTwice(report, paper, printPdf))
    case 'xlsx':
      return toXlsx(report)
    case 'docx':
      return toDocx(report, paper)
    case 'csv':
      return zipSync(Object.fromEntries(toCsvFiles(report).map(({ name, text }) => [name, strToU8(text)])))
    case 'json':
      return strToU8(`${JSON.stringify(report, null, 2)}\n`)
  }
}

/** The page with the pieces of the Chinese font that its own signs need; none where it has no such sign. */
function htmlOf(report: ReportDocument, paper: Paper, pages: Print['pages'] = new Map()): string {
  const bare = toHtml(report, { paper, pages })
  const fontFaces = fontFacesFor(bare)
  return fontFaces === '' ? bare : toHtml(report, { paper, pages, fontFaces })
}

/** Once to learn on which page each section falls, once with those numbers in the contents. */
async function printTwice(report: ReportDocument, paper: Paper, printPdf: PrintPdf): Promise<Uint8Array> {
  const draft = await printPdf(htmlOf(report, paper))
  return printPdf(htmlOf(report, paper, pagesOfPlaces(draft)))
}
