import {
  Chart,
  type ChartConfiguration,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import { useCallback, useMemo } from 'react'
import type { TraceRef } from '../../../engine/trace/trace.ts'
import { formatNumber, formatTick } from '../../format/numbers.ts'
import { clauses, said, withUnit } from '../../format/punctuation.ts'
import { useShownUnit, useWords } from '../../words/useWords.ts'
import type { ChartTable, TableCell } from '../tables/tableCsv.ts'
import type { ChartPoint } from './ChartCanvas.tsx'
import { ChartView } from './ChartPanel.tsx'
import { axisTitle, legendBelow, STILL, valueSaid } from './chartFrame.ts'
import { type AxisColors, seriesColor } from './palette.ts'

Chart.register(Filler, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip)

export interface XyLine {
  readonly name: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly isDashed?: boolean
  /** Points alone, no line between them. */
  readonly isScattered?: boolean
  /** Drawn wide, so that a line that runs on it is seen with it; to stand after that in the list. */
  readonly isWide?: boolean
  /** Shaded up to the line before it in the list. */
  readonly isFilled?: boolean
  /** How a point of it comes about, by its place; where along the axis it stands, where that is a figure too. */
  readonly trace?: (index: number) => TraceRef | undefined
  readonly traceX?: (index: number) => TraceRef | undefined
  /** What a click on a point does, where not to say how it comes about; its name in the table does the same. */
  readonly onPick?: (index: number) => void
}

interface Props {
  readonly label: string
  /** With the unit; money is given in US dollars and shown in the plan's currency. */
  readonly xTitle: string
  readonly yTitle: string
  readonly lines: readonly XyLine[]
  /** False: the axes begin near the lowest values. */
  readonly isFrom0?: boolean
}

/** More points than this are drawn as a line alone, or as small dots. */
const MANY_POINTS = 60
const WIDE_PX = 6
const isCrowded = ({ points }: XyLine): boolean => points.length > MANY_POINTS

/** Lines over a numeric axis, such as throughput against interactivity; with its table, CSV and picture. */
export function XyChart({ label, isFrom0 = true, ...given }: Props) {
  const words = useWords().chart
  const { unit: xTitle, scale: xScale } = useShownUnit(given.xTitle, mostOf(given.lines, 'x'))
  const { unit: yTitle, scale: yScale } = useShownUnit(given.yTitle, mostOf(given.lines, 'y'))
  const lines = useMemo(() => inUnits(given.lines, xScale, yScale), [given.lines, xScale, yScale])
  const places = useMemo(
    () =>
      lines.flatMap(({ points }, datasetIndex) =>
        points.map((point, index) => ({ point, datasetIndex, index })),
      ),
    [lines],
  )
  const table = useMemo<ChartTable>(
    () => ({
      heads: [words.line, xTitle, yTitle],
      rows: places.map(({ point: { x, y }, datasetIndex, index }) => {
        const { name, trace, traceX, onPick } = lines[datasetIndex]!
        return [
          { shown: name, value: name, onPick: onPick && (() => onPick(index)) },
          { shown: formatNumber(x, 4), value: x, trace: traceX?.(index) },
          { shown: formatNumber(y, 4), value: y, trace: trace?.(index) },
        ]
      }),
    }),
    [places, lines, words, xTitle, yTitle],
  )
  const configure = useCallback(
    (colors: AxisColors) => xyConfig({ xTitle, yTitle, lines, isFrom0 }, colors),
    [xTitle, yTitle, lines, isFrom0],
  )
  const pointsOf = useCallback((row: number) => [places[row]!], [places])
  const cellOf = ({ datasetIndex, index }: ChartPoint): TableCell | undefined => {
    const row =
      table.rows[places.findIndex((own) => own.datasetIndex === datasetIndex && own.index === index)]
    // The branch of a point, else how it comes about, else where it stands.
    return row?.find((cell, column) => (column === 0 ? cell.onPick : column === 2 && cell.trace)) ?? row?.[1]
  }
  return (
    <ChartView
      title={label}
      heightPx={HEIGHT_PX}
      summary={summarise(label, lines, yTitle)}
      {...{ table, configure, pointsOf, cellOf }}
    />
  )
}

const mostOf = (lines: readonly XyLine[], axis: 'x' | 'y'): number =>
  lines.reduce(
    (most, { points }) => points.reduce((own, point) => Math.max(own, Math.abs(point[axis])), most),
    0,
  )

function inUnits(lines: readonly XyLine[], xScale: number, yScale: number): readonly XyLine[] {
  if (xScale === 1 && yScale === 1) return lines
  return lines.map((own) => ({
    ...own,
    points: own.points.map(({ x, y }) => ({ x: x * xScale, y: y * yScale })),
  }))
}

const HEIGHT_PX = 260

function summarise(label: string, lines: readonly XyLine[], unit: string): string {
  const courses = lines.map(({ name, points }) => {
    const ys = points.map(({ y }) => y)
    return said(name, `${formatNumber(Math.min(...ys))} – ${formatNumber(Math.max(...ys))}`)
  })
  return said(withUnit(label, unit), clauses(courses))
}

type Drawn = Required<Pick<Props, 'xTitle' | 'yTitle' | 'lines' | 'isFrom0'>>

function xyConfig({ xTitle, yTitle, lines, isFrom0 }: Drawn, { soft, line }: AxisColors): ChartConfiguration {
  const axis = (text: string) => ({
    ...{
      type: 'linear' as const,
      beginAtZero: isFrom0,
      ticks: { color: soft, callback: formatTick },
      grid: { color: line },
    },
    title: axisTitle(text, soft),
  })
  return {
    type: 'line',
    data: { datasets: lines.map(toDataset) },
    options: {
      ...STILL,
      parsing: false,
      scales: { x: axis(xTitle), y: axis(yTitle) },
      plugins: {
        legend: legendBelow(soft),
        tooltip: {
          callbacks: {
            title: ([item]) => `${formatNumber(item?.parsed.x)} ${xTitle}`,
            label: (item) => valueSaid(item.dataset.label, formatNumber(item.parsed.y), yTitle),
          },
        },
      },
    },
  }
}

function toDataset(line: XyLine, index: number) {
  const isMany = isCrowded(line)
  const dot = line.isScattered ? (isMany ? 1.5 : 3.5) : isMany ? 0 : 2.5
  return {
    label: line.name,
    data: [...line.points],
    borderColor: seriesColor(line.isDashed ? 6 : index),
    borderWidth: line.isDashed ? 1 : line.isWide ? WIDE_PX : 2,
    borderDash: line.isDashed ? [5, 4] : [],
    pointRadius: line.isDashed ? 0 : dot,
    pointHitRadius: 6,
    pointStyle: line.isScattered && !isMany ? ('rectRot' as const) : ('circle' as const),
    showLine: line.isScattered !== true,
    backgroundColor: line.isDashed ? `${seriesColor(6)}2e` : seriesColor(index),
    fill: line.isFilled ? '-1' : false,
  }
}
