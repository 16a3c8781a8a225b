import type { ChartConfiguration, ChartDataset } from 'chart.js'
import { HATCH_PX, HATCH_WIDTH_PX, hatch } from '../../report/write/hatch.ts'

/** The same chart with the surfaces of its series hatched, as a report's are; lines and single series stay. */
export function hatched(config: ChartConfiguration): ChartConfiguration {
  const { datasets } = config.data
  if (datasets.length < 2) return config
  return { ...config, data: { ...config.data, datasets: datasets.map(hatchedSeries) } }
}

function hatchedSeries(own: ChartDataset, index: number): ChartDataset {
  const { backgroundColor: color } = own
  const isSurface = own.type === 'bar' || ('fill' in own && own.fill === true) || own.borderWidth === 0
  if (!isSurface || typeof color !== 'string') return own
  return { ...own, backgroundColor: tile(color, index) ?? color }
}

function tile(color: string, index: number): CanvasPattern | null {
  const canvas = new OffscreenCanvas(HATCH_PX, HATCH_PX)
  const own = canvas.getContext('2d')
  if (!own) return null
  own.fillStyle = color
  own.fillRect(0, 0, HATCH_PX, HATCH_PX)
  own.strokeStyle = '#ffffff'
  own.lineWidth = HATCH_WIDTH_PX
  // From a tile before to a tile after, so that lines go on over the edges.
  own.stroke(
    new Path2D(hatch(index, { x: -HATCH_PX, y: -HATCH_PX, width: 3 * HATCH_PX, height: 3 * HATCH_PX })),
  )
  return own.createPattern(canvas, 'repeat')
}
