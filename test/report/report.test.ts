import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { Plan } from '../../src/plan/schema/plan.ts'
import { buildReport } from '../../src/report/buildReport.ts'
import { type Cell, isFigure, type ReportDocument, type Table } from '../../src/report/document.ts'
import { toCsvFiles } from '../../src/report/write/csv.ts'
import { escapeBreakable } from '../../src/report/write/escape.ts'
import { toHtml } from '../../src/report/write/html.ts'
import { pagesOfPlaces } from '../../src/report/write/pdf/pdfPages.ts'
import { audit, catalog, plan, result, sampleReport } from './sampleReport.ts'

const report = sampleReport()
const tables = report.sections.flatMap((section) => section.tables)
const table = (id: string): Table => tables.find((own) => own.id === id)!
const numbersOf = (rows: readonly (readonly Cell[])[]): number[] =>
  rows.flat().flatMap((cell) => (isFigure(cell) ? [cell.value] : typeof cell === 'number' ? [cell] : []))

test('every table has as many cells as columns, an id of its own, and only finite numbers', () => {
  expect(new Set(tables.map((own) => own.id)).size).toBe(tables.length)
  for (const { columns, rows } of tables) {
    for (const row of rows) expect(row).toHaveLength(columns.length)
    expect(numbersOf(rows).every(Number.isFinite)).toBe(true)
  }
})

test('totals are the figures of the summary', () => {
  const value = (name: string): number => {
    const cell = table('key-figures').rows.find((row) => row[0] === name)![1]
    return isFigure(cell) ? cell.value : Number.NaN
  }
  const cost = table('cost-lines').rows.at(-1)!
  expect(cost[2]).toBeCloseTo(value('Net present cost'), 6)
  expect(cost[4]).toBeCloseTo(value('Levelised cost, input and output'), 9)
  expect(table('cost-by-site').rows.at(-1)!.at(-1)).toBeCloseTo(value('Net present cost'), 6)
  expect(table('cost-by-year').rows.at(-1)!.at(-1)).toBeCloseTo(value('Net present cost'), 6)
  expect(table('sites-at-end').rows.at(-1)![3]).toBeCloseTo(value('IT load built, 2031Q4'), 9)
})

test('tax and loans stand beside the figures before tax, with every year of them', () => {
  const { finance } = plan
  const own = {
    ...finance,
    tax: { ...finance.tax, rateShare: 0.25 },
    debt: { ...finance.debt, capitalShare: 0.6 },
  }
  const taxed = sampleReport((before) => ({ ...before, finance: own }), { sections: ['economics'] })
  const found = (id: string) => taxed.sections[0]!.tables.find((one) => one.id === id)!
  const value = (name: string) =>
    found('business').rows.find(([first]) => first === name)?.[1] as { value: number }
  expect(value('Net present value after tax').value).toBeLessThan(value('Net present value').value)
  expect(value('Least debt service coverage').value).toBeGreaterThan(0)
  const taxes = found('tax').rows
  const sum = taxes.slice(0, -1).reduce((total, row) => total + Number(row[6]), 0)
  expect(taxes.at(-1)![6]).toBeCloseTo(sum, 9)
  expect(table('business').rows).toHaveLength(4)
  expect(tables.some((one) => one.id === 'tax')).toBe(false)
})

test('budgets: what is used in each year, what is left of a limit, and what more would save', () => {
  const solved = {
    ...result,
    budgetWorths: [{ name: 'capex-year' as const, period: '2027Q4', usdPerUnit: 2e5 }],
  }
  const written = buildReport(
    { ...plan, budget: { ...plan.budget, capexMusdByYear: [600] } },
    catalog,
    solved,
    audit,
    {
      ...{ day: '2026-11-25', sections: ['budgets'] },
    },
  )
  const rows = written.sections[0]!.tables[0]!.rows
  const years = rows.filter(([name]) => name === 'Capital of the year')
  const amountOf = (cell: Cell | undefined) => (isFigure(cell) ? cell.value : Number.NaN)
  expect(years.map(([, from]) => from)).toEqual(result.periods.filter((own) => own.endsWith('Q4')))
  for (const row of years) expect(amountOf(row[3]) + amountOf(row[5])).toBeCloseTo(600, 9)
  expect(years.map((row) => amountOf(row[6]))).toEqual(
    years.map(([, from]) => (from === '2027Q4' ? 0.2 : Number.NaN)),
  )
  const [whole] = rows
  expect(amountOf(whole![3])).toBeCloseTo(
    years.reduce((sum, row) => sum + amountOf(row[3]), 0),
    9,
  )
  expect(whole!.slice(4)).toEqual(['none', null, null])
})

test('racks that come in a quarter are ordered their lead time earlier, by the calendar', () => {
  const order = table('orders').rows.find((row) => row[4] === 'NVIDIA B300 SXM' && row[2] === 'Dallas')!
  expect(order.slice(0, 2)).toEqual(['2026-10-01', '2027Q3'])
})

test('accelerators and classes are called as on the screens, in the ledger too; ids stand in the column of ids', () => {
  for (const language of ['en', 'zh'] as const) {
    const { sections } = sampleReport(undefined, { language })
    const said = sections.filter(({ id }) => id !== 'sources' && id !== 'method')
    const ids = said
      .flatMap(({ tables, charts }) => [
        ...tables.flatMap((own) => [...own.columns.map(({ title }) => title), ...own.rows.flat()]),
        JSON.stringify(charts),
      ])
      .filter((cell) => typeof cell === 'string' && /b300-node|gb300-rack/.test(cell))
    expect(ids).toEqual(plan.accelerators.map(({ id }) => id))
    expect(JSON.stringify(said).includes('interactive-complex')).toBe(language === 'en')
  }
})

test('a model with a licence is listed where and while it is deployed, with what stands ready', () => {
  const row = {
    siteId: 'dal',
    modelId: 'small',
    heldUnitsBySlice: { 'b300-node': [1, 3], 'gb300-rack': [2, 1] },
  }
  const licensed = sampleReport(
    (plan) => ({
      ...plan,
      models: plan.models.map((own) => ({ ...own, licenceUsdPerSiteYear: 50_000, minimumReplicas: 2 })),
    }),
    { sections: ['accelerators'] },
    [
      { ...row, period: '2027Q1' },
      { ...row, period: '2027Q2' },
    ],
  )
  const deployed = licensed.sections.flatMap(({ tables: own }) => own).find(({ id }) => id === 'deployments')
  expect(deployed!.rows).toHaveLength(1)
  expect(deployed!.rows[0]!.slice(1)).toEqual(['Dallas', '2027Q1', '2027Q2', 50, 2, 4])
  expect(table('deployments')).toBeUndefined()
})

test('units that read prompts alone have a column where there are any', () => {
  const heads = (own: ReportDocument) => {
    const found = own.sections.flatMap(({ tables: all }) => all).find(({ id }) => id === 'placement')
    return found!.columns.map((column) => column.title)
  }
  const placements = result.placements.map((own) => ({ ...own, prefillUnits: own.units / 4 }))
  const options = { day: '2026-11-25', sections: ['accelerators'] } as const
  const apart = buildReport(plan, catalog, { ...result, placements }, audit, options)
  expect(heads(apart)).toEqual(expect.arrayContaining(['Of them, reading prompts alone']))
  expect(heads(report)).not.toEqual(expect.arrayContaining(['Of them, reading prompts alone']))
})

/** Figures of a CSV file, cell by cell, as a spreadsheet program would read them. */
function figuresOfCsv(text: string): number[] {
  const [, ...rows] = Papa.parse<string[]>(text.trim()).data
  return rows.flat().flatMap((cell) => (cell !== '' && Number.isFinite(Number(cell)) ? [Number(cell)] : []))
}

test('CSV has every figure of every table, in full', () => {
  const [about, ...files] = toCsvFiles(report)
  expect(about!.text).toContain(report.inputsHash)
  expect(files.map((file) => file.name.replace(/^\d+-|\.csv$/g, ''))).toEqual(tables.map((own) => own.id))
  files.forEach((file, index) => {
    expect(figuresOfCsv(file.text)).toEqual(expect.arrayContaining(numbersOf(tables[index]!.rows)))
  })
})

/** Figures of `data` elements: those of the paragraphs first, then those of the tables, in order of the document. */
function figuresOfHtml(html: string): number[] {
  return [...html.matchAll(/<data value="([^"]*)">/g)].map((match) => Number(match[1]))
}

test('HTML has the figures of every paragraph and table, in full and in order', () => {
  const all = report.sections.flatMap((section) => [
    ...section.paragraphs.flat().flatMap((part) => (isFigure(part) ? [part.value] : [])),
    ...section.tables.flatMap((own) => numbersOf(own.rows)),
  ])
  expect(figuresOfHtml(toHtml(report))).toEqual(all)
})

test('what HTML shows of a figure is its value rounded', () => {
  const html = toHtml(report)
  for (const [, value, text] of html.matchAll(/<data value="([^"]*)">([^<]*)</g)) {
    const shown = Number(/[−\d][\d,]*(\.\d+)?/.exec(text!)![0].replaceAll(',', '').replace('−', '-'))
    const scaled = text!.includes(' %') ? Number(value) * 100 : Number(value)
    const decimals = /\.(\d+)/.exec(text!)?.[1]?.length ?? 0
    expect(Math.abs(shown - scaled)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6 * Math.abs(scaled))
  }
})

test('the ledger has every input once, with default, override and where it comes from', () => {
  const overridden = sampleReport((plan) => ({
    ...plan,
    catalogOverrides: [
      {
        table: 'regions',
        rowId: 'us-nova',
        column: 'mean_db_c',
        value: 14,
        note: 'Own station, 2026-08 (A)',
      },
    ],
  }))
  const ledger = overridden.sections
    .find((own) => own.id === 'assumptions')!
    .tables.filter((own) => own.id.startsWith('ledger'))
  const find = (title: string, item: string, field: string) =>
    ledger.find((own) => own.title === title)!.rows.filter((row) => row[0] === item && row[1] === field)
  expect(find('Catalog: regions', 'Northern Virginia (Ashburn)', 'Mean temperature')).toEqual([
    [
      'Northern Virginia (Ashburn)',
      'Mean temperature',
      { value: 14, unit: '°C' },
      'override',
      { value: 12.9, unit: '°C' },
      expect.any(Number),
      '2026-08',
      'A',
    ],
  ])
  const ramp = find('Site Ashburn', 'Ashburn', 'power, ramp')[0]!
  expect(ramp.slice(2, 4)).toEqual([{ value: 1.4, unit: 'MW a quarter' }, 'plan'])
  const loss = find('Site Ashburn', 'Ashburn', 'facility, electrical loss share')[0]!
  expect(loss.slice(2, 5)).toEqual([
    { value: 0.06, unit: 'share' },
    'default',
    { value: 0.06, unit: 'share' },
  ])
  // What a field refers to, and who has it, is called as on the screens.
  const rack = find('Accelerators', 'NVIDIA GB300 NVL72', 'catalog accelerator')[0]!
  expect(rack[2]).toBe('NVIDIA GB300 NVL72')
  const texts = ledger.flatMap((own) => own.rows.flatMap((row) => [row[0], row[1], row[2]]))
  for (const id of ['b300-node', 'gb300-rack', 'us-nova', 'dlc85_w45_drycooler', 'region shares, dal'])
    expect(texts).not.toContain(id)
  const names = ledger.flatMap((own) => own.rows.map((row) => `${own.title} ${row[0]} ${row[1]}`))
  expect(names.length - new Set(names).size).toBe(0)
})

test('long words of a cell may break between pieces, and no piece escapes', () => {
  expect(escapeBreakable(`<${'a'.repeat(40)} b`)).toBe(`&lt;${'a'.repeat(29)}<wbr>${'a'.repeat(11)} b`)
})

test('pages of sections are read from what Chromium prints', () => {
  const pdf = [
    '%PDF-1.4',
    '1 0 obj\n<</Type /Catalog\n/Pages 2 0 R\n/Dests 7 0 R>>\nendobj',
    '2 0 obj\n<</Type /Pages\n/Count 3\n/Kids [3 0 R 6 0 R]>>\nendobj',
    '3 0 obj\n<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]>>\nendobj',
    '7 0 obj\n<</summary [5 0 R /XYZ 0 841 0]\n/carbon-water [6 0 R /XYZ 0 300 0]>>\nendobj',
  ].join('\n')
  expect([...pagesOfPlaces(new TextEncoder().encode(pdf))]).toEqual([
    ['summary', 2],
    ['carbon-water', 3],
  ])
  expect(pagesOfPlaces(new Uint8Array(10)).size).toBe(0)
  const html = toHtml(report, { paper: 'Letter', pages: new Map([['summary', 2]]) })
  expect(html).toContain('Summary for the board</a><span>2</span>')
  expect(html).toContain('size: Letter;')
})

const HOSTILE = '=HYPERLINK("https://example.org","x")'

function hostileReport(name: string, sections?: readonly string[]): ReportDocument {
  const rename = (plan: Plan): Plan => ({
    ...plan,
    name,
    sites: plan.sites.map((site) => ({ ...site, name, note: name })),
    regions: plan.regions.map((region) => ({ ...region, name })),
  })
  return sampleReport(rename, { sections })
}

test('no cell of a CSV begins as a formula, whatever things are called', () => {
  for (const name of [HOSTILE, '+1', '-1+cmd|"/c calc"!A0', '@SUM(A1)', '\t=1', '＝1+1', ' =1']) {
    const few = hostileReport(name, ['summary', 'sites', 'distribution', 'assumptions'])
    for (const { text } of toCsvFiles(few)) {
      const cells = Papa.parse<string[]>(text.replace('\ufeff', '')).data.flat()
      const signed = cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))
      expect(signed.filter((cell) => !Number.isFinite(Number(cell)))).toEqual([])
    }
  }
})

test('names stay names in HTML, its styles and its charts; nothing can be fetched', () => {
  const name = `</style><script>alert(1)</script><img src=x onerror="y"> & 'z' ${HOSTILE}`
  const html = toHtml(hostileReport(name))
  expect(html).not.toMatch(/<script|<img|<\/style>\s*<script/)
  expect(html.match(/<\/style>/g)).toHaveLength(1)
  expect(html).toContain(
    '&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;y&quot;&gt; &amp; &#39;z&#39;',
  )
  expect(html).toContain(`default-src 'none'`)
  expect(html).not.toMatch(/(src|href)="(?!#)|url\((?!data:font)|@import/)
})
