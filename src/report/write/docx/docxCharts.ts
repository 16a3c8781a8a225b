import { Paragraph, TextRun } from 'docx'
import { ChartRun, type ChartRunOptions } from 'docx/charts'
import { MS_PER_WEEK } from '../../../plan/units.ts'
import type { Chart, Gantt, SeriesChart } from '../../document.ts'
import type { Format } from '../numbers.ts'
import { HUES } from '../palette.ts'
import { WIDEST } from '../svg/svgPairs.ts'
import { docxOneLine } from './docxOneLine.ts'

const WIDTH = 660
const HEIGHT = 260
const PALE = 'B9D7EA'
const DARK = '0072B2'
const ROW = 18

/** A chart under its title: the word processor's own, so that it can be edited and shows in any of them. */
export function docxChart(chart: Chart, format: Format, weeks: string): Paragraph[] {
  const title = new Paragraph({
    keepNext: true,
    children: [new TextRun({ text: format.quarters(chart.title), bold: true })],
  })
  if (chart.kind === 'one-line') return [title, docxOneLine(chart, format)]
  const options = chart.kind === 'gantt' ? gantt(chart, format, weeks) : series(chart, format)
  return [title, new Paragraph({ children: [new ChartRun(options)] })]
}

function series(chart: SeriesChart, format: Format): ChartRunOptions {
  const isPairs = chart.kind === 'pairs'
  const shown = chart.series.filter((own) => isPairs || own.values.some((value) => (value ?? 0) !== 0))
  const hues = isPairs ? [PALE, DARK] : HUES.map((hue) => hue.slice(1).toUpperCase())
  const own = {
    categories: chart.labels.map(format.quarters),
    series: shown.map(({ name, values }, index) => ({ name, values, color: hues[index % hues.length]! })),
    valueAxis: { title: format.unit(chart.unit), numberFormat: '#,##0.##', ...fromZero(shown) },
    transformation: { width: WIDTH, height: isPairs ? 300 : HEIGHT },
    altText: { name: chart.title, title: chart.title },
  }
  const inner = Math.max(0, ...(shown[1]?.values ?? []).map((value) => value ?? 0))
  if (isPairs)
    return {
      ...own,
      type: 'bar',
      gapWidth: 40,
      categoryAxis: { reverseOrder: true },
      valueAxis: {
        ...own.valueAxis,
        crossesAt: 'maximum',
        ...(inner > 0 ? { maximum: Math.ceil(inner * WIDEST) } : {}),
      },
    }
  return chart.kind === 'lines'
    ? { ...own, type: 'line' }
    : { ...own, type: 'column', stacking: 'stacked', gapWidth: 25 }
}

/** What is above zero is shown from zero on, so that heights compare. */
function fromZero(series: SeriesChart['series']): { readonly minimum?: 0 } {
  return series.every(({ values }) => values.every((value) => (value ?? 0) >= 0)) ? { minimum: 0 } : {}
}

/** Bars that begin so many weeks after the earliest: what is before them has the colour of the paper. Pale: what leaves at the end. */
function gantt(chart: Gantt, format: Format, weeks: string): ChartRunOptions {
  const { title } = chart
  const bars = [
    ...chart.bars.map((bar) => ({ ...bar, color: bar.isLate ? 'D55E00' : undefined })),
    ...chart.leaves.map((own) => ({ ...own, name: `${own.name}: ${own.detail}`, color: PALE })),
  ]
  const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
  const start = Math.min(...bars.map((bar) => timeOf(bar.from)))
  const after = bars.map((bar) => Math.round((timeOf(bar.from) - start) / MS_PER_WEEK))
  return {
    type: 'bar',
    stacking: 'stacked',
    gapWidth: 40,
    legend: false,
    categories: bars.map((bar) => format.quarters(bar.name)),
    series: [
      { name: ' ', values: after, color: 'FFFFFF' },
      {
        name: weeks,
        values: bars.map((bar, index) => Math.round((timeOf(bar.to) - start) / MS_PER_WEEK) - after[index]!),
        color: DARK,
        colors: bars.map(({ color }) => color),
      },
    ],
    categoryAxis: { reverseOrder: true },
    valueAxis: { title: `${weeks}, ${new Date(start).toISOString().slice(0, 10)} = 0`, crossesAt: 'maximum' },
    transformation: { width: WIDTH, height: 80 + bars.length * ROW },
    altText: { name: title, title },
  }
}
