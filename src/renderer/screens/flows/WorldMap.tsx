import { Select } from '@mantine/core'
import { geoCircle, geoNaturalEarth1, geoPath } from 'd3-geo'
import { useMemo, useState } from 'react'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import land110m from 'world-atlas/land-110m.json'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatAmount, formatPeriod } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import styles from '../demand/demand.module.css'
import { type MapPlace, reachDegrees, worldMap } from './worldMap.view.ts'

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
  const view = useMemo(() => worldMap(plan, catalog, result, period), [plan, catalog, result, period])
  const most = Math.max(1e-9, ...view.arcs.map((arc) => arc.tokS))
  const largest = Math.max(1e-9, ...view.places.map((place) => place.tokS))
  const center = view.places.find((place) => place.isSite && place.id === reachOf)
  return (
    <Panel
      title={words.map}
      note={formatPeriod(period)}
      tools={
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
      }
    >
      <svg className={styles.map} viewBox={`0 0 ${WIDTH} ${SHOWN}`} role="img" aria-label={words.mapSummary}>
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
            d={path({ type: 'LineString', coordinates: [at(arc.from), at(arc.to)] }) ?? ''}
            fill="none"
            stroke="#0072b2"
            strokeOpacity={0.55}
            strokeWidth={0.6 + (5 * arc.tokS) / most}
          >
            <title>{`${arc.from.name} → ${arc.to.name}: ${formatAmount(arc.tokS)} tok/s`}</title>
          </path>
        ))}
        {view.places.map((place) => (
          <Mark
            key={`${place.isSite} ${place.id}`}
            place={place}
            size={3 + 7 * Math.sqrt(place.tokS / largest)}
          />
        ))}
      </svg>
    </Panel>
  )
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

/** Sites are squares with their names, regions are rings. */
function Mark({ place, size }: { readonly place: MapPlace; readonly size: number }) {
  const spot = projection(at(place))
  if (!spot) return null
  const [x, y] = spot
  const title = <title>{`${place.name}: ${formatAmount(place.tokS)} tok/s`}</title>
  if (!place.isSite)
    return (
      <circle cx={x} cy={y} r={size} fill="none" stroke="#0072b2" strokeWidth={1.5}>
        {title}
      </circle>
    )
  return (
    <g>
      <rect x={x - size / 2} y={y - size / 2} width={size} height={size} fill="#d55e00">
        {title}
      </rect>
      <text className={styles.label} x={x + size / 2 + 3} y={y + 4}>
        {place.name}
      </text>
    </g>
  )
}
