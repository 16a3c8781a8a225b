import { Chart, type ChartConfiguration, type Plugin } from 'chart.js'
import { useCallback, useMemo } from 'react'
import type { TraceRef } from '../../../engine/trace/trace.ts'
import { formatNumber } from '../../format/numbers.ts'
import { listed, said } from '../../format/punctuation.ts'
import type { TraceOf } from '../../state/view/tracing.ts'
import { useShownUnit, useWords } from '../../words/useWords.ts'
import type { ChartTable } from '../tables/tableCsv.ts'
import { axisStart } from './axisStart.ts'
import { ChartPanel } from './ChartPanel.tsx'
import { STILL } from './chartFrame.ts'
import { type AxisColors, CHART_FONT, seriesColor } from './palette.ts'

/** What is said of a bar in the table. */
interface Named {
  readonly name: string
  readonly trace?: TraceRef
  readonly of?: TraceOf | undefined
}

export interface Step extends Named {
  readonly value: number
}

interface Props {
  readonly title: string
  readonly note?: string
  /** Money is given in US dollars and shown in the plan's currency. */
  readonly unit: string
  /** Where the first bar ends. */
  readonly from: Step
  /** What each part adds. */
  readonly parts: readonly Step[]
  /** Where the parts lead to. */
  readonly to: Named
  readonly heightPx?: number
}

/** From one total to another: each part hangs where the one before ended. */
export function Waterfall({ title, note, from, parts, to, heightPx = 240, ...given }: Props) {
  const words = useWords().chart
  const { unit, scale } = useShownUnit(
    given.unit,
    Math.max(0, ...[from, ...parts].map(({ value }) => Math.abs(value))),
  )
  const bars = useMemo(
    () => layBars(inUnit([from], scale)[0]!, inUnit(parts, scale), to),
    [from, parts, to, scale],
  )
  const table = useMemo<ChartTable>(
    () => ({
      heads: [words.part, unit],
      rows: bars.map((bar) => [
        { shown: bar.name, value: bar.name },
        { shown: formatNumber(bar.value, 4), value: bar.value, trace: bar.trace, of: bar.of },
      ]),
    }),
    [bars, unit, words],
  )
  const start = useMemo(() => axisStart(bars), [bars])
  const axis = start > 0 ? words.axisFrom(unit, formatNumber(start, 6)) : unit
  const configure = useCallback(
    (colors: AxisColors) => waterfallConfig(bars, unit, { start, title: axis }, colors),
    [bars, unit, start, axis],
  )
  const cut = start > 0 ? words.axisCut(`${formatNumber(start, 6)} ${unit}`) : undefined
  const notes = [note, cut].filter((own) => own !== undefined).join(' ')
  const summary = said(title, listed(bars.map((bar) => `${bar.name} ${formatNumber(bar.value, 4)} ${unit}`)))
  return (
    <ChartPanel
      {...{ title, heightPx, table, configure, summary }}
      {...(notes === '' ? {} : { note: notes })}
    />
  )
}

function inUnit(parts: readonly Step[], scale: number): readonly Step[] {
  return scale === 1 ? parts : parts.map((own) => ({ ...own, value: own.value * scale }))
}

interface Bar extends Step {
  readonly low: number
  readonly high: number
  readonly kind: 'total' | 'more' | 'less'
}

function layBars(from: Step, parts: readonly Step[], to: Named): readonly Bar[] {
  const total = (own: Step): Bar => ({
    ...{ ...own, low: Math.min(0, own.value), high: Math.max(0, own.value), kind: 'total' },
  })
  let at = from.value
  const steps = parts.map((own): Bar => {
    const before = at
    at += own.value
    const kind = own.value > 0 ? 'more' : 'less'
    return { ...own, low: Math.min(before, at), high: Math.max(before, at), kind }
  })
  return [total(from), ...steps, total({ ...to, value: at })]
}

/** Where a bar stands, px. */
interface Drawn {
  readonly x: number
  readonly width: number
}

/** Above the highest bar, for its figure. */
const FIGURE_PX = 18

/** What each bar stands for, above it; and a line from where it ends to where the next begins. */
function figures(bars: readonly Bar[], { text, soft }: AxisColors): Plugin {
  return {
    id: 'figures',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart
      const drawn = chart.getDatasetMeta(0).data as unknown as readonly Drawn[]
      const y = chart.scales.y!
      let at = 0
      ctx.save()
      ctx.textAlign = 'center'
      ctx.textBaseline = 'bottom'
      ctx.font = `600 ${Chart.defaults.font.size}px ${CHART_FONT}`
      for (const [index, bar] of bars.entries()) {
        const { x, width } = drawn[index]!
        const top = Math.max(y.getPixelForValue(bar.high), chart.chartArea.top)
        ctx.fillStyle = text
        ctx.fillText(signed(bar), x, top - 3)
        at = bar.kind === 'total' ? bar.value : at + bar.value
        const next = drawn[index + 1]
        if (!next) continue
        const [begin, end] = [x + width / 2, next.x - next.width / 2]
        ctx.fillStyle = soft
        ctx.fillRect(begin, y.getPixelForValue(at) - 0.5, end - begin, 1)
      }
      ctx.restore()
    },
  }
}

/** A part says by its sign which way it goes; a total is what it is. */
const signed = ({ kind, value }: Bar): string =>
  kind === 'more' ? `+${formatNumber(value, 4)}` : formatNumber(value, 4)

/** By number of the series whose colour it has. */
const COLORS = { total: 6, more: 5, less: 0 } as const

/** Height of the band that breaks a bar of which the axis shows only the end, and its distance from the foot, px. */
const BREAK_PX = 5
const FOOT_PX = 12

/** A slanted gap near the foot of every total: its height is no measure of it. */
function breaks(bars: readonly Bar[], { surface }: AxisColors): Plugin {
  return {
    id: 'breaks',
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart
      const drawn = chart.getDatasetMeta(0).data as unknown as readonly Drawn[]
      const y = chartArea.bottom - FOOT_PX
      ctx.save()
      ctx.fillStyle = surface
      for (const [index, bar] of bars.entries()) {
        if (bar.kind !== 'total') continue
        const { x, width } = drawn[index]!
        const [left, right] = [x - width / 2 - 1, x + width / 2 + 1]
        ctx.beginPath()
        ctx.moveTo(left, y)
        ctx.lineTo(right, y - BREAK_PX)
        ctx.lineTo(right, y)
        ctx.lineTo(left, y + BREAK_PX)
        ctx.closePath()
        ctx.fill()
      }
      ctx.restore()
    },
  }
}

function waterfallConfig(
  bars: readonly Bar[],
  unit: string,
  { start, title }: { readonly start: number; readonly title: string },
  colors: AxisColors,
): ChartConfiguration {
  const { soft, line } = colors
  return {
    type: 'bar',
    plugins: [figures(bars, colors), ...(start > 0 ? [breaks(bars, colors)] : [])],
    data: {
      labels: bars.map((bar) => bar.name),
      datasets: [
        {
          data: bars.map((bar): [number, number] => [bar.low, bar.high]),
          backgroundColor: bars.map((bar) => seriesColor(COLORS[bar.kind])),
          maxBarThickness: 64,
        },
      ],
    },
    options: {
      ...STILL,
      layout: { padding: { top: FIGURE_PX } },
      interaction: { mode: 'index', intersect: false },
      plugins: {
        legend: { display: false },
        tooltip: {
          callbacks: {
            label: ({ dataIndex }) => `${formatNumber(bars[dataIndex]?.value, 4)} ${unit}`,
          },
        },
      },
      scales: {
        x: { ticks: { color: soft, maxRotation: 40 }, grid: { display: false } },
        y: {
          min: start > 0 ? start : undefined,
          // Units such as millions of dollars take no further step.
          ticks: { color: soft, maxTicksLimit: 6, callback: (value) => formatNumber(Number(value), 6) },
          title: { display: true, text: title, color: soft },
          grid: { color: line },
          border: { display: false },
        },
      },
    },
  }
}
