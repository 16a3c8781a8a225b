import { type Money, moneyScale, toCurrencyText } from '../plan/currency.ts'
import {
  type Cell,
  type Chart,
  type Column,
  type Figure,
  isFigure,
  type Paragraph,
  type ReportDocument,
  type Table,
} from './document.ts'

/**
 * The document with all money in the currency that the plan shows. Sections write US dollars; this is the one place
 * where a figure of a report changes its currency, so every format has the same numbers. Formulas of a workbook are
 * linear in money and hold as they stand.
 */
export function inCurrency(document: ReportDocument, money: Money): ReportDocument {
  if (money.currency === 'USD') return document
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map((own) => paragraphIn(own, money)),
      charts: section.charts.map((own) => chartIn(own, money)),
      tables: section.tables.map((own) => tableIn(own, money)),
    })),
  }
}

const unitIn = (unit: string, { currency }: Money): string => toCurrencyText(unit, currency)

function figureIn(figure: Figure, money: Money): Figure {
  const scale = moneyScale(figure.unit, money)
  return { ...figure, value: figure.value * scale, unit: unitIn(figure.unit, money) }
}

function paragraphIn(paragraph: Paragraph, money: Money): Paragraph {
  return paragraph.map((part) => (isFigure(part) ? figureIn(part, money) : part))
}

function tableIn(table: Table, money: Money): Table {
  const cellIn = (cell: Cell, column: Column | undefined): Cell => {
    if (isFigure(cell)) return figureIn(cell, money)
    return typeof cell === 'number' && column ? cell * moneyScale(column.unit, money) : cell
  }
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, unit: unitIn(column.unit, money) })),
    rows: table.rows.map((row) => row.map((cell, index) => cellIn(cell, table.columns[index]))),
  }
}

function chartIn(chart: Chart, money: Money): Chart {
  if (chart.kind === 'gantt') return chart
  if (chart.kind === 'one-line')
    return { ...chart, boxes: chart.boxes.map((box) => ({ ...box, detail: paragraphIn(box.detail, money) })) }
  const scale = moneyScale(chart.unit, money)
  return {
    ...chart,
    unit: unitIn(chart.unit, money),
    series: chart.series.map((own) => ({
      ...own,
      values: own.values.map((value) => (value === null ? null : value * scale)),
    })),
  }
}
