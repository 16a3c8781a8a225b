import {
  Button,
  FileButton,
  Group,
  Menu,
  rem,
  SegmentedControl,
  SimpleGrid,
  Stack,
  TextInput,
  Title,
} from '@mantine/core'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { PlanCard } from '../../../contract/contract.ts'
import { takePlan } from '../../files/takeFiles.ts'
import { useTemplates } from '../../parts/useTemplates.ts'
import { guarded, refreshCards, useSession } from '../../state/plan/session.ts'
import { createFromTemplate } from '../../state/plan/shelf.ts'
import { invoke } from '../../transport/invoke.ts'
import { useWords } from '../../words/useWords.ts'
import { Card } from './Card.tsx'
import { Lineage } from './Lineage.tsx'
import { Revisions } from './Revisions.tsx'

type Shelf = 'current' | 'tree' | 'archived' | 'trashed'

/** All plans: found by words, opened, copied, put away. */
export function Library() {
  const words = useWords().library
  // Whoever makes a plan is on the way to it: its card does not first push the others aside.
  const cards = useDeferredValue(useSession((state) => state.cards))
  const opened = useSession((state) => state.opened)
  const [shelf, setShelf] = useState<Shelf>('current')
  const [text, setText] = useState('')
  const found = useFound(text, cards)
  // As high as before the search, so that what stands below stays where it is while it narrows.
  const list = useRef<HTMLDivElement>(null)
  const [heldPx, setHeldPx] = useState(0)
  const search = (typed: string): void => {
    if (text === '') setHeldPx(list.current?.offsetHeight ?? 0)
    setText(typed)
  }
  useEffect(() => void refreshCards(), [])
  const shown = found.filter((card) => shelfOf(card) === shelf)
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>{words.title}</Title>
        <Group gap="xs">
          <TextInput
            size="xs"
            w={220}
            placeholder={words.search}
            aria-label={words.search}
            value={text}
            onChange={(event) => search(event.currentTarget.value)}
          />
          <NewPlan />
          <FileButton accept=".json,.tokenplan" onChange={(file) => file && void takePlan(file)}>
            {(props) => (
              <Button size="xs" variant="default" {...props}>
                {words.import}
              </Button>
            )}
          </FileButton>
        </Group>
      </Group>
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={words.title}
        data={(['current', 'tree', 'archived', 'trashed'] as const).map((value) => ({
          value,
          label: words.shown[value],
        }))}
        value={shelf}
        onChange={(value) => setShelf(value as Shelf)}
      />
      <div ref={list} style={text === '' ? {} : { minHeight: heldPx }}>
        {shelf === 'tree' ? (
          <Lineage cards={found.filter((card) => !card.isTrashed)} openedId={opened?.plan.id} />
        ) : (
          <Cards cards={shown} sought={text.trim()} openedId={opened?.plan.id} />
        )}
      </div>
      {opened && <Revisions planId={opened.plan.id} version={opened.version} />}
    </Stack>
  )
}

interface CardsProps {
  readonly cards: readonly PlanCard[]
  /** What is searched for; empty: all are shown. */
  readonly sought: string
  readonly openedId: string | undefined
}

function Cards({ cards, sought, openedId }: CardsProps) {
  const words = useWords().library
  if (cards.length === 0) return <p role="status">{sought === '' ? words.none : words.noneFound(sought)}</p>
  return (
    <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="sm">
      {cards.map((card) => (
        <Card key={card.id} card={card} isOpen={card.id === openedId} />
      ))}
    </SimpleGrid>
  )
}

function shelfOf(card: PlanCard): Exclude<Shelf, 'tree'> {
  if (card.isTrashed) return 'trashed'
  return card.isArchived ? 'archived' : 'current'
}

/** The cards that hold the text; all of them while there is none. */
function useFound(text: string, cards: readonly PlanCard[]): readonly PlanCard[] {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null)
  useEffect(() => {
    let isCurrent = true
    const look = async (): Promise<void> => {
      const found = text.trim() === '' ? null : await invoke('plans.search', { text: text.slice(0, 200) })
      if (isCurrent) setIds(found && new Set(found.map((card) => card.id)))
    }
    void guarded(look)
    return () => {
      isCurrent = false
    }
  }, [text])
  return ids ? cards.filter((card) => ids.has(card.id)) : cards
}

function NewPlan() {
  const words = useWords().library
  // Asked for before the menu opens: one that grows under the pointer moves what is pressed.
  const templates = useTemplates(true)
  return (
    <Menu position="bottom-end" width={380}>
      <Menu.Target>
        <Button size="xs">{words.newFrom}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {templates.map((template) => (
          <Menu.Item key={template.name} onClick={() => void createFromTemplate(template)}>
            <strong>{template.title}</strong>
            <div style={{ color: 'var(--text-soft)', fontSize: rem(12.5) }}>{template.description}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
