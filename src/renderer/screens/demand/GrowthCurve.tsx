import { Select } from '@mantine/core'
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import { unitsByPeriod } from '../../../engine/demand/growth.ts'
import { listPeriods } from '../../../engine/derive/periods.ts'
import { listWorkloads } from '../../../engine/derive/workloads.ts'
import { formatAmount, formatPeriod } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { editPlan } from '../../state/edits.ts'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './demand.module.css'

const SIZE = { width: 900, height: 220, left: 70, right: 34, top: 14, bottom: 26 }
/** One press of an arrow key. */
const STEP = 0.05

/** Units of one line of demand by period: each point can be drawn up and down, which makes the curve a table. */
export function GrowthCurve() {
  const words = useWords().demand
  const { plan, catalog } = usePlan()
  const [demandId, setDemandId] = useState<string | null>(null)
  const demand = plan.demand.find((own) => own.id === demandId) ?? plan.demand[0]
  const [drawn, setDrawn] = useState<readonly number[] | null>(null)
  const svg = useRef<SVGSVGElement>(null)
  const quarters = useMemo(() => listPeriods(plan).map((period) => period.label), [plan])
  const perUnit = useMemo(() => tokensPerUnitDay(plan, catalog, demand?.id), [plan, catalog, demand])
  if (!demand) return null
  const kept = unitsByPeriod(demand, quarters)
  const units = drawn ?? kept
  const most = Math.max(1e-9, ...units, ...kept) * 1.1
  const x = (t: number) =>
    SIZE.left + (t / Math.max(1, units.length - 1)) * (SIZE.width - SIZE.left - SIZE.right)
  const y = (value: number) =>
    SIZE.height - SIZE.bottom - (value / most) * (SIZE.height - SIZE.top - SIZE.bottom)
  const save = (values: readonly number[]) => {
    setDrawn(null)
    void editPlan(words.drawGrowth(demand.id), (draft) => {
      const own = draft.demand.find((item) => item.id === demand.id)
      if (!own) return
      own.growth = 'table'
      own.unitsByPeriod = values.map((value) => Number(value.toPrecision(6)))
      own.steps = []
    })
  }
  const withPoint = (t: number, value: number) =>
    units.map((own, at) => (at === t ? Math.max(0, value) : own))
  const onMove = (t: number) => (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = svg.current!.getBoundingClientRect()
    const at = ((event.clientY - box.top) / box.height) * SIZE.height
    const value = ((SIZE.height - SIZE.bottom - at) / (SIZE.height - SIZE.top - SIZE.bottom)) * most
    setDrawn(withPoint(t, value))
  }
  const onKey = (t: number) => (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? 1 + STEP : event.key === 'ArrowDown' ? 1 - STEP : 0
    if (step === 0) return
    event.preventDefault()
    save(withPoint(t, units[t]! * step))
  }
  const tokens = (t: number) => (units[t] ?? 0) * perUnit
  const last = units.length - 1
  return (
    <Panel
      title={words.growth}
      note={words.tokens(
        formatAmount(tokens(0)),
        formatAmount(tokens(0) / 86_400),
        formatAmount(tokens(last)),
        formatAmount(tokens(last) / 86_400),
      )}
      tools={
        <Select
          size="xs"
          w={200}
          aria-label={words.line}
          data={plan.demand.map((own) => own.id)}
          value={demand.id}
          onChange={(id) => {
            setDemandId(id)
            setDrawn(null)
          }}
          allowDeselect={false}
        />
      }
    >
      <svg
        ref={svg}
        className={styles.curve}
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        aria-label={words.growth}
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line
              x1={SIZE.left}
              x2={SIZE.width - SIZE.right}
              y1={y(share * most)}
              y2={y(share * most)}
              stroke="var(--line)"
            />
            <text className={styles.soft} x={SIZE.left - 8} y={y(share * most) + 4} textAnchor="end">
              {formatAmount(share * most)}
            </text>
          </g>
        ))}
        <polyline
          points={units.map((value, t) => `${x(t)},${y(value)}`).join(' ')}
          fill="none"
          stroke="var(--mantine-color-anchor)"
          strokeWidth={2}
        />
        {units.map((value, t) => (
          <circle
            key={quarters[t]}
            role="slider"
            tabIndex={0}
            aria-label={`${demand.id} ${formatPeriod(quarters[t]!)}`}
            aria-valuenow={value}
            aria-orientation="vertical"
            className={styles.handle}
            cx={x(t)}
            cy={y(value)}
            r={5}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={onMove(t)}
            onPointerUp={() => drawn && save(drawn)}
            onKeyDown={onKey(t)}
          >
            <title>{`${formatPeriod(quarters[t]!)}: ${formatAmount(value)}`}</title>
          </circle>
        ))}
        {quarters.map((quarter, t) =>
          t % Math.max(1, Math.ceil(quarters.length / 12)) === 0 ? (
            <text key={quarter} className={styles.soft} x={x(t)} y={SIZE.height - 8} textAnchor="middle">
              {formatPeriod(quarter)}
            </text>
          ) : null,
        )}
      </svg>
    </Panel>
  )
}

/** Tokens a day of one unit; 0 where the catalog has no such archetype. */
function tokensPerUnitDay(
  plan: ReturnType<typeof usePlan>['plan'],
  catalog: ReturnType<typeof usePlan>['catalog'],
  demandId: string | undefined,
): number {
  const one = plan.demand
    .filter((own) => own.id === demandId)
    .map((own) => ({ ...own, growth: 'linear' as const, unitsStart: 1, unitsEnd: 1, steps: [] }))
  if (!catalog.demand_archetypes.some((row) => row.id === one[0]?.archetypeId)) return 0
  const [workload] = listWorkloads({ ...plan, demand: one }, catalog)
  return (workload?.tokS[0] ?? 0) * 86_400
}
