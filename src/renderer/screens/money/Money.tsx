import { Group, Stack, Title } from '@mantine/core'
import { useMemo } from 'react'
import type { MoneyView } from '../../../engine/results/money/moneyView.ts'
import { costLineRef } from '../../../engine/trace/money/costTraces.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatIn, formatShare, formatUsd } from '../../format/numbers.ts'
import { Beside } from '../../parts/Beside.tsx'
import { OfResult, StaleMark } from '../../parts/OfResult.tsx'
import { Figure, Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import type { DataColumn } from '../../parts/tables/dataColumn.ts'
import { Unsolved } from '../../parts/Unsolved.tsx'
import { Working } from '../../parts/Working.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useAsked } from '../../state/work/useAsked.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'
import type { MoneyOrder } from '../../worker/messages.ts'
import { Budgets } from './Budgets.tsx'
import { CashFlowPanels } from './CashFlowPanels.tsx'
import { Margins } from './Margins.tsx'
import { Utilisation } from './Utilisation.tsx'

type CostLine = PlanResult['costs'][number]

/** What the plan costs, by layer, year and line. */
export function Money() {
  const words = useWords()
  const result = useSession((state) => state.kept?.result)
  if (!result) return <Unsolved screen="money" />
  const { summary } = result
  return (
    <OfResult>
      <Stack gap="sm">
        <Title order={1}>{words.shell.money}</Title>
        <Group gap={36} pos="relative">
          <StaleMark />
          <Figure
            label={words.overview.netPresentCost}
            value={formatUsd(summary.netPresentCostMusd * 1e6, 4)}
            trace="net-present-cost"
          />
          <Figure
            label={words.overview.levelised}
            value={formatUsd(summary.levelisedUsdPerMTok)}
            unit={words.money.input}
            trace="levelised"
          />
          <Figure
            label={words.overview.levelised}
            value={formatUsd(summary.levelisedUsdPerMOutputTok)}
            unit={words.money.output}
            trace="levelised-output"
          />
          <Figure
            label={words.money.energyShare}
            value={formatShare(summary.energyShareOfCost, 1)}
            trace="energy-share"
          />
        </Group>
        <MoneyViews result={result} />
      </Stack>
    </OfResult>
  )
}

/** What is worked out of the result last, for who comes back to the screen. */
let known: { readonly order: MoneyOrder; readonly view: MoneyView } | undefined

/** What is worked out of the result, once for all panels: they stand together, so that none moves another. */
function MoneyViews({ result }: { readonly result: PlanResult }) {
  const { plan } = usePlan()
  const catalogFiles = useSession((state) => state.catalogFiles)
  const order = useMemo<MoneyOrder>(() => ({ plan, catalogFiles, result }), [plan, catalogFiles, result])
  const isKnown = known?.order.plan === plan && known.order.result === result
  return isKnown && known ? <Views result={result} view={known.view} /> : <AskedViews order={order} />
}

const openWorker = () =>
  new Worker(new URL('../../worker/money.worker.ts', import.meta.url), { type: 'module' })

function AskedViews({ order }: { readonly order: MoneyOrder }) {
  const words = useWords().money
  const { value: view, ...work } = useAsked<MoneyOrder, MoneyView>(openWorker, order)
  if (view === null) return <Working {...work}>{words.working}</Working>
  known = { order, view }
  return <Views result={order.result} view={view} />
}

function Views({ result, view }: { readonly result: PlanResult; readonly view: MoneyView }) {
  return (
    <>
      <CashFlowPanels {...{ result, view }} />
      <Beside>
        {view.atUtilisation && <Utilisation own={view.atUtilisation} />}
        <Margins view={view} />
      </Beside>
      <Budgets result={result} />
      <Lines result={result} />
    </>
  )
}

function Lines({ result }: { readonly result: PlanResult }) {
  const words = useWords()
  const names = useThingNames()
  const { plan } = usePlan()
  const total = result.costs.reduce((sum, line) => sum + line.presentMusd, 0)
  const perMusd = total > 0 ? result.summary.levelisedUsdPerMTok / result.summary.netPresentCostMusd : 0
  const columns: DataColumn<CostLine>[] = [
    { head: words.layer, read: (line) => words.layers[line.layer].name },
    { head: words.money.line, read: (line) => names.costLine(line.name) },
    {
      head: words.money.where,
      read: (line) => plan.sites.find((site) => site.id === line.siteId)?.name ?? words.money.allSites,
    },
    {
      ...{ head: words.money.present, unit: 'M$', trace: costLineRef },
      number: (line) => line.presentMusd,
    },
    {
      ...{ head: words.money.share, isNumber: true },
      read: (line) => formatShare(line.presentMusd / total, 1),
      trace: (line) => toRef('cost-part', line.layer, line.name, line.siteId ?? ''),
    },
    {
      ...{ head: words.money.perMTok, unit: '$' },
      number: (line) => line.presentMusd * perMusd,
      trace: (line) => toRef('cost-share', line.layer, line.name, line.siteId ?? ''),
    },
  ]
  const items = result.costs
    .filter((line) => Math.abs(line.presentMusd) > 1e-9)
    .toSorted((a, b) => b.presentMusd - a.presentMusd)
  // With penalties among the lines their sum is more than a token costs.
  const isPaid = Math.abs(total - result.summary.netPresentCostMusd) < 1e-9 * total
  const foot = [
    ...[words.money.total, '', ''],
    { shown: total, trace: toRef('objective') },
    { shown: '100 %', trace: toRef('cost-whole') },
    { shown: formatIn('$', total * perMusd), trace: isPaid ? toRef('levelised') : undefined },
  ]
  return (
    <Panel title={words.money.lines}>
      <DataTable label={words.money.lines} {...{ columns, items, foot }} />
    </Panel>
  )
}
