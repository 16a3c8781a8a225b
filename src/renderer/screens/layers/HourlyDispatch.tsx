import { Group, Select } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { formatPeriod, formatUsd } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { type Series, SeriesChart } from '../../parts/SeriesChart.tsx'
import { guarded, type KeptResult, useSession } from '../../state/session.ts'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { askOnce } from '../../worker/askOnce.ts'
import type { DispatchAnswer, DispatchOrder } from '../../worker/messages.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
type DayType = DispatchOrder['dayType']

/** Where a site's power comes from through one day of its plan. */
export function HourlyDispatch({ siteId }: { readonly siteId: string }) {
  const kept = useSession((state) => state.kept)
  if (!kept || kept.isStale) return null
  return <Solved siteId={siteId} result={kept.result} />
}

function Solved({ siteId, result }: { readonly siteId: string; readonly result: KeptResult['result'] }) {
  const words = useWords()
  const [period, setPeriod] = useState(result.periods.at(-1)!)
  const [dayType, setDayType] = useState<DayType>('weekday')
  const answer = useDispatch(siteId, result, period, dayType)
  const series = useMemo<Series[]>(() => (answer ? toSeries(answer, words.dispatch) : []), [answer, words])
  return (
    <>
      <Group gap="sm">
        <Select
          size="xs"
          w={140}
          label={words.overview.period}
          data={result.periods.map((own) => ({ value: own, label: formatPeriod(own) }))}
          value={period}
          onChange={(value) => value && setPeriod(value)}
        />
        <Select
          size="xs"
          w={140}
          label={words.dispatch.day}
          data={[
            { value: 'weekday', label: words.dispatch.weekday },
            { value: 'weekend', label: words.dispatch.weekend },
          ]}
          value={dayType}
          onChange={(value) => setDayType(value === 'weekend' ? 'weekend' : 'weekday')}
        />
      </Group>
      {answer && Math.max(...answer.loadMw) < 1e-9 ? (
        <Panel title={words.dispatch.title}>{words.dispatch.none}</Panel>
      ) : (
        <SeriesChart
          title={words.dispatch.title}
          note={`${words.dispatch.note}${answer ? `; ${words.dispatch.cost(formatUsd(answer.dispatch.usd))}` : ''}`}
          unit="MW"
          labels={HOURS}
          series={series}
        />
      )}
    </>
  )
}

function useDispatch(
  siteId: string,
  result: KeptResult['result'],
  period: string,
  dayType: DayType,
): DispatchAnswer | null {
  const { plan } = usePlan()
  const catalogFiles = useSession((state) => state.catalogFiles)
  const [answer, setAnswer] = useState<DispatchAnswer | null>(null)
  useEffect(() => {
    let isCurrent = true
    const worker = new Worker(new URL('../../worker/dispatch.worker.ts', import.meta.url), { type: 'module' })
    const order = { plan, catalogFiles, result, siteId, period, dayType }
    const asked = askOnce<DispatchOrder, DispatchAnswer>(worker, order)
    void guarded(async () => {
      const value = await asked.answer
      if (isCurrent) setAnswer(value)
    })
    return () => {
      isCurrent = false
      asked.stop()
    }
  }, [plan, catalogFiles, result, siteId, period, dayType])
  return answer
}

type Words = ReturnType<typeof useWords>['dispatch']

/** The load, and every source that gives anything. */
function toSeries({ loadMw, dispatch }: DispatchAnswer, words: Words): Series[] {
  const named = (
    lists: Readonly<Record<string, readonly number[]>>,
    name: (id: string) => string,
  ): Series[] => Object.entries(lists).map(([id, values]) => ({ name: name(id), values, isStepped: true }))
  const sources: Series[] = [
    { name: words.grid, values: dispatch.drawn, isStepped: true },
    ...named(dispatch.generated, (id) => id),
    ...named(dispatch.taken, (id) => id),
    ...named(dispatch.discharged, words.discharged),
    ...named(dispatch.charged, words.charged),
    { name: words.unserved, values: dispatch.unserved, isStepped: true },
  ]
  return [
    { name: words.load, values: loadMw, isStepped: true, isDashed: true },
    ...sources.filter((own) => own.values.some((value) => (value ?? 0) > 1e-6)),
  ]
}
