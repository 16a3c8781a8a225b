import { Button, Group, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { readGrowthTable } from '../../../engine/demand/growthTable.ts'
import { listPeriods } from '../../../engine/derive/periods.ts'
import { AppFault } from '../../../plan/fault.ts'
import type { Demand } from '../../../plan/schema/agents.ts'
import { Panel } from '../../parts/Panel.tsx'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useFaultWords } from '../../words/faultWords.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './demand.module.css'
import { lineTokens, tokenAmounts } from './lineTokens.view.ts'

/** A table of years and units pasted as the growth of a line; its tokens are told before it is taken. */
export function GrowthTable({ demand }: { readonly demand: Demand }) {
  const words = useWords().demand
  const { describe } = useFaultWords()
  const { plan, catalog } = usePlan()
  const [text, setText] = useState('')
  const read = useMemo(() => {
    try {
      const periods = listPeriods(plan).map((period) => period.label)
      return { units: readGrowthTable(text, periods), faults: [] }
    } catch (error) {
      if (!(error instanceof AppFault)) throw error
      return { units: null, faults: error.faults }
    }
  }, [plan, text])
  const isEmpty = text.trim() === ''
  const asTable = (units: number[]) => ({ ...demand, growth: 'table' as const, unitsByPeriod: units })
  const say = (units: number[]): string => {
    const only = { ...plan, demand: [asTable(units)] }
    const { perDay, fault } = lineTokens(only, catalog, { path: 'demand[0]', text: null }, [])
    if (fault) return describe(fault)
    return words.tokens(...tokenAmounts(perDay!))
  }
  const take = async (units: number[]): Promise<void> => {
    const faults = await editPlan(words.tablePasted(demand.id), (draft) => {
      draft.demand = draft.demand.map((own) =>
        own.id === demand.id ? { ...own, growth: 'table', unitsByPeriod: units } : own,
      )
    })
    if (faults.length === 0) setText('')
  }
  return (
    <Panel title={`${words.table} · ${demand.id}`} note={words.tableNote}>
      <Textarea
        size="xs"
        autosize
        minRows={3}
        maxRows={8}
        aria-label={words.tableText}
        placeholder={'2027\t1,000,000\n2028\t2,500,000\n2029\t5,000,000'}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group mt={6} gap="sm">
        <Button
          size="compact-sm"
          variant="default"
          disabled={read.units === null}
          onClick={() => read.units && void take(read.units)}
        >
          {words.takeTable}
        </Button>
        <output className={styles.typed}>
          {!isEmpty && read.faults[0] && (
            <span className={styles.wrong}>{read.faults.map(describe).join('; ')}</span>
          )}
          {read.units && say(read.units)}
        </output>
      </Group>
    </Panel>
  )
}
