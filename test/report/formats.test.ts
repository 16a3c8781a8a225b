import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeReport } from '../../src/main/reports/writeReport.ts'
import type { Plan } from '../../src/plan/schema/plan.ts'
import { type Cell, isFigure, type ReportDocument } from '../../src/report/document.ts'
import { toCsvFiles } from '../../src/report/write/csv.ts'
import { createFormat } from '../../src/report/write/numbers.ts'
import { toXlsx } from '../../src/report/write/xlsx/xlsx.ts'
import { readWorkbook } from '../../src/workbook/readWorkbook.ts'
import { scanXml } from '../../src/workbook/scanXml.ts'
import { sampleReport } from './sampleReport.ts'

const english = sampleReport()
const chinese = sampleReport((plan) => plan, { language: 'zh' })
const inYuanWithTax = (plan: Plan): Plan => ({
  ...plan,
  currency: { shown: 'CNY', perUsd: { CNY: 7.1 } },
  finance: {
    ...plan.finance,
    tax: { ...plan.finance.tax, rateShare: 0.25 },
    debt: { ...plan.finance.debt, capitalShare: 0.6 },
  },
})
const yuan = sampleReport(inYuanWithTax, {
  ...{ language: 'zh', sections: ['summary', 'bill', 'accelerators', 'economics', 'binding'] },
})
const never = (): Promise<Uint8Array> => Promise.reject(new Error('Nothing is printed here'))

const raw = (cell: Cell): string | number | boolean | null => (isFigure(cell) ? cell.value : cell)

/** Words of a table as every format shows them, head and rows, cell by cell. */
function shownCells(report: ReportDocument): string[][][] {
  const format = createFormat(report.language)
  return report.sections
    .flatMap((section) => section.tables)
    .map((table) => {
      const { rows, hasTotal } = table
      const writers = format.columns(table)
      return rows.map((row, at) =>
        row.map((cell, index) =>
          hasTotal && at === rows.length - 1 && cell === null ? '' : writers[index]!(cell),
        ),
      )
    })
}

for (const report of [english, chinese, yuan]) {
  test(`XLSX holds every cell of every table, in ${report.language}, ${report.sections.length} sections`, () => {
    const format = createFormat(report.language)
    const sheets = readWorkbook(toXlsx(report))
    expect(sheets).toHaveLength(report.sections.length)
    report.sections.forEach((section, index) => {
      const rows = sheets[index]!.rows
      let from = 0
      for (const table of section.tables) {
        const title = rows.findIndex((row, at) => at >= from && row[0] === format.quarters(table.title))
        const first = rows.findIndex(
          (row, at) => at > title && row.length > 0 && row[0] === shown(table.rows[0]?.[0]),
        )
        table.rows.forEach((row, at) => {
          const wanted = row.map((cell) => shown(cell))
          const found = wanted.map((_, column) => rows[first + at]?.[column] ?? null)
          expect(found).toEqual(wanted.map((cell) => (cell === '' ? null : cell)))
        })
        from = first + table.rows.length
      }
      function shown(cell: Cell | undefined) {
        const value = raw(cell ?? null)
        return typeof value === 'string' ? format.quarters(value) : value
      }
    })
  })

  test(`HTML and DOCX show the same words in every cell of every table, in ${report.language}, ${report.sections.length} sections`, async () => {
    const few = {
      ...report,
      sections: report.sections.filter(({ id }) => report === english || id !== 'assumptions'),
    }
    const wanted = shownCells(few)
    const html = strFromU8(await writeReport(few, 'html', 'A4', never))
    expect(tablesOf(html.slice(html.indexOf('<main>')), 'table', 'tr', 'td')).toEqual(
      wanted.filter((table) => table.length > 0),
    )
    const docx = unzipSync(await writeReport(few, 'docx', 'A4', never))
    const document = strFromU8(docx['word/document.xml']!)
    const found = tablesOf(document, 'tbl', 'tr', 'tc').map((rows) => rows.slice(1))
    expect(found).toEqual(wanted.filter((table) => table.length > 0))
  })
}

/** Texts of cells of the tables of a page; head cells are not cells here, and tables with one cell a row are notes. */
function tablesOf(xml: string, tableTag: string, rowTag: string, cellTag: string): string[][][] {
  const tables: string[][][] = []
  let text: string[] | undefined
  scanXml(xml.replace(/<(meta|wbr|br)\b[^>]*>/g, '').replaceAll('<!doctype html>', ''), {
    open: (tag) => {
      if (tag === tableTag) tables.push([])
      if (tag === rowTag) tables.at(-1)?.push([])
      if (tag === cellTag) text = []
    },
    text: (own) => text?.push(own),
    close: (tag) => {
      if (tag === cellTag)
        tables
          .at(-1)!
          .at(-1)!
          .push((text ?? []).join(''))
      if (tag === cellTag) text = undefined
    },
  })
  const isNote = (rows: string[][]): boolean => rows.every((row) => row.length <= 1)
  return tables.map((rows) => rows.filter((row) => row.length > 0)).filter((rows) => !isNote(rows))
}

test('totals and levelised costs are formulas with their value beside them', () => {
  const files = unzipSync(toXlsx(english))
  const economics = english.sections.findIndex((section) => section.id === 'economics')
  const sheet = strFromU8(files[`xl/worksheets/sheet${economics + 1}.xml`]!)
  const formulas = [...sheet.matchAll(/<f>([^<]*)<\/f><v>([^<]*)<\/v>/g)].map(([, formula]) => formula!)
  expect(formulas.filter((formula) => formula.startsWith('SUM('))).not.toHaveLength(0)
  expect(formulas.some((formula) => /^B\d+\/C\d+$/.test(formula))).toBe(true)
  const summary = strFromU8(files['xl/worksheets/sheet1.xml']!)
  expect(summary).toContain("<f>'Economics'!C$")
})

test('the frame stays in sight, units stand in the formats, and no text can become a formula', () => {
  const hostile = sampleReport((plan) => ({
    ...plan,
    name: '=1+1',
    sites: plan.sites.map((site) => ({ ...site, name: '=HYPERLINK("https://example.org")' })),
  }))
  const files = unzipSync(toXlsx(hostile))
  const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/'))
  for (const [, bytes] of sheets) {
    const xml = strFromU8(bytes)
    expect(xml).toContain('state="frozen"')
    expect(xml).not.toMatch(/<f>[^<]*HYPERLINK/)
  }
  const styles = strFromU8(files['xl/styles.xml']!)
  expect(styles).toContain('quotePrefix="1"')
  expect(styles).toContain('formatCode="#,##0.0&quot; MW&quot;"')
})

test('a report whose audit failed says so on the first page of every format', async () => {
  const few = sampleReport((plan) => plan, { sections: ['summary', 'binding'] })
  const failed: ReportDocument = { ...few, warning: 'THE AUDIT OF THIS RESULT FAILED' }
  const html = strFromU8(await writeReport(failed, 'html', 'Letter', never))
  expect(html.match(/<p class="warning"/g)).toHaveLength(failed.sections.length + 1)
  expect(html).toContain('size: Letter')
  for (const { rows } of readWorkbook(toXlsx(failed))) expect(rows[2]![0]).toBe(failed.warning)
  const docx = unzipSync(await writeReport(failed, 'docx', 'A4', never))
  expect(strFromU8(docx['word/document.xml']!)).toContain(failed.warning)
  expect(strFromU8(docx['word/header1.xml']!)).toContain(failed.warning)
  const csv = unzipSync(await writeReport(failed, 'csv', 'A4', never))
  expect(strFromU8(Object.values(csv)[0]!)).toContain(failed.warning)
})

test('a Chinese report has Chinese headings, titles and heads, brings its font, and keeps every figure', async () => {
  const figuresOf = ({ sections }: ReportDocument) =>
    sections
      .flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flat().map(raw)))
      .filter((cell) => typeof cell === 'number')
  expect(figuresOf(chinese)).toEqual(figuresOf(english))
  const heads = chinese.sections.flatMap(({ heading, tables }) => [
    heading,
    ...tables.map((table) => table.title),
  ])
  expect(heads.filter((head) => !/[\u4e00-\u9fff]/.test(head))).toEqual([])
  const html = strFromU8(await writeReport(chinese, 'html', 'A4', never))
  expect(html).toContain('<html lang="zh-CN">')
  expect(html.match(/@font-face/g)!.length).toBeGreaterThan(5)
  expect(html.length).toBeLessThan(6_000_000)
  expect(html).not.toMatch(/(src|href)="(?!#)|@import|url\((?!data:font)/)
})

test('chosen sections alone, and the audit whether chosen or not where it failed', () => {
  const some = sampleReport((plan) => plan, { sections: ['summary', 'economics'] })
  expect(some.sections.map(({ id }) => id)).toEqual(['summary', 'economics'])
})

test('CSV in Chinese says units in Chinese, once, in Chinese brackets', () => {
  const text = toCsvFiles(chinese)
    .map((file) => file.text)
    .join('\n')
  expect(text).toContain('折现 token（万亿 token）')
  expect(text).toContain('占上限的比例')
  expect(text).not.toMatch(/占比（占比）|,share of | \(\p{Script=Han}/u)
})
