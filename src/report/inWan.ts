import { signOf } from '../plan/currency.ts'
import { CURRENCIES } from '../plan/schema/currency.ts'
import {
  type Cell,
  type Chart,
  type Column,
  type Figure,
  type Formula,
  isFigure,
  type NumberSteps,
  type Paragraph,
  type ReportDocument,
  type Section,
  type SeriesChart,
  type Table,
} from './document.ts'

export interface Step {
  readonly unit: string
  readonly scale: number
}

const WAN = '万'
const YI = '亿'
const WAN_IN_YI = 1e4
/** Single figures without a unit below this are counts to be read to the last digit. */
const LEAST_COUNT = 1e6

const SIGNS = CURRENCIES.map(signOf)
/** `M$/MW year`, `M CN¥`: a multiple, the sign of a currency, and what it is per. */
const MONEY = new RegExp(`^([Mk]) ?(${SIGNS.map((sign) => sign.replace('$', '\\$')).join('|')})(.*)$`)
/** `$/kW`, `€ per accelerator`. */
const BARE_MONEY = new RegExp(`^(?:${SIGNS.map((sign) => sign.replace('$', '\\$')).join('|')})`)
const WAN_OF_ONE = 1e4
const TOKENS: Readonly<Record<string, Step>> = {
  'B tokens a day': { unit: `${YI} tokens a day`, scale: 10 },
  'Mtok/s': { unit: `${WAN} tok/s`, scale: 100 },
  'Mtok/s servable': { unit: `${WAN} tok/s servable`, scale: 100 },
  'Mtok/s eligible here': { unit: `${WAN} tok/s eligible here`, scale: 100 },
  'Mtok/s over limited links': { unit: `${WAN} tok/s over limited links`, scale: 100 },
}

/**
 * The document with large numbers by 万 (ten thousands) and 亿 (their squares) in the place of thousands and millions, as
 * Chinese boards read them: 亿 from 10^8 on. Columns of one unit in a table keep one step, that of their largest number, so
 * that sums hold; an axis that of its longest bar, stacked ones of the whole stack. Formulas over columns of other steps
 * are brought to them. A figure that stands alone takes the step that suits it.
 */
export function inNumbers(document: ReportDocument, numbers: NumberSteps): ReportDocument {
  return document.language === 'zh' && numbers === 'wan' ? inWan(document) : document
}

function inWan(document: ReportDocument): ReportDocument {
  const tables = new Map(document.sections.flatMap((own) => own.tables.map((table) => [table.id, table])))
  const sectionIn = (section: Section): Section => ({
    ...section,
    paragraphs: section.paragraphs.map(paragraphIn),
    charts: section.charts.map(chartIn),
    tables: section.tables.map((table) => tableIn(table, tables)),
  })
  return { ...document, sections: document.sections.map(sectionIn) }
}

/** What a unit becomes by 万, and what its numbers are multiplied by; others stand as they are. */
export function wanStep(unit: string): Step {
  const [, multiple, sign, per] = MONEY.exec(unit) ?? []
  if (sign !== undefined) return { unit: `${WAN}${sign}${per}`, scale: multiple === 'M' ? 100 : 0.1 }
  return TOKENS[unit] ?? { unit, scale: 1 }
}

/**
 * That of numbers of which the largest is `most`, on an axis or in a column: by 亿 where 万 would come by ten thousands.
 * Money without a multiple, as a price a kW, goes by 万 from ten thousand on.
 */
export function wanAxis(unit: string, most: number): Step {
  const isLargePrice = BARE_MONEY.test(unit) && most >= WAN_OF_ONE
  const step = isLargePrice ? { unit: `${WAN}${unit}`, scale: 1 / WAN_OF_ONE } : wanStep(unit)
  if (!step.unit.startsWith(WAN) || most * step.scale < WAN_IN_YI) return step
  return { unit: step.unit.replace(WAN, YI), scale: step.scale / WAN_IN_YI }
}

/** The step of a unit in a table, by the largest of its numbers. */
function stepIn({ columns, rows }: Table): (unit: string) => Step {
  const made = new Map<string, Step>()
  return (unit) => {
    const known = made.get(unit)
    if (known) return known
    const sizes = rows
      .flatMap((row) =>
        row.filter((cell, index) => typeof cell === 'number' && columns[index]?.unit === unit),
      )
      .map((cell) => Math.abs(Number(cell)))
    const own = wanAxis(unit, Math.max(0, ...sizes))
    made.set(unit, own)
    return own
  }
}

function figureIn(figure: Figure): Figure {
  if (figure.unit === '' && Math.abs(figure.value) >= LEAST_COUNT && figure.formula === undefined)
    return inYi({ value: figure.value / 1e4, unit: WAN })
  const price = wanAxis(figure.unit, Math.abs(figure.value))
  if (BARE_MONEY.test(figure.unit)) return priceIn(figure, price)
  const { unit, scale } = wanStep(figure.unit)
  const own = { ...figure, unit, value: figure.value * scale }
  return inYi(own)
}

/** What a price is worked out from keeps its unit: the step is a factor of the formula. */
function priceIn(figure: Figure, { unit, scale }: Step): Figure {
  if (scale === 1) return figure
  const { value, formula } = figure
  const own = { ...figure, unit, value: value * scale }
  return formula === undefined ? own : { ...own, formula: `(${formula})/${Math.round(1 / scale)}` }
}

function inYi(figure: Figure): Figure {
  if (!figure.unit.startsWith(WAN) || Math.abs(figure.value) < WAN_IN_YI) return figure
  const { value, unit, formula } = figure
  return {
    ...{ value: value / WAN_IN_YI, unit: unit.replace(WAN, YI) },
    // What it is worked out from is in 万.
    ...(formula === undefined ? {} : { formula: `(${formula})/${WAN_IN_YI}` }),
  }
}

function paragraphIn(paragraph: Paragraph): Paragraph {
  return paragraph.map((part) => (isFigure(part) ? figureIn(part) : part))
}

function tableIn(table: Table, tables: ReadonlyMap<string, Table>): Table {
  const stepOf = stepIn(table)
  const scaleAt = (tableId: string | undefined, column: number): number => {
    const of = tableId === undefined ? table : tables.get(tableId)
    return of === undefined ? 1 : stepIn(of)(of.columns[column]?.unit ?? '').scale
  }
  const cellIn = (cell: Cell, column: Column | undefined): Cell => {
    if (isFigure(cell)) return figureIn(cell)
    return typeof cell === 'number' && column ? cell * stepOf(column.unit).scale : cell
  }
  return {
    ...table,
    columns: table.columns.map((column) => {
      const { unit, scale } = stepOf(column.unit)
      return {
        ...column,
        unit,
        ...(column.formula === undefined ? {} : { formula: formulaIn(column.formula, scale, scaleAt) }),
      }
    }),
    rows: table.rows.map((row) => row.map((cell, index) => cellIn(cell, table.columns[index]))),
  }
}

const REFERENCE = /\[(?:([\w-]+)\.)?(\d+)(?::\w+)?\]/g

/** Cells brought back to the units that the formula is written for, its value to those of its column. */
function formulaIn(
  formula: Formula,
  scale: number,
  scaleAt: (tableId: string | undefined, column: number) => number,
): Formula {
  const scales = [...formula.matchAll(REFERENCE)].map(([, id, column]) => scaleAt(id, Number(column)))
  const isLinear = !/[*/]/.test(formula)
  if (scales.every((own) => own === 1) && scale === 1) return formula
  if (isLinear && scales.every((own) => own === scale)) return formula
  const own = formula.replace(REFERENCE, (reference, id: string | undefined, column: string) => {
    const k = scaleAt(id, Number(column))
    return k === 1 ? reference : `(${reference}/${k})`
  })
  return scale === 1 ? own : `(${own})*${scale}`
}

function chartIn(chart: Chart): Chart {
  if (chart.kind === 'gantt') return chart
  if (chart.kind === 'one-line')
    return { ...chart, boxes: chart.boxes.map((box) => ({ ...box, detail: paragraphIn(box.detail) })) }
  const { unit, scale } = wanAxis(chart.unit, farthestOf(chart))
  return {
    ...chart,
    unit,
    series: chart.series.map((own) => ({
      ...own,
      values: own.values.map((value) => (value === null ? null : value * scale)),
    })),
  }
}

/** How far the axis goes: to the largest value, of columns on each other to the tallest stack, up or down. */
function farthestOf({ kind, series }: SeriesChart): number {
  const sums = new Map<string, number>()
  for (const [own, { values }] of series.entries())
    for (const [at, value] of values.entries()) {
      const place = kind === 'stack' ? `${at} ${Math.sign(value ?? 0)}` : `${at} ${own}`
      sums.set(place, (sums.get(place) ?? 0) + Math.abs(value ?? 0))
    }
  return Math.max(0, ...sums.values())
}
