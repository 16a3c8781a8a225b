import { expect, test } from 'vitest'
import { hashPlan } from '../../src/main/hashPlan.ts'
import { readPlan } from '../../src/plan/readPlan.ts'
import type { Plan } from '../../src/plan/schema/plan.ts'
import { type Cell, isFigure, type ReportDocument } from '../../src/report/document.ts'
import { createFormat } from '../../src/report/write/numbers.ts'
import { sampleReport } from './sampleReport.ts'

const RATE = 0.8
const inEuros = (plan: Plan): Plan => ({ ...plan, currency: { shown: 'EUR', perUsd: { EUR: RATE } } })

/** Every figure of a report with its unit, in order. */
function figuresOf(report: ReportDocument): { value: number; unit: string; at: string }[] {
  const of = (cell: Cell | undefined, unit: string, at: string) =>
    isFigure(cell) ? [{ ...cell, at }] : typeof cell === 'number' ? [{ value: cell, unit, at }] : []
  return report.sections.flatMap((section) => [
    ...section.paragraphs.flat().flatMap((part) => (isFigure(part) ? of(part, '', section.id) : [])),
    ...section.charts.flatMap((chart) =>
      'series' in chart
        ? chart.series.flatMap(({ values }) => values.flatMap((own) => of(own, chart.unit, chart.title)))
        : [],
    ),
    ...section.tables.flatMap(({ id, columns, rows }) =>
      rows.flatMap((row) => row.flatMap((cell, index) => of(cell, columns[index]!.unit, id))),
    ),
  ])
}

const SECTIONS = [
  'summary',
  'power',
  'bill',
  'accelerators',
  'distribution',
  'economics',
  'binding',
  'method',
]

test('a report in euros is the report in dollars with every figure of money at the rate of the plan', () => {
  const dollars = figuresOf(sampleReport(undefined, { sections: SECTIONS }))
  const rated = sampleReport(inEuros, { sections: SECTIONS })
  const withoutRate: ReportDocument = {
    ...rated,
    sections: rated.sections.map((own) => ({
      ...own,
      paragraphs: own.paragraphs.filter(
        (part) => !part.includes('The plan keeps US dollars; money is shown in '),
      ),
    })),
  }
  const euros = figuresOf(withoutRate)
  expect(euros.length).toBe(dollars.length)
  expect(dollars.filter(({ unit }) => unit.includes('$')).length).toBeGreaterThan(500)
  for (const [index, own] of dollars.entries()) {
    const isMoney = own.unit.includes('$')
    expect(euros[index]!.unit, own.at).toBe(own.unit.replace('$', '€'))
    expect(euros[index]!.value, own.at).toBe(isMoney ? own.value * RATE : own.value)
  }
})

test.each([
  ['en', 'CNY', 'CN¥', 'Chinese yuan (CNY) at 7.189 CNY for one US dollar (IRS'],
  ['en', 'EUR', '€', 'euros at 0.924 EUR for one US dollar (IRS'],
  ['zh', 'JPY', '日元', '日元（JPY）显示，一美元兑 151.353 JPY'],
] as const)(
  'a report in %s and %s says the rate with its source, and no dollar beside it',
  (language, shown, sign, said) => {
    const report = sampleReport((plan) => ({ ...plan, currency: { shown, perUsd: {} } }), {
      language,
      sections: SECTIONS,
    })
    const format = createFormat(language)
    const texts = report.sections.flatMap(({ paragraphs }) => paragraphs.map(format.paragraph))
    expect(texts.filter((text) => text.includes(said))).toHaveLength(2)
    const rest = texts.filter((text) => !text.includes(said)).join('\n')
    expect(rest).toContain(sign)
    expect(rest).not.toMatch(/\$|US dollar|美元/)
    const units = report.sections.flatMap(({ tables }) =>
      tables.flatMap(({ columns }) => columns.map(({ unit }) => format.unit(unit))),
    )
    expect(units.join('\n')).not.toMatch(/\$|美元/)
  },
)

test('the currency, tax and debt are no inputs of a solve: results stay of their inputs', () => {
  const plan = readPlan({
    ...{
      schemaVersion: 1,
      id: 'p',
      name: 'P',
      horizon: { start: '2027Q1', periods: 4 },
      solver: {},
      finance: {},
    },
    regions: [{ id: 'r', name: 'R', catalogRegionId: 'us-nova', utcOffsetH: 0, residencyZone: 'us' }],
    ...{ demand: [], models: [], accelerators: [], sites: [], routing: {}, distribution: {} },
  })
  const other = {
    ...inEuros(plan),
    finance: {
      ...plan.finance,
      tax: { ...plan.finance.tax, rateShare: 0.25 },
      debt: { ...plan.finance.debt, capitalShare: 0.6 },
    },
  }
  expect(hashPlan(readPlan(other))).toBe(hashPlan(plan))
})
