import { Group, Select, Stack } from '@mantine/core'
import { useRef, useState } from 'react'
import { hourRef } from '../../../engine/trace/models/placementTraces.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatNumber, formatPeriod, formatShare } from '../../format/numbers.ts'
import { PictureMenu } from '../../parts/charts/PictureMenu.tsx'
import { SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { OfResult } from '../../parts/OfResult.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useTableView } from '../../parts/tables/useTableView.tsx'
import { Traced } from '../../parts/traced/Traced.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'
import { type MatrixCell, NOISE, viewHeat, viewHours, viewMatrix } from './placement.view.ts'
import styles from './serving.module.css'

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))
/** From here on a cell is shown as full. */
const FULL = 0.999

/** Which models stand at which sites, and how busy their accelerators are hour by hour. */
export function Placement({ of }: { readonly of: 'models' | 'accelerators' }) {
  const words = useWords().serving
  const kept = useSession((state) => state.kept)
  if (!kept) return <Panel title={words.matrix}>{words.unsolved}</Panel>
  return (
    <OfResult>
      <Solved of={of} result={kept.result} />
    </OfResult>
  )
}

function Solved({ of, result }: { readonly of: 'models' | 'accelerators'; readonly result: PlanResult }) {
  const words = useWords()
  const { plan } = usePlan()
  const names = useThingNames()
  const [chosen, setPeriod] = useState<string | null>(null)
  const period = chosen !== null && result.periods.includes(chosen) ? chosen : result.periods.at(-1)!
  const [siteId, setSite] = useState<string | null>(null)
  const [dayType, setDayType] = useState<'weekday' | 'weekend'>('weekday')
  const hours = viewHours(plan, result, siteId, period, dayType)
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Select
          {...{ size: 'xs', w: 140, label: words.serving.period, value: period, allowDeselect: false }}
          data={result.periods.map((own) => ({ value: own, label: formatPeriod(own) }))}
          onChange={setPeriod}
        />
        <Select
          {...{ size: 'xs', w: 200, label: words.overview.site, value: siteId ?? '', allowDeselect: false }}
          data={[
            { value: '', label: words.serving.all },
            ...plan.sites.map((site) => ({ value: site.id, label: site.name })),
          ]}
          onChange={(value) => setSite(value || null)}
        />
        <Select
          {...{ size: 'xs', w: 140, label: words.serving.day, value: dayType, allowDeselect: false }}
          data={[
            { value: 'weekday', label: words.serving.weekday },
            { value: 'weekend', label: words.serving.weekend },
          ]}
          onChange={(value) => setDayType(value === 'weekend' ? 'weekend' : 'weekday')}
        />
      </Group>
      {of === 'models' && <Matrix {...{ result, period }} />}
      <Heat {...{ result, period, siteId }} />
      <SeriesChart
        title={words.serving.hourly}
        note={words.serving.hourlyNote}
        unit={words.serving.units}
        kind="bar"
        isStacked
        labels={HOURS}
        head={words.chart.hourUtc}
        series={hours.map((row) => ({
          name: row.modelId === null ? words.serving.training : names.model(row.modelId),
          values: row.units,
          trace: (hour) =>
            hourRef('busy-hour', { id: row.modelId ?? '', siteId: siteId ?? '', period, dayType, hour }),
        }))}
      />
    </Stack>
  )
}

function Matrix({ result, period }: { readonly result: PlanResult; readonly period: string }) {
  const words = useWords().serving
  const { plan } = usePlan()
  const names = useThingNames()
  const rows = viewMatrix(plan, result, period)
  const most = Math.max(1e-9, ...rows.flatMap((row) => row.cells.map((cell) => cell.busy)))
  const picture = useRef<HTMLTableElement>(null)
  const { copyItem } = useTableView(words.matrix, {
    heads: [words.model, ...plan.sites.map((site) => site.name)],
    rows: rows.map((row) => [
      { shown: names.model(row.modelId), value: names.model(row.modelId) },
      ...row.cells.map(({ busy }) => ({ shown: formatNumber(busy), value: busy })),
    ]),
  })
  return (
    <Panel
      title={words.matrix}
      note={words.matrixNote}
      tools={
        <PictureMenu title={words.matrix} picture={picture}>
          {copyItem}
        </PictureMenu>
      }
    >
      {rows.length === 0 ? (
        words.none
      ) : (
        <section className={styles.scroll} tabIndex={0} aria-label={words.matrix}>
          <table ref={picture} className={styles.heat} aria-label={words.matrix}>
            <thead>
              <tr>
                <th scope="col">{words.model}</th>
                {plan.sites.map((site) => (
                  <th key={site.id} scope="col" className={styles.wide}>
                    {site.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.modelId}>
                  <th scope="row">{names.model(row.modelId)}</th>
                  {row.cells.map((cell, index) => (
                    <td
                      key={plan.sites[index]!.id}
                      className={styles.wide}
                      style={{ '--share': cell.busy / most } as React.CSSProperties}
                    >
                      <Cell {...{ cell, period }} siteId={plan.sites[index]!.id} modelId={row.modelId} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  )
}

interface CellProps {
  readonly cell: MatrixCell
  readonly siteId: string
  readonly modelId: string
  readonly period: string
}

/** Units at work, of them those that read prompts alone, and those that stand ready in brackets. */
function Cell({ cell: { busy, prefill, ready }, siteId, modelId, period }: CellProps) {
  const words = useWords().serving
  return (
    <>
      {busy > NOISE ? (
        <Traced trace={toRef('model-units', siteId, modelId, period)}>{formatNumber(busy)}</Traced>
      ) : (
        '·'
      )}
      {prefill > NOISE && (
        <>
          {` · ${words.prefill} `}
          <Traced trace={toRef('model-prefill', siteId, modelId, period)}>{formatNumber(prefill)}</Traced>
        </>
      )}
      {ready > NOISE && (
        <>
          {' ('}
          <Traced trace={toRef('model-ready', siteId, modelId, period)}>{formatNumber(ready)}</Traced>)
        </>
      )}
    </>
  )
}

interface HeatProps {
  readonly result: PlanResult
  readonly period: string
  readonly siteId: string | null
}

function Heat({ result, period, siteId }: HeatProps) {
  const words = useWords().serving
  const { plan } = usePlan()
  const names = useThingNames()
  const rows = viewHeat(plan, result, siteId, period)
  const dayOf = (row: (typeof rows)[number]): string =>
    row.dayType === 'weekend' ? words.weekend : words.weekday
  const picture = useRef<HTMLTableElement>(null)
  const { copyItem } = useTableView(words.heat, {
    heads: [words.accelerator, words.day, ...HOURS],
    rows: rows.map((row) => [
      ...[names.accelerator(row.acceleratorId), dayOf(row)].map((own) => ({ shown: own, value: own })),
      ...row.shares.map((share) => ({ shown: formatShare(share), value: share })),
    ]),
  })
  return (
    <Panel
      title={words.heat}
      note={words.heatNote}
      tools={
        <PictureMenu title={words.heat} picture={picture}>
          {copyItem}
        </PictureMenu>
      }
    >
      {rows.length === 0 ? (
        words.none
      ) : (
        <section className={styles.scroll} tabIndex={0} aria-label={words.heat}>
          <table ref={picture} className={styles.heat} aria-label={words.heat}>
            <thead>
              <tr>
                <th scope="col">{words.accelerator}</th>
                <th scope="col">{words.day}</th>
                {HOURS.map((hour) => (
                  <th key={hour} scope="col">
                    {hour}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.acceleratorId} ${row.dayType}`}>
                  <th scope="row">{names.accelerator(row.acceleratorId)}</th>
                  <td>{dayOf(row)}</td>
                  {row.shares.map((share, hour) => (
                    <td
                      key={HOURS[hour]}
                      className={(share ?? 0) >= FULL ? styles.full : ''}
                      style={{ '--share': share ?? 0 } as React.CSSProperties}
                    >
                      {share === null ? (
                        '—'
                      ) : (
                        <Traced
                          trace={hourRef('utilisation', {
                            ...{ id: row.acceleratorId, siteId: siteId ?? '', period, hour },
                            dayType: row.dayType,
                          })}
                        >
                          {Math.round(share * 100)}
                        </Traced>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  )
}
