import type { OneLine } from '../../document.ts'
import { escapeHtml } from '../escape.ts'
import { CHART_WIDTH, cutText, type Drawing, frame, wrapText } from './svgFrame.ts'

const BOX_HEIGHT = 46
const ROW = 66
const GAP = 18
const TOP = 4
/** Room for the outline of the outer boxes. */
const EDGE = 1

type Box = OneLine['boxes'][number]

/** Boxes in columns, joined at their sides within a row and by right angles between rows. */
export function oneLineDiagram(chart: OneLine, { format }: Drawing): string {
  const columns = Math.max(...chart.boxes.map((box) => box.column)) + 1
  const firstRow = Math.min(...chart.boxes.map((box) => box.row))
  const rows = Math.max(...chart.boxes.map((box) => box.row)) - firstRow + 1
  const width = Math.min(150, (CHART_WIDTH - 2 * EDGE - (columns - 1) * GAP) / columns)
  const left = (box: Box): number => EDGE + box.column * (width + GAP)
  const top = (box: Box): number => TOP + (box.row - firstRow) * ROW
  const find = (id: string): Box | undefined => chart.boxes.find((box) => box.id === id)
  const lines = chart.lines.flatMap(([from, to]) => {
    const [a, b] = [find(from), find(to)]
    return a && b ? [wire(a, b)] : []
  })
  function wire(a: Box, b: Box): string {
    if (a.row === b.row) return path(`M${left(a) + width} ${top(a) + BOX_HEIGHT / 2}H${left(b)}`)
    const [upper, lower] = a.row < b.row ? [a, b] : [b, a]
    const middle = top(lower) - (ROW - BOX_HEIGHT) / 2
    const [from, to] = [left(upper) + width / 2, left(lower) + width / 2]
    return path(`M${from} ${top(upper) + BOX_HEIGHT}V${middle}H${to}V${top(lower)}`)
  }
  const boxes = chart.boxes.map((box) => {
    const x = left(box).toFixed(1)
    const text = (y: number, words: string, style: string) =>
      `<text x="${(left(box) + 6).toFixed(1)}" y="${top(box) + y}"${style}>${escapeHtml(cutText(words, width - 10))}</text>`
    return [
      `<rect x="${x}" y="${top(box)}" width="${width.toFixed(1)}" height="${BOX_HEIGHT}" rx="3" fill="#eef4f9" stroke="#0072b2"/>`,
      ...wrapText(box.name, width - 10).map((line, index) => text(14 + index * 12, line, '')),
      text(41, format.paragraph(box.detail), ' class="soft"'),
    ].join('')
  })
  return frame(chart, TOP + rows * ROW - (ROW - BOX_HEIGHT) + 4, [...lines, ...boxes])
}

function path(d: string): string {
  return `<path d="${d}" fill="none" stroke="#16202c" stroke-width="1.5"/>`
}
