import { Button, Group, Stack } from '@mantine/core'
import { useSession } from '../../state/plan/session.ts'
import { duplicatePlan } from '../../state/plan/shelf.ts'
import { openDialog } from '../../state/view/dialogs.ts'
import { useWords } from '../../words/useWords.ts'
import type { Choice } from './useCompared.ts'

/** Plans offered to stand beside the one chosen, the first of the shelf. */
const OFFERED = 5

interface Props {
  readonly keys: readonly string[]
  readonly choices: readonly Choice[]
  readonly onChoose: (keys: string[]) => void
}

/** Where fewer than two are chosen: another plan of the shelf, or one made from the plan in view, in one press. */
export function FewPlans({ keys, choices, onChoose }: Props) {
  const { compare: words, library } = useWords()
  const cards = useSession((state) => state.cards)
  const opened = useSession((state) => state.opened?.plan)
  const first = keys[0] ?? opened?.id
  const nameOf = (key: string): string => choices.find((own) => own.value === key)?.label ?? ''
  const others = cards.filter((card) => card.id !== first && !card.isTrashed && !card.isArchived)
  return (
    <Stack gap="xs">
      <p>{words.atLeastTwo}</p>
      {others.length > 0 && (
        <Group gap="xs">
          {first === undefined ? words.beginWith : words.beside(nameOf(first))}
          {others.slice(0, OFFERED).map(({ id }) => (
            <Button
              key={id}
              size="xs"
              variant="default"
              onClick={() => onChoose(first === undefined ? [id] : [first, id])}
            >
              {nameOf(id)}
            </Button>
          ))}
        </Group>
      )}
      {opened && (
        <Group gap="xs">
          {words.orMake}
          <Button size="xs" variant="default" onClick={() => openDialog('branch')}>
            {words.branchOf(opened.name)}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => void duplicatePlan(opened, library.copyOf(opened.name).slice(0, 200))}
          >
            {words.duplicateOf(opened.name)}
          </Button>
          {words.thenBeside}
        </Group>
      )}
    </Stack>
  )
}
