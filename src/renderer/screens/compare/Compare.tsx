import { Button, Group, MultiSelect, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { PromoteDialog } from '../../shell/dialogs/PromoteDialog.tsx'
import { rivalsOf } from '../../state/plan/family.ts'
import { useSession } from '../../state/plan/session.ts'
import { useWords } from '../../words/useWords.ts'
import { Bridge } from './Bridge.tsx'
import { CompareCharts } from './CompareCharts.tsx'
import { OutputTable } from './CompareTables.tsx'
import { FewPlans } from './FewPlans.tsx'
import { InputTable } from './InputTable.tsx'
import { SaveComparison } from './SaveComparison.tsx'
import { Timeline } from './Timeline.tsx'
import { useChoices, useCompared } from './useCompared.ts'

const MOST = 6

/** Two to six plans or revisions side by side; the first is what the others are measured against. */
export function Compare() {
  const words = useWords().compare
  const [keys, setKeys] = useState<string[]>(useFirstKeys())
  const choices = useChoices(keys)
  const compared = useCompared(keys, choices)
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>{words.title}</Title>
        <Promote />
      </Group>
      <MultiSelect
        size="xs"
        aria-label={words.choose}
        placeholder={keys.length === 0 ? words.choose : keys.length < MOST ? words.addPlan : ''}
        data={[...choices]}
        value={keys}
        onChange={setKeys}
        maxValues={MOST}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': words.clear, 'aria-hidden': false, tabIndex: 0 }}
      />
      {keys.length < 2 ? (
        <FewPlans {...{ keys, choices }} onChoose={setKeys} />
      ) : compared.length < 2 ? (
        <p aria-busy>{words.reading}</p>
      ) : (
        <>
          <SaveComparison keys={keys} />
          <OutputTable compared={compared} />
          {compared.slice(1).map((to) => (
            <Bridge key={to.key} from={compared[0]!} to={to} />
          ))}
          <InputTable compared={compared} />
          <CompareCharts compared={compared} />
          <Timeline compared={compared} />
        </>
      )}
    </Stack>
  )
}

/** Offered while the family of the plan in view has others on the shelf. */
function Promote() {
  const words = useWords().compare
  const [isAsking, setAsking] = useState(false)
  const opened = useSession((state) => state.opened?.plan)
  const hasRivals = useSession((state) => opened && rivalsOf(state.cards, opened.id).length > 0)
  if (!opened) return null
  return (
    <>
      {hasRivals && (
        <Button size="xs" variant="default" title={words.promoteWhat} onClick={() => setAsking(true)}>
          {words.promote(opened.name)}
        </Button>
      )}
      <PromoteDialog isOpen={isAsking} plan={opened} onClose={() => setAsking(false)} />
    </>
  )
}

/** Branches that stand beside their parent when the screen opens. */
const FIRST_BRANCHES = 3

/** The plan in view, after the plan that it came from, or before its own branches. */
function useFirstKeys(): string[] {
  const opened = useSession((state) => state.opened?.plan.id)
  const cards = useSession((state) => state.cards)
  if (opened === undefined) return []
  const current = cards.filter((card) => !card.isTrashed && !card.isArchived)
  const parentId = current.find((card) => card.id === opened)?.parentId
  const parent = current.find((card) => card.id === parentId)
  if (parent) return [parent.id, opened]
  const branches = current.filter((card) => card.parentId === opened && card.result?.isStale === false)
  return [opened, ...branches.slice(0, FIRST_BRANCHES).map((card) => card.id)]
}
