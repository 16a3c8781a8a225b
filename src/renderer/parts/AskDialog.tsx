import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  readonly isOpen: boolean
  readonly title: string
  /** What stands to be done, and to what. */
  readonly children: ReactNode
  readonly keep: string
  readonly act: string
  /** Of the act: red where it cannot be taken back. */
  readonly color?: string
  readonly onAct: () => void
  readonly onClose: () => void
}

/** Asks once more before something is done: Enter and Escape both leave things as they are. */
export function AskDialog({ isOpen, title, children, keep, act, color, onAct, onClose }: Props) {
  const go = (): void => {
    onClose()
    onAct()
  }
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} transitionProps={{ duration: 0 }}>
      <Stack gap="sm">
        {children}
        <Group justify="end" gap="xs">
          <Button size="xs" variant="default" data-autofocus onClick={onClose}>
            {keep}
          </Button>
          <Button size="xs" {...(color === undefined ? {} : { color })} onClick={go}>
            {act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
