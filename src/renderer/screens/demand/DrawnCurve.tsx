import { useElementSize } from '@mantine/hooks'
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { formatAmount } from '../../format/numbers.ts'
import { said } from '../../format/punctuation.ts'
import { axisTop } from '../../parts/charts/axisTop.ts'
import { useTextScale } from '../../state/view/textScale.ts'
import styles from './demand.module.css'

interface Props {
  /** For what saves the picture. */
  readonly svg: RefObject<SVGSVGElement | null>
  readonly name: string
  /** Of its points, along the axis. */
  readonly labels: readonly string[]
  readonly values: readonly number[]
  /** A point is being drawn. */
  readonly isDrawn: boolean
  /** While a point is drawn. */
  readonly onDraw: (values: readonly number[]) => void
  /** When it is let go. */
  readonly onSave: (values: readonly number[]) => void
}

const SIZE = { height: 220, left: 70, right: 34, top: 14, bottom: 26 } as const
/** Until its panel is measured. */
const FIRST_WIDTH = 900
const TALL = SIZE.height - SIZE.top - SIZE.bottom
/** One press of an arrow key. */
const STEP = 0.05
/** What a label below the axis takes. */
const LABEL_WIDTH = 68

/** Values by period or hour with a handle for each: drawn by the pointer, or moved by the arrow keys. */
export function DrawnCurve({ svg, name, labels, values, isDrawn, onDraw, onSave }: Props) {
  const { ref, width: panelPx } = useElementSize()
  const width = panelPx / useTextScale() || FIRST_WIDTH
  const most = axisTop(Math.max(...values) * 1.05)
  const x = (t: number) => SIZE.left + (t / Math.max(1, values.length - 1)) * (width - SIZE.left - SIZE.right)
  const y = (value: number) => SIZE.height - SIZE.bottom - (value / most) * TALL
  const withPoint = (t: number, value: number) =>
    values.map((own, at) => (at === t ? Math.max(0, value) : own))
  const onMove = (t: number) => (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = svg.current!.getBoundingClientRect()
    const at = ((event.clientY - box.top) / box.height) * SIZE.height
    onDraw(withPoint(t, ((SIZE.height - SIZE.bottom - at) / TALL) * most))
  }
  const onKey = (t: number) => (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? 1 + STEP : event.key === 'ArrowDown' ? 1 - STEP : 0
    if (step === 0) return
    event.preventDefault()
    onSave(withPoint(t, values[t]! * step))
  }
  return (
    <div ref={ref} className={styles.curveFrame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of handles on a drawing */}
      <svg
        ref={svg}
        role="group"
        className={styles.curve}
        viewBox={`0 0 ${width} ${SIZE.height}`}
        aria-label={name}
      >
        <Axes {...{ labels, width, most, x, y }} />
        <polyline
          points={values.map((value, t) => `${x(t)},${y(value)}`).join(' ')}
          fill="none"
          stroke="var(--mantine-color-anchor)"
          strokeWidth={2}
        />
        {values.map((value, t) => (
          <circle
            key={labels[t]}
            role="slider"
            tabIndex={0}
            aria-label={`${name} ${labels[t]}`}
            aria-valuenow={value}
            aria-valuetext={formatAmount(value)}
            aria-orientation="vertical"
            className={styles.handle}
            cx={x(t)}
            cy={y(value)}
            r={5}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={onMove(t)}
            onPointerUp={() => isDrawn && onSave(values)}
            onKeyDown={onKey(t)}
          >
            <title>{said(labels[t] ?? '', formatAmount(value))}</title>
          </circle>
        ))}
      </svg>
    </div>
  )
}

interface AxesProps {
  readonly labels: readonly string[]
  readonly width: number
  readonly most: number
  readonly x: (t: number) => number
  readonly y: (value: number) => number
}

function Axes({ labels, width, most, x, y }: AxesProps) {
  const each = Math.max(1, Math.ceil((labels.length * LABEL_WIDTH) / (width - SIZE.left - SIZE.right)))
  return (
    <>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line
            x1={SIZE.left}
            x2={width - SIZE.right}
            y1={y(share * most)}
            y2={y(share * most)}
            stroke="var(--line)"
          />
          <text className={styles.soft} x={SIZE.left - 8} y={y(share * most) + 4} textAnchor="end">
            {formatAmount(share * most)}
          </text>
        </g>
      ))}
      {labels.map((label, t) =>
        t % each === 0 ? (
          <text key={label} className={styles.soft} x={x(t)} y={SIZE.height - 8} textAnchor="middle">
            {label}
          </text>
        ) : null,
      )}
    </>
  )
}
