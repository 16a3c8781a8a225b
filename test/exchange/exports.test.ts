import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { planCatalog } from '../../src/catalog/planCatalog.ts'
import { toPypsaFiles } from '../../src/exchange/export/pypsa.ts'
import { exportFile } from '../../src/main/exchange/exportFile.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { US_DOLLARS } from '../../src/plan/currency.ts'
import { readPlanText } from '../../src/plan/readPlan.ts'
import { PlanResult } from '../../src/plan/result/result.ts'
import { buildComparison } from '../../src/report/buildComparison.ts'
import { isFigure } from '../../src/report/document.ts'
import { toHtml } from '../../src/report/write/html.ts'

const plan = readPlanText(readFileSync('resources/samples/meridian.plan.json', 'utf8'))
const result = PlanResult.parse(JSON.parse(readFileSync('resources/samples/meridian.result.json', 'utf8')))
const catalog = await readCatalog()
const made = (format: Parameters<typeof exportFile>[3]) =>
  exportFile(plan, catalog, result, format, new Date('2026-11-25T12:00:00Z')).bytes

test('the plan goes out as the document that it came from', () => {
  expect(readPlanText(strFromU8(made('plan')))).toEqual(plan)
  expect(PlanResult.parse(JSON.parse(strFromU8(made('result'))))).toEqual(result)
})

test('GeoJSON has a point for each site with what is built there', () => {
  const { features } = JSON.parse(strFromU8(made('geojson')))
  expect(features).toHaveLength(plan.sites.length + plan.regions.length)
  const last = result.builds.filter((build) => build.period === result.periods.at(-1))
  expect(features[0]).toMatchObject({
    geometry: { type: 'Point' },
    properties: { builtItMw: last[0]!.builtItMw },
  })
})

test('the calendar holds every order-by date, folded and escaped as the format wants', () => {
  const text = strFromU8(made('ics'))
  const lines = text.split('\r\n')
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  const unfolded = text.replaceAll('\r\n ', '')
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20261001')
  expect(unfolded).toMatch(/SUMMARY:Order by: Dallas\\, 2027Q3/)
  expect(unfolded.match(/BEGIN:VEVENT/g)!.length).toBe(unfolded.match(/UID:/g)!.length)
  expect(new Set(unfolded.match(/UID:\S+/g)).size).toBe(unfolded.match(/UID:/g)!.length)
})

test('the PyPSA folder balances: in each snapshot what is generated is the load', () => {
  const files = unzipSync(made('pypsa'))
  const rows = (name: string) =>
    Papa.parse<Record<string, string>>(strFromU8(files[name]!).trim(), { header: true }).data
  const sum = (row: Record<string, string>) =>
    Object.entries(row).reduce((all, [key, value]) => all + (key === 'snapshot' ? 0 : Number(value)), 0)
  const loads = rows('loads-p_set.csv')
  const generators = rows('generators-p_set.csv')
  expect(loads).toHaveLength(result.slices.length)
  loads.forEach((row, index) => {
    expect(sum(row)).toBeCloseTo(sum(generators[index]!), 6)
  })
  const names = new Set(rows('generators.csv').map((row) => row.name))
  for (const key of Object.keys(generators[0]!)) if (key !== 'snapshot') expect(names.has(key)).toBe(true)
  const hours = rows('snapshots.csv').reduce((all, row) => all + Number(row.objective), 0)
  expect(hours).toBeGreaterThan(2100)
  // What is stored fills within the hours of a block, money counts all days that it stands for.
  expect(rows('snapshots.csv').map(({ stores }) => Number(stores))).toEqual(
    result.slices.map(({ hoursUtc }) => hoursUtc.length),
  )
  expect(files['generators-p_max_pu.csv']).toBeUndefined()
})

test('PyPSA is given the prices of the last period, with carbon, as the plan pays them', () => {
  const pricesOf = (changePerYear: number, carbonUsdPerTonne: number) => {
    const sites = plan.sites.map((site) => ({
      ...site,
      power: { ...site.power, energyPriceChangePerYear: changePerYear },
    }))
    const own = { ...plan, sites, finance: { ...plan.finance, carbonUsdPerTonne } }
    const csv = toPypsaFiles(own, planCatalog(own, catalog), result).get('generators-marginal_cost.csv')!
    const [row] = Papa.parse<Record<string, string>>(csv.trim(), { header: true }).data
    return plan.sites.flatMap(({ id }) => {
      const value = row![`${id} grid`]
      return value === undefined ? [] : [{ id, usd: Number(value) }]
    })
  }
  const first = pricesOf(0, 0)
  expect(first.length).toBeGreaterThan(1)
  const years = plan.horizon.periods / 4 - 1 / 8
  for (const [at, { id, usd }] of pricesOf(0.1, 50).entries()) {
    const { catalogRegionId } = plan.sites.find((site) => site.id === id)!
    const gramsPerKwh = catalog.regions.find((row) => row.id === catalogRegionId)!.gco2KwhDirect
    expect(usd).toBeCloseTo(first[at]!.usd * 1.1 ** years + (gramsPerKwh / 1000) * 50, 6)
  }
})

test('a comparison says what differs in input and output, a change report from what to what', () => {
  const other = { ...plan, name: 'Dearer power', finance: { ...plan.finance, carbonUsdPerTonne: 50 } }
  const dearer = {
    ...result,
    summary: { ...result.summary, netPresentCostMusd: result.summary.netPresentCostMusd * 1.1 },
  }
  const compared = [
    { name: 'Base', plan, result },
    { name: 'Leases only', plan: other, result: dearer },
  ]
  for (const language of ['en', 'zh'] as const) {
    const report = buildComparison(compared, {
      day: '2026-11-25',
      language,
      kind: 'change',
      money: US_DOLLARS,
      catalog,
    })
    const table = (id: string) =>
      report.sections.flatMap(({ tables }) => tables).find((own) => own.id === id)!
    const price = (value: number) => ({ value, unit: '$ per tonne', digits: String(value).length })
    expect(table('inputs').rows).toEqual([
      [
        language === 'en' ? 'carbon price · finance' : expect.stringMatching(/^碳价 · /),
        ...[price(0), price(50), expect.any(String)],
      ],
    ])
    const lines = table('costs').rows.map(([name]) => name)
    expect(lines).toContain(language === 'en' ? 'Purchase NVIDIA B300 SXM' : '采购 NVIDIA B300 SXM')
    expect(lines.filter((name) => /b300-node|gb300-rack/.test(String(name)))).toEqual([])
    expect(table('costs').columns[2]!.title).toBe(language === 'en' ? 'Leases only' : '只租不建')
    const [, base, now, difference, share] = table('outputs').rows[0]!
    expect([base, now].map((cell) => isFigure(cell) && cell.value)).toEqual([
      result.summary.netPresentCostMusd,
      dearer.summary.netPresentCostMusd,
    ])
    expect(isFigure(difference) && difference.value).toBeCloseTo(result.summary.netPresentCostMusd * 0.1, 6)
    expect(isFigure(share) && share.value).toBeCloseTo(0.1, 9)
    expect(toHtml(report)).toContain(language === 'en' ? 'Change report' : '变更报告')
  }
})

test('a comparison says value and return, and after tax and loans where a plan has them', () => {
  const { finance } = plan
  const taxed = {
    ...plan,
    finance: {
      ...finance,
      tax: { ...finance.tax, rateShare: 0.25 },
      debt: { ...finance.debt, capitalShare: 0.5 },
    },
  }
  const rowsOf = (other: typeof plan) => {
    const compared = [plan, other].map((own, at) => ({ name: `${at}`, plan: own, result }))
    const options = {
      day: '2026-11-25',
      language: 'en',
      kind: 'comparison',
      money: US_DOLLARS,
      catalog,
    } as const
    const { sections } = buildComparison(compared, options)
    const table = sections.flatMap(({ tables }) => tables).find((own) => own.id === 'outputs')!
    return new Map(table.rows.map((row) => [row[0], row]))
  }
  expect([...rowsOf(plan).keys()].filter((name) => /tax|owners/.test(String(name)))).toEqual([])
  const rows = rowsOf(taxed)
  const [, before, after] = rows.get('Net present value after tax')!
  expect(before).toBeNull()
  const untaxed = rows.get('Net present value')![2]!
  expect(isFigure(after!) && isFigure(untaxed) && after.value < untaxed.value).toBe(true)
  expect([...rows.keys()]).toContain('Rate of return of the owners’ money, a year')
})

test('the exact problem goes out as MPS and LP, without a result', () => {
  const own = readPlanText(readFileSync('resources/templates/regional-rooms.plan.json', 'utf8'))
  const text = (format: 'mps' | 'lp') =>
    strFromU8(exportFile(own, catalog, null, format, new Date('2026-11-25T12:00:00Z')).bytes)
  expect(text('mps')).toMatch(/^NAME[\s\S]*\nROWS\n[\s\S]*\nCOLUMNS\n[\s\S]*\nENDATA\s*$/)
  expect(text('lp')).toMatch(/Minimize[\s\S]*Subject To[\s\S]*End\s*$/i)
})

test('a format that needs a result says so where there is none', () => {
  expect(() => exportFile(plan, catalog, null, 'pypsa', new Date())).toThrow('no result')
})
