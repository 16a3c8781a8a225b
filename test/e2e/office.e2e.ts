import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { readInputWorkbook, toInputWorkbook } from '../../src/exchange/tables/inputWorkbook.ts'
import { printPdf } from '../../src/main/print/printPdf.ts'
import { writeReport } from '../../src/main/reports/writeReport.ts'
import { readPlanText } from '../../src/plan/readPlan.ts'
import { toXlsx } from '../../src/report/write/xlsx/xlsx.ts'
import { readWorkbook } from '../../src/workbook/readWorkbook.ts'
import { sampleReport } from '../report/sampleReport.ts'
import { needChromium } from './needChromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'tokenworks-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const has = (command: string): boolean => spawnSync(command, ['--version']).error === undefined
/** Other programs judge our files where they are installed; elsewhere these tests say why they are left out. */
const hasCalc = has('localc')
const hasWriter = has('lowriter')
const hasPdfText = has('pdftotext')

const report = sampleReport((plan) => plan, {
  sections: ['summary', 'sites', 'timeline', 'power', 'economics', 'carbon-water', 'audit', 'method'],
})

function convert(file: string, format: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync(
    'soffice',
    ['--headless', profile, '--convert-to', format, '--outdir', join(folder, 'out'), file],
    {
      stdio: 'ignore',
    },
  )
}

test.skipIf(!hasCalc)('LibreOffice (if installed) computes every formula to our value', () => {
  const whole = sampleReport()
  const files = unzipSync(toXlsx(whole))
  // Without our values beside them nothing but the formulas can bring the figures back.
  const bare = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [
      name,
      name.startsWith('xl/worksheets/')
        ? strToU8(strFromU8(bytes).replace(/<\/f><v>[^<]*<\/v>/g, '</f>'))
        : bytes,
    ]),
  )
  writeFileSync(join(folder, 'report.xlsx'), zipSync(bare))
  convert(join(folder, 'report.xlsx'), 'xlsx:Calc MS Excel 2007 XML')
  const theirs = readWorkbook(readFileSync(join(folder, 'out/report.xlsx')))
  const ours = readWorkbook(toXlsx(whole))
  expect(theirs.map(({ name }) => name)).toEqual(ours.map(({ name }) => name))
  for (const [sheet, { rows }] of ours.entries())
    for (const [at, row] of rows.entries())
      for (const [column, cell] of row.entries()) {
        const other = theirs[sheet]!.rows[at]?.[column] ?? null
        if (typeof cell !== 'number') expect(other).toEqual(cell)
        else expect(Math.abs(Number(other) - cell)).toBeLessThanOrEqual(1e-9 * Math.abs(cell) + 1e-12)
      }
})

test.skipIf(!hasWriter)(
  'LibreOffice (if installed) opens the DOCX with its headings and figures',
  async () => {
    writeFileSync(join(folder, 'report.docx'), await writeReport(report, 'docx', 'Letter', printPdf))
    convert(join(folder, 'report.docx'), 'txt:Text (encoded):UTF8')
    const text = readFileSync(join(folder, 'out/report.txt'), 'utf8')
    for (const { heading } of report.sections) expect(text).toContain(heading)
    expect(text).toContain(report.inputsHash)
  },
)

test.skipIf(!hasCalc)(
  'inputs saved by LibreOffice (if installed) come back with nothing changed; a cell changed there is one change',
  () => {
    const plan = readPlanText(readFileSync('resources/samples/meridian.plan.json', 'utf8'))
    writeFileSync(join(folder, 'inputs.xlsx'), toInputWorkbook(plan))
    convert(join(folder, 'inputs.xlsx'), 'xlsx:Calc MS Excel 2007 XML')
    const saved = readFileSync(join(folder, 'out/inputs.xlsx'))
    expect(readInputWorkbook(plan, saved)).toEqual({ plan, changes: [], faults: [] })
    const files = unzipSync(saved)
    const [name, xml] = Object.entries(files)
      .map(([file, bytes]) => [file, strFromU8(bytes)] as const)
      .find(
        ([file, text]) =>
          file.startsWith('xl/worksheets/') && text.includes(`<v>${plan.sites[0]!.power.gridLimitMw}</v>`),
      )!
    const edited = strToU8(xml.replace(`<v>${plan.sites[0]!.power.gridLimitMw}</v>`, '<v>6.25</v>'))
    const { changes, plan: after } = readInputWorkbook(plan, zipSync({ ...files, [name]: edited }))
    expect(changes).toHaveLength(1)
    expect(JSON.stringify(after)).toContain('6.25')
  },
)

test.skipIf(!hasPdfText)(
  'PDF (read by pdftotext, if installed) shows the numbers that HTML shows',
  async () => {
    process.env.TOKENWORKS_CHROMIUM ??= needChromium()
    for (const language of ['en', 'zh'] as const) {
      const own = sampleReport((plan) => plan, { language })
      const file = join(folder, `${language}.pdf`)
      writeFileSync(file, await writeReport(own, 'pdf', language === 'en' ? 'A4' : 'Letter', printPdf))
      const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
      const html = strFromU8(await writeReport(own, 'html', 'A4', printPdf))
      const shown = [...html.matchAll(/<data value="[^"]*">([^<]*)</g)].flatMap(
        ([, words]) => words!.match(NUMBER) ?? [],
      )
      // The minus of a bold Chinese line is read as a line of its own: signs are counted apart.
      const count = (own: readonly string[]) =>
        Map.groupBy(
          own.flatMap((number) => number.match(/−|[^−]+/g) ?? []),
          (part) => part,
        )
      const inPdf = count(text.match(NUMBER) ?? [])
      const missing = [...count(shown)].filter(
        ([number, times]) => (inPdf.get(number)?.length ?? 0) < times.length,
      )
      expect(missing.map(([number]) => number)).toEqual([])
      for (const { heading } of own.sections)
        expect(text.replace(/\s/g, '')).toContain(heading.replace(/\s/g, ''))
      const size = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
      expect(size).toContain(language === 'en' ? '594.96 x 841.92' : '612 x 792')
    }
  },
)

const NUMBER = /−|\d[\d,]*(?:\.\d+)?/g
