import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import type { PlanCard } from '../../../contract/contract.ts'
import { rivalsOf } from '../../state/plan/family.ts'
import { useSession } from '../../state/plan/session.ts'
import { promotePlan } from '../../state/plan/shelf.ts'
import { usePlanName } from '../../words/useShippedText.ts'
import { useWords } from '../../words/useWords.ts'

interface Props {
  readonly isOpen: boolean
  readonly plan: Pick<PlanCard, 'id' | 'name'>
  readonly onClose: () => void
}

/** Names what goes to the archive before it goes: Enter and Escape both leave it where it is. */
export function PromoteDialog({ isOpen, plan, onClose }: Props) {
  const words = useWords().library
  const say = usePlanName()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.promoteAsk(say(plan.name))}
      transitionProps={{ duration: 0 }}
    >
      <Question planId={plan.id} onClose={onClose} />
    </Modal>
  )
}

function Question({ planId, onClose }: { readonly planId: string; readonly onClose: () => void }) {
  const words = useWords().library
  const say = usePlanName()
  const cards = useSession((state) => state.cards)
  const rivals = rivalsOf(cards, planId)
  const count = String(rivals.length)
  const promote = (): void => {
    onClose()
    void promotePlan(planId)
  }
  return (
    <Stack gap="sm">
      <Text size="sm">{words.promoteWhat(count)}</Text>
      <List size="sm">
        {rivals.map(({ id, name }) => (
          <List.Item key={id}>{say(name)}</List.Item>
        ))}
      </List>
      <Group justify="end" gap="xs">
        <Button size="xs" variant="default" data-autofocus onClick={onClose}>
          {words.promoteKeep}
        </Button>
        <Button size="xs" onClick={promote}>
          {words.promoteNow(count)}
        </Button>
      </Group>
    </Stack>
  )
}
