import { Select } from '@mantine/core'
import { useState } from 'react'
import type { MarketRow } from '../../../engine/derive/distribution/marketView.ts'
import { listPeriods } from '../../../engine/derive/periods.ts'
import { sourceAt } from '../../../plan/differences.ts'
import { formatIn, formatNumber, formatPeriod } from '../../format/numbers.ts'
import { listed } from '../../format/punctuation.ts'
import { Beside } from '../../parts/Beside.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useShippedText } from '../../words/useShippedText.ts'
import { useUnitName, useWords } from '../../words/useWords.ts'
import { MarketChart } from './MarketCharts.tsx'
import { marketPriceRef } from './marketPriceRef.ts'
import { useMarketRows } from './useMarketRows.ts'

/** Both sides of the market through the horizon, and how each price of a period comes about. */
export function MarketPrices() {
  const words = useWords()
  const said = words.market
  const say = useShippedText()
  const unitName = useUnitName()
  const { plan } = usePlan()
  const rows = useMarketRows()
  const labels = listPeriods(plan).map((period) => period.label)
  const [period, setPeriod] = useState<string | null>(null)
  const shown = labels.find((own) => own === period) ?? labels.at(-1)!
  const t = labels.indexOf(shown)
  const items = rows.filter((row) => row.prices[t] !== null)
  const making = (row: MarketRow) => row.prices[t]!.making
  if (rows.length === 0) return null
  return (
    <>
      <Beside>
        <MarketChart unit="$/accelerator-h" />
        <MarketChart unit="$/Mtok" />
      </Beside>
      <Panel
        title={said.pricesOf}
        note={formatPeriod(shown)}
        tools={
          <Select
            size="xs"
            w={120}
            aria-label={words.overview.period}
            data={labels.map((own) => ({ value: own, label: formatPeriod(own) }))}
            value={shown}
            onChange={setPeriod}
            allowDeselect={false}
          />
        }
      >
        <DataTable<MarketRow>
          label={said.pricesOf}
          items={items}
          columns={[
            { head: said.name, read: (row) => row.name },
            { head: said.side, read: (row) => said.sides[row.side] },
            {
              ...{ head: said.price, isNumber: true, read: (row) => formatIn(row.unit, row.prices[t]!.usd) },
              trace: (row) => marketPriceRef(row, shown),
            },
            { head: said.unit, read: (row) => unitName(row.unit) },
            {
              ...{ head: said.said, isNumber: true },
              read: (row) => formatIn(row.unit, row.prices[t]!.saidUsd),
              trace: (row) => marketPriceRef(row, shown),
            },
            { head: said.from, read: (row) => formatPeriod(making(row).from ?? said.fromStart) },
            {
              head: words.trace.words.marketMove,
              read: (row) =>
                listed(
                  making(row).moves.map(({ move, factor }) => `${move.name} × ${formatNumber(factor, 3)}`),
                ),
            },
            { head: said.source, isLong: true, read: (row) => say(sourceOf(plan, row, t)) },
          ]}
        />
      </Panel>
    </>
  )
}

/** What the plan notes of the price that holds; of the catalog's, its row. */
function sourceOf(
  plan: ReturnType<typeof usePlan>['plan'],
  { kind, id, prices }: MarketRow,
  t: number,
): string {
  const { path } = prices[t]!.making
  if (path !== undefined) return sourceAt(plan, path)
  const api = kind === 'api' ? plan.distribution.apis.find((own) => own.id === id) : undefined
  return api?.tokenPriceId ?? ''
}
