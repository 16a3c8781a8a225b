import { Group, SegmentedControl, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type DemandCut, demandByHour, pooling } from '../../../engine/derive/agents/demandByHour.ts'
import { listPeriods } from '../../../engine/derive/periods.ts'
import { demandHourRef } from '../../../engine/trace/agents/hourTraces.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import { findFaults } from '../../../plan/fault.ts'
import { TOKENS_PER_MTOK } from '../../../plan/units.ts'
import { formatAmount, formatPeriod, formatShare } from '../../format/numbers.ts'
import { SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { Figure } from '../../parts/Panel.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

const CUTS: readonly DemandCut[] = ['regions', 'classes', 'lines']
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour))

/** Demand through a working day, and what the regions' clocks save by not being busy at once. */
export function DemandHours() {
  const { demand: words, chart } = useWords()
  const { plan, catalog } = usePlan()
  const quarters = useMemo(() => listPeriods(plan).map((period) => period.label), [plan])
  const [cut, setCut] = useState<DemandCut>('regions')
  const [picked, setPicked] = useState<string | null>(null)
  const t = Math.max(0, picked === null ? quarters.length - 1 : quarters.indexOf(picked))
  const shown = useMemo(() => {
    const found = { series: demandByHour.bind(null, plan, catalog, quarters, t) }
    // A line without a curve or an archetype has no hours to show; its own table says so.
    if (findFaults(() => found.series(cut)).length > 0) return undefined
    const inMillions = found.series(cut).map(({ id, name, values }) => ({
      ...{ name, values: values.map((value) => value / TOKENS_PER_MTOK) },
      trace: (hour: number) => demandHourRef(cut, id, quarters[t]!, hour),
    }))
    return { inMillions, pool: pooling(found.series('regions')) }
  }, [plan, catalog, quarters, t, cut])
  if (!shown || plan.demand.length === 0) return null
  return (
    <>
      <Group gap={24} align="end">
        <Select
          size="xs"
          w={140}
          label={words.period}
          data={quarters.map((own) => ({ value: own, label: formatPeriod(own) }))}
          value={quarters[t]!}
          onChange={setPicked}
          allowDeselect={false}
        />
        <SegmentedControl
          size="xs"
          aria-label={words.hours}
          data={CUTS.map((value) => ({ value, label: words.cuts[value] }))}
          value={cut}
          onChange={(value) => setCut(CUTS.find((own) => own === value) ?? 'regions')}
        />
        <Figure
          {...{ label: words.together, value: formatAmount(shown.pool.together), unit: 'tok/s' }}
          trace={toRef('pooled', 'together', quarters[t]!)}
        />
        <Figure
          {...{ label: words.apart, value: formatAmount(shown.pool.apart), unit: 'tok/s' }}
          trace={toRef('pooled', 'apart', quarters[t]!)}
        />
        {shown.pool.apart > 0 && (
          <Figure
            {...{ label: words.pooled, value: formatShare(1 - shown.pool.together / shown.pool.apart, 1) }}
            trace={toRef('pooled', 'saved', quarters[t]!)}
          />
        )}
      </Group>
      <SeriesChart
        title={words.hours}
        unit="Mtok/s"
        kind="line"
        isStacked
        labels={HOURS}
        head={chart.hourUtc}
        series={shown.inMillions}
        heightPx={220}
      />
    </>
  )
}
