import { useComputedColorScheme } from '@mantine/core'
import {
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import { useEffect, useRef } from 'react'
import { formatNumber } from '../format/numbers.ts'
import { useContrast } from '../state/look.ts'
import { axisColors, seriesColor } from './palette.ts'
import styles from './parts.module.css'

Chart.register(Filler, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip)

export interface XyLine {
  readonly name: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly isDashed?: boolean
  /** Points alone, no line between them. */
  readonly isScattered?: boolean
  /** Shaded up to the line before it in the list. */
  readonly isFilled?: boolean
}

interface Props {
  readonly label: string
  readonly xTitle: string
  readonly yTitle: string
  readonly lines: readonly XyLine[]
  /** False: the axes begin near the lowest values. */
  readonly isFrom0?: boolean
}

/** More points than this are drawn as a line alone, or as small dots. */
const MANY_POINTS = 60
const isCrowded = ({ points }: XyLine): boolean => points.length > MANY_POINTS

/** Lines over a numeric axis, such as throughput against interactivity. */
export function XyChart({ label, xTitle, yTitle, lines, isFrom0 = true }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useComputedColorScheme('light')
  const isContrast = useContrast()
  useEffect(() => {
    const { soft, line } = axisColors(scheme, isContrast)
    const grid = { color: line }
    const axis = (text: string) => ({
      ...{ type: 'linear' as const, beginAtZero: isFrom0, ticks: { color: soft }, grid },
      title: { display: true, text, color: soft },
    })
    const chart = new Chart(canvas.current!, {
      type: 'line',
      data: {
        datasets: lines.map((line, index) => ({
          label: line.name,
          data: [...line.points],
          borderColor: seriesColor(line.isDashed ? 6 : index),
          borderWidth: line.isDashed ? 1 : 2,
          borderDash: line.isDashed ? [5, 4] : [],
          pointRadius: line.isDashed
            ? 0
            : line.isScattered
              ? isCrowded(line)
                ? 1.5
                : 3.5
              : isCrowded(line)
                ? 0
                : 2.5,
          pointStyle: line.isScattered && !isCrowded(line) ? ('rectRot' as const) : ('circle' as const),
          showLine: line.isScattered !== true,
          backgroundColor: line.isDashed ? `${seriesColor(6)}2e` : seriesColor(index),
          fill: line.isFilled ? '-1' : false,
        })),
      },
      options: {
        ...{ animation: false, responsive: true, maintainAspectRatio: false, parsing: false },
        scales: { x: axis(xTitle), y: axis(yTitle) },
        plugins: {
          legend: { position: 'bottom', labels: { color: soft, boxWidth: 10, boxHeight: 10 } },
          tooltip: {
            callbacks: {
              title: ([item]) => `${formatNumber(item?.parsed.x)} ${xTitle}`,
              label: (item) => `${item.dataset.label}: ${formatNumber(item.parsed.y)} ${yTitle}`,
            },
          },
        },
      },
    })
    return () => chart.destroy()
  }, [lines, scheme, xTitle, yTitle, isFrom0])
  return (
    <div className={styles.canvas} style={{ height: 260 }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}
