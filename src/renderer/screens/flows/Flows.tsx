import { Select, Stack, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { placesOf, tokensByTier } from '../../../engine/results/tokens/tokensByTier.ts'
import { type TraceRef, toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatPeriod } from '../../format/numbers.ts'
import { Beside } from '../../parts/Beside.tsx'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { OfResult } from '../../parts/OfResult.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { Unsolved } from '../../parts/Unsolved.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'
import { MarketChart } from '../market/MarketCharts.tsx'
import { offerHues } from '../market/offerHues.ts'
import { EnergySankey } from './EnergySankey.tsx'
import { MoneySankey } from './MoneySankey.tsx'
import { Served } from './Served.tsx'
import { TokenSankey } from './TokenSankey.tsx'
import { WorldMap } from './WorldMap.tsx'

/** Where each region's tokens are served, on what, and what is leased. */
export function Flows() {
  const words = useWords()
  const result = useSession((state) => state.kept?.result)
  const [period, setPeriod] = useState<string | null>(null)
  if (!result) return <Unsolved screen="flows" />
  const shown = result.periods.find((own) => own === period) ?? result.periods.at(-1)!
  return (
    <OfResult>
      <Stack gap="sm">
        <Title order={1}>{words.shell.flows}</Title>
        <Select
          w={140}
          size="xs"
          aria-label={words.overview.period}
          data={result.periods.map((own) => ({ value: own, label: formatPeriod(own) }))}
          value={shown}
          onChange={setPeriod}
          allowDeselect={false}
        />
        <WorldMap result={result} period={shown} />
        <TokenSankey result={result} period={shown} />
        <EnergySankey result={result} period={shown} />
        <MoneySankey result={result} />
        <Served result={result} period={shown} />
        <Placements result={result} period={shown} />
        <Beside>
          <ByTier result={result} />
          <OwnOrLeased result={result} />
        </Beside>
        <Beside>
          <MarketChart unit="$/accelerator-h" />
          <Leases result={result} />
        </Beside>
      </Stack>
    </OfResult>
  )
}

interface Of {
  readonly result: PlanResult
  readonly period: string
}

function placementRef(
  kind: 'placement' | 'placement-flow',
  { siteId, classId, acceleratorId, period }: PlanResult['placements'][number],
): TraceRef {
  return toRef(kind, siteId, classId, acceleratorId, period)
}

function Placements({ result, period }: Of) {
  const words = useWords().flows
  const { plan } = usePlan()
  const names = useThingNames()
  const nameOf = (id: string): string => plan.sites.find((site) => site.id === id)?.name ?? id
  const items = result.placements.filter((own) => own.period === period && own.units > 1e-6)
  return (
    <Panel title={words.placements} note={formatPeriod(period)}>
      <DataTable
        label={words.placements}
        items={items}
        columns={[
          { head: words.to, read: (own) => nameOf(own.siteId) },
          { head: words.model, read: (own) => names.model(own.modelId) },
          { head: words.accelerator, read: (own) => names.accelerator(own.acceleratorId) },
          { head: words.classes, read: (own) => names.taskClass(own.classId) },
          {
            head: words.units,
            number: (own) => own.units,
            trace: (own) => placementRef('placement', own),
          },
          {
            head: words.tokS,
            unit: 'Mtok/s',
            number: (own) => own.tokS / 1e6,
            trace: (own) => placementRef('placement-flow', own),
          },
        ]}
      />
    </Panel>
  )
}

/** Tokens by the kind of place that serves them, from the users' devices outwards. */
function ByTier({ result }: { readonly result: PlanResult }) {
  const { flows: words, demand } = useWords()
  const { plan } = usePlan()
  const labels = useMemo(() => result.periods.map(formatPeriod), [result])
  const series = useMemo<Series[]>(
    () =>
      tokensByTier(plan, result).map(({ tier, tokS }) => ({
        ...{ name: demand.tiers[tier], values: tokS.map((value) => value / 1e6) },
        trace: (t) => toRef('places-flow', result.periods[t]!, ...placesOf(plan, tier)),
      })),
    [plan, result, demand],
  )
  return <SeriesChart title={words.tiers} unit="Mtok/s" kind="bar" isStacked {...{ labels, series }} />
}

/** Tokens made at home, leased and bought, quarter by quarter. */
function OwnOrLeased({ result }: { readonly result: PlanResult }) {
  const words = useWords().flows
  const { plan } = usePlan()
  const labels = useMemo(() => result.periods.map(formatPeriod), [result])
  const series = useMemo<Series[]>(() => {
    const hues = offerHues(plan.distribution)
    const kinds = [
      { name: words.own, ids: new Set(plan.sites.map((own) => own.id)), hue: 0 },
      ...[...plan.distribution.leases, ...plan.distribution.apis].map(({ id, name }) => ({
        ...{ name, ids: new Set([id]), hue: hues.get(id)! },
      })),
    ]
    const mTokS = (ids: ReadonlySet<string>, period: string) =>
      result.flows
        .filter((flow) => flow.period === period && ids.has(flow.to))
        .reduce((sum, flow) => sum + flow.tokS / 1e6, 0)
    return kinds
      .map(({ name, ids, hue }) => ({
        ...{ name, hue, values: result.periods.map((period) => mTokS(ids, period)) },
        trace: (t: number) => toRef('places-flow', result.periods[t]!, ...ids),
      }))
      .filter((own) => own.values.some((value) => value > 0))
  }, [result, plan, words])
  return <SeriesChart title={words.ownOrLeased} unit="Mtok/s" kind="bar" isStacked {...{ labels, series }} />
}

function Leases({ result }: { readonly result: PlanResult }) {
  const words = useWords().flows
  const { plan } = usePlan()
  const labels = useMemo(() => result.periods.map(formatPeriod), [result])
  const series = useMemo<Series[]>(() => {
    const hues = offerHues(plan.distribution)
    return plan.distribution.leases
      .map((lease) => ({
        ...{ name: lease.name, hue: hues.get(lease.id)! },
        values: result.periods.map(
          (period) =>
            result.leases.find((own) => own.period === period && own.leaseId === lease.id)?.accel ?? 0,
        ),
        trace: (t: number) => toRef('lease-use', lease.id, result.periods[t]!),
      }))
      .filter((own) => own.values.some((value) => value > 0))
  }, [result, plan])
  if (series.length === 0) return <Panel title={words.leases}>{words.noLeases}</Panel>
  return <SeriesChart title={words.leases} unit="accelerators" kind="bar" isStacked {...{ labels, series }} />
}
