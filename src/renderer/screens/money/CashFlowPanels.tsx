import { Group } from '@mantine/core'
import { useMemo } from 'react'
import type { CashFlow, CashRow } from '../../../engine/results/money/cashFlow.ts'
import type { MoneyView } from '../../../engine/results/money/moneyView.ts'
import { paidLines } from '../../../engine/results/money/paidCosts.ts'
import { type CashColumn, cashRef } from '../../../engine/trace/money/cashRowTraces.ts'
import { type TraceRef, toRef } from '../../../engine/trace/trace.ts'
import { LAYERS } from '../../../plan/result/cake.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatNumber, formatPeriod, formatShare, formatUsd } from '../../format/numbers.ts'
import { wordGap } from '../../format/punctuation.ts'
import { Beside } from '../../parts/Beside.tsx'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { type Step, Waterfall } from '../../parts/charts/Waterfall.tsx'
import { Figure, Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { type DataColumn, mostOfUnit } from '../../parts/tables/dataColumn.ts'
import { Traced } from '../../parts/traced/Traced.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useShownUnit, useWords } from '../../words/useWords.ts'
import { AfterTaxPanel } from './AfterTaxPanel.tsx'
import { ByYear } from './ByYear.tsx'
import { BreakEven } from './Margins.tsx'

/** The plan as a business: value, rate of return, payback, and every payment by period. */
export function CashFlowPanels({ result, view }: { readonly result: PlanResult; readonly view: MoneyView }) {
  return (
    <>
      <Beside>
        <Business flow={view.cashFlow} />
        <BreakEven view={view} />
      </Beside>
      {view.afterTax && <AfterTaxPanel own={view.afterTax} />}
      <Beside>
        <CostWaterfall {...{ result, view }} />
        <ByYear result={result} />
      </Beside>
      <FlowChart flow={view.cashFlow} />
      <FlowTable flow={view.cashFlow} />
    </>
  )
}

function Business({ flow }: { readonly flow: CashFlow }) {
  const words = useWords().money
  const rate = usePlan().plan.finance.discountRatePerYear
  const { rateOfReturn: found, netPresentValueMusd, paybackYears, discountedPaybackYears } = flow
  const years = (value: number | null) =>
    !flow.isPriced ? words.noPrice : value === null ? words.never : words.years(formatNumber(value))
  const note = (
    <>
      <Traced trace="discount-rate">{words.discountedAt(formatShare(rate, 1))}</Traced>
      {wordGap()}
      {words.businessNote}
    </>
  )
  return (
    <Panel title={words.business} {...{ note }}>
      <Group gap={36} py="xs">
        <Figure
          label={words.netPresentValue}
          trace={netPresentValueMusd === null ? undefined : 'net-present-value'}
          value={netPresentValueMusd === null ? words.noPrice : formatUsd(netPresentValueMusd * 1e6, 4)}
        />
        <Figure
          label={words.rateOfReturn}
          trace={found.kind === 'rate' ? 'rate-of-return' : undefined}
          value={found.kind === 'rate' ? formatShare(found.perYear, 1) : words.noRate[found.kind]}
          unit={found.kind === 'rate' ? words.aYear : ''}
        />
        <Figure
          label={words.payback}
          value={years(paybackYears)}
          trace={paybackYears === null ? undefined : toRef('payback', 'all')}
        />
        <Figure
          label={words.discountedPayback}
          value={years(discountedPaybackYears)}
          trace={discountedPaybackYears === null ? undefined : toRef('payback', 'discounted')}
        />
      </Group>
    </Panel>
  )
}

/** From what is earned to what is left; from nothing to the cost where nothing is sold. */
function CostWaterfall({ result, view }: { readonly result: PlanResult; readonly view: MoneyView }) {
  const words = useWords()
  const parts = useMemo(
    () =>
      LAYERS.map(
        (layer): Step => ({
          name: words.layers[layer].name,
          trace: toRef('cost-layer', layer),
          value: paidLines(result)
            .filter((line) => line.layer === layer)
            .reduce((sum, line) => sum + line.presentMusd, 0),
        }),
      ).filter(({ value }) => Math.abs(value) > 1e-6),
    [result, words],
  )
  const revenue = view.cashFlow.isPriced ? view.total.revenueMusd : null
  const shown = useMemo(
    () => (revenue === null ? parts : parts.map((own) => ({ ...own, value: -own.value }))),
    [revenue, parts],
  )
  const from = useMemo<Step>(
    () =>
      revenue === null
        ? { name: words.money.nothing, value: 0 }
        : { name: words.money.income, value: revenue, trace: toRef('revenue') },
    [revenue, words],
  )
  const to = useMemo(
    () =>
      revenue === null
        ? { name: words.overview.netPresentCost, trace: toRef('net-present-cost') }
        : { name: words.money.netPresentValue, trace: toRef('net-present-value') },
    [revenue, words],
  )
  return (
    <Waterfall
      title={words.money.waterfall}
      note={revenue === null ? words.money.waterfallCost : words.money.waterfallNote}
      unit="M$"
      parts={shown}
      {...{ from, to }}
    />
  )
}

const KINDS = ['revenue', 'running', 'capital', 'returned'] as const
const labelOf = (row: CashRow, before: string): string => (row.period ? formatPeriod(row.period) : before)

const traceOf = (row: CashRow | undefined, column: CashColumn): TraceRef | undefined =>
  row && row[column] !== 0 ? cashRef(column, row) : undefined

function FlowChart({ flow }: { readonly flow: CashFlow }) {
  const words = useWords().money
  const labels = useMemo(() => flow.rows.map((row) => labelOf(row, words.before)), [flow, words])
  const series = useMemo<Series[]>(
    () => [
      ...KINDS.map((kind) => ({
        ...{ name: words.kinds[kind], values: flow.rows.map((row) => row[kind]) },
        trace: (index: number) => traceOf(flow.rows[index], kind),
      })).filter(({ values }) => values.some((value) => Math.abs(value) > 1e-9)),
    ],
    [flow, words],
  )
  const running = useMemo<Series[]>(
    () => [
      {
        ...{ name: words.cumulative, values: flow.rows.map((row) => row.cumulative) },
        trace: (index: number) => traceOf(flow.rows[index], 'cumulative'),
      },
    ],
    [flow, words],
  )
  return (
    <Beside>
      <SeriesChart
        title={words.flow}
        note={words.flowNote}
        unit="M$"
        kind="bar"
        isStacked
        {...{ labels, series }}
      />
      <SeriesChart title={words.cumulative} unit="M$" {...{ labels }} series={running} />
    </Beside>
  )
}

function FlowTable({ flow }: { readonly flow: CashFlow }) {
  const words = useWords().money
  const number = (head: string, column: CashColumn): DataColumn<CashRow> => ({
    ...{ head, unit: 'M$', number: (row) => row[column] },
    trace: (row) => traceOf(row, column),
  })
  const columns: DataColumn<CashRow>[] = [
    { head: words.period, read: (row) => labelOf(row, words.before) },
    ...KINDS.map((kind) => number(words.kinds[kind], kind)),
    number(words.net, 'net'),
    number(words.cumulative, 'cumulative'),
    number(words.presentOfNet, 'present'),
  ]
  const sum = (column: CashColumn) => {
    const total = flow.rows.reduce((all, row) => all + row[column], 0)
    return { shown: total, trace: toRef('cash-total', column) }
  }
  const foot = [words.total, ...KINDS.map(sum), sum('net'), '', sum('present')]
  const totals = foot.map((cell) => (typeof cell === 'string' ? null : cell.shown))
  const { unit } = useShownUnit('M$', mostOfUnit('M$', columns, flow.rows, totals))
  return (
    <Panel title={words.flowTable} note={unit}>
      <DataTable label={words.flowTable} items={flow.rows} {...{ columns, foot }} />
    </Panel>
  )
}
