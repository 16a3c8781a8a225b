import { Select } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type ReactNode, type RefObject, useMemo, useRef, useState } from 'react'
import { firstDay } from '../../../plan/calendar.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { type Leaving, listLeavings } from '../../../report/leavings.ts'
import { listSchedule, type ScheduleBar } from '../../../report/schedule.ts'
import { readSource } from '../../../report/source.ts'
import { formatNumber } from '../../format/numbers.ts'
import { clauses, said } from '../../format/punctuation.ts'
import { PictureMenu } from '../../parts/charts/PictureMenu.tsx'
import { Panel } from '../../parts/Panel.tsx'
import type { ChartTable, TableCell } from '../../parts/tables/tableCsv.ts'
import { useTableView } from '../../parts/tables/useTableView.tsx'
import { pressable } from '../../parts/traced/pressable.ts'
import { derived } from '../../state/plan/derived.ts'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { currentLanguage } from '../../state/view/language.ts'
import { useTextScale } from '../../state/view/textScale.ts'
import { openTrace } from '../../state/view/tracing.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'
import styles from '../sites/sites.module.css'
import { clipTo, sideOfStart, widthOfNames, YEAR } from './ganttNames.ts'

const ROW = 22
/** Of the drawing: before its panel is measured, and at least. */
const [FIRST_WIDTH, LEAST_WIDTH] = [1080, 720]
const HEAD = 24
/** Width of a day such as 2027-04-01. */
const DAY = 80

/** Interconnection, rooms, equipment, plant and racks of a site: when to order, when it serves, what is critical, what leaves. */
export function Gantt({ result }: { readonly result: PlanResult }) {
  const words = useWords()
  const { plan, catalog } = usePlan()
  const names = useThingNames()
  const shipped = useSession((state) => state.catalog)
  const { bars, leavings } = useMemo(() => {
    const audit = { lines: [], isOk: true }
    const drawn = derived(() => {
      const source = readSource(plan, shipped ?? catalog, result, audit, currentLanguage())
      return { bars: listSchedule(source), leavings: listLeavings(source) }
    })
    return drawn ?? { bars: [], leavings: [] }
  }, [plan, catalog, shipped, result])
  const sites = plan.sites.filter((site) => [...bars, ...leavings].some((own) => own.siteId === site.id))
  const [siteId, setSiteId] = useState<string | null>(null)
  const site = sites.find((own) => own.id === siteId) ?? sites[0]
  if (!site) return null
  const isOwn = ({ siteId }: { readonly siteId: string }) => siteId === site.id
  return (
    <Schedule
      key={site.id}
      bars={bars.filter(isOwn)}
      leavings={leavings
        .filter(isOwn)
        .map((own) => ({ ...own, acceleratorId: names.accelerator(own.acceleratorId) }))}
      start={plan.horizon.start}
    >
      <Select
        size="xs"
        w={220}
        aria-label={words.overview.site}
        data={sites.map((one) => ({ value: one.id, label: one.name }))}
        value={site.id}
        onChange={setSiteId}
        allowDeselect={false}
      />
    </Schedule>
  )
}

interface ScheduleProps {
  readonly bars: readonly ScheduleBar[]
  readonly leavings: readonly Leaving[]
  readonly start: string
  /** Which site it is of. */
  readonly children: ReactNode
}

function Schedule({ bars, leavings, start, children }: ScheduleProps) {
  const { gantt: words, equipment: heads } = useWords()
  const svg = useRef<SVGSVGElement>(null)
  const cell = (value: string): TableCell => ({ shown: value, value })
  const table: ChartTable = {
    heads: [heads.equipment, heads.added, heads.orderBy, words.servesFrom, words.slackHead],
    rows: [
      ...bars.map((bar) => [
        cell(bar.what),
        { ...cell(words.count(formatNumber(bar.quantity), bar.unit)), trace: bar.trace },
        { ...cell(dateOf(bar, words)), trace: bar.orderTrace },
        { ...cell(bar.to), trace: bar.trace },
        { ...cell(slackOf(bar, words)), trace: bar.slackTrace },
      ]),
      ...leavings.map((own) => [
        cell(words.leaves(`${own.acceleratorId} · ${formatNumber(own.units)}`)),
        ...[cell(''), cell(''), cell(own.from), cell(words.leavesOn(own.to))],
      ]),
    ],
  }
  const view = useTableView(words.title, table)
  const tools = (
    <>
      {children}
      {view.toggle}
      <PictureMenu title={words.title} picture={svg} hasPicture={view.shown === null}>
        {view.copyItem}
      </PictureMenu>
    </>
  )
  return (
    <Panel title={words.title} note={words.note} tools={tools}>
      {view.shown ?? <Chart {...{ bars, leavings, start, words, svg }} />}
    </Panel>
  )
}

type Words = ReturnType<typeof useWords>['gantt']

interface ChartProps {
  readonly bars: readonly ScheduleBar[]
  readonly leavings: readonly Leaving[]
  readonly start: string
  readonly words: Words
  readonly svg: RefObject<SVGSVGElement | null>
}

function Chart({ bars, leavings, start, words, svg }: ChartProps) {
  const days = [...bars, ...leavings].flatMap((own) => [Date.parse(own.from), Date.parse(own.to)])
  const [least, most] = [Math.min(...days), Math.max(...days)]
  const { ref, width: panelPx } = useElementSize()
  const scale = useTextScale()
  // As wide as its panel, so that its text is as large as all other.
  const width = panelPx > 0 ? Math.max(LEAST_WIDTH, panelPx / scale) : FIRST_WIDTH
  const leavingNames = leavings.map(({ acceleratorId, units }) =>
    words.leaves(`${acceleratorId} · ${formatNumber(units)}`),
  )
  const names = widthOfNames([...bars.map((bar) => countOf(bar, words)), ...leavingNames], width)
  const x = (day: number) => names + ((day - least) / Math.max(1, most - least)) * (width - names - 12)
  const years = yearsBetween(least, most)
  const now = Date.parse(firstDay(start))
  const yearsAt = years.map((year) => x(Date.UTC(year, 0, 1)))
  const startSide = now < least || now > most ? null : sideOfStart(x(now), yearsAt, [names, width])
  const height = HEAD + (bars.length + leavings.length) * ROW + 6
  return (
    <section ref={ref} className={styles.gantt} tabIndex={0} aria-label={words.title}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of the bars of a drawing, each with its trace */}
      <svg
        ref={svg}
        role="group"
        aria-label={clauses([
          ...bars.map((bar) => describe(bar, words)),
          ...leavings.map((own) => describeLeaving(own, words)),
        ])}
        viewBox={`0 0 ${width} ${height}`}
        style={{ display: 'block', width: width * scale, height: height * scale }}
      >
        {years.map((year) => (
          <g key={year}>
            <line
              className={styles.gridLine}
              x1={x(Date.UTC(year, 0, 1))}
              x2={x(Date.UTC(year, 0, 1))}
              y1={HEAD - 6}
              y2={height}
            />
            {x(Date.UTC(year, 0, 1)) < width - YEAR && (
              <text className={styles.ganttSoft} x={x(Date.UTC(year, 0, 1)) + 3} y={13}>
                {year}
              </text>
            )}
          </g>
        ))}
        {now >= least && now <= most && (
          <line className={styles.lateMark} x1={x(now)} x2={x(now)} y1={HEAD - 6} y2={height}>
            <title>{words.planStarts}</title>
          </line>
        )}
        {startSide !== null && (
          <text
            className={styles.lateName}
            x={x(now) + (startSide === 'start' ? 4 : -4)}
            y={13}
            textAnchor={startSide}
          >
            {words.planStarts}
          </text>
        )}
        {bars.map((bar, index) => {
          const [from, to] = [x(Date.parse(bar.from)), x(Date.parse(bar.to))]
          return (
            <g key={index} transform={`translate(0 ${HEAD + index * ROW})`} {...pressed(bar)}>
              <title>{describe(bar, words)}</title>
              <text className={styles.ganttText} x={0} y={14} fontWeight={bar.isCritical ? 650 : 400}>
                {clipTo(names, countOf(bar, words))}
              </text>
              <rect
                className={bar.isCritical ? styles.critical : styles.bar}
                x={from}
                y={4}
                width={Math.max(2, to - from)}
                height={ROW - 9}
                rx={2}
              />
              <text
                className={bar.isCritical ? styles.onCritical : styles.onBar}
                x={Math.max(names, from) + 4}
                y={14}
              >
                {dateOf(bar, words)}
              </text>
            </g>
          )
        })}
        {leavings.map((own, index) => (
          <LeavingRow
            key={`${own.acceleratorId} ${own.from} ${own.to}`}
            leaving={own}
            y={HEAD + (bars.length + index) * ROW}
            words={words}
            name={clipTo(names, leavingNames[index]!)}
            namesEnd={names}
            from={x(Date.parse(own.from))}
            to={x(Date.parse(own.to))}
          />
        ))}
      </svg>
    </section>
  )
}

interface LeavingProps {
  readonly leaving: Leaving
  readonly y: number
  readonly from: number
  readonly to: number
  readonly words: Words
  readonly name: string
  /** Where the names end and the days begin. */
  readonly namesEnd: number
}

/** A cohort from its delivery to the day it leaves, which a diamond marks. */
function LeavingRow({ leaving, y, from, to, words, name, namesEnd }: LeavingProps) {
  const isRoomBefore = to - namesEnd > DAY
  return (
    <g transform={`translate(0 ${y})`}>
      <title>{describeLeaving(leaving, words)}</title>
      <text className={styles.ganttText} x={0} y={14}>
        {name}
      </text>
      <line className={styles.served} x1={from} x2={to} y1={ROW - 4} y2={ROW - 4} />
      <text
        className={styles.ganttSoft}
        x={isRoomBefore ? to - 9 : to + 9}
        y={13}
        textAnchor={isRoomBefore ? 'end' : 'start'}
      >
        {leaving.to}
      </text>
      <path className={styles.leaves} d={`M${to} 4l6 6l-6 6l-6 -6z`} />
    </g>
  )
}

function describeLeaving({ acceleratorId, units, from, to, isEarly }: Leaving, words: Words): string {
  return said(
    words.leaves(`${acceleratorId} · ${formatNumber(units)}`),
    `${words.servedBetween(from, to)} ${isEarly ? words.bySolve : ''}`,
  )
}

function describe(bar: ScheduleBar, words: Words): string {
  return said(bar.what, `${words.between(bar.from, bar.to)} ${slackOf(bar, words)}`)
}

const countOf = ({ what, quantity, unit }: ScheduleBar, words: Words): string =>
  `${what} · ${words.count(formatNumber(quantity), unit)}`

const dateOf = ({ from, isLate }: ScheduleBar, words: Words): string =>
  isLate ? `${from} ${words.late}` : from

function slackOf({ slackWeeks, isCritical }: ScheduleBar, words: Words): string {
  if (slackWeeks === null) return ''
  return isCritical ? words.critical : words.slack(formatNumber(slackWeeks))
}

/** A bar that is pressed says how its quantity comes about. */
function pressed({ trace }: ScheduleBar) {
  if (trace === undefined) return {}
  return { ...pressable(() => openTrace(trace)), className: styles.pressed }
}

function yearsBetween(least: number, most: number): number[] {
  const [first, last] = [new Date(least).getUTCFullYear() + 1, new Date(most).getUTCFullYear()]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}
