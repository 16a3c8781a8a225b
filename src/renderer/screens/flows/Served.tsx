import { useMemo } from 'react'
import { type ServedPair, servedByHour, servedPairs } from '../../../engine/results/tokens/servedPairs.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatNumber, formatPeriod, formatShare } from '../../format/numbers.ts'
import { clauses } from '../../format/punctuation.ts'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour))

/** Where each region's tokens go in a period: how much, how far, at which cost of bytes; and hour by hour. */
export function Served({ result, period }: { readonly result: PlanResult; readonly period: string }) {
  const { flows: words, chart } = useWords()
  const { plan, catalog } = usePlan()
  const { leases, apis, links } = plan.distribution
  const names = useMemo(
    () => new Map([...plan.sites, ...plan.regions, ...leases, ...apis].map((own) => [own.id, own.name])),
    [plan, leases, apis],
  )
  const items = useMemo(() => servedPairs(plan, catalog, result, period), [plan, catalog, result, period])
  const series = useMemo<Series[]>(
    () =>
      [...servedByHour(result, period)].map(([id, values]) => ({
        name: names.get(id) ?? id,
        values,
        isStepped: true,
        trace: (hour) => toRef('served-hour', id, period, String(hour)),
      })),
    [result, period, names],
  )
  const totalOf = (regionId: string): number =>
    items.filter((own) => own.regionId === regionId).reduce((sum, own) => sum + own.tokS, 0)
  return (
    <>
      <Panel title={words.where} note={clauses([formatPeriod(period), words.estimated])}>
        <DataTable<ServedPair>
          label={words.where}
          items={items}
          columns={[
            { head: words.region, read: (own) => names.get(own.regionId) ?? own.regionId },
            { head: words.to, read: (own) => names.get(own.to) ?? own.to },
            {
              head: words.tokS,
              unit: 'Mtok/s',
              number: (own) => own.tokS / 1e6,
              trace: (own) => toRef('pair', own.regionId, own.to, own.period),
            },
            {
              ...{ head: words.share, isNumber: true },
              read: (own) => formatShare(own.tokS / totalOf(own.regionId), 1),
              trace: (own) => toRef('pair-share', own.regionId, own.to, own.period),
            },
            {
              ...{ head: words.roundTrip, isNumber: true },
              read: ({ rttMs, isEstimate }) => `${isEstimate ? '≈ ' : ''}${formatNumber(rttMs)}`,
              trace: (own) => toRef('round-trip', own.regionId, own.to),
            },
            {
              head: words.egress,
              unit: 'M$',
              number: (own) => own.egressMusd,
              trace: (own) => toRef('egress', own.regionId, own.to, own.period),
            },
            ...(links.length === 0
              ? []
              : [
                  {
                    ...{ head: words.linkLimit, unit: 'Mtok/s', none: '' },
                    number: ({ limitMTokS }: ServedPair) => limitMTokS,
                    trace: (own: ServedPair) =>
                      own.limitMTokS === null
                        ? undefined
                        : toRef('link-limit', own.regionId, own.to, own.period),
                  },
                ]),
          ]}
        />
      </Panel>
      {series.length > 0 && (
        <SeriesChart
          title={words.byHour}
          note={clauses([formatPeriod(period), words.ofBlocks(blockHours(result))])}
          unit="Mtok/s"
          isStacked
          labels={HOURS}
          head={chart.hourUtc}
          series={series}
        />
      )}
    </>
  )
}

/** Hours of a block of the working day, shortest and longest, as in 3 or 2–6. */
function blockHours({ slices }: PlanResult): string {
  const lengths = slices.flatMap(({ dayType, hoursUtc }) => (dayType === 'weekday' ? [hoursUtc.length] : []))
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)]
  return least === most ? String(most) : `${least}–${most}`
}
