import { Select } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { unitsByPeriod } from '../../../engine/demand/growth.ts'
import { tokensPerUnitDay } from '../../../engine/derive/agents/workloads.ts'
import { listPeriods } from '../../../engine/derive/periods.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Demand } from '../../../plan/schema/agents.ts'
import { formatAmount, formatPeriod } from '../../format/numbers.ts'
import { PictureMenu } from '../../parts/charts/PictureMenu.tsx'
import { Panel } from '../../parts/Panel.tsx'
import type { ChartTable } from '../../parts/tables/tableCsv.ts'
import { useTableView } from '../../parts/tables/useTableView.tsx'
import { TracedText } from '../../parts/traced/TracedText.tsx'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { DrawnCurve } from './DrawnCurve.tsx'
import { tokenAmounts, tokenTraces } from './lineTokens.view.ts'

interface Props {
  readonly demand: Demand
  readonly onChoose: (id: string | null) => void
}

/** Units of one line of demand by period: each point can be drawn up and down, which makes the curve a table. */
export function GrowthCurve({ demand, onChoose }: Props) {
  const words = useWords()
  const { plan, catalog } = usePlan()
  const svg = useRef<SVGSVGElement>(null)
  const [drawn, setDrawn] = useState<readonly number[] | null>(null)
  const quarters = useMemo(() => listPeriods(plan).map((period) => period.label), [plan])
  const perUnit = useMemo(() => tokensPerUnit(catalog, demand), [catalog, demand])
  const units = drawn ?? unitsByPeriod(demand, quarters)
  const save = (values: readonly number[]) => {
    setDrawn(null)
    void editPlan(words.demand.drawGrowth(demand.id), (draft) => {
      const own = draft.demand.find((item) => item.id === demand.id)
      if (!own) return
      own.growth = 'table'
      own.unitsByPeriod = values.map((value) => Number(value.toPrecision(6)))
      own.steps = []
    })
  }
  const table: ChartTable = {
    heads: [words.chart.period, words.trace.words.units, words.overview.tokensADay],
    rows: quarters.map((quarter, t) => [
      { shown: formatPeriod(quarter), value: quarter },
      ...[
        { value: units[t]!, trace: toRef('units', demand.id, quarter) },
        { value: units[t]! * perUnit, trace: toRef('line-day', demand.id, quarter) },
      ].map((own) => ({ ...own, shown: formatAmount(own.value, 4) })),
    ]),
  }
  const view = useTableView(demand.id, table)
  const perDay = [(units[0] ?? 0) * perUnit, (units.at(-1) ?? 0) * perUnit] as const
  const traces = tokenTraces(demand.id, quarters)
  return (
    <Panel
      title={words.demand.growth}
      note={
        <TracedText
          say={words.demand.tokens}
          figures={tokenAmounts(perDay).map((shown, place) => ({
            shown,
            trace: drawn ? undefined : traces[place],
          }))}
        />
      }
      tools={
        <>
          <Select
            size="xs"
            w={200}
            aria-label={words.demand.line}
            data={plan.demand.map((own) => own.id)}
            value={demand.id}
            onChange={onChoose}
            allowDeselect={false}
          />
          {view.toggle}
          <PictureMenu title={demand.id} picture={svg} hasPicture={view.shown === null}>
            {view.copyItem}
          </PictureMenu>
        </>
      }
    >
      {view.shown ?? (
        <DrawnCurve
          name={demand.id}
          values={units}
          isDrawn={drawn !== null}
          onDraw={setDrawn}
          onSave={save}
          labels={quarters.map(formatPeriod)}
          svg={svg}
        />
      )}
    </Panel>
  )
}

/** Tokens a day of one unit; 0 where the catalog has no such archetype. */
function tokensPerUnit(catalog: Catalog, demand: Demand): number {
  const isKnown = catalog.demand_archetypes.some((row) => row.id === demand.archetypeId)
  return isKnown ? tokensPerUnitDay(catalog, demand) : 0
}
