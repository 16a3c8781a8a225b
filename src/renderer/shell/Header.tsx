import { ActionIcon, Button, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { formatNumber, formatShare } from '../format/numbers.ts'
import { redo, undo } from '../state/edits.ts'
import { useSession } from '../state/session.ts'
import { solve, useSolving } from '../state/solving.ts'
import { setLanguage, useLanguage, useWords } from '../words/useWords.ts'
import styles from './shell.module.css'

/** The plan in view, what can be undone, how sure its result is, and the way to solve it. */
export function Header() {
  const words = useWords().shell
  const opened = useSession((state) => state.opened)
  const isRunning = useSolving((state) => state.isRunning)
  return (
    <header className={styles.header}>
      <span className={styles.name}>{opened?.plan.name ?? 'Tokenworks'}</span>
      <Step label={words.undo} what={opened?.undoLabel ?? null} sign="↶" onClick={() => void undo()} />
      <Step label={words.redo} what={opened?.redoLabel ?? null} sign="↷" onClick={() => void redo()} />
      <div className={styles.state}>
        <SolveState />
        <SaveState />
        <Language />
        <Theme />
        {isRunning ? (
          <Button size="xs" variant="default" onClick={() => useSolving.setState({ isOpen: true })}>
            {words.solving}
          </Button>
        ) : (
          <Button size="xs" disabled={!opened} onClick={() => void solve()}>
            {words.solve}
          </Button>
        )}
      </div>
    </header>
  )
}

function Step({
  label,
  what,
  sign,
  onClick,
}: {
  label: string
  what: string | null
  sign: string
  onClick: () => void
}) {
  return (
    <Tooltip label={what === null ? label : `${label}: ${what}`} multiline maw={340}>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={what === null}
        aria-label={what === null ? label : `${label}: ${what}`}
        onClick={onClick}
      >
        {sign}
      </ActionIcon>
    </Tooltip>
  )
}

function SolveState() {
  const words = useWords().shell
  const kept = useSession((state) => state.kept)
  const opened = useSession((state) => state.opened)
  if (!opened) return null
  if (!kept) return <span>{words.notSolved}</span>
  if (kept.isStale) return <span className={styles.stale}>{words.stale}</span>
  const { solver } = kept.result
  const gap = formatShare(solver.gapShare, 2)
  return (
    <span>
      <span className={styles.good}>
        {solver.status === 'within-gap' ? words.proven(gap) : words.atLimit(gap)}
      </span>{' '}
      · {formatNumber(solver.timeS)} s
    </span>
  )
}

function SaveState() {
  const words = useWords().shell
  const isSaving = useSession((state) => state.isSaving)
  const opened = useSession((state) => state.opened)
  if (!opened) return null
  return <span role="status">{isSaving ? words.saving : words.saved}</span>
}

function Language() {
  const words = useWords().shell
  const language = useLanguage((state) => state.language)
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
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={words.theme}
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      ◐
    </ActionIcon>
  )
}
