import { useMemo } from 'react'
import { planTrains } from '../../../engine/facility/planTrains.ts'
import { equipmentRef } from '../../../engine/trace/aidc/equipmentTraces.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { schemeText } from '../../../report/words/choiceText.ts'
import { formatPeriod, formatShare } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

/** Electrical and cooling equipment of every step, with the day by which it must be ordered. */
export function Equipment({ result }: { readonly result: PlanResult }) {
  const { equipment: words, sites, choices } = useWords()
  const symbols: Readonly<Record<string, string>> = sites.symbols
  const { plan, catalog } = usePlan()
  const trains = useMemo(() => planTrains(plan, catalog, result), [plan, catalog, result])
  const nameOf = (id: string): string => plan.sites.find((site) => site.id === id)?.name ?? id
  const items = trains
    .flatMap(({ siteId, lines }) =>
      lines.filter((line) => line.added > 0).map((line) => ({ siteId, ...line })),
    )
    .sort((a, b) => a.orderBy.localeCompare(b.orderBy))
  type Item = (typeof items)[number]
  const traceOf = (field: Parameters<typeof equipmentRef>[0]) => (item: Item) =>
    equipmentRef(field, item.siteId, item)
  const total = items.reduce((sum, item) => sum + item.priceMusd, 0)
  const survival = trains.filter((train) => train.survival.length > 0)
  return (
    <>
      <Panel title={words.title} note={words.note}>
        <DataTable
          label={words.title}
          items={items}
          columns={[
            {
              head: words.orderBy,
              read: (item) => (item.isLate ? `${item.orderBy} ${words.late}` : item.orderBy),
              trace: traceOf('lead'),
            },
            { head: words.site, read: (item) => nameOf(item.siteId) },
            { head: words.neededIn, read: (item) => formatPeriod(item.period) },
            { head: words.equipment, isLong: true, read: (item) => item.equipment },
            {
              ...{ head: words.purpose, isLong: true },
              read: (item) => symbols[item.equipmentId] ?? item.purpose,
            },
            { head: words.scheme, read: (item) => schemeText(item.scheme, choices) },
            {
              head: words.added,
              number: (item) => item.added,
              trace: traceOf('added'),
            },
            {
              head: words.installed,
              number: (item) => item.installed,
              trace: traceOf('installed'),
            },
            {
              head: words.lead,
              number: (item) => item.leadWeeks,
              trace: traceOf('lead'),
            },
            {
              head: words.price,
              unit: 'M$',
              number: (item) => item.priceMusd,
              trace: traceOf('price'),
            },
          ]}
          foot={[
            ...[words.total, '', '', '', '', '', '', '', ''],
            { shown: total, trace: toRef('equipment-total') },
          ]}
        />
      </Panel>
      {survival.length > 0 && (
        <Panel title={words.survival} note={words.survivalNote}>
          <DataTable
            label={words.survival}
            items={survival}
            columns={[
              { head: words.site, read: (train) => nameOf(train.siteId) },
              ...survival[0]!.survival.map(({ hours }, index) => ({
                head: words.hours(String(hours)),
                isNumber: true,
                read: (train: (typeof survival)[number]) =>
                  formatShare(train.survival[index]?.probability, 3),
                trace: (train: (typeof survival)[number]) => toRef('survival', train.siteId, String(hours)),
              })),
            ]}
          />
        </Panel>
      )}
    </>
  )
}
