import { createContext, type ReactNode, useContext } from 'react'
import { useSession } from '../state/plan/session.ts'
import { useWords } from '../words/useWords.ts'
import styles from './parts.module.css'

const IsOfResult = createContext(false)

/** What stands in it are figures of the plan's result; each panel says so itself once that is of earlier inputs. */
export function OfResult({ children }: { readonly children: ReactNode }) {
  return <IsOfResult value={true}>{children}</IsOfResult>
}

/** On the edge of what it is said of, so that nothing moves when an edit makes a result stale; nothing while it is not. */
export function StaleMark() {
  const words = useWords().unsolved
  const isStale = useSession(({ kept }) => kept?.isStale === true)
  return useContext(IsOfResult) && isStale ? <span className={styles.staleMark}>{words.earlier}</span> : null
}
