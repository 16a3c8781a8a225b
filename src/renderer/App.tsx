import { type CSSProperties, type ReactNode, useEffect, useState } from 'react'
import { VIEWS } from './screens/views.tsx'
import { FaultNotice } from './shell/FaultNotice.tsx'
import { Header } from './shell/Header.tsx'
import { Navigation } from './shell/Navigation.tsx'
import { Palette } from './shell/Palette.tsx'
import { Problems } from './shell/Problems.tsx'
import { SolveDialog } from './shell/SolveDialog.tsx'
import { Splitter } from './shell/Splitter.tsx'
import styles from './shell/shell.module.css'
import { TracePane } from './shell/TracePane.tsx'
import { redo, undo } from './state/edits.ts'
import { usePanes } from './state/panes.ts'
import { useRoute } from './state/route.ts'
import { startSession, useSession } from './state/session.ts'
import { solve, solveEdits } from './state/solving.ts'
import { openSession } from './transport/invoke.ts'
import { useWords } from './words/useWords.ts'

type Stage = 'starting' | 'refused' | 'ready'

/** The whole window: header, the seven layers at the left, one screen. */
export function App() {
  const words = useWords().shell
  const stage = useStart()
  useKeys()
  useEffect(solveEdits, [])
  if (stage === 'starting') return <p className={styles.notice}>{words.starting}</p>
  if (stage === 'refused') return <p className={styles.notice}>{words.noSession}</p>
  return (
    <Frame>
      <Header />
      <Navigation />
      <Splitter pane="navPx" label={words.navWidth} direction={1} />
      <main className={styles.main}>
        <FaultNotice />
        <CurrentScreen />
      </main>
      <Side />
      <SolveDialog />
      <Palette />
    </Frame>
  )
}

function Frame({ children }: { readonly children: ReactNode }) {
  const { navPx, sidePx, side } = usePanes()
  const widths = { '--nav': `${navPx}px`, '--side': side === null ? '0px' : `${sidePx}px` } as CSSProperties
  return (
    <div className={styles.app} data-side={side ?? 'none'} style={widths}>
      {children}
    </div>
  )
}

function Side() {
  const words = useWords().shell
  const side = usePanes((state) => state.side)
  if (side === null) return null
  return (
    <>
      <Splitter pane="sidePx" label={words.sideWidth} direction={-1} />
      {side === 'trace' ? <TracePane /> : <Problems />}
    </>
  )
}

function CurrentScreen() {
  const words = useWords().shell
  const screen = useRoute((state) => state.screen)
  const hasPlan = useSession((state) => state.opened !== null)
  if (!hasPlan && screen !== 'library') return <p>{words.noPlan}</p>
  const View = VIEWS[screen]
  return <View />
}

let starting: Promise<Stage> | undefined

/** Trades the ticket and reads the plan, once for the page. */
function useStart(): Stage {
  const [stage, setStage] = useState<Stage>('starting')
  useEffect(() => {
    starting ??= (async () => {
      if (!(await openSession())) return 'refused'
      await startSession()
      return 'ready'
    })()
    void starting.then(setStage)
  }, [])
  return stage
}

/** Ctrl+Enter solves; Ctrl+Z and Ctrl+Shift+Z undo and redo, except in a field, to which they belong while typing. */
function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey)) return
      if (event.key === 'Enter') void solve()
      if (event.key.toLowerCase() !== 'z') return
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
      event.preventDefault()
      void (event.shiftKey ? redo() : undo())
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
