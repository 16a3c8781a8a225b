import { Stack, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { SiteBuild } from '../../../plan/result/siteBuild.ts'
import { formatNumber, formatPeriod } from '../../format/numbers.ts'
import { Beside } from '../../parts/Beside.tsx'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { OfResult } from '../../parts/OfResult.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import type { DataColumn } from '../../parts/tables/dataColumn.ts'
import { Unsolved } from '../../parts/Unsolved.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'
import { Retirements } from '../serving/Retirements.tsx'
import { Equipment } from './Equipment.tsx'
import { Gantt } from './Gantt.tsx'

/** What is built where and when. */
export function BuildOut() {
  const words = useWords()
  const result = useSession((state) => state.kept?.result)
  if (!result) return <Unsolved screen="build-out" />
  return (
    <OfResult>
      <Stack gap="sm">
        <Title order={1}>{words.shell.buildOut}</Title>
        <Beside>
          <PowerChart result={result} />
          <RackChart result={result} />
        </Beside>
        <Sites result={result} />
        <Retirements />
        <Gantt result={result} />
        <Equipment result={result} />
      </Stack>
    </OfResult>
  )
}

function sumBy(result: PlanResult, pick: (build: SiteBuild) => number): number[] {
  return result.periods.map((period) =>
    result.builds.filter((build) => build.period === period).reduce((sum, build) => sum + pick(build), 0),
  )
}

function PowerChart({ result }: { readonly result: PlanResult }) {
  const words = useWords().buildOut
  const labels = useMemo(() => result.periods.map(formatPeriod), [result])
  const series = useMemo<Series[]>(() => {
    const line = (name: string, field: 'contractedMw' | 'builtItMw' | 'usedItMw'): Series => ({
      ...{ name, values: sumBy(result, (build) => build[field]), isStepped: true },
      trace: (index) => toRef('megawatts', field, result.periods[index]!),
    })
    return [
      line(words.contracted, 'contractedMw'),
      line(words.builtIt, 'builtItMw'),
      line(words.usedIt, 'usedItMw'),
    ]
  }, [result, words])
  return <SeriesChart title={words.power} unit="MW" {...{ labels, series }} />
}

function RackChart({ result }: { readonly result: PlanResult }) {
  const words = useWords().buildOut
  const names = useThingNames()
  const labels = useMemo(() => result.periods.map(formatPeriod), [result])
  const series = useMemo<Series[]>(() => {
    const ids = [...new Set(result.builds.flatMap((build) => Object.keys(build.unitsByAccelerator)))]
    return ids.map((id) => ({
      name: names.accelerator(id),
      values: sumBy(result, (build) => build.unitsByAccelerator[id] ?? 0),
      trace: (index) => toRef('fleet', id, result.periods[index]!),
    }))
  }, [result, names])
  return (
    <SeriesChart
      title={words.racks}
      note={words.racksNote}
      unit="units"
      kind="bar"
      isStacked
      {...{ labels, series }}
    />
  )
}

/** Accelerators that any of these sites has. */
function usedIds(builds: readonly SiteBuild[]): readonly string[] {
  const ids = builds.flatMap(({ unitsByAccelerator }) =>
    Object.entries(unitsByAccelerator).flatMap(([id, units]) => (units > 0 ? [id] : [])),
  )
  return [...new Set(ids)]
}

function Sites({ result }: { readonly result: PlanResult }) {
  const words = useWords().buildOut
  const { plan } = usePlan()
  const names = useThingNames()
  const nameOf = (id: string): string => plan.sites.find((site) => site.id === id)?.name ?? id
  const [isAll, setAll] = useState(false)
  const last = result.periods.at(-1)
  const items = isAll
    ? result.builds.filter((build) => build.builtItMw > 0)
    : result.builds.filter((build) => build.period === last)
  const first = (siteId: string): string =>
    formatPeriod(
      result.builds.find((build) => build.siteId === siteId && build.usedItMw > 1e-6)?.period ?? words.never,
    )
  const number = (head: string, pick: (build: SiteBuild) => number, unit = ''): DataColumn<SiteBuild> => ({
    ...{ head, unit, number: pick },
  })
  const traceOf = (field: keyof SiteBuild) => (build: SiteBuild) =>
    toRef('build', field, build.siteId, build.period)
  // A server that waits a part of the period makes a mean of what is in service.
  const unitsOf = (units: number): string =>
    Number.isInteger(Number(units.toFixed(3)))
      ? formatNumber(units)
      : words.meanOf(formatNumber(Math.ceil(units)), formatNumber(units, 4))
  const columns: DataColumn<SiteBuild>[] = [
    { head: words.site, read: (build) => nameOf(build.siteId) },
    // The title says of which period they are where it is one.
    ...(isAll ? [{ head: words.period, read: (build: SiteBuild) => formatPeriod(build.period) }] : []),
    { head: words.firstLoad, read: (build) => first(build.siteId) },
    {
      ...number(words.phases, (build) => build.phases),
      trace: (build) => toRef('phases', build.siteId, build.period),
    },
    { ...number(words.builtIt, (build) => build.builtItMw, 'MW'), trace: traceOf('builtItMw') },
    { ...number(words.usedIt, (build) => build.usedItMw, 'MW'), trace: traceOf('usedItMw') },
    { ...number(words.contracted, (build) => build.contractedMw, 'MW'), trace: traceOf('contractedMw') },
    { ...number(words.peak, (build) => build.peakMw, 'MW'), trace: traceOf('peakMw') },
    { ...number(words.energy, (build) => build.energyMwh), trace: traceOf('energyMwh') },
    {
      ...number(words.served, (build) => build.servedTokS / 1e6, 'Mtok/s'),
      // A site that serves nothing has no flows to say it by.
      trace: (build) => (build.servedTokS > 0 ? traceOf('servedTokS')(build) : undefined),
    },
    ...usedIds(items).map(
      (id): DataColumn<SiteBuild> => ({
        ...{ head: words.inService(names.accelerator(id)), isNumber: true },
        read: (build) => unitsOf(build.unitsByAccelerator[id] ?? 0),
        trace: (build) => toRef('in-service', id, build.siteId, build.period),
      }),
    ),
    { ...number(words.co2, (build) => build.co2Tonnes), trace: traceOf('co2Tonnes') },
    { ...number(words.water, (build) => build.waterM3), trace: traceOf('waterM3') },
  ]
  const tools = (
    <button type="button" className="linkButton" onClick={() => setAll(!isAll)}>
      {isAll ? words.atEnd(formatPeriod(last ?? '')) : words.everyQuarter}
    </button>
  )
  return (
    <Panel title={words.sites} note={isAll ? '' : words.atEnd(formatPeriod(last ?? ''))} tools={tools}>
      <DataTable label={words.sites} columns={columns} items={items} />
    </Panel>
  )
}
