import { Group, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { MoneyRow, MoneyView } from '../../../engine/results/moneyView.ts'
import { type TraceRef, toRef } from '../../../engine/trace/trace.ts'
import { formatMusd, formatNumber, formatUsd } from '../../format/numbers.ts'
import { type DataColumn, DataTable } from '../../parts/DataTable.tsx'
import { Figure, Panel } from '../../parts/Panel.tsx'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

const CUTS = ['byClass', 'byPlace', 'byModel'] as const

/** Totals as they stand elsewhere, where they do. */
const TOTALS: Readonly<Record<string, TraceRef>> = {
  mTok: toRef('tokens-discounted', 'all'),
  costMusd: 'net-present-cost',
  revenueMusd: 'revenue',
  usdPerMTok: 'levelised',
  usdPerMOutputTok: 'levelised-output',
}
const totalRef = (field: string): TraceRef => TOTALS[field] ?? toRef('money', 'total', '', field)

/** Revenue, margin and levelised cost by class, place or model, and the prices at which others would do as well. */
export function Margins({ view }: { readonly view: MoneyView }) {
  const words = useWords().money
  const { plan } = usePlan()
  const [cut, setCut] = useState<(typeof CUTS)[number]>('byClass')
  const { sites, distribution } = plan
  const names = new Map(
    [...sites, ...distribution.leases, ...distribution.apis].map((own) => [own.id, own.name]),
  )
  const usd = (value: number | null) => (value === null ? words.noPrice : formatUsd(value))
  const musd = (value: number | null) => (value === null ? words.noPrice : formatMusd(value))
  const traceOfCell = (field: string) => (row: MoneyRow) =>
    row === view.total ? totalRef(field) : toRef('money', cut, row.id, field)
  const columns: DataColumn<MoneyRow>[] = [
    { head: words.what, read: (row) => names.get(row.id) ?? row.id },
    {
      head: words.tokens,
      isNumber: true,
      read: (row) => formatNumber(row.mTok / 1e6),
      trace: traceOfCell('mTok'),
    },
    {
      head: words.cost,
      isNumber: true,
      read: (row) => formatMusd(row.costMusd),
      trace: traceOfCell('costMusd'),
    },
    {
      head: words.revenue,
      isNumber: true,
      read: (row) => musd(row.revenueMusd),
      trace: (row) => (row.revenueMusd === null ? undefined : traceOfCell('revenueMusd')(row)),
    },
    {
      head: words.margin,
      isNumber: true,
      trace: (row) => (row.marginUsdPerMTok === null ? undefined : traceOfCell('marginUsdPerMTok')(row)),
      read: (row) => usd(row.marginUsdPerMTok),
    },
    {
      head: words.perMTok,
      isNumber: true,
      trace: traceOfCell('usdPerMTok'),
      read: (row) => formatUsd(row.usdPerMTok),
    },
    {
      head: words.perOutput,
      isNumber: true,
      trace: traceOfCell('usdPerMOutputTok'),
      read: (row) => formatUsd(row.usdPerMOutputTok),
    },
    {
      head: words.perWeighted,
      isNumber: true,
      trace: traceOfCell('usdPerMWeightedTok'),
      read: (row) => formatUsd(row.usdPerMWeightedTok),
    },
  ]
  const foot = columns.map((column, index) =>
    index === 0 ? words.total : { shown: column.read(view.total), trace: column.trace?.(view.total) },
  )
  const { breakEven, compute } = view
  return (
    <>
      <Panel title={words.breakEven} note={words.breakEvenNote}>
        <Group gap={36} p="xs">
          <Figure
            label={words.reserved}
            value={usd(breakEven.reservedUsdPerAccelH)}
            unit={words.perAccelH}
            trace={breakEven.reservedUsdPerAccelH === null ? undefined : toRef('break-even', 'reserved')}
          />
          <Figure
            label={words.onDemand}
            value={usd(breakEven.onDemandUsdPerAccelH)}
            unit={words.perAccelH}
            trace={breakEven.onDemandUsdPerAccelH === null ? undefined : toRef('break-even', 'on-demand')}
          />
          <Figure
            label={words.api}
            value={usd(breakEven.apiUsdPerMTok)}
            unit={words.input}
            trace={breakEven.apiUsdPerMTok === null ? undefined : toRef('break-even', 'api')}
          />
          {compute && (
            <Figure
              label={words.compute}
              value={formatUsd(compute.marginMusd * 1e6, 4)}
              unit={words.computeUnit}
              trace="letting"
            />
          )}
        </Group>
      </Panel>
      <Panel
        title={words.margins}
        note={words.marginsNote}
        tools={
          <SegmentedControl
            size="xs"
            aria-label={words.margins}
            data={CUTS.map((value) => ({ value, label: words[value] }))}
            value={cut}
            onChange={(value) => setCut(CUTS.find((own) => own === value) ?? 'byClass')}
          />
        }
      >
        <DataTable label={words.margins} items={view[cut]} {...{ columns, foot }} />
      </Panel>
    </>
  )
}
