import { MultiSelect, Stack, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { guarded, useSession } from '../../state/session.ts'
import { invoke } from '../../transport/invoke.ts'
import { useWords } from '../../words/useWords.ts'
import { CompareCharts } from './CompareCharts.tsx'
import { InputTable, OutputTable } from './CompareTables.tsx'
import type { Compared } from './compared.ts'

const MOST = 6

/** Two to six plans side by side; the first is what the others are measured against. */
export function Compare() {
  const words = useWords().compare
  const cards = useSession((state) => state.cards)
  const opened = useSession((state) => state.opened?.plan.id)
  const [ids, setIds] = useState<string[]>(opened === undefined ? [] : [opened])
  const compared = useCompared(ids)
  const data = cards.filter((card) => !card.isTrashed).map((card) => ({ value: card.id, label: card.name }))
  return (
    <Stack gap="sm">
      <Title order={1}>{words.title}</Title>
      <MultiSelect
        size="xs"
        maw={900}
        aria-label={words.choose}
        placeholder={words.choose}
        {...{ data, value: ids }}
        onChange={setIds}
        maxValues={MOST}
        searchable
      />
      {compared.length < 2 ? (
        <p>{words.atLeastTwo}</p>
      ) : (
        <>
          <OutputTable compared={compared} />
          <CompareCharts compared={compared} />
          <InputTable compared={compared} />
        </>
      )}
    </Stack>
  )
}

function useCompared(ids: readonly string[]): readonly Compared[] {
  const [compared, setCompared] = useState<readonly Compared[]>([])
  useEffect(() => {
    let isCurrent = true
    void guarded(async () => {
      const read = await Promise.all(
        ids.map(async (id) => {
          const [{ plan }, kept] = await Promise.all([
            invoke('plans.open', { id }),
            invoke('results.read', { id }),
          ])
          // A stale result is of other inputs: comparing it would lie.
          return { plan, result: kept && !kept.isStale ? kept.result : null }
        }),
      )
      if (isCurrent) setCompared(read)
    })
    return () => {
      isCurrent = false
    }
  }, [ids])
  return compared
}
