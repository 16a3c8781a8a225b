import type { SeriesChart } from '../../document.ts'
import { getWords } from '../../words/words.ts'
import { escapeHtml } from '../escape.ts'
import { decimalsFor } from '../numbers.ts'
import { type Drawing, frame } from './svgFrame.ts'

const ROW = 24
const LEFT = 190
const BAR_WIDTH = 400
/** Bars far above the others would press them flat; beyond this many times the second series they are cut. */
export const WIDEST = 2.4

/** Pairs of horizontal bars in one unit: the first series pale, the second dark within it. */
export function pairsChart(chart: SeriesChart, { format, language }: Drawing): string {
  const [back, front] = chart.series
  const inner = Math.max(1e-9, ...(front?.values ?? []).map((value) => value ?? 0))
  const outer = Math.max(inner, ...(back?.values ?? []).map((value) => value ?? 0))
  const widest = Math.min(WIDEST * inner, outer)
  const px = (value: number): number => (Math.min(value, widest) / widest) * BAR_WIDTH
  const rows = chart.labels.map((label, i) => {
    const y = i * ROW
    const own = back?.values[i] ?? null
    const need = front?.values[i] ?? 0
    const bars = [
      own === null ? '' : bar(px(own), y + 4, 14, '#b9d7ea'),
      own !== null && own > widest
        ? `<path d="M${LEFT + BAR_WIDTH - 9} ${y + 20}l6 -18" stroke="#fff" stroke-width="3"/>`
        : '',
      bar(px(need), y + 8, 6, '#0072b2'),
    ]
    const text =
      own === null
        ? getWords(language).frame.noLimit
        : `${format.number(own, decimalsFor([own]))} ${format.unit(chart.unit)}`
    return `<text x="0" y="${y + 15}">${escapeHtml(label)}</text>${bars.join('')}<text x="${LEFT + BAR_WIDTH + 8}" y="${y + 15}">${escapeHtml(text)}</text>`
  })
  return frame(chart, chart.labels.length * ROW + 4, rows)
}

function bar(width: number, y: number, height: number, color: string): string {
  return `<rect x="${LEFT}" y="${y}" width="${Math.max(0, width).toFixed(1)}" height="${height}" fill="${color}"/>`
}
