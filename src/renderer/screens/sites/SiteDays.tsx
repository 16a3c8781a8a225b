import { Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { supplyNames } from '../../../catalog/supplyNames.ts'
import type { DayOfPeriod, DaysOfPeriod } from '../../../engine/dispatch/compareDays.ts'
import { type DurationOf, loadDuration } from '../../../engine/dispatch/loadDuration.ts'
import type { DispatchFlow } from '../../../engine/trace/power/dispatchParts.ts'
import { dispatchPeriodRef } from '../../../engine/trace/power/dispatchPeriodTraces.ts'
import { dispatchRef, durationRef } from '../../../engine/trace/power/dispatchTraces.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import { clockHour } from '../../../plan/calendar.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatNumber, formatShare, formatUsd } from '../../format/numbers.ts'
import { clauses } from '../../format/punctuation.ts'
import { Beside } from '../../parts/Beside.tsx'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { XyChart, type XyLine } from '../../parts/charts/XyChart.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Traced } from '../../parts/traced/Traced.tsx'
import { TracedAsked } from '../../parts/traced/TracedAsked.tsx'
import { TracedText } from '../../parts/traced/TracedText.tsx'
import { Working } from '../../parts/Working.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useAsked } from '../../state/work/useAsked.ts'
import { useWords } from '../../words/useWords.ts'
import type { DispatchOrder } from '../../worker/messages.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => clockHour(hour))

interface Props {
  readonly result: PlanResult
  readonly siteId: string
  readonly period: string
}

/** Where a site's power comes from through its representative days, their cost, and the load duration curve. */
export function SiteDays(props: Props) {
  const { siteId, period } = props
  const { dispatch: words, chart } = useWords()
  const { value: answer, ...work } = useDispatch(props)
  const [chosen, setChosen] = useState(0)
  const day = answer?.days[chosen] ?? answer?.days[0]
  const place = answer && day ? answer.days.indexOf(day) : 0
  const { plan, catalog } = usePlan()
  const supplies = useMemo(() => {
    const site = plan.sites.find(({ id }) => id === siteId)
    return site ? supplyNames(site, catalog) : new Map<string, string>()
  }, [plan, catalog, siteId])
  const series = useMemo<Series[]>(
    () => (day ? toSeries(day, place, words, (id) => supplies.get(id) ?? id) : []),
    [day, place, words, supplies],
  )
  const duration = useMemo(() => (answer ? loadDuration(answer.days) : null), [answer])
  const asked = useMemo(() => (answer ? { siteId, period, ...answer } : undefined), [answer, siteId, period])
  if (!answer || !day || !duration || !asked)
    return (
      <Panel title={words.title}>
        <Working {...work}>{words.working}</Working>
      </Panel>
    )
  if (Math.max(...answer.days.flatMap((own) => own.loadMw)) < 1e-9)
    return <Panel title={words.title}>{words.none}</Panel>
  const curve = (of: DurationOf, name: string): XyLine => ({
    ...{ name, points: duration[of] },
    trace: (index) => {
      const point = duration[of][index]!
      return dispatchRef(of, '', point.day, point.hour)
    },
    traceX: (index) => (index === 0 ? undefined : durationRef(of, index)),
  })
  return (
    <TracedAsked dispatch={asked}>
      <Beside>
        <SeriesChart
          title={words.title}
          note={
            <>
              {clauses([words.note, ''])}
              <Traced trace={toRef('dispatch-day', String(place))}>
                {words.cost(formatUsd(day.dispatch.usd))}
              </Traced>
              {clauses(['', ''])}
              <TracedText say={words.compared} figures={figuresOf(answer)} />
              {!answer.isImported && clauses(['', words.synthetic])}
            </>
          }
          tools={
            <Select
              size="xs"
              w={220}
              aria-label={words.day}
              data={answer.days.map((own, index) => ({ value: String(index), label: nameOf(own, words) }))}
              value={String(place)}
              onChange={(value) => setChosen(Number(value))}
              allowDeselect={false}
            />
          }
          unit="MW"
          kind="bar"
          isStacked
          labels={HOURS}
          head={chart.hourUtc}
          series={series}
        />
        <Panel title={words.duration} note={words.durationNote}>
          <XyChart
            label={words.duration}
            xTitle={words.hoursPerYear}
            yTitle="MW"
            lines={[curve('load', words.load), { ...curve('drawn', words.grid), isWide: true }]}
          />
        </Panel>
      </Beside>
    </TracedAsked>
  )
}

const openWorker = () =>
  new Worker(new URL('../../worker/dispatch.worker.ts', import.meta.url), { type: 'module' })

function useDispatch({ siteId, result, period }: Props) {
  const { plan } = usePlan()
  const catalogFiles = useSession((state) => state.catalogFiles)
  const question = useMemo<DispatchOrder>(
    () => ({ plan, catalogFiles, result, siteId, period }),
    [plan, catalogFiles, result, siteId, period],
  )
  return useAsked<DispatchOrder, DaysOfPeriod>(openWorker, question)
}

type Words = ReturnType<typeof useWords>['dispatch']

function nameOf({ name, weightDays, representative, dayType }: DayOfPeriod, words: Words): string {
  const own = representative === undefined ? words[dayType] : name
  return `${own} · ${words.days(formatNumber(weightDays))}`
}

function figuresOf({ daysMusd, blocksMusd, differenceShare }: DaysOfPeriod) {
  return [
    { shown: formatUsd(daysMusd * 1e6), trace: dispatchPeriodRef('days') },
    { shown: formatUsd(blocksMusd * 1e6), trace: dispatchPeriodRef('blocks') },
    { shown: formatShare(differenceShare, 1), trace: dispatchPeriodRef('difference') },
  ]
}

/** Every source that gives anything, what is charged below zero. */
function toSeries(
  { dispatch }: DayOfPeriod,
  place: number,
  words: Words,
  nameOf: (id: string) => string,
): Series[] {
  const of = (flow: DispatchFlow, id: string, name: string, values: readonly number[]): Series => ({
    ...{ name, values },
    trace: (hour) => dispatchRef(flow, id, place, hour),
  })
  const named = (flow: 'generated' | 'taken' | 'discharged' | 'charged', name: (id: string) => string) =>
    Object.entries(dispatch[flow]).map(([id, values]) =>
      of(flow, id, name(id), flow === 'charged' ? values.map((mw) => -mw) : values),
    )
  return [
    of('drawn', '', words.grid, dispatch.drawn),
    ...named('generated', nameOf),
    ...named('taken', nameOf),
    ...named('discharged', (id) => words.discharged(nameOf(id))),
    ...named('charged', (id) => words.charged(nameOf(id))),
    of('unserved', '', words.unserved, dispatch.unserved),
  ].filter((own) => own.values.some((value) => Math.abs(value ?? 0) > 1e-6))
}
