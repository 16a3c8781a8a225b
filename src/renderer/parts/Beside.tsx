import type { ReactNode } from 'react'
import styles from './parts.module.css'

interface Props {
  readonly children: ReactNode
  /** Of so little each that a laptop's width is enough for two. */
  readonly isNarrow?: boolean
}

/** Panels that are read together, side by side on a screen that is wide enough. */
export function Beside({ children, isNarrow }: Props) {
  return (
    <div className={styles.beside} data-narrow={isNarrow}>
      {children}
    </div>
  )
}
