import { auditResult } from '../../engine/audit/auditResult.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { REPORT_FORMATS } from '../../main/reports/writeReport.ts'
import { buildReport, type ReportOptions, SECTION_IDS } from '../../report/buildReport.ts'
import type { ReportDocument } from '../../report/document.ts'
import { sayCatalog, sayWhole } from '../../report/words/sayNames.ts'
import { EXIT } from '../arguments/exit.ts'
import { readChoice } from '../arguments/options.ts'
import { readSolvedPlan } from '../arguments/planFile.ts'
import { say } from '../arguments/progress.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { REPORT_OPTIONS, readForm, writeDocument } from './reportOptions.ts'

const HELP = `tokenworks report PLAN RESULT --format ${REPORT_FORMATS.join('|')} --out FILE [options]

The build-out report of a solved plan: summary for the board, demand, sites, timeline with order-by dates, power,
cooling, bill of materials, accelerators, leases, economics, carbon and water, what binds, risks, audit, method, ledger of every input.
The audit runs anew; where it fails, every page says so. Every format has the same figures.

  html  one file that opens anywhere and fetches nothing; it has its styles, charts and Chinese font inside
  pdf   the same pages with contents and page numbers, printed by the Chromium or Chrome of this computer
        (TOKENWORKS_CHROMIUM names another)
  xlsx  a sheet a section; totals and levelised costs are formulas
  docx  for those who edit it further
  csv   one file a table; FILE is a folder, made where there is none, or an archive where it ends in .zip
  json  the report as data, no figure rounded

  --paper a4|letter     paper of PDF, HTML and DOCX; a4 unless named
  --language en|zh      English or Simplified Chinese; en unless named
  --numbers wan|metric  large numbers of a Chinese report by 万 and 亿, or by thousands and millions; wan unless named
  --sections a,b,...    only these of: ${SECTION_IDS.join(', ')}
  --revision NAME       name of the revision, for the head of each page

Ends with 0 where the report was written, 2 for wrong input.`

export async function report(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    ...REPORT_OPTIONS,
    sections: { type: 'string' },
    revision: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const form = readForm(values)
  const options = {
    day: form.day,
    language: form.language,
    numbers: form.numbers,
    revision: values.revision ?? '',
    sections: readSections(values.sections),
  }
  const document = await makeReport(positionals, options)
  await writeDocument(document, form)
  return EXIT.done
}

function readSections(text: string | undefined): readonly string[] | undefined {
  return text?.split(',').map((id) => readChoice('--sections', id.trim(), SECTION_IDS)!)
}

async function makeReport(files: readonly string[], options: ReportOptions): Promise<ReportDocument> {
  const { hash, ...own } = await readSolvedPlan(files[0], files[1])
  const language = options.language ?? 'en'
  const { plan, result } = sayWhole(own.plan, own.result, language)
  const catalog = await readCatalog()
  say('Auditing the result')
  const audit = auditResult(plan, catalog, result, hash)
  return buildReport(plan, sayCatalog(catalog, language), result, audit, options)
}
