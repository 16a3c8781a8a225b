import type { KeyboardEvent, PointerEvent } from 'react'
import { LIMITS_PX, resizePane } from '../../state/view/panes.ts'
import { useSettings } from '../../state/view/settings.ts'
import { textScale } from '../../state/view/textScale.ts'
import styles from '../shell.module.css'

const STEP_PX = 16

interface Props {
  readonly pane: 'navPx' | 'sidePx'
  readonly label: string
  /** 1: the pane grows to the right; -1: to the left. */
  readonly direction: 1 | -1
}

/** The edge of a pane: dragged, or moved by arrow keys. */
export function Splitter({ pane, label, direction }: Props) {
  const px = useSettings((state) => state[pane])
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? STEP_PX : event.key === 'ArrowLeft' ? -STEP_PX : 0
    if (step === 0) return
    event.preventDefault()
    resizePane(pane, px + step * direction)
  }
  const onDown = (event: PointerEvent<HTMLHRElement>): void => {
    const bar = event.currentTarget
    const start = event.clientX
    bar.setPointerCapture(event.pointerId)
    bar.onpointermove = (move) => resizePane(pane, px + ((move.clientX - start) * direction) / textScale())
    bar.onpointerup = () => {
      bar.onpointermove = null
    }
  }
  const [least, most] = LIMITS_PX[pane]
  return (
    <hr
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={px}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={styles.splitter}
      onKeyDown={onKey}
      onPointerDown={onDown}
    />
  )
}
