import { Button, Group, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { readGrowthTable } from '../../../engine/demand/growthTable.ts'
import { listPeriods } from '../../../engine/derive/periods.ts'
import { AppFault } from '../../../plan/fault.ts'
import type { Demand } from '../../../plan/schema/agents.ts'
import { clauses } from '../../format/punctuation.ts'
import { Panel } from '../../parts/Panel.tsx'
import { TracedOf } from '../../parts/traced/Traced.tsx'
import { TracedText } from '../../parts/traced/TracedText.tsx'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useFaultWords } from '../../words/faultWords.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './demand.module.css'
import { lineTokens, tokenAmounts, tokenTraces } from './lineTokens.view.ts'

/** A table of years and units pasted as the growth of a line; its tokens are told before it is taken. */
export function GrowthTable({ demand }: { readonly demand: Demand }) {
  const words = useWords().demand
  const { describe } = useFaultWords()
  const { plan } = usePlan()
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
            <span className={styles.wrong}>{clauses(read.faults.map(describe))}</span>
          )}
          {read.units && <Tokens demand={demand} units={read.units} />}
        </output>
      </Group>
    </Panel>
  )
}

interface TokensProps {
  readonly demand: Demand
  readonly units: number[]
}

/** Tokens of the line as the table has it; each figure is traced in the plan as it would be. */
function Tokens({ demand, units }: TokensProps) {
  const words = useWords().demand
  const { describe } = useFaultWords()
  const { plan, catalog } = usePlan()
  const { of, traces, ...found } = useMemo(() => {
    const line: Demand = { ...demand, growth: 'table', unitsByPeriod: units }
    const pasted = { ...plan, demand: plan.demand.map((own) => (own.id === demand.id ? line : own)) }
    const periods = listPeriods(plan).map(({ label }) => label)
    return {
      ...lineTokens({ ...plan, demand: [line] }, catalog, { path: 'demand[0]', text: null }, []),
      of: { plan: pasted, result: null, name: words.asPasted(plan.name, demand.id) },
      traces: tokenTraces(demand.id, periods),
    }
  }, [plan, catalog, demand, units, words])
  if (found.fault) return describe(found.fault)
  return (
    <TracedOf value={of}>
      <TracedText
        say={words.tokens}
        figures={tokenAmounts(found.perDay!).map((shown, place) => ({ shown, trace: traces[place] }))}
      />
    </TracedOf>
  )
}
