import { BasicPlatform, Chart, type ChartConfiguration, type Plugin } from 'chart.js'
import { type MeasureText, SvgContext } from './svgContext.ts'

interface Picture {
  readonly title: string
  readonly summary: string
  readonly widthPx: number
  readonly heightPx: number
  readonly plugins: readonly Plugin[]
}

/** A chart as an SVG file: the very drawing of the screen, in vectors. */
export function chartSvg(
  config: ChartConfiguration,
  picture: Picture,
  measure: MeasureText = measureHere(),
): string {
  const context = new SvgContext(picture.widthPx, picture.heightPx, measure)
  // With a style for segments Chart.js draws each line itself, not by a path that nobody can read back.
  const datasets = config.data.datasets.map((own) => ({ ...own, segment: {} }))
  const chart = new Chart(context.canvas as unknown as HTMLCanvasElement, {
    ...config,
    data: { ...config.data, datasets } as ChartConfiguration['data'],
    options: { ...config.options, animation: false, responsive: false, devicePixelRatio: 1 },
    platform: BasicPlatform,
    plugins: [...(config.plugins ?? []), ...picture.plugins],
  })
  const svg = context.toSvg(picture.title, picture.summary)
  chart.destroy()
  return svg
}

function measureHere(): MeasureText {
  const own = document.createElement('canvas').getContext('2d')!
  return (text, font) => {
    own.font = font
    return own.measureText(text).width
  }
}
