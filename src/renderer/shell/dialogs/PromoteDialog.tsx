import { List, Text } from '@mantine/core'
import type { PlanCard } from '../../../contract/contract.ts'
import { AskDialog } from '../../parts/AskDialog.tsx'
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

/** Names what goes to the archive before it goes. */
export function PromoteDialog({ isOpen, plan, onClose }: Props) {
  const words = useWords().library
  const say = usePlanName()
  const cards = useSession((state) => state.cards)
  const rivals = isOpen ? rivalsOf(cards, plan.id) : []
  const count = String(rivals.length)
  return (
    <AskDialog
      isOpen={isOpen}
      title={words.promoteAsk(say(plan.name))}
      keep={words.promoteKeep}
      act={words.promoteNow(count)}
      onAct={() => void promotePlan(plan.id)}
      onClose={onClose}
    >
      <Text size="sm">{words.promoteWhat(count)}</Text>
      <List size="sm">
        {rivals.map(({ id, name }) => (
          <List.Item key={id}>{say(name)}</List.Item>
        ))}
      </List>
    </AskDialog>
  )
}
