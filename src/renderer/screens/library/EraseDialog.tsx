import { Text } from '@mantine/core'
import type { PlanCard } from '../../../contract/contract.ts'
import { AskDialog } from '../../parts/AskDialog.tsx'
import { erasePlan } from '../../state/plan/shelf.ts'
import { useWords } from '../../words/useWords.ts'

interface Props {
  readonly isOpen: boolean
  readonly card: Pick<PlanCard, 'id' | 'name'>
  readonly onClose: () => void
}

/** Asks once more before a plan is gone. */
export function EraseDialog({ isOpen, card, onClose }: Props) {
  const words = useWords().library
  return (
    <AskDialog
      isOpen={isOpen}
      title={words.eraseAsk}
      keep={words.eraseKeep}
      act={words.eraseNow(card.name)}
      color="red"
      onAct={() => void erasePlan(card.id)}
      onClose={onClose}
    >
      <Text size="sm">{words.eraseWhat(card.name)}</Text>
    </AskDialog>
  )
}
