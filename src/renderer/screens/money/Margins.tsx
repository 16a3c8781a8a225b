import { Group, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { MoneyRow, MoneyView } from '../../../engine/results/money/moneyView.ts'
import { type TraceRef, toRef } from '../../../engine/trace/trace.ts'
import { formatUsd } from '../../format/numbers.ts'
import { Figure, Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import type { DataColumn, NumberColumn } from '../../parts/tables/dataColumn.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'

/** Prices of a token differ tenfold from class to class: the least of them still has three. */
const PRICE_DIGITS = 5

type MoneyField = Exclude<keyof MoneyRow, 'id'>

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

/** Revenue, margin and levelised cost by class, place or model. */
export function Margins({ view }: { readonly view: MoneyView }) {
  const words = useWords().money
  const { plan } = usePlan()
  const [cut, setCut] = useState<(typeof CUTS)[number]>('byClass')
  const { sites, distribution } = plan
  const names = new Map(
    [...sites, ...distribution.leases, ...distribution.apis].map((own) => [own.id, own.name]),
  )
  const things = useThingNames()
  const nameOf = (id: string): string =>
    names.get(id) ?? (cut === 'byModel' ? things.model(id) : things.taskClass(id))
  const traceOfCell = (field: string) => (row: MoneyRow) =>
    row === view.total ? totalRef(field) : toRef('money', cut, row.id, field)
  const number = (head: string, field: MoneyField, unit: string): NumberColumn<MoneyRow> => ({
    ...{ head, unit, none: words.noPrice, number: (row) => row[field] },
    ...(unit === '$' ? { digits: PRICE_DIGITS } : {}),
    trace: (row) => (row[field] === null ? undefined : traceOfCell(field)(row)),
  })
  const numbers = [
    { ...number(words.tokens, 'mTok', 'T'), number: (row: MoneyRow) => row.mTok / 1e6 },
    number(words.cost, 'costMusd', 'M$'),
    number(words.revenue, 'revenueMusd', 'M$'),
    number(words.margin, 'marginUsdPerMTok', '$'),
    number(words.perMTok, 'usdPerMTok', '$'),
    number(words.perOutput, 'usdPerMOutputTok', '$'),
    number(words.perWeighted, 'usdPerMWeightedTok', '$'),
  ]
  const columns: DataColumn<MoneyRow>[] = [{ head: words.what, read: (row) => nameOf(row.id) }, ...numbers]
  const foot = [
    words.total,
    ...numbers.map((column) => ({
      shown: column.number(view.total) ?? null,
      trace: column.trace?.(view.total),
    })),
  ]
  return (
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
  )
}

/** The prices at which others would do as well as the own sites. */
export function BreakEven({ view }: { readonly view: MoneyView }) {
  const words = useWords().money
  const usd = (value: number | null) => (value === null ? words.noPrice : formatUsd(value))
  const { breakEven, compute } = view
  return (
    <Panel title={words.breakEven} note={words.breakEvenNote}>
      <Group gap={36} py="xs">
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
  )
}
