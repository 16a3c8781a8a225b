import type { Chart, Language, Series, SeriesChart } from '../document.ts'
import { escapeHtml } from './escape.ts'
import { createFormat, decimalsFor, type Format } from './numbers.ts'
import { HUES } from './palette.ts'
import { frame, textWidth, CHART_WIDTH as WIDTH } from './svgFrame.ts'
import { ganttChart } from './svgGantt.ts'
import { oneLineDiagram } from './svgOneLine.ts'
import { pairsChart } from './svgPairs.ts'

const HEIGHT = 230
const LEFT = 52
const BOTTOM = 24
const TOP = 18
const LEGEND_LINE = 16
const TICKS = 4

/** A chart as SVG: vectors, no script, nothing fetched; a title and a summary for screen readers. */
export function toSvg(chart: Chart, language: Language): string {
  const drawing = { format: createFormat(language), language }
  switch (chart.kind) {
    case 'pairs':
      return pairsChart(chart, drawing)
    case 'gantt':
      return ganttChart(chart, drawing)
    case 'one-line':
      return oneLineDiagram(chart, drawing)
    default:
      return overTime(chart, drawing.format)
  }
}

interface Scale {
  /** Width that a label has. */
  readonly band: number
  /** Middle of a label's band. */
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}

/** A column for each label, stacked or with lines through their middles: what a quarter has, it has all through. */
function overTime(chart: SeriesChart, format: Format): string {
  const shown = chart.series.filter((own) => own.values.some((value) => (value ?? 0) !== 0))
  const levels = chart.kind === 'stack' ? stacked(shown) : shown.map(({ values }) => values.map(orZero))
  const ticks = niceTicks(Math.max(0, ...levels.flat()))
  const band = (WIDTH - LEFT - 8) / Math.max(1, chart.labels.length)
  const top = ticks.at(-1)!
  const scale: Scale = {
    band,
    x: (index) => LEFT + (index + 0.5) * band,
    y: (value) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM),
  }
  const legend = layLegend(shown.map((own) => own.name))
  const marks =
    chart.kind === 'stack'
      ? levels.map((upper, i) => columns(scale, upper, levels[i - 1] ?? upper.map(() => 0), hue(i)))
      : levels.map((values, i) => line(scale, values, hue(i), i))
  return frame(chart, HEIGHT + legend.height, [
    ...ticks.map((tick) => gridLine(scale, tick, format.number(tick, decimalsFor(ticks)))),
    ...marks.reverse(),
    ...axisLabels(chart.labels.map(format.quarters), scale),
    `<text x="0" y="10" class="soft">${escapeHtml(format.unit(chart.unit))}</text>`,
    ...legend.items,
  ])
}

function orZero(value: number | null): number {
  return value ?? 0
}

/** Upper edge of each layer. */
function stacked(series: readonly Series[]): number[][] {
  const edges: number[][] = []
  for (const { values } of series) {
    const below = edges.at(-1)
    edges.push(values.map((value, i) => orZero(value) + (below?.[i] ?? 0)))
  }
  return edges
}

/** Zero and some round numbers up to at least the largest value. */
function niceTicks(most: number): number[] {
  if (most <= 0) return [0, 1]
  const rough = most / TICKS
  const size = 10 ** Math.floor(Math.log10(rough))
  const step = size * ([1, 2, 2.5, 5, 10].find((factor) => factor * size >= rough) ?? 10)
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) => i * step)
}

const hue = (index: number): string => HUES[index % HUES.length]!
const point = ({ x, y }: Scale, value: number, index: number): string =>
  `${x(index).toFixed(1)},${y(value).toFixed(1)}`

function columns(scale: Scale, upper: readonly number[], lower: readonly number[], color: string): string {
  const width = scale.band * 0.82
  const bars = upper.map((value, i) => {
    const top = scale.y(value)
    const height = scale.y(lower[i]!) - top
    if (height < 0.05) return ''
    return `<rect x="${(scale.x(i) - width / 2).toFixed(1)}" y="${top.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}"/>`
  })
  return `<g fill="${color}">${bars.join('')}</g>`
}

function line(scale: Scale, values: readonly number[], color: string, index: number): string {
  const points = values.map((value, i) => point(scale, value, i)).join(' ')
  const dash = index === 0 ? '' : ` stroke-dasharray="${6 - index} ${index + 1}"`
  return `<polyline points="${points}" fill="none" stroke="${color}" stroke-width="2"${dash}/>`
}

function gridLine({ y }: Scale, tick: number, text: string): string {
  const at = y(tick).toFixed(1)
  return `<line x1="${LEFT}" x2="${WIDTH - 8}" y1="${at}" y2="${at}" class="grid"/><text x="${LEFT - 6}" y="${(y(tick) + 3.5).toFixed(1)}" class="soft end">${text}</text>`
}

/** As many labels as fit, the first always among them. */
function axisLabels(labels: readonly string[], { x }: Scale): string[] {
  const step = Math.ceil((labels.length * 66) / (WIDTH - LEFT))
  return labels.flatMap((label, i) => {
    if (i % step !== 0) return []
    return [`<text x="${x(i).toFixed(1)}" y="${HEIGHT - 7}" class="soft middle">${escapeHtml(label)}</text>`]
  })
}

function layLegend(names: readonly string[]): { readonly items: string[]; readonly height: number } {
  let x = LEFT
  let y = HEIGHT + 8
  const items = names.map((name, i) => {
    const width = 22 + textWidth(name)
    if (x > LEFT && x + width > WIDTH) {
      x = LEFT
      y += LEGEND_LINE
    }
    const item = `<rect x="${x.toFixed(1)}" y="${y - 8}" width="9" height="9" rx="1.5" fill="${hue(i)}"/><text x="${(x + 13).toFixed(1)}" y="${y}">${escapeHtml(name)}</text>`
    x += width
    return item
  })
  return { items, height: names.length === 0 ? 0 : y - HEIGHT + 6 }
}
