import type { ReactNode } from 'react'
import type { TraceRef } from '../../engine/trace/trace.ts'
import { Glossed } from '../help/Glossed.tsx'
import { StaleMark } from './OfResult.tsx'
import styles from './parts.module.css'
import { Traced } from './traced/Traced.tsx'

interface Props {
  readonly title: string
  readonly note?: ReactNode
  readonly tools?: ReactNode
  /** What the tour calls it by. */
  readonly tour?: string
  readonly children: ReactNode
}

/** One framed part of a screen with its heading. */
export function Panel({ title, note, tools, tour, children }: Props) {
  return (
    <section className={styles.panel} aria-label={title} data-tour={tour}>
      <StaleMark />
      <div className={styles.panelHead}>
        <h2>
          <Glossed text={title} />
        </h2>
        {note && <span className={styles.note}>{note}</span>}
        {tools && (
          <div className={styles.tools} data-tools>
            {tools}
          </div>
        )}
      </div>
      {children}
    </section>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: string
  readonly unit?: string
  /** How it comes about. */
  readonly trace?: TraceRef | undefined
}

/** One key figure: what it is, the number, its unit. */
export function Figure({ label, value, unit, trace }: FigureProps) {
  return (
    <dl className={styles.figure} style={{ margin: 0 }}>
      <dt>
        <Glossed text={label} />
      </dt>
      <dd>
        <strong>
          <Traced trace={trace}>{value}</Traced>
        </strong>
        {unit && <span>{unit}</span>}
      </dd>
    </dl>
  )
}
