import { HUES } from '../../report/write/palette.ts'

/** The first eight hues of the report: legible on both themes. */
export const SERIES = HUES.slice(0, 8)

/** What charts write in: the page's own font. */
export const CHART_FONT = '"Inter Variable", system-ui, sans-serif'

/** The nth hue; beyond the last they begin anew. */
export function seriesColor(index: number): string {
  return SERIES[index % SERIES.length]!
}

/** Text and lines of a chart's axes; a canvas does not see the page's own variables. */
export function axisColors(scheme: 'light' | 'dark'): AxisColors {
  return scheme === 'dark'
    ? { soft: '#9ea9b8', line: '#2a303a', surface: '#171b21' }
    : { soft: '#5b6573', line: '#e3e7ec', surface: '#ffffff' }
}

export interface AxisColors {
  readonly soft: string
  readonly line: string
  readonly surface: string
}
