import { Select } from '@mantine/core'
import { geoCircle, geoNaturalEarth1, geoPath } from 'd3-geo'
import { useMemo, useRef, useState } from 'react'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import land110m from 'world-atlas/land-110m.json'
import { toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatAmount, formatPeriod, formatTokS } from '../../format/numbers.ts'
import { clauses, said } from '../../format/punctuation.ts'
import { PictureMenu } from '../../parts/charts/PictureMenu.tsx'
import { Panel } from '../../parts/Panel.tsx'
import type { ChartTable } from '../../parts/tables/tableCsv.ts'
import { useTableView } from '../../parts/tables/useTableView.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import styles from '../demand/demand.module.css'
import { type MapArc, type MapPlace, reachDegrees, worldMap } from './worldMap.view.ts'

const WIDTH = 960
const HEIGHT = 470
/** Without Antarctica, where nobody asks. */
const SHOWN = 390
/** Round trips that rings are drawn for, ms: speech and robots, chat, agents. */
const REACHES_MS = [75, 150, 300]
const topology = land110m as unknown as Topology<{ land: GeometryCollection }>
const land = feature(topology, topology.objects.land)
const projection = geoNaturalEarth1().fitExtent(
  [
    [4, 4],
    [WIDTH - 4, HEIGHT - 4],
  ],
  { type: 'Sphere' },
)
const path = geoPath(projection)

/** The world with regions, sites, the tokens between them, and how far a site reaches in so many milliseconds. */
export function WorldMap({ result, period }: { readonly result: PlanResult; readonly period: string }) {
  const words = useWords().flows
  const { plan, catalog } = usePlan()
  const [reachOf, setReachOf] = useState<string | null>(null)
  const svg = useRef<SVGSVGElement>(null)
  const view = useMemo(() => worldMap(plan, catalog, result, period), [plan, catalog, result, period])
  const most = Math.max(1e-9, ...view.arcs.map((arc) => arc.tokS))
  const largest = Math.max(1e-9, ...view.places.map((place) => place.tokS))
  const table: ChartTable = {
    heads: [words.region, words.to, 'tok/s'],
    rows: view.arcs
      .toSorted((a, b) => b.tokS - a.tokS)
      .map(({ from, to, tokS }) => [
        ...[from, to].map(({ name }) => ({ shown: name, value: name })),
        { shown: formatAmount(tokS), value: tokS, trace: toRef('pair', from.id, to.id, period) },
      ]),
  }
  const { toggle, copyItem, shown } = useTableView(words.map, table)
  const center = view.places.find((place) => place.isSite && place.id === reachOf)
  return (
    <Panel
      title={words.map}
      note={clauses([formatPeriod(period), words.mapKey])}
      tools={
        <>
          <Select
            size="xs"
            w={200}
            aria-label={words.reach}
            placeholder={words.reach}
            clearable
            data={view.places.filter((own) => own.isSite).map((own) => ({ value: own.id, label: own.name }))}
            value={reachOf}
            onChange={setReachOf}
          />
          {toggle}
          <PictureMenu title={words.map} picture={svg} hasPicture={shown === null}>
            {copyItem}
          </PictureMenu>
        </>
      }
    >
      {shown ?? (
        <svg
          ref={svg}
          className={styles.map}
          viewBox={`0 0 ${WIDTH} ${SHOWN}`}
          role="img"
          aria-label={words.mapSummary}
        >
          <path d={path(land) ?? ''} className={styles.land} />
          {center &&
            REACHES_MS.map((ms) => (
              <g key={ms}>
                <path className={styles.reach} d={path(ringOf(center, ms)) ?? ''} />
                <RingLabel center={center} ms={ms} />
              </g>
            ))}
          {view.arcs.map((arc) => (
            <path
              key={`${arc.from.id} ${arc.to.id}`}
              d={bow(arc)}
              fill="none"
              stroke="var(--map-line)"
              strokeOpacity={0.55}
              strokeWidth={0.6 + (5 * arc.tokS) / most}
            >
              <title>{said(`${arc.from.name} → ${arc.to.name}`, formatTokS(arc.tokS))}</title>
            </path>
          ))}
          {view.places.map((place) => (
            <Mark
              key={`${place.isSite} ${place.id}`}
              place={place}
              size={3 + 7 * Math.sqrt(place.tokS / largest)}
              isLabelLeft={view.places.some((other) => isCloseRight(place, other))}
            />
          ))}
        </svg>
      )}
    </Panel>
  )
}

/** Of the distance on the map, how far its middle is bowed up. */
const BOW = 0.16

/** From place to place on the map, not over the pole or the date line, where a great circle would leave it. */
function bow({ from, to }: MapArc): string {
  const [a, b] = [projection(at(from)), projection(at(to))]
  if (!a || !b) return ''
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  return `M${a} Q${(a[0] + b[0]) / 2} ${(a[1] + b[1]) / 2 - length * BOW * 2} ${b}`
}

function at({ lon, lat }: MapPlace): [number, number] {
  return [lon, lat]
}

function ringOf(center: MapPlace, ms: number) {
  return geoCircle().center(at(center)).radius(reachDegrees(ms))()
}

function RingLabel({ center, ms }: { readonly center: MapPlace; readonly ms: number }) {
  const place = projection([center.lon, Math.max(-80, center.lat - Math.min(160, reachDegrees(ms)))])
  if (!place) return null
  return (
    <text className={styles.soft} x={place[0]} y={place[1] - 3} textAnchor="middle">
      {`${ms} ms`}
    </text>
  )
}

/** Whether another site stands where the name of this one would. */
function isCloseRight(place: MapPlace, other: MapPlace): boolean {
  const [a, b] = [projection(at(place)), projection(at(other))]
  if (!a || !b || !place.isSite || !other.isSite || place.id === other.id) return false
  return b[0] >= a[0] && b[0] - a[0] < LABEL_WIDTH && Math.abs(b[1] - a[1]) < LABEL_HEIGHT
}

/** Room that a name takes, as the map is drawn. */
const LABEL_WIDTH = 60
const LABEL_HEIGHT = 12

/** Sites are squares with their names, regions are rings. */
interface MarkProps {
  readonly place: MapPlace
  readonly size: number
  readonly isLabelLeft: boolean
}

function Mark({ place, size, isLabelLeft }: MarkProps) {
  const spot = projection(at(place))
  if (!spot) return null
  const [x, y] = spot
  const title = <title>{said(place.name, formatTokS(place.tokS))}</title>
  if (!place.isSite)
    return (
      <circle cx={x} cy={y} r={size} fill="none" stroke="var(--map-line)" strokeWidth={1.5}>
        {title}
      </circle>
    )
  return (
    <g>
      <rect x={x - size / 2} y={y - size / 2} width={size} height={size} fill="#d55e00">
        {title}
      </rect>
      <text
        className={styles.label}
        x={isLabelLeft ? x - size / 2 - 3 : x + size / 2 + 3}
        y={y + 4}
        textAnchor={isLabelLeft ? 'end' : 'start'}
      >
        {place.name}
      </text>
    </g>
  )
}
