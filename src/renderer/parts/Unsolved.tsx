import { Button, Group, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { screenName } from '../commands/screenName.ts'
import { useProblems } from '../state/plan/problems.ts'
import { useSession } from '../state/plan/session.ts'
import { usePanes } from '../state/view/panes.ts'
import type { Screen } from '../state/view/screens.ts'
import { solve, useSolving } from '../state/work/solving.ts'
import { useWords } from '../words/useWords.ts'
import { Panel } from './Panel.tsx'

interface Props {
  readonly screen: Screen
  /** What can be seen of the plan already. */
  readonly children?: ReactNode
}

/** A screen of results while there is none: what will stand here, and the way to it. */
export function Unsolved({ screen, children }: Props) {
  const words = useWords()
  return (
    <Stack gap="sm">
      <Title order={1}>{screenName(words, screen)}</Title>
      <ToResult about={words.help.screens[screen].what} />
      {children}
    </Stack>
  )
}

/** What will stand here, and the way to it: there is no result, or one of other inputs than those in view. */
export function ToResult({ about }: { readonly about: string }) {
  const { shell, unsolved } = useWords()
  const isStale = useSession(({ kept }) => kept !== null)
  return (
    <Panel title={isStale ? unsolved.stale : shell.notSolved}>
      <p style={{ margin: '0 0 10px', maxWidth: '72ch' }}>{about}</p>
      <FindPlan />
    </Panel>
  )
}

/** The way from inputs to a result, or to what keeps them from one. */
export function FindPlan() {
  const words = useWords().unsolved
  const isRunning = useSolving((state) => state.isRunning)
  const errors = useProblems().filter((own) => own.severity === 'error').length
  if (isRunning) return <p style={{ margin: 0 }}>{words.finding}</p>
  if (errors === 0)
    return (
      <Button size="xs" onClick={() => void solve()}>
        {words.find}
      </Button>
    )
  return (
    <Group gap="sm">
      <span>{words.inTheWay(errors)}</span>
      <Button size="xs" variant="default" onClick={() => usePanes.setState({ side: 'problems' })}>
        {words.showErrors}
      </Button>
    </Group>
  )
}
