import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { isFigure, type Table } from '../../src/report/document.ts'
import { createFormat } from '../../src/report/write/numbers.ts'
import { toXlsx } from '../../src/report/write/xlsx/xlsx.ts'
import { sampleReport } from './sampleReport.ts'

const metric = sampleReport(undefined, { language: 'zh', numbers: 'metric' })
const wan = sampleReport(undefined, { language: 'zh', numbers: 'wan' })
const format = createFormat('zh')
const tables = (own: typeof wan): readonly Table[] => own.sections.flatMap((section) => section.tables)

test('every number is the same amount, by another step', () => {
  const STEPS: Readonly<Record<string, number>> = { 百万: 1e6, 十亿: 1e9, 千: 1e3, 万: 1e4, 亿: 1e8 }
  const stepOf = (unit: string) => {
    const own = format.unit(unit).replace(/^Mtok/, '百万tok')
    return Object.entries(STEPS).find(([word]) => own.startsWith(word))?.[1] ?? 1
  }
  let changed = 0
  tables(wan).forEach((table, at) => {
    const before = tables(metric)[at]!
    table.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        const was = before.rows[r]![c]!
        const [now, then] = isFigure(cell) && isFigure(was) ? [cell.value, was.value] : [cell, was]
        if (typeof now !== 'number' || typeof then !== 'number') {
          expect(now).toBe(then)
          return
        }
        const [unit, unitThen] =
          isFigure(cell) && isFigure(was)
            ? [cell.unit, was.unit]
            : [table.columns[c]!.unit, before.columns[c]!.unit]
        if (unit !== unitThen) changed++
        const size = Math.max(Math.abs(then * stepOf(unitThen)), 1e-9)
        expect(Math.abs(now * stepOf(unit) - then * stepOf(unitThen)) / size).toBeLessThan(1e-9)
      })
    })
  })
  expect(changed).toBeGreaterThan(500)
})

describe('as it is read', () => {
  const text = JSON.stringify(wan.sections.map((own) => own.paragraphs.map(format.paragraph)))

  test('a figure alone takes the step that suits it', () => {
    expect(text).toMatch(/成本现值为 [\d.]+ 亿美元/)
    expect(text).not.toMatch(/百万美元/)
  })

  test('so does one of a table, and its formula with it', () => {
    const [cost] = wan.sections[0]!.tables[0]!.rows.flatMap(([name, cell]) =>
      name === '成本现值' && isFigure(cell!) ? [cell] : [],
    )
    expect(format.unit(cost!.unit)).toBe('亿美元')
    expect(cost!.formula).toMatch(/\/10000$/)
  })

  test('columns of money are in 亿 where their largest number is one, a price per million tokens stays', () => {
    const lines = tables(wan).find((own) => own.id === 'cost-lines')!
    expect(lines.columns.map((own) => format.unit(own.unit))).toContain('亿美元')
    expect(lines.columns.map((own) => format.unit(own.unit))).not.toContain('万美元')
    expect(lines.columns.map((own) => format.unit(own.unit))).toContain('美元/百万 token')
  })

  test('every column and axis has the step of its largest number, of a stack that of the whole', () => {
    const most = (values: readonly (number | null)[]) =>
      Math.max(0, ...values.map((own) => Math.abs(own ?? 0)))
    const wrong = tables(wan).flatMap((table) =>
      table.columns.flatMap(({ unit }, column) => {
        const sizes = table.columns.flatMap((own, at) =>
          own.unit === unit ? table.rows.map((row) => (typeof row[at] === 'number' ? row[at] : 0)) : [],
        )
        const isWrong = unit.startsWith('万') ? most(sizes) >= 1e4 : unit.startsWith('亿') && most(sizes) < 1
        return isWrong ? [`${table.id} ${column} ${unit} ${most(sizes)}`] : []
      }),
    )
    expect(wrong).toEqual([])
    const charts = wan.sections.flatMap((own) =>
      own.charts.flatMap((chart) => ('series' in chart ? [chart] : [])),
    )
    expect(charts.length).toBeGreaterThan(3)
    for (const { title, kind, unit, series } of charts) {
      const tops = series[0]!.values.map((_, at) =>
        kind === 'stack'
          ? series.reduce((sum, { values }) => sum + Math.max(0, values[at] ?? 0), 0)
          : most(series.map(({ values }) => values[at] ?? 0)),
      )
      if (unit.startsWith('万')) expect(most(tops), title).toBeLessThan(1e4)
    }
  })

  test('columns of large numbers alone are in 亿', () => {
    const units = tables(wan)
      .find((own) => own.id === 'cake')!
      .columns.map((own) => own.unit)
    expect(units).toContain('亿 tok/s')
    expect(units).not.toContain('万 tok/s')
  })

  test('nothing is left in English steps, in columns and charts', () => {
    const units = [
      ...tables(wan).flatMap((own) => own.columns.map((column) => column.unit)),
      ...wan.sections.flatMap((own) => own.charts.flatMap((chart) => ('unit' in chart ? [chart.unit] : []))),
    ].map(format.unit)
    expect(units.filter((unit) => /^(百万|千|十亿)美元|^十亿|^Mtok/.test(unit))).toEqual([])
  })
})

test('formulas of the workbook bring other steps back to theirs', () => {
  const levelised = tables(wan).find((own) => own.id === 'levelised')!
  expect(levelised.columns.map((own) => own.formula)).toEqual([
    undefined,
    '[cost-lines.2:total]',
    undefined,
    '([1]/0.01)/[2]',
  ])
  const sheets = Object.entries(unzipSync(toXlsx(wan))).filter(([name]) => name.startsWith('xl/worksheets/'))
  expect(sheets.map(([, bytes]) => strFromU8(bytes)).join('')).toMatch(/<f>\(\w+\d+\/0.01\)\/\w+\d+<\/f>/)
})

test('in English there are no such steps', () => {
  const english = sampleReport(undefined, { numbers: 'wan' })
  expect(english).toEqual(sampleReport())
})
