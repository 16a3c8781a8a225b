import type { Chart, Language, Series, SeriesChart } from '../../document.ts'
import { escapeHtml } from '../escape.ts'
import { HATCH_WIDTH_PX, hatch, type Surface } from '../hatch.ts'
import { createFormat, decimalsFor, type Format } from '../numbers.ts'
import { HUES } from '../palette.ts'
import { frame, textWidth, CHART_WIDTH as WIDTH } from './svgFrame.ts'
import { ganttChart } from './svgGantt.ts'
import { oneLineDiagram } from './svgOneLine.ts'
import { pairsChart } from './svgPairs.ts'

const HEIGHT = 230
const LEFT = 52
const BOTTOM = 24
const TOP = 18
const LEGEND_LINE = 16
/** Side of a legend's square. */
const SIGN = 9
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
  const legend = layLegend(
    shown.map((own) => own.name),
    chart.kind === 'stack' ? surfaceSign : lineSign,
  )
  const marks =
    chart.kind === 'stack'
      ? levels.map((upper, i) => columns(scale, upper, levels[i - 1] ?? upper.map(() => 0), i))
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

function columns(scale: Scale, upper: readonly number[], lower: readonly number[], index: number): string {
  const width = scale.band * 0.82
  const bars = upper.flatMap((value, i): Surface[] => {
    const y = scale.y(value)
    const height = scale.y(lower[i]!) - y
    return height < 0.05 ? [] : [{ x: scale.x(i) - width / 2, y, width, height }]
  })
  return hatchedGroup(bars, index)
}

/** Surfaces of one series, with the lines that mark it in print; gap between lines where they are small. */
function hatchedGroup(surfaces: readonly Surface[], index: number, gap?: number): string {
  const drawn = surfaces.map(
    ({ x, y, width, height }) =>
      `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}"/>`,
  )
  const lines = surfaces.map((own) => hatch(index, own, gap)).join('')
  const over = lines === '' ? '' : `<path d="${lines}" stroke="#fff" stroke-width="${HATCH_WIDTH_PX}"/>`
  return `<g fill="${hue(index)}">${drawn.join('')}${over}</g>`
}

const DASHES = ['6 3', '2 2', '10 3', '10 3 2 3', '4 4', '1 3']

/** Lines differ by their dashes too. */
const dashOf = (index: number): string =>
  index === 0 ? '' : ` stroke-dasharray="${DASHES[(index - 1) % DASHES.length]}"`

function line(scale: Scale, values: readonly number[], color: string, index: number): string {
  const points = values.map((value, i) => point(scale, value, i)).join(' ')
  return `<polyline points="${points}" fill="none" stroke="${color}" stroke-width="2"${dashOf(index)}/>`
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

/** What stands before a name of the legend, at its place on the line of text. */
type Sign = (index: number, x: number, y: number) => string

const surfaceSign: Sign = (index, x, y) =>
  hatchedGroup([{ x, y: y - SIGN + 1, width: SIGN, height: SIGN }], index, SIGN / 2)

const lineSign: Sign = (index, x, y) =>
  `<path d="M${x.toFixed(1)} ${y - 3.5}h${SIGN + 1}" stroke="${hue(index)}" stroke-width="2"${dashOf(index)}/>`

function layLegend(
  names: readonly string[],
  sign: Sign,
): { readonly items: string[]; readonly height: number } {
  let x = LEFT
  let y = HEIGHT + 8
  const items = names.map((name, i) => {
    const width = 22 + textWidth(name)
    if (x > LEFT && x + width > WIDTH) {
      x = LEFT
      y += LEGEND_LINE
    }
    const item = `${sign(i, x, y)}<text x="${(x + 13).toFixed(1)}" y="${y}">${escapeHtml(name)}</text>`
    x += width
    return item
  })
  return { items, height: names.length === 0 ? 0 : y - HEIGHT + 6 }
}
