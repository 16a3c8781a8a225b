import type { Chart } from '../document.ts'
import { escapeHtml } from './escape.ts'

/** Units of the drawing; it scales with the page. */
export const CHART_WIDTH = 720

/** The outer element with what a screen reader says of the chart. */
export function frame({ title, unit }: Chart, height: number, inner: readonly string[]): string {
  const label = escapeHtml(`${title}, ${unit}`)
  return `<svg viewBox="0 0 ${CHART_WIDTH} ${height}" role="img" aria-label="${label}">${inner.join('')}</svg>`
}
