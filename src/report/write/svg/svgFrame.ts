import type { Chart, Language } from '../../document.ts'
import { escapeHtml } from '../escape.ts'
import type { Format } from '../numbers.ts'

/** Units of the drawing; it scales with the page. */
export const CHART_WIDTH = 720

/** How a chart is drawn: its numbers and words in one language. */
export interface Drawing {
  readonly format: Format
  readonly language: Language
}

/** The outer element with what a screen reader says of the chart. */
export function frame(chart: Chart, height: number, inner: readonly string[]): string {
  const label = escapeHtml('unit' in chart ? `${chart.title}, ${chart.unit}` : chart.title)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CHART_WIDTH} ${height}" role="img" aria-label="${label}">${inner.join('')}</svg>`
}

const LATIN_PX = 6.1
const WIDE_PX = 11.5

/** About how wide a text of the drawing is; Chinese signs are as wide as they are high. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? WIDE_PX : LATIN_PX), 0)
}

/** The text cut to a width, with dots where something is lost. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  let kept = text
  while (kept !== '' && textWidth(`${kept}…`) > width) kept = kept.slice(0, -1)
  return `${kept}…`
}

/** The text in at most two lines of a width, broken at blanks where there are any. */
export function wrapText(text: string, width: number): string[] {
  if (textWidth(text) <= width) return [text]
  const ends = [...text.matchAll(/[\s-]+/g)].map((blank) => blank.index + blank[0].trimEnd().length)
  const end = ends.findLast((at) => at > 0 && textWidth(text.slice(0, at)) <= width)
  return end === undefined
    ? [cutText(text, width)]
    : [text.slice(0, end), cutText(text.slice(end).trim(), width)]
}
