import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { PlanCard } from '../../../contract/contract.ts'
import { erasePlan } from '../../state/plan/shelf.ts'
import { useWords } from '../../words/useWords.ts'

interface Props {
  readonly isOpen: boolean
  readonly card: Pick<PlanCard, 'id' | 'name'>
  readonly onClose: () => void
}

/** Asks once more before a plan is gone: Enter and Escape both leave it where it is. */
export function EraseDialog({ isOpen, card, onClose }: Props) {
  const words = useWords().library
  const erase = (): void => {
    onClose()
    void erasePlan(card.id)
  }
  return (
    <Modal opened={isOpen} onClose={onClose} title={words.eraseAsk} transitionProps={{ duration: 0 }}>
      <Stack gap="sm">
        <Text size="sm">{words.eraseWhat(card.name)}</Text>
        <Group justify="end" gap="xs">
          <Button size="xs" variant="default" data-autofocus onClick={onClose}>
            {words.eraseKeep}
          </Button>
          <Button size="xs" color="red" onClick={erase}>
            {words.eraseNow(card.name)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
