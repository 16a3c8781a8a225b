import { Button, useComputedColorScheme } from '@mantine/core'
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import { useEffect, useMemo, useRef, useState } from 'react'
import { formatNumber } from '../format/numbers.ts'
import { useWords } from '../words/useWords.ts'
import { type DataColumn, DataTable } from './DataTable.tsx'
import { Panel } from './Panel.tsx'
import { axisColors, CHART_FONT, seriesColor } from './palette.ts'
import styles from './parts.module.css'

Chart.register(BarController, BarElement, CategoryScale, Filler, Legend, LinearScale)
Chart.defaults.font.family = CHART_FONT
Chart.register(LineController, LineElement, PointElement, Tooltip)

export interface Series {
  readonly name: string
  readonly values: readonly (number | null)[]
  readonly color?: string
  /** Drawn as steps: a level that holds through the period. */
  readonly isStepped?: boolean
  readonly isDashed?: boolean
}

interface Props {
  readonly title: string
  readonly note?: string
  /** Unit of every value, as in MW. */
  readonly unit: string
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  readonly kind?: 'line' | 'bar'
  readonly isStacked?: boolean
  readonly heightPx?: number
  /** False: the axis begins near the lowest value. */
  readonly from0?: boolean
  /** Highest value shown; lines above it are cut off. */
  readonly yMax?: number
}

/** A chart over the periods; the same figures as a table and as CSV are one click away. */
export function SeriesChart(props: Props) {
  const words = useWords()
  const [isTable, setTable] = useState(false)
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(toCsv(props))
    setCopied(true)
    setTimeout(() => setCopied(false), 1500)
  }
  const tools = (
    <>
      <Button size="compact-xs" variant="subtle" color="gray" fw={400} onClick={() => setTable(!isTable)}>
        {isTable ? words.chart.chart : words.chart.table}
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" fw={400} onClick={() => void copy()}>
        {isCopied ? words.chart.copied : words.chart.copy}
      </Button>
    </>
  )
  return (
    <Panel title={props.title} {...(props.note === undefined ? {} : { note: props.note })} tools={tools}>
      {isTable ? <SeriesTable {...props} /> : <Canvas {...props} />}
    </Panel>
  )
}

function Canvas({
  title,
  unit,
  labels,
  series,
  kind = 'line',
  isStacked = false,
  heightPx = 220,
  from0,
  yMax,
}: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useComputedColorScheme('light')
  useEffect(() => {
    const { soft, line } = axisColors(scheme)
    const chart = new Chart(canvas.current!, {
      type: kind,
      data: {
        labels: [...labels],
        datasets: series.map((own, index) => {
          const color = own.color ?? seriesColor(index)
          return {
            label: own.name,
            data: [...own.values],
            borderColor: color,
            backgroundColor: kind === 'bar' || isStacked ? color : `${color}33`,
            borderWidth: kind === 'bar' ? 0 : 2,
            pointRadius: 0,
            pointHitRadius: 8,
            fill: isStacked,
            stepped: own.isStepped ? ('middle' as const) : false,
            borderDash: own.isDashed ? [5, 4] : [],
          }
        }),
      },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        plugins: {
          legend: {
            display: series.length > 1,
            position: 'bottom',
            labels: { color: soft, boxWidth: 10, boxHeight: 10, font: { size: 12 } },
          },
          tooltip: {
            callbacks: {
              label: (item) => `${item.dataset.label}: ${formatNumber(item.parsed.y)} ${unit}`,
            },
          },
        },
        scales: {
          x: {
            stacked: isStacked,
            ticks: { color: soft, maxRotation: 0, autoSkipPadding: 14 },
            grid: { display: false },
          },
          y: {
            stacked: isStacked,
            beginAtZero: from0 ?? true,
            ...(yMax === undefined ? {} : { max: yMax }),
            ticks: { color: soft, maxTicksLimit: 6 },
            grid: { color: line },
            border: { display: false },
          },
        },
      },
    })
    return () => chart.destroy()
  }, [labels, series, kind, isStacked, unit, scheme, from0, yMax])
  return (
    <div className={styles.canvas} style={{ height: heightPx }}>
      <canvas ref={canvas} role="img" aria-label={describe(title, unit, labels, series)} />
    </div>
  )
}

function SeriesTable({ title, unit, labels, series }: Props) {
  const columns = useMemo<DataColumn<number>[]>(
    () => [
      { head: '', read: (index) => labels[index]! },
      ...series.map((own) => ({
        head: `${own.name} ${unit}`,
        isNumber: true,
        read: (index: number) => formatNumber(own.values[index], 4),
      })),
    ],
    [labels, series, unit],
  )
  return <DataTable label={title} columns={columns} items={labels.map((_, index) => index)} />
}

/** What a screen reader says of the chart: each series' first, highest and last value. */
function describe(title: string, unit: string, labels: readonly string[], series: readonly Series[]): string {
  const parts = series.map(({ name, values }) => {
    const known = values.filter((value): value is number => value !== null)
    if (known.length === 0) return name
    return `${name}: ${formatNumber(known[0])} to ${formatNumber(known.at(-1))}, at most ${formatNumber(Math.max(...known))} ${unit}`
  })
  return `${title}, ${labels[0] ?? ''} to ${labels.at(-1) ?? ''}. ${parts.join('. ')}`
}

function toCsv({ labels, series, unit }: Props): string {
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const head = ['period', ...series.map((own) => quote(`${own.name} (${unit})`))].join(',')
  const rows = labels.map((label, index) =>
    [label, ...series.map((own) => own.values[index] ?? '')].join(','),
  )
  return [head, ...rows].join('\n')
}
