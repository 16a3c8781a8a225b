import { Select } from '@mantine/core'
import { type RefObject, useMemo, useRef, useState } from 'react'
import { firstDay } from '../../../plan/calendar.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { listSchedule, type ScheduleBar } from '../../../report/schedule.ts'
import { readSource } from '../../../report/source.ts'
import { getWords } from '../../../report/words/words.ts'
import { formatNumber } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { PictureMenu } from '../../parts/PictureMenu.tsx'
import { derived } from '../../state/derived.ts'
import { useSession } from '../../state/session.ts'
import { usePlan } from '../../state/usePlan.ts'
import { currentLanguage, useWords } from '../../words/useWords.ts'
import styles from '../sites/sites.module.css'

const ROW = 22
const LABEL = 330
const WIDTH = 1080
const HEAD = 24

/** Interconnection, rooms, equipment, plant and racks of a site: when to order, when it serves, what is critical. */
export function Gantt({ result }: { readonly result: PlanResult }) {
  const words = useWords()
  const { plan, catalog } = usePlan()
  const shipped = useSession((state) => state.catalog)
  const bars = useMemo(() => {
    const audit = { lines: [], isOk: true }
    const source = () => readSource(plan, shipped ?? catalog, result, audit, getWords(currentLanguage()))
    return derived(() => listSchedule(source())) ?? []
  }, [plan, catalog, shipped, result])
  const sites = plan.sites.filter((site) => bars.some((bar) => bar.siteId === site.id))
  const [siteId, setSiteId] = useState<string | null>(null)
  const svg = useRef<SVGSVGElement>(null)
  const site = sites.find((own) => own.id === siteId) ?? sites[0]
  if (!site) return null
  const own = bars.filter((bar) => bar.siteId === site.id)
  const tools = (
    <>
      <Select
        size="xs"
        w={220}
        aria-label={words.overview.site}
        data={sites.map((one) => ({ value: one.id, label: one.name }))}
        value={site.id}
        onChange={setSiteId}
        allowDeselect={false}
      />
      <PictureMenu title={words.gantt.title} svg={svg} />
    </>
  )
  return (
    <Panel title={words.gantt.title} note={words.gantt.note} tools={tools}>
      <Chart bars={own} start={plan.horizon.start} words={words.gantt} svg={svg} />
    </Panel>
  )
}

type Words = ReturnType<typeof useWords>['gantt']

interface ChartProps {
  readonly bars: readonly ScheduleBar[]
  readonly start: string
  readonly words: Words
  readonly svg: RefObject<SVGSVGElement | null>
}

function Chart({ bars, start, words, svg }: ChartProps) {
  const days = bars.flatMap((bar) => [Date.parse(bar.from), Date.parse(bar.to)])
  const [least, most] = [Math.min(...days), Math.max(...days)]
  const x = (day: number) => LABEL + ((day - least) / Math.max(1, most - least)) * (WIDTH - LABEL - 12)
  const years = yearsBetween(least, most)
  const now = Date.parse(firstDay(start))
  const height = HEAD + bars.length * ROW + 6
  return (
    <section className={styles.gantt} tabIndex={0} aria-label={words.title}>
      <svg
        ref={svg}
        role="img"
        aria-label={bars.map((bar) => describe(bar, words)).join('; ')}
        viewBox={`0 0 ${WIDTH} ${height}`}
        style={{ width: '100%', minWidth: 720, height: 'auto' }}
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
            <text className={styles.ganttSoft} x={x(Date.UTC(year, 0, 1)) + 3} y={13}>
              {year}
            </text>
          </g>
        ))}
        {now >= least && now <= most && (
          <line className={styles.lateMark} x1={x(now)} x2={x(now)} y1={HEAD - 6} y2={height}>
            <title>{words.planStarts}</title>
          </line>
        )}
        {bars.map((bar, index) => {
          const [from, to] = [x(Date.parse(bar.from)), x(Date.parse(bar.to))]
          return (
            <g key={index} transform={`translate(0 ${HEAD + index * ROW})`}>
              <title>{describe(bar, words)}</title>
              <text className={styles.ganttText} x={0} y={14} fontWeight={bar.isCritical ? 650 : 400}>
                {clip(`${bar.what} · ${formatNumber(bar.quantity)} ${bar.unit}`)}
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
                className={bar.isCritical ? styles.onCritical : styles.ganttSoft}
                x={Math.max(LABEL, from) + 4}
                y={14}
              >
                {bar.from}
                {bar.isLate ? ` ${words.late}` : ''}
              </text>
            </g>
          )
        })}
      </svg>
    </section>
  )
}

function describe(bar: ScheduleBar, words: Words): string {
  const slack =
    bar.slackWeeks === null ? '' : bar.isCritical ? words.critical : words.slack(formatNumber(bar.slackWeeks))
  return `${bar.what}: ${words.between(bar.from, bar.to)} ${slack}`
}

const LONGEST = 52
function clip(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

function yearsBetween(least: number, most: number): number[] {
  const [first, last] = [new Date(least).getUTCFullYear() + 1, new Date(most).getUTCFullYear()]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}
