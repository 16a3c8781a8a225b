import { Menu, rem } from '@mantine/core'
import { Chart, type ChartConfiguration } from 'chart.js'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { saveBlob } from '../files/saveFile.ts'
import { hatched } from '../print/hatched.ts'
import { usePrinting } from '../print/printing.ts'
import { useContrast, useScheme } from '../state/look.ts'
import { useTextScale } from '../state/textScale.ts'
import { useWords } from '../words/useWords.ts'
import { chartSvg } from './chartSvg.ts'
import { Panel } from './Panel.tsx'
import { type AxisColors, axisColors, CHART_FONT } from './palette.ts'
import styles from './parts.module.css'
import { SaveMenu } from './SaveMenu.tsx'
import type { ChartTable } from './tableCsv.ts'
import { useTableView } from './useTableView.tsx'

Chart.defaults.font.family = CHART_FONT
/** Of a chart's text, in pixels of the design. */
const FONT_PX = 11.5
Chart.defaults.font.size = FONT_PX

interface Props {
  readonly title: string
  readonly note?: string
  /** On a laptop; a taller window gives it more. */
  readonly heightPx: number
  /** What a reader who does not see the chart is told. */
  readonly summary: string
  /** The same figures as a table. */
  readonly table: ChartTable
  /** Made anew where it changes, so it should be remembered. */
  readonly configure: (colors: AxisColors) => ChartConfiguration
  /** Points that a row of the table is; absent: that place of every line. */
  readonly pointsOf?: (row: number) => readonly ChartPoint[]
}

interface ChartPoint {
  readonly datasetIndex: number
  readonly index: number
}

/** Of a picture that is saved while its table is in view. */
const WIDTH_PX = 900

/** A chart in a frame: its table, its CSV and its picture are one click away, its values under the cursor. */
export function ChartPanel({ note, ...props }: Props) {
  const { tools, content } = useChart(props)
  return (
    <Panel title={props.title} {...(note === undefined ? {} : { note })} tools={tools}>
      {content}
    </Panel>
  )
}

/** The same without a frame, for one that stands in a panel with other things. */
export function ChartView(props: Omit<Props, 'note'>) {
  const { tools, content } = useChart(props)
  return (
    <>
      <div className={styles.chartTools} data-tools>
        {tools}
      </div>
      {content}
    </>
  )
}

function useChart(props: Omit<Props, 'note'>) {
  const { title, table, summary, configure, heightPx } = props
  const words = useWords().chart
  const scheme = useScheme()
  const isContrast = useContrast()
  const { toggle, copyItem, shown } = useTableView(title, table)
  const canvas = useRef<HTMLCanvasElement>(null)
  const savePng = (): void => canvas.current?.toBlob((blob) => blob && saveBlob(`${title}.png`, blob))
  const saveSvg = (): void => {
    const colors = axisColors(scheme, isContrast)
    const { clientWidth = WIDTH_PX, clientHeight = heightPx } = canvas.current ?? {}
    const size = { widthPx: clientWidth, heightPx: clientHeight }
    const picture = { title, summary, ...size, plugins: [background(colors.surface)] }
    const svg = chartSvg(configure(colors), picture)
    saveBlob(`${title}.svg`, new Blob([svg], { type: 'image/svg+xml' }))
  }
  const tools = (
    <>
      {toggle}
      <SaveMenu title={title}>
        {copyItem}
        {shown === null && <Menu.Item onClick={savePng}>{words.savePng}</Menu.Item>}
        <Menu.Item onClick={saveSvg}>{words.saveSvg}</Menu.Item>
      </SaveMenu>
    </>
  )
  const content = shown ?? <Canvas {...props} canvas={canvas} />
  return { tools, content }
}

function Canvas({
  configure,
  heightPx,
  summary,
  table,
  canvas,
  pointsOf,
}: Omit<Props, 'note'> & { readonly canvas: React.RefObject<HTMLCanvasElement | null> }) {
  const words = useWords().chart
  const scheme = useScheme()
  const isContrast = useContrast()
  const scale = useTextScale()
  const isPrinting = usePrinting()
  const chart = useRef<Chart | null>(null)
  const [at, setAt] = useState<number | null>(null)
  useEffect(() => {
    const colors = axisColors(scheme, isContrast)
    const config = isPrinting ? hatched(configure(colors)) : configure(colors)
    Chart.defaults.font.size = FONT_PX * scale
    const own = new Chart(canvas.current!, {
      ...config,
      plugins: [...(config.plugins ?? []), cursorLine(colors.soft), background(colors.surface)],
    })
    chart.current = own
    return () => own.destroy()
  }, [configure, scheme, isContrast, scale, isPrinting, canvas])
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0 || !chart.current) return
    event.preventDefault()
    const next = Math.min(table.rows.length - 1, Math.max(0, (at ?? -step) + step))
    setAt(next)
    pointAt(
      chart.current,
      pointsOf?.(next) ??
        chart.current.data.datasets.map((_, datasetIndex) => ({ datasetIndex, index: next })),
    )
  }
  const row = at === null ? undefined : table.rows[at]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of the picture and what is read at its cursor
    <div
      role="group"
      tabIndex={0}
      aria-label={words.cursor}
      className={styles.canvas}
      style={{ height: chartHeight(heightPx) }}
      onKeyDown={onKey}
      onBlur={() => setAt(null)}
    >
      <canvas ref={canvas} role="img" aria-label={summary} />
      <span className={styles.hidden} aria-live="polite">
        {row?.map((cell, index) => `${table.heads[index]} ${cell.shown}`).join(', ')}
      </span>
    </div>
  )
}

/** Of a window of 1,000 px and more, the same share; never more than twice. */
export const chartHeight = (px: number): string => `clamp(${rem(px)}, ${0.1 * px}vh, ${rem(2 * px)})`

function pointAt(chart: Chart, points: readonly ChartPoint[]): void {
  const active = [...points]
  const first = active[0]
  const point = first && chart.getDatasetMeta(first.datasetIndex).data[first.index]
  chart.setActiveElements(active)
  chart.tooltip?.setActiveElements(active, point ? { x: point.x, y: point.y } : { x: 0, y: 0 })
  chart.update('none')
}

/** A line through the place that is read. */
function cursorLine(color: string) {
  return {
    id: 'cursorLine',
    afterDatasetsDraw: ({ ctx, chartArea, tooltip }: Chart): void => {
      const point = tooltip?.dataPoints?.[0]?.element
      if (!point || (tooltip?.opacity ?? 0) === 0) return
      ctx.save()
      ctx.strokeStyle = color
      ctx.setLineDash([3, 3])
      ctx.beginPath()
      ctx.moveTo(point.x, chartArea.top)
      ctx.lineTo(point.x, chartArea.bottom)
      ctx.stroke()
      ctx.restore()
    },
  }
}

/** A picture that is saved stands on its own ground, not on whatever it is pasted into. */
function background(color: string) {
  return {
    id: 'background',
    beforeDraw: ({ ctx, width, height }: Chart): void => {
      ctx.save()
      ctx.fillStyle = color
      ctx.fillRect(0, 0, width, height)
      ctx.restore()
    },
  }
}
