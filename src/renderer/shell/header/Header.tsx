import { ActionIcon, Button, Tooltip, useComputedColorScheme } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBolt,
  IconHelp,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react'
import { runCommand } from '../../commands/runCommand.ts'
import { said } from '../../format/punctuation.ts'
import { redo, undo } from '../../state/plan/edits.ts'
import { useProblems } from '../../state/plan/problems.ts'
import { useSession } from '../../state/plan/session.ts'
import { toggleSide, usePanes } from '../../state/view/panes.ts'
import { changeSettings } from '../../state/view/settings.ts'
import { toggleLiveSolve, useLiveSolve } from '../../state/work/liveSolve.ts'
import { solve, useSolving } from '../../state/work/solving.ts'
import { setLanguage, useLanguage, useWords } from '../../words/useWords.ts'
import styles from '../shell.module.css'
import { AppMenu } from './AppMenu.tsx'
import { PlanSwitcher } from './PlanSwitcher.tsx'
import { SolveState } from './SolveState.tsx'

const ICON_PX = 17
/** Room for either word of the button that solves. */
const SOLVE_PX = 92

/** The plan in view, what can be undone, how sure its result is, and the way to solve it. */
export function Header() {
  const words = useWords()
  const opened = useSession((state) => state.opened)
  const isRunning = useSolving((state) => state.isRunning)
  const isOpening = useSession((state) => state.openings > 0)
  return (
    <header className={styles.header}>
      {!window.host && <AppMenu />}
      <PlanSwitcher />
      {/* Another plan's steps are others: they come into their place, they do not move there. */}
      <div key={opened?.plan.id} className={styles.steps}>
        <Step label={words.shell.undo} what={opened?.undoLabel ?? null} onClick={() => void undo()}>
          <IconArrowBackUp size={ICON_PX} />
        </Step>
        <Step label={words.shell.redo} what={opened?.redoLabel ?? null} onClick={() => void redo()}>
          <IconArrowForwardUp size={ICON_PX} />
        </Step>
        <span className={styles.undone}>{opened?.undoLabel ?? ''}</span>
      </div>
      <div className={styles.state}>
        {/* First, so that what it says, which is longer or shorter, moves nothing else. */}
        <SolveState />
        <ProblemCount />
        <SaveState />
        <Tooltip label={`${words.palette.title} (Ctrl+K)`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.palette.title}
            onClick={() => runCommand('palette')}
          >
            <IconSearch size={ICON_PX} />
          </ActionIcon>
        </Tooltip>
        <Language />
        <Theme />
        <Help />
        <LiveSolve />
        {isRunning ? (
          <Button
            size="xs"
            miw={SOLVE_PX}
            variant="default"
            onClick={() => useSolving.setState({ isOpen: true })}
          >
            {words.shell.solving}
          </Button>
        ) : (
          <Button
            size="xs"
            miw={SOLVE_PX}
            data-tour="solve"
            disabled={!opened || isOpening}
            onClick={() => void solve()}
          >
            {words.shell.solve}
          </Button>
        )}
      </div>
    </header>
  )
}

interface StepProps {
  readonly label: string
  readonly what: string | null
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function Step({ label, what, onClick, children }: StepProps) {
  const text = what === null ? label : said(label, what)
  return (
    <Tooltip label={text} multiline maw={340}>
      <ActionIcon
        variant="transparent"
        color="gray"
        disabled={what === null}
        aria-label={text}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

function ProblemCount() {
  const words = useWords().problems
  const problems = useProblems()
  const side = usePanes((state) => state.side)
  const hasErrors = problems.some((own) => own.severity === 'error')
  return (
    <button
      type="button"
      className={`${styles.problems} ${hasErrors ? styles.bad : problems.length > 0 ? styles.odd : ''}`}
      aria-expanded={side === 'problems'}
      onClick={() => toggleSide('problems')}
    >
      <IconAlertTriangle size={15} aria-hidden="true" />
      {words.count(problems.length)}
    </button>
  )
}

/** Whether every edit is solved at once. */
function LiveSolve() {
  const words = useWords().shell
  const isOn = useLiveSolve()
  return (
    <Tooltip label={words.liveSolveWhat} multiline maw={300}>
      <ActionIcon
        variant={isOn ? 'filled' : 'subtle'}
        color={isOn ? 'blue' : 'gray'}
        aria-label={words.liveSolve}
        aria-pressed={isOn}
        onClick={toggleLiveSolve}
      >
        <IconBolt size={ICON_PX} />
      </ActionIcon>
    </Tooltip>
  )
}

function SaveState() {
  const words = useWords().shell
  const isSaving = useSession((state) => state.isSaving)
  const isUnsaved = useSession((state) => state.isUnsaved)
  const opened = useSession((state) => state.opened)
  if (!opened) return null
  const text = isSaving ? words.saving : isUnsaved ? words.unsaved : words.saved
  return (
    <span role="status" className={`${styles.saved} ${isUnsaved ? styles.stale : ''}`}>
      {text}
    </span>
  )
}

function Language() {
  const words = useWords().shell
  const language = useLanguage()
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      fw={400}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      {words.language}
    </Button>
  )
}

function Theme() {
  const words = useWords().shell
  const scheme = useComputedColorScheme('light')
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={words.theme}
      onClick={() => changeSettings({ theme: scheme === 'dark' ? 'light' : 'dark' })}
    >
      {scheme === 'dark' ? <IconSun size={ICON_PX} /> : <IconMoon size={ICON_PX} />}
    </ActionIcon>
  )
}

function Help() {
  const words = useWords().commands
  return (
    <Tooltip label={`${words.names.help} (F1)`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        data-tour="help"
        aria-label={words.names.help}
        onClick={() => runCommand('help')}
      >
        <IconHelp size={ICON_PX} />
      </ActionIcon>
    </Tooltip>
  )
}
