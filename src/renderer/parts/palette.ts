/** Okabe-Ito, without yellow and black: eight hues that colour-blind readers tell apart, legible on both themes. */
export const SERIES = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#7a8699',
  '#8f7ac2',
] as const

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
