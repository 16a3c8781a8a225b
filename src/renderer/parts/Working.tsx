import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/useWords.ts'

interface Props {
  readonly children: ReactNode
  readonly isStopped?: boolean
  /** Absent: what goes on can no longer be taken back. */
  readonly onStop?: () => void
  /** Absent: what was stopped is gone. */
  readonly onAgain?: () => void
}

/** Work that goes on: what it is, and the way to end it; once ended, the way to begin it again. */
export function Working({ children, isStopped = false, onStop, onAgain }: Props) {
  const words = useWords().chart
  const press = isStopped ? onAgain : onStop
  return (
    <Group gap="sm" role="status" aria-busy={!isStopped}>
      <span>{isStopped ? words.stopped : children}</span>
      {press && (
        <Button size="compact-sm" variant="default" onClick={press}>
          {isStopped ? words.again : words.stop}
        </Button>
      )}
    </Group>
  )
}
