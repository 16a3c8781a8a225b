import { rem } from '@mantine/core'
import { Chart, type ChartConfiguration, type ChartEvent } from 'chart.js'
import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react'
import { listed } from '../../format/punctuation.ts'
import { hatched } from '../../print/hatched.ts'
import { usePrinting } from '../../print/printing.ts'
import { useContrast, useScheme, useSystemColors } from '../../state/view/look.ts'
import { useTextScale } from '../../state/view/textScale.ts'
import { openTrace } from '../../state/view/tracing.ts'
import { useWords } from '../../words/useWords.ts'
import styles from '../parts.module.css'
import type { ChartTable, TableCell } from '../tables/tableCsv.ts'
import { TracedOf } from '../traced/Traced.tsx'
import { type AxisColors, axisColors, CHART_FONT } from './palette.ts'

Chart.defaults.font.family = CHART_FONT
/** Of a chart's text, in pixels of the design. */
const FONT_PX = 11.5
Chart.defaults.font.size = FONT_PX

export interface ChartPoint {
  readonly datasetIndex: number
  readonly index: number
}

export interface Drawn {
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
  /** The cell of the table that a point is; absent: its place in the column of its line. */
  readonly cellOf?: (point: ChartPoint) => TableCell | undefined
}

interface Props extends Drawn {
  readonly canvas: React.RefObject<HTMLCanvasElement | null>
}

/**
 * The chart itself. Its values are read under the pointer, or by the arrow keys: to the sides from place to place, up
 * and down from line to line; a click or Enter does what the value in the table does.
 */
export function ChartCanvas(props: Props) {
  const { configure, heightPx, summary, table, canvas } = props
  const words = useWords().chart
  const scheme = useScheme()
  const isContrast = useContrast()
  const system = useSystemColors()
  const scale = useTextScale()
  const isPrinting = usePrinting()
  const chart = useRef<Chart | null>(null)
  const actionOf = useActions(props)
  const actions = useRef(actionOf)
  useEffect(() => {
    actions.current = actionOf
  })
  useEffect(() => {
    const colors = axisColors(scheme, isContrast, system)
    const config = isPrinting ? hatched(configure(colors)) : configure(colors)
    Chart.defaults.font.size = FONT_PX * scale
    const own = new Chart(canvas.current!, {
      ...config,
      options: { ...config.options, ...pointing((point) => actions.current(point)) },
      plugins: [...(config.plugins ?? []), cursorLine(colors.soft), background(colors.surface)],
    })
    chart.current = own
    return () => own.destroy()
  }, [configure, scheme, isContrast, system, scale, isPrinting, canvas])
  const { said, onKey, onLeave } = useCursor(props, chart, actionOf)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of the picture and what is read at its cursor
    <div
      role="group"
      tabIndex={0}
      aria-label={words.cursor}
      className={styles.canvas}
      style={{ height: chartHeight(heightPx) }}
      onKeyDown={onKey}
      onBlur={onLeave}
    >
      <canvas ref={canvas} role="img" aria-label={summary} />
      <span className={styles.hidden} aria-live="polite">
        {said(table)}
      </span>
    </div>
  )
}

type Action = (() => void) | undefined

/** What a click on a point does: what its cell in the table does, or how it comes about. */
function useActions({ table, cellOf }: Props): (point: ChartPoint) => Action {
  const of = useContext(TracedOf)
  return (point) => {
    const cell = cellOf ? cellOf(point) : table.rows[point.index]?.[point.datasetIndex + 1]
    if (cell?.onPick) return cell.onPick
    const trace = cell?.trace
    return trace === undefined ? undefined : () => openTrace(trace, cell?.of ?? of)
  }
}

/** The pointer shows where something can be clicked. */
function pointing(actionOf: (point: ChartPoint) => Action): ChartConfiguration['options'] {
  const at = (event: ChartEvent, chart: Chart): Action => {
    if (!event.native) return undefined
    const [point] = chart.getElementsAtEventForMode(event.native, 'nearest', { intersect: true }, false)
    return point && actionOf(point)
  }
  return {
    onClick: (event, _, chart) => at(event, chart)?.(),
    onHover: (event, _, chart) => {
      chart.canvas.style.cursor = at(event, chart) ? 'pointer' : ''
    },
  }
}

interface Cursor {
  /** Of the table. */
  readonly row: number
  /** Of the points of the row; null: all of them. */
  readonly line: number | null
}

function useCursor(
  { table, pointsOf }: Props,
  chart: React.RefObject<Chart | null>,
  actionOf: (point: ChartPoint) => Action,
) {
  const [at, setAt] = useState<Cursor | null>(null)
  const pointsAt = (row: number): readonly ChartPoint[] =>
    pointsOf?.(row) ??
    (chart.current?.data.datasets ?? []).map((_, datasetIndex) => ({ datasetIndex, index: row }))
  const moveTo = (next: Cursor): void => {
    setAt(next)
    const points = pointsAt(next.row)
    if (chart.current) pointAt(chart.current, next.line === null ? points : [points[next.line]!])
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && at) {
      const points = pointsAt(at.row)
      // Of one line there is nothing to choose; else the first that says anything.
      const chosen = at.line === null ? points : [points[at.line]!]
      const action = chosen.map(actionOf).find((own) => own !== undefined)
      if (action) event.preventDefault()
      action?.()
      return
    }
    const next = moved(at, event.key, table.rows.length, pointsAt(at?.row ?? 0).length)
    if (!next || !chart.current) return
    event.preventDefault()
    moveTo(next)
  }
  const said = ({ heads, rows }: ChartTable): string | undefined => {
    const row = at === null ? undefined : rows[at.row]
    if (!row) return undefined
    const parts = row
      .map((cell, index) => ({ text: `${heads[index]} ${cell.shown}`, index }))
      .filter(({ index }) => index === 0 || at?.line == null || index === at.line + 1)
      .map(({ text }) => text)
    return listed(parts)
  }
  return { said, onKey, onLeave: () => setAt(null) }
}

/** Where a key leads; undefined: it is none of the cursor's. */
function moved(at: Cursor | null, key: string, rows: number, lines: number): Cursor | undefined {
  const side = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  if (side !== 0) {
    const row = Math.min(rows - 1, Math.max(0, (at?.row ?? -side) + side))
    return { row, line: at?.line ?? null }
  }
  const up = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0
  if (up === 0 || !at || lines < 2) return undefined
  const line = at.line === null ? (up > 0 ? 0 : lines - 1) : (at.line + up + lines) % lines
  return { ...at, line }
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
    afterDatasetsDraw: ({ ctx, chartArea, tooltip, options }: Chart): void => {
      const point = tooltip?.dataPoints?.[0]?.element
      if (!point || (tooltip?.opacity ?? 0) === 0) return
      ctx.save()
      ctx.strokeStyle = color
      ctx.setLineDash([3, 3])
      ctx.beginPath()
      const isAcross = options.indexAxis === 'y'
      ctx.moveTo(isAcross ? chartArea.left : point.x, isAcross ? point.y : chartArea.top)
      ctx.lineTo(isAcross ? chartArea.right : point.x, isAcross ? point.y : chartArea.bottom)
      ctx.stroke()
      ctx.restore()
    },
  }
}

/** A picture that is saved stands on its own ground, not on whatever it is pasted into. */
export function background(color: string) {
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
