import { Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { unitsByPeriod } from '../../../engine/demand/growth.ts'
import { listPeriods } from '../../../engine/derive/periods.ts'
import { listWorkloads } from '../../../engine/derive/workloads.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { formatAmount } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { editPlan } from '../../state/edits.ts'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { DrawnCurve } from './DrawnCurve.tsx'

const SECONDS_PER_DAY = 86_400

/** Units of one line of demand by period: each point can be drawn up and down, which makes the curve a table. */
export function GrowthCurve() {
  const words = useWords().demand
  const { plan, catalog } = usePlan()
  const [demandId, setDemandId] = useState<string | null>(null)
  const [drawn, setDrawn] = useState<readonly number[] | null>(null)
  const demand = plan.demand.find((own) => own.id === demandId) ?? plan.demand[0]
  const quarters = useMemo(() => listPeriods(plan).map((period) => period.label), [plan])
  const perUnit = useMemo(() => tokensPerUnitDay(plan, catalog, demand?.id), [plan, catalog, demand])
  if (!demand) return null
  const units = drawn ?? unitsByPeriod(demand, quarters)
  const save = (values: readonly number[]) => {
    setDrawn(null)
    void editPlan(words.drawGrowth(demand.id), (draft) => {
      const own = draft.demand.find((item) => item.id === demand.id)
      if (!own) return
      own.growth = 'table'
      own.unitsByPeriod = values.map((value) => Number(value.toPrecision(6)))
      own.steps = []
    })
  }
  const perDay = [units[0] ?? 0, units.at(-1) ?? 0].map((value) => value * perUnit)
  const [start, startS, end, endS] = perDay.flatMap((tokens) => [tokens, tokens / SECONDS_PER_DAY])
  return (
    <Panel
      title={words.growth}
      note={words.tokens(formatAmount(start), formatAmount(startS), formatAmount(end), formatAmount(endS))}
      tools={
        <Select
          size="xs"
          w={200}
          aria-label={words.line}
          data={plan.demand.map((own) => own.id)}
          value={demand.id}
          onChange={(id) => {
            setDemandId(id)
            setDrawn(null)
          }}
          allowDeselect={false}
        />
      }
    >
      <DrawnCurve
        name={demand.id}
        quarters={quarters}
        values={units}
        isDrawn={drawn !== null}
        onDraw={setDrawn}
        onSave={save}
      />
    </Panel>
  )
}

/** Tokens a day of one unit; 0 where the catalog has no such archetype. */
function tokensPerUnitDay(plan: Plan, catalog: Catalog, demandId: string | undefined): number {
  const one = plan.demand
    .filter((own) => own.id === demandId)
    .map((own) => ({ ...own, growth: 'linear' as const, unitsStart: 1, unitsEnd: 1, steps: [] }))
  if (!catalog.demand_archetypes.some((row) => row.id === one[0]?.archetypeId)) return 0
  const [workload] = listWorkloads({ ...plan, demand: one }, catalog)
  return (workload?.tokS[0] ?? 0) * SECONDS_PER_DAY
}
