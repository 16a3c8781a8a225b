import {
  BarController,
  BarElement,
  CategoryScale,
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
import { type ReactNode, useCallback, useMemo } from 'react'
import type { TraceRef } from '../../../engine/trace/trace.ts'
import { formatNumber, formatTick } from '../../format/numbers.ts'
import { aside } from '../../format/punctuation.ts'
import type { TraceOf } from '../../state/view/tracing.ts'
import { useShownUnit, useWords } from '../../words/useWords.ts'
import type { ChartTable } from '../tables/tableCsv.ts'
import { ChartPanel } from './ChartPanel.tsx'
import { axisTitle, legendBelow, STILL, valueSaid } from './chartFrame.ts'
import { type AxisColors, type Role, roleColor, seriesColor } from './palette.ts'

Chart.register(BarController, BarElement, CategoryScale, Filler, Legend, LinearScale)
Chart.register(LineController, LineElement, PointElement, Tooltip)

export interface Series {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** Place of its colour among those of all lines, where not its place in the chart: one thing has one colour on all charts. */
  readonly hue?: number
  /** In place of a colour: what the line means, the same on every chart. */
  readonly role?: Role
  /** Drawn as steps: a level that holds through the period. */
  readonly isStepped?: boolean
  readonly isDashed?: boolean
  /** How its value at a place comes about, for the table. */
  readonly trace?: (index: number) => TraceRef | undefined
  /** Whose figures they are, where not of the plan in view. */
  readonly of?: TraceOf
}

interface Props {
  readonly title: string
  readonly note?: ReactNode
  /** What chooses what is drawn, in the head of its panel. */
  readonly tools?: ReactNode
  /** Unit of every value, as in MW; money is given in US dollars and shown in the plan's currency. */
  readonly unit: string
  readonly labels: readonly string[]
  /** What the labels are, where not periods: for the axis and the head of the table. */
  readonly head?: string
  readonly series: readonly Series[]
  readonly kind?: 'line' | 'bar'
  readonly isStacked?: boolean
  /** Bars lie, one below the other, with the labels at their left; those of one label on one line. */
  readonly isAcross?: boolean
  readonly heightPx?: number
  /** False: the axis begins near the lowest value. */
  readonly from0?: boolean
  /** Highest value shown; lines above it are cut off. */
  readonly yMax?: number
}

/** A chart over the periods; the same figures as a table, as CSV and as a picture are one click away. */
export function SeriesChart({ title, note, tools, labels, head, heightPx = 220, ...look }: Props) {
  const words = useWords().chart
  const { kind = 'line', isStacked = false, isAcross = false, from0 } = look
  const { unit, scale } = useShownUnit(look.unit, look.yMax ?? mostOf(look.series, isStacked))
  const series = useMemo(() => inUnit(look.series, scale), [look.series, scale])
  const yMax = look.yMax === undefined ? undefined : look.yMax * scale
  const configure = useCallback(
    (colors: AxisColors) =>
      seriesConfig(
        { unit, labels, head, series, kind, isStacked, isAcross, from0: from0 ?? true, yMax },
        colors,
      ),
    [unit, labels, head, series, kind, isStacked, isAcross, from0, yMax],
  )
  const table = useMemo(
    () => toTable(labels, series, unit, head ?? words.period),
    [labels, series, unit, head, words],
  )
  return (
    <ChartPanel
      {...{ title, tools, heightPx, table, configure }}
      {...(note === undefined ? {} : { note })}
      summary={words.summary(title, labels[0] ?? '', labels.at(-1) ?? '', describe(unit, series, words))}
    />
  )
}

/** How far the axis goes: to the largest value, of bars on each other to the tallest stack, up or down. */
function mostOf(series: readonly Series[], isStacked: boolean): number {
  const ups = stacks(series, (value) => Math.max(0, value))
  const downs = stacks(series, (value) => Math.max(0, -value))
  if (isStacked) return Math.max(0, ...ups, ...downs)
  return Math.max(0, ...series.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))))
}

const stacks = (series: readonly Series[], of: (value: number) => number): number[] =>
  (series[0]?.values ?? []).map((_, at) => series.reduce((sum, { values }) => sum + of(values[at] ?? 0), 0))

function inUnit(series: readonly Series[], scale: number): readonly Series[] {
  if (scale === 1) return series
  return series.map((own) => ({
    ...own,
    values: own.values.map((value) => (value === null ? null : value * scale)),
  }))
}

interface Drawn {
  readonly unit: string
  readonly labels: readonly string[]
  readonly head: string | undefined
  readonly series: readonly Series[]
  readonly kind: 'line' | 'bar'
  readonly isStacked: boolean
  readonly isAcross: boolean
  readonly from0: boolean
  readonly yMax: number | undefined
}

function seriesConfig(drawn: Drawn, { soft, line }: AxisColors): ChartConfiguration {
  const { unit, labels, head, series, kind, isStacked, isAcross, from0, yMax } = drawn
  const places = {
    stacked: isStacked,
    ticks: { color: soft, maxRotation: 0, autoSkip: !isAcross, autoSkipPadding: 14 },
    title: axisTitle(isAcross ? '' : (head ?? ''), soft),
    grid: { display: false },
  }
  const values = {
    stacked: isStacked,
    beginAtZero: from0,
    ...(yMax === undefined ? {} : { max: yMax }),
    ticks: { color: soft, maxTicksLimit: 6, callback: formatTick },
    title: axisTitle(unit, soft),
    grid: { color: line },
    border: { display: false },
  }
  return {
    type: kind,
    data: { labels: [...labels], datasets: series.map((own, index) => dataset(own, index, drawn)) },
    options: {
      ...STILL,
      ...(isAcross ? { indexAxis: 'y' as const } : {}),
      interaction: { mode: 'index', intersect: false, axis: isAcross ? 'y' : 'x' },
      plugins: {
        // Parts of a whole are named also where there is one.
        legend: { display: series.length > 1 || isStacked, ...legendBelow(soft) },
        tooltip: {
          callbacks: {
            ...(head === undefined ? {} : { title: ([item]) => `${item?.label} · ${head}` }),
            label: (item) =>
              valueSaid(item.dataset.label, formatNumber(isAcross ? item.parsed.x : item.parsed.y), unit),
          },
        },
      },
      scales: isAcross ? { x: values, y: places } : { x: places, y: values },
    },
  }
}

function dataset(own: Series, index: number, { kind, isStacked, isAcross }: Drawn) {
  const isCapacity = own.role === 'capacity'
  const color = own.role ? roleColor(own.role) : seriesColor(own.hue ?? index)
  return {
    label: own.name,
    data: [...own.values],
    borderColor: color,
    backgroundColor: kind === 'bar' || isStacked ? color : `${color}33`,
    borderWidth: kind === 'bar' ? 0 : isCapacity ? 1 : 2,
    pointRadius: 0,
    pointHitRadius: 8,
    // As in the cake: what there is lies pale below, what is needed stands out on it.
    fill: isStacked || isCapacity,
    order: isCapacity ? 1 : 0,
    stepped: own.isStepped ? ('middle' as const) : false,
    borderDash: own.isDashed ? [5, 4] : [],
    // The first lies on top and is thinner, so that both are seen where they point to one side.
    ...(isAcross ? { grouped: false, barPercentage: index === 0 ? 0.6 : 0.9 } : {}),
  }
}

function toTable(
  labels: readonly string[],
  series: readonly Series[],
  unit: string,
  head: string,
): ChartTable {
  return {
    heads: [head, ...series.map((own) => (unit === '' ? own.name : aside(own.name, unit)))],
    isOneUnit: true,
    rows: labels.map((label, index) => [
      { shown: label, value: label },
      ...series.map(({ values, trace, of }) => ({
        shown: formatNumber(values[index], 4),
        value: values[index] ?? null,
        // Of nothing there is nothing to say.
        trace: values[index] ? trace?.(index) : undefined,
        of,
      })),
    ]),
  }
}

/** Each series' first, last and highest value in words. */
function describe(
  unit: string,
  series: readonly Series[],
  words: ReturnType<typeof useWords>['chart'],
): string {
  const parts = series.map(({ name, values }) => {
    const known = values.filter((value): value is number => value !== null)
    if (known.length === 0) return name
    return words.course(
      name,
      formatNumber(known[0]),
      formatNumber(known.at(-1)),
      `${formatNumber(Math.max(...known))} ${unit}`.trim(),
    )
  })
  return parts.join(' ')
}
