import { said } from '../../format/punctuation.ts'
/** What every chart of lines and bars has around its data. */

/** Drawn at once and as large as its panel. */
export const STILL = { animation: false, responsive: true, maintainAspectRatio: false } as const

/** Names of the lines below them. */
export const legendBelow = (soft: string) =>
  ({ position: 'bottom', labels: { color: soft, boxWidth: 10, boxHeight: 10 } }) as const

/** Name or unit of an axis; none where there is no text. */
export const axisTitle = (text: string, soft: string) => ({ display: text !== '', text, color: soft })

/** A value under the pointer, as in `Dallas: 3.2 MW`. */
export const valueSaid = (name: string | undefined, value: string, unit: string): string =>
  said(name ?? '', `${value} ${unit}`)
