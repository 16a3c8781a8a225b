import type { ReactNode } from 'react'
import styles from './parts.module.css'

/** Panels that are read together, side by side on a screen that is wide enough. */
export function Beside({ children }: { readonly children: ReactNode }) {
  return <div className={styles.beside}>{children}</div>
}
