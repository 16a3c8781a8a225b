import { Button, Group, Progress, Stack, Title } from '@mantine/core'
import { useMemo } from 'react'
import { limitPeriodRef, limitStepRef } from '../../../engine/trace/decisions/worthTraces.ts'
import type { LimitWorth, WorthReport } from '../../../engine/why/limits/shadowPrices.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { formatNumber, formatPeriod, formatUsd } from '../../format/numbers.ts'
import { withUnit } from '../../format/punctuation.ts'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { limitTitle } from '../../parts/limitName.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { TracedAsked } from '../../parts/traced/TracedAsked.tsx'
import { ToResult } from '../../parts/Unsolved.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { explain, stopExplaining, useExplaining } from '../../state/work/explaining.ts'
import { useWords } from '../../words/useWords.ts'
import { WhatBinds } from '../overview/WhatBinds.tsx'
import { BreakEven } from './BreakEven.tsx'
import { WhyNot } from './WhyNot.tsx'

/** Kept from the press on for what is being priced, so that nothing in view moves when it comes. */
const ROOM = 'min(100dvh, 1000px)'

/** What binds and what it is worth, what another decision would cost, and where a decision turns. */
export function Why() {
  const words = useWords().why
  const { plan } = usePlan()
  const result = useSession(({ kept }) => (kept !== null && !kept.isStale ? kept.result : null))
  const isSolved = result !== null
  const hash = useSession(({ opened }) => opened?.inputsHash)
  const { report, inputsHash, isRunning } = useExplaining()
  const isPriced = report !== null && inputsHash === hash
  return (
    <Stack gap="md">
      <Title order={1}>{words.title}</Title>
      {isSolved && <p style={{ margin: 0 }}>{words.about}</p>}
      {isSolved ? <Start /> : <ToResult about={words.about} />}
      {result && !isPriced && <WhatBinds result={result} isOnWhy />}
      {isPriced && (
        <TracedAsked worth={report}>
          <Worth report={report} plan={plan} />
        </TracedAsked>
      )}
      {report && !isPriced && <p>{words.stale}</p>}
      {isRunning && <div aria-hidden="true" style={{ height: ROOM }} />}
      {isSolved && <WhyNot />}
      <BreakEven />
    </Stack>
  )
}

function Start() {
  const words = useWords().why
  const { isRunning, done, all } = useExplaining()
  if (!isRunning)
    return (
      <Button w="fit-content" size="xs" onClick={() => void explain()}>
        {words.compute}
      </Button>
    )
  return (
    <Group gap="sm" role="status" aria-busy>
      <Progress w={200} value={all > 0 ? (100 * done) / all : 0} aria-label={words.compute} />
      <span>{words.running(formatNumber(done, 9), formatNumber(all, 9))}</span>
      <Button size="xs" variant="default" onClick={stopExplaining}>
        {words.stop}
      </Button>
    </Group>
  )
}

function Worth({ report, plan }: { readonly report: WorthReport; readonly plan: Plan }) {
  const words = useWords()
  const { why } = words
  const detailed = report.limits.filter(({ quarters }) => quarters.length > 0)
  const step = (own: LimitWorth) => `${formatNumber(own.step)} ${own.unit}`
  return (
    <>
      <Panel title={why.binds}>
        {report.limits.length === 0 ? (
          why.nothing
        ) : (
          <DataTable
            label={why.binds}
            items={report.limits}
            columns={[
              { head: why.limit, read: (own) => limitTitle(words, plan, own) },
              { head: why.step, isNumber: true, read: step, trace: (own) => limitStepRef(own, 'step') },
              {
                head: why.saves,
                isNumber: true,
                read: (own) => formatUsd(own.savedByStepUsd),
                trace: (own) => limitStepRef(own, 'saved'),
              },
              {
                head: why.costs,
                isNumber: true,
                read: (own) =>
                  own.costOfStepLessUsd === null ? why.cannot : formatUsd(own.costOfStepLessUsd),
                trace: (own) => (own.costOfStepLessUsd === null ? undefined : limitStepRef(own, 'lost')),
              },
              { head: why.span, read: ({ periods }) => spanOf(periods, words.overview.span) },
            ]}
          />
        )}
      </Panel>
      {detailed.length > 0 && <Quarters limits={detailed} plan={plan} />}
    </>
  )
}

function spanOf(periods: readonly string[], span: (from: string, to: string) => string): string {
  const [from = '', to = ''] = [periods[0], periods.at(-1)]
  return from === to ? formatPeriod(from) : span(formatPeriod(from), formatPeriod(to))
}

function Quarters({ limits, plan }: { readonly limits: readonly LimitWorth[]; readonly plan: Plan }) {
  const words = useWords()
  const { why } = words
  const periods = useMemo(
    () => [...new Set(limits.flatMap(({ quarters }) => quarters.map(({ period }) => period)))].sort(),
    [limits],
  )
  const labels = useMemo(() => periods.map(formatPeriod), [periods])
  const series = useMemo<Series[]>(
    () =>
      limits.map((own) => ({
        name: withUnit(limitTitle(words, plan, own), `${formatNumber(own.step)} ${own.unit}`),
        trace: (index) => limitPeriodRef(own, periods[index]!, 'saved'),
        values: periods.map((period) => {
          const quarter = own.quarters.find((one) => one.period === period)
          return quarter ? quarter.savedByStepUsd / 1e6 : null
        }),
      })),
    [limits, periods, words, plan],
  )
  const rows = limits.flatMap((limit) => limit.quarters.map((quarter) => ({ limit, quarter })))
  return (
    <>
      <SeriesChart
        kind="bar"
        title={why.byQuarter}
        note={why.byQuarterNote}
        unit="M$"
        {...{ labels, series }}
      />
      <Panel title={why.price} note={why.byQuarterNote}>
        <DataTable
          label={why.price}
          items={rows}
          columns={[
            { head: why.limit, read: ({ limit }) => limitTitle(words, plan, limit) },
            { head: why.quarter, read: ({ quarter }) => formatPeriod(quarter.period) },
            {
              head: why.price,
              isNumber: true,
              read: ({ limit, quarter }) => `${formatUsd(quarter.usdPerUnit)} / ${limit.unit}`,
              trace: ({ limit, quarter }) => limitPeriodRef(limit, quarter.period, 'price'),
            },
            {
              head: why.holds,
              isNumber: true,
              read: ({ limit, quarter: { holdsForUnits } }) =>
                holdsForUnits === null ? why.endless : `${formatNumber(holdsForUnits)} ${limit.unit}`,
              trace: ({ limit, quarter }) =>
                quarter.holdsForUnits === null ? undefined : limitPeriodRef(limit, quarter.period, 'holds'),
            },
            {
              ...{ head: why.saves, isNumber: true },
              read: ({ quarter }) => formatUsd(quarter.savedByStepUsd),
              trace: ({ limit, quarter }) => limitPeriodRef(limit, quarter.period, 'saved'),
            },
          ]}
        />
      </Panel>
    </>
  )
}
