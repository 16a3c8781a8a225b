import { Select, Stack } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Plan } from '../../../plan/schema/plan.ts'
import { Beside } from '../../parts/Beside.tsx'
import { watchTyping } from '../../state/plan/typing.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useFocus } from '../../state/view/focus.ts'
import { useWords } from '../../words/useWords.ts'
import { DEMAND_SHAPE_FIELDS, demandFields, STEP_FIELDS } from '../layers/fields/demandFields.ts'
import { List } from '../layers/Inputs.tsx'
import { newDemand, newStep } from '../layers/newRows.ts'
import { DemandHours } from './DemandHours.tsx'
import { GrowthCurve } from './GrowthCurve.tsx'
import { GrowthTable } from './GrowthTable.tsx'
import { LineProfile } from './LineProfile.tsx'
import { TokensTyped } from './TokensTyped.tsx'

/** All lines of demand as tables, and one of them with its curve, its steps and its hours. */
export function DemandLines() {
  const words = useWords().demand
  const { plan } = usePlan()
  const [chosen, setChosen] = useState<string | null>(null)
  const index = Math.max(
    0,
    plan.demand.findIndex((own) => own.id === chosen),
  )
  const line = plan.demand[index]
  const area = useRef<HTMLDivElement>(null)
  useEffect(() => watchTyping(area.current!), [])
  useFollowedLine(plan, setChosen)
  return (
    <Stack gap="sm" ref={area}>
      <List
        title="Demand"
        list={['demand']}
        fields={demandFields(plan)}
        create={newDemand}
        tools={<TokensTyped />}
      />
      {line && <GrowthCurve key={line.id} demand={line} onChoose={setChosen} />}
      <DemandHours />
      {line && (
        <>
          <List title="Growth and burst" list={['demand']} fields={DEMAND_SHAPE_FIELDS} />
          <Select
            size="xs"
            w={220}
            label={words.line}
            data={plan.demand.map((own) => own.id)}
            value={line.id}
            onChange={setChosen}
            allowDeselect={false}
          />
          <Beside>
            <List
              key={`steps ${line.id}`}
              title={`Steps · ${line.id}`}
              list={['demand', index, 'steps']}
              fields={STEP_FIELDS}
              create={newStep}
            />
            <GrowthTable key={`table ${line.id}`} demand={line} />
          </Beside>
          <LineProfile key={`hours ${line.id}`} demand={line} index={index} />
        </>
      )}
    </Stack>
  )
}

/** Whoever is taken to a step or an hour of a line must find that line. */
function useFollowedLine(plan: Plan, choose: (id: string) => void): void {
  const focused = useFocus((state) => state.path)
  useEffect(() => {
    const [, at] = /^demand\[(\d+)\]\.(steps|profile)/.exec(focused ?? '') ?? []
    const line = at === undefined ? undefined : plan.demand[Number(at)]
    if (line) choose(line.id)
  }, [focused, plan, choose])
}
