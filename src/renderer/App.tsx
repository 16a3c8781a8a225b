import { rem } from '@mantine/core'
import {
  type CSSProperties,
  memo,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useKeys } from './commands/useKeys.ts'
import { DropTarget } from './files/DropTarget.tsx'
import { FileProgress } from './files/FileProgress.tsx'
import { HelpPane } from './help/HelpPane.tsx'
import { OnPaper } from './print/OnPaper.tsx'
import { followPrinting } from './print/printing.ts'
import { VIEWS } from './screens/views.tsx'
import { PlanBranchDialog } from './shell/dialogs/BranchDialog.tsx'
import { Palette } from './shell/dialogs/Palette.tsx'
import { ShortcutSheet } from './shell/dialogs/ShortcutSheet.tsx'
import { SolveDialog } from './shell/dialogs/SolveDialog.tsx'
import { TemplatesDialog } from './shell/dialogs/TemplatesDialog.tsx'
import { FaultNotice } from './shell/FaultNotice.tsx'
import { Header } from './shell/header/Header.tsx'
import { Navigation } from './shell/header/Navigation.tsx'
import { useDesktop } from './shell/header/useDesktop.ts'
import styles from './shell/shell.module.css'
import { Problems } from './shell/side/Problems.tsx'
import { Splitter } from './shell/side/Splitter.tsx'
import { TracePane } from './shell/side/TracePane.tsx'
import { startSession, useSession } from './state/plan/session.ts'
import { useLook } from './state/view/look.ts'
import { usePanes } from './state/view/panes.ts'
import { useRoute } from './state/view/route.ts'
import type { Screen } from './state/view/screens.ts'
import { loadSettings, useSettings } from './state/view/settings.ts'
import { startFirstTour } from './state/view/tour.ts'
import { solveEdits } from './state/work/solving.ts'
import { Tour } from './tour/Tour.tsx'
import { openSession } from './transport/invoke.ts'
import { useDocumentLanguage, useWords } from './words/useWords.ts'

type Stage = 'starting' | 'refused' | 'ready'

/** The whole window: header, the seven layers at the left, one screen. */
export function App() {
  const words = useWords().shell
  const stage = useStart()
  useKeys()
  useLook()
  useDocumentLanguage()
  useEffect(solveEdits, [])
  useEffect(followPrinting, [])
  if (stage === 'starting') return <p className={styles.notice}>{words.starting}</p>
  if (stage === 'refused') return <p className={styles.notice}>{words.noSession}</p>
  return (
    <Frame>
      <button type="button" className={styles.skip} onClick={() => document.querySelector('main')?.focus()}>
        {words.skip}
      </button>
      <OnPaper />
      <Header />
      <Navigation />
      <Splitter pane="navPx" label={words.navWidth} direction={1} />
      <Main />
      <FaultNotice />
      <Side />
      <SolveDialog />
      <Palette />
      <ShortcutSheet />
      <TemplatesDialog />
      <PlanBranchDialog />
      <DropTarget />
      <FileProgress />
      <Tour />
      <Desktop />
    </Frame>
  )
}

/** Menus and files of the system, once there is a session. */
function Desktop() {
  useDesktop()
  return null
}

/** Screens of panels that can stand beside each other; tables of inputs take all the width there is. */
const RESULTS: readonly Screen[] = ['build-out', 'sites', 'flows', 'money', 'why', 'audit', 'compare']

/** Screens that are not about the plan in view alone: what is chosen in them outlasts it. */
const OF_ALL_PLANS: readonly Screen[] = ['library', 'compare', 'catalog', 'exchange']

function Main() {
  const wanted = useRoute((state) => state.screen)
  // Built in the pauses of the page's thread, so that keys and pointer are answered meanwhile; the one before stays until then,
  // and the first comes after the frame of the window.
  const screen = useDeferredValue<Screen | null>(wanted, null)
  const main = useRef<HTMLElement>(null)
  // Another screen begins at its top, however far down the one before was read; what is jumped to comes into view after.
  useLayoutEffect(() => {
    if (screen === null) return
    main.current?.scrollTo({ top: 0 })
    document.scrollingElement?.scrollTo({ top: 0 })
  }, [screen])
  return (
    <main
      ref={main}
      className={styles.main}
      data-screen={screen ?? undefined}
      data-columns={(screen && RESULTS.includes(screen)) || undefined}
      aria-busy={screen !== wanted}
      tabIndex={-1}
    >
      {screen && <CurrentScreen screen={screen} />}
    </main>
  )
}

function Frame({ children }: { readonly children: ReactNode }) {
  const side = usePanes((state) => state.side)
  const { navPx, sidePx } = useSettings()
  const widths = { '--nav': rem(navPx), '--side': side === null ? '0px' : rem(sidePx) } as CSSProperties
  return (
    <div className={styles.app} data-frame data-side={side ?? 'none'} style={widths}>
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
      {side === 'help' ? <HelpPane /> : side === 'trace' ? <TracePane /> : <Problems />}
    </>
  )
}

const CurrentScreen = memo(function CurrentScreen({ screen }: { readonly screen: Screen }) {
  const words = useWords().shell
  const planId = useSession((state) => state.opened?.plan.id)
  if (planId === undefined && screen !== 'library') return <p>{words.noPlan}</p>
  const View = VIEWS[screen]
  // What another plan brings comes in place of what the one before showed; it does not push that about.
  return <View key={OF_ALL_PLANS.includes(screen) ? screen : planId} />
})

let starting: Promise<Stage> | undefined

/** Trades the ticket and reads the plan, once for the page. */
function useStart(): Stage {
  const [stage, setStage] = useState<Stage>('starting')
  useEffect(() => {
    starting ??= (async () => {
      if (!(await openSession())) return 'refused'
      // A secret of a host that has ended meanwhile opens nothing.
      const mayCall = await loadSettings().then(
        () => true,
        () => false,
      )
      if (!mayCall) return 'refused'
      await startSession()
      startFirstTour()
      return 'ready'
    })()
    void starting.then(setStage)
  }, [])
  return stage
}
