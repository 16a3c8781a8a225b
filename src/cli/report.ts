import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { auditResult } from '../engine/audit/auditResult.ts'
import { printPdf } from '../main/printPdf.ts'
import { readCatalog } from '../main/readCatalog.ts'
import { writeAtomically } from '../main/writeAtomically.ts'
import { AppFault } from '../plan/fault.ts'
import { buildReport } from '../report/buildReport.ts'
import type { ReportDocument } from '../report/document.ts'
import { toCsvFiles } from '../report/write/csv.ts'
import { toHtml } from '../report/write/html.ts'
import { pagesOfPlaces } from '../report/write/pdfPages.ts'
import type { Paper } from '../report/write/styleSheet.ts'
import { EXIT } from './exit.ts'
import { readSolvedPlan } from './planFile.ts'

const HELP = `tokenworks report PLAN RESULT --format html|pdf|csv|json --out FILE [--paper a4|letter]

The build-out report of a solved plan: summary for the board, demand, sites, timeline with order-by dates, power,
cooling, bill of materials, accelerators, leases, economics, carbon and water, what binds, risks, audit, method, ledger of every input.
The audit runs anew. Every format has the same figures.

  html  one file that opens anywhere and fetches nothing; it has its styles and charts inside
  pdf   the same pages with contents and page numbers, printed by the Chromium or Chrome of this computer
        (TOKENWORKS_CHROMIUM names another)
  csv   one file a table; FILE is a folder, made where there is none
  json  the report as data, no figure rounded

Ends with 0 where the report was written, 2 for wrong input.`

/** Writes a document to a path. */
type Write = (document: ReportDocument, out: string, paper: Paper) => void | Promise<void>

const FORMATS: Readonly<Record<string, Write>> = {
  html: (document, out, paper) => writeAtomically(out, toHtml(document, { paper, pages: new Map() })),
  pdf: async (document, out, paper) => {
    const draft = await printPdf(toHtml(document, { paper, pages: new Map() }))
    writeAtomically(out, await printPdf(toHtml(document, { paper, pages: pagesOfPlaces(draft) })))
  },
  csv: (document, out) => {
    mkdirSync(out, { recursive: true })
    for (const { name, text } of toCsvFiles(document)) writeAtomically(join(out, name), text)
  },
  json: (document, out) => writeAtomically(out, `${JSON.stringify(document, null, 2)}\n`),
}

const PAPERS: Readonly<Record<string, Paper>> = { a4: 'A4', letter: 'Letter' }

export async function report(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      format: { type: 'string' },
      out: { type: 'string' },
      paper: { type: 'string', default: 'a4' },
    },
    allowPositionals: true,
  })
  if (values.help) {
    console.log(HELP)
    return EXIT.done
  }
  const format = values.format ?? ''
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  if (!write) throw badOption('--format', values.format, `one of ${Object.keys(FORMATS).join(', ')}`)
  if (!values.out) throw badOption('--out', values.out, 'where to write the report')
  const paper = Object.hasOwn(PAPERS, values.paper) ? PAPERS[values.paper] : undefined
  if (!paper) throw badOption('--paper', values.paper, 'a4 or letter')
  await write(await makeReport(positionals[0], positionals[1]), values.out, paper)
  return EXIT.done
}

async function makeReport(planFile?: string, resultFile?: string): Promise<ReportDocument> {
  const { plan, result, hash } = await readSolvedPlan(planFile, resultFile)
  const catalog = await readCatalog()
  const day = new Date().toISOString().slice(0, 10)
  return buildReport(plan, catalog, result, auditResult(plan, catalog, result, hash), day)
}

function badOption(path: string, value: unknown, expected: string): AppFault {
  return new AppFault('bad-input', 'An option is missing or wrong', [{ path, value, expected }])
}
