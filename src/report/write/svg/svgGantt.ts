import { MS_PER_DAY } from '../../../plan/units.ts'
import type { Gantt } from '../../document.ts'
import { escapeHtml } from '../escape.ts'
import { CHART_WIDTH, cutText, type Drawing, frame } from './svgFrame.ts'

const ROW = 17
const TOP = 18
const LEFT = 176
/** Width of a date such as 2031-01. */
const LABEL = 42
const MOST_YEARS_WITH_HALVES = 4

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** Bars over the calendar, late ones in red, the mark as a dashed line; below, lines that end in a diamond for what leaves. */
export function ganttChart(chart: Gantt, { format }: Drawing): string {
  const times = [...chart.bars, ...chart.leaves].flatMap((own) => [timeOf(own.from), timeOf(own.to)])
  const from = Math.min(...times, timeOf(chart.mark.day))
  const to = Math.max(...times) + 30 * MS_PER_DAY
  const x = (time: number): number => LEFT + ((time - from) / (to - from)) * (CHART_WIDTH - LEFT - 4)
  const height = TOP + (chart.bars.length + chart.leaves.length) * ROW
  const bars = chart.bars.map((bar, index) => {
    const [start, end, y] = [x(timeOf(bar.from)), x(timeOf(bar.to)), TOP + index * ROW]
    const width = Math.max(2, end - start)
    const room =
      width - 6 >= CHART_WIDTH - end - 6
        ? { at: start + 4, of: width - 6 }
        : { at: end + 4, of: CHART_WIDTH - end - 6 }
    const isInside = room.at < end
    const detail = escapeHtml(cutText(bar.detail, room.of))
    return [
      `<text x="0" y="${y + 12}">${escapeHtml(cutText(format.quarters(bar.name), LEFT - 6))}</text>`,
      `<rect x="${start.toFixed(1)}" y="${y + 3}" width="${width.toFixed(1)}" height="${ROW - 5}" rx="2" fill="${bar.isLate ? '#d55e00' : '#0072b2'}"/>`,
      `<text x="${room.at.toFixed(1)}" y="${y + 12}" class="${isInside ? 'on' : 'soft'}">${detail}</text>`,
    ].join('')
  })
  const leaves = chart.leaves.map((own, index) => {
    const [start, end, y] = [x(timeOf(own.from)), x(timeOf(own.to)), TOP + (chart.bars.length + index) * ROW]
    const middle = y + ROW / 2
    const text = cutText(own.detail, Math.max(0, end - LEFT - 12))
    return [
      `<text x="0" y="${y + 12}">${escapeHtml(cutText(format.quarters(own.name), LEFT - 6))}</text>`,
      `<line x1="${start.toFixed(1)}" x2="${end.toFixed(1)}" y1="${y + ROW - 2}" y2="${y + ROW - 2}" stroke="#0072b2"/>`,
      `<text x="${(end - 8).toFixed(1)}" y="${y + 11}" class="soft end">${escapeHtml(text)}</text>`,
      `<path d="M${end.toFixed(1)} ${middle - 5}l5 5l-5 5l-5 -5z" fill="#16202c"/>`,
    ].join('')
  })
  const mark = x(timeOf(chart.mark.day)).toFixed(1)
  return frame(chart, height + 14, [
    ...calendar(from, to).map(({ time, text }) => {
      const at = x(time).toFixed(1)
      const isAtEdge = x(time) > CHART_WIDTH - LABEL / 2
      const label = isAtEdge
        ? `<text x="${CHART_WIDTH}" y="10" class="soft end">${text}</text>`
        : `<text x="${at}" y="10" class="soft middle">${text}</text>`
      return `<line x1="${at}" x2="${at}" y1="${TOP - 4}" y2="${height}" class="grid"/>${label}`
    }),
    ...bars,
    ...leaves,
    `<line x1="${mark}" x2="${mark}" y1="${TOP - 6}" y2="${height}" stroke="#16202c" stroke-dasharray="3 2"/>`,
    `<text x="${mark}" y="${height + 11}" class="soft middle">${escapeHtml(chart.mark.name)}</text>`,
  ])
}

/** Beginnings of years, of halves too where there are few. */
function calendar(from: number, to: number): { readonly time: number; readonly text: string }[] {
  const [first, last] = [new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()]
  const months = last - first < MOST_YEARS_WITH_HALVES ? [0, 6] : [0]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .flatMap((year) =>
      months.map((month) => ({
        time: Date.UTC(year, month, 1),
        text: `${year}-${String(month + 1).padStart(2, '0')}`,
      })),
    )
    .filter(({ time }) => time > from && time < to)
}
