import { useCallback, useMemo } from 'react'
import type { AskedSweep } from '../../../engine/trace/decisions/asked.ts'
import { drawsBelowRef, drawsOf, drawsRef } from '../../../engine/trace/decisions/drawTraces.ts'
import { FRONT_LEAST, type VariantField, variantRef } from '../../../engine/trace/decisions/sweepTraces.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import { LEAST } from '../../../engine/vary/front.ts'
import type { DesignSpread } from '../../../engine/vary/monteCarlo.ts'
import { BASE } from '../../../engine/vary/rows.ts'
import type { SweepReport } from '../../../engine/vary/runSweep.ts'
import type { Measure, Metrics, SweepRow } from '../../../engine/vary/task.ts'
import type { SweepSpec } from '../../../plan/cases/sweepSpec.ts'
import { formatNumber, formatShare, formatUsd } from '../../format/numbers.ts'
import { clauses, listed, said, wordGap } from '../../format/punctuation.ts'
import { XyChart, type XyLine } from '../../parts/charts/XyChart.tsx'
import { turnTitle } from '../../parts/decision/decisions.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { Traced } from '../../parts/traced/Traced.tsx'
import { branchWith } from '../../state/plan/branch.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { usePathSetting } from '../../words/usePathName.ts'
import { useWords } from '../../words/useWords.ts'
import { HeatMap, SystemMap } from './GridMap.tsx'
import { Spider, Tornado } from './Sensitivity.tsx'

const usd = (musd: number | null | undefined): string =>
  formatUsd(musd === null || musd === undefined ? null : musd * 1e6)

/** What a sweep found: its own picture first, then every variant. */
export function SweepResults({ report, spec }: AskedSweep) {
  return (
    <>
      {report.tornado.length > 0 && <Tornado bars={report.tornado} spec={spec} />}
      {report.spider.some(({ points }) => points.length > 1) && <Spider lines={report.spider} />}
      {report.grid && spec.kind === 'grid' && (
        <>
          <HeatMap grid={report.grid} spec={spec} />
          <SystemMap grid={report.grid} spec={spec} />
        </>
      )}
      {report.threshold && <Turn threshold={report.threshold} />}
      {report.monteCarlo && <Draws report={report} />}
      {report.front && <Front report={report} spec={spec} />}
      <Variants rows={report.rows} front={report.front} spec={spec} />
    </>
  )
}

function Turn({ threshold }: { readonly threshold: NonNullable<SweepReport['threshold']> }) {
  const all = useWords()
  const { value } = threshold
  const turn = turnTitle(all, usePlan().plan, threshold.flips)
  if (value === null) return <p style={{ margin: 0 }}>{all.vary.noTurn(turn)}</p>
  return (
    <p style={{ margin: 0 }}>
      <Traced trace={toRef('turn')}>{all.vary.turns(turn, formatNumber(value, 4))}</Traced>
    </p>
  )
}

function Draws({ report: { monteCarlo, rows } }: { readonly report: SweepReport }) {
  const words = useWords().vary
  const designs = monteCarlo?.designs ?? []
  const lines = useMemo(
    () =>
      (monteCarlo?.designs ?? []).map(({ designIndex }): XyLine => {
        const draws = drawsOf(rows, designIndex)
        return {
          name: designIndex === 0 ? words.ofThisPlan : `${words.design} ${designIndex + 1}`,
          points: draws.map(({ costMusd }, index) => ({
            x: costMusd,
            y: (100 * (index + 1)) / draws.length,
          })),
          trace: (index) => drawsBelowRef(designIndex, draws[index]!.id),
          traceX: (index) => variantRef(draws[index]!.id, 'netPresentCostMusd'),
        }
      }),
    [monteCarlo, rows, words],
  )
  return (
    <>
      <Panel title={words.distribution} note={words.noPenalties}>
        <XyChart
          label={words.distribution}
          xTitle="M$"
          yTitle={`% ${words.share}`}
          lines={lines}
          isFrom0={false}
        />
      </Panel>
      <Panel title={words.spread} note={words.noPenalties}>
        <DataTable
          label={words.spread}
          items={designs}
          columns={[
            {
              head: words.design,
              read: ({ designIndex }) => (designIndex === 0 ? words.ofThisPlan : String(designIndex + 1)),
            },
            ...(['p10', 'p50', 'p90'] as const).map((at) => ({
              ...{ head: at.toUpperCase(), isNumber: true },
              read: ({ costMusd }: DesignSpread) => usd(costMusd[at]),
              trace: (own: DesignSpread) => drawsRef(own, 'costMusd', at),
            })),
            {
              head: `${words.levelised}, P50`,
              isNumber: true,
              read: ({ levelisedUsdPerMTok }) => formatUsd(levelisedUsdPerMTok.p50),
              trace: (own) => drawsRef(own, 'levelisedUsdPerMTok', 'p50'),
            },
            {
              head: `${words.unserved}, P90`,
              isNumber: true,
              read: ({ unservedShare }) => formatShare(unservedShare.p90, 2),
              trace: (own) => drawsRef(own, 'unservedShare', 'p90'),
            },
            {
              head: words.shortage,
              isNumber: true,
              read: (own) => formatShare(own.shortageProbability, 1),
              trace: (own) => drawsRef(own, 'shortage'),
            },
            {
              head: words.regret,
              isNumber: true,
              read: ({ regretMusd }) => usd(regretMusd.mean),
              trace: (own) => drawsRef(own, 'regret'),
            },
          ]}
        />
      </Panel>
    </>
  )
}

function Front({ report: { front, rows }, spec }: AskedSweep) {
  const words = useWords().vary
  const onBranch = useBranch(spec)
  const measure = front?.measure ?? 'carbon'
  const lines = useMemo<XyLine[]>(() => {
    const points = rows
      .flatMap((row) =>
        row.metrics ? [{ row, x: onFront(row.metrics, measure), y: row.metrics.objectiveMusd }] : [],
      )
      .sort((a, b) => a.x - b.x)
    return [
      {
        ...{ name: words.cost, points },
        trace: (index) => variantRef(points[index]!.row.id, 'objectiveMusd'),
        traceX: (index) => variantRef(points[index]!.row.id, ALONG_FRONT[measure]),
        onPick: (index) => onBranch(points[index]!.row),
      },
    ]
  }, [rows, measure, words, onBranch])
  const title = words.front(words.measures[measure])
  const inUnit = (value: number) => `${formatNumber(value, 5)} ${measure === 'carbon' ? 't' : 'Mtok'}`
  return (
    <Panel title={title}>
      <XyChart label={title} xTitle={words.measures[measure]} yTitle="M$" lines={lines} isFrom0={false} />
      {front?.least && (
        <p>
          <Traced trace={FRONT_LEAST}>
            {words.leastIs(inUnit(front.least.value), inUnit(front.least.bound))}
          </Traced>
          {wordGap()}
          {measure === 'carbon' && words.leastOfCarbon}
        </p>
      )}
    </Panel>
  )
}

const ALONG_FRONT = {
  ...{ carbon: 'carbon', unserved: 'unservedMTok', leased: 'leasedMTok', edge: 'edgeShare' },
} as const satisfies Record<Measure, VariantField>

/** Where a plan stands on its front: the edge by its share, as a cap is on what is away from it. */
const onFront = (metrics: Metrics, measure: Measure): number =>
  measure === 'edge' ? 100 * metrics.edgeShare : metrics.measures[measure]

/** Opens a variant as a branch of the plan. */
function useBranch(spec: SweepSpec) {
  const { plan } = usePlan()
  const settings = useSettings(spec)
  return useCallback(
    (row: SweepRow) => void branchWith(row.edits, said(plan.name, settings(row) || row.id)),
    [plan, settings],
  )
}

/** What a variant changes, in words: an input by its name and value, a factor on what the plan has as one, a cap as its share. */
function useSettings(spec: SweepSpec): (row: SweepRow) => string {
  const sayPath = usePathSetting()
  const { capOf } = useWords().vary
  return useCallback(
    (row) =>
      clauses(
        Object.entries(row.settings).map(([name, value]) => {
          if (spec.kind === 'pareto' && typeof value === 'number') return capOf(formatShare(value, 1))
          // A driver of scenarios has an id of its own; an input is named by its path.
          if (!/[.[]/.test(name)) return `${name} ${value}`
          const isTimes = typeof value === 'number' && isFactor(spec, name)
          return sayPath(name, isTimes ? `× ${formatNumber(value)}` : value)
        }),
      ),
    [sayPath, spec, capOf],
  )
}

/** What a variant is called: scenarios by the name that the planner gave, draws by their number, others by what they change. */
function useVariantName(spec: SweepSpec): (row: SweepRow) => string {
  const words = useWords().vary
  const settings = useSettings(spec)
  return (row) => {
    if (row.id === BASE) return words.ofThisPlan
    if (spec.kind === 'scenarios') return row.id
    if (spec.kind === 'monte-carlo') {
      const [draw, design] = row.id.split(' ').map((own) => String(Number(own) + 1))
      return design === '1' ? words.draw(draw!) : listed([words.draw(draw!), `${words.design} ${design}`])
    }
    const changes = settings(row)
    return spec.kind === 'pareto' && row.id === LEAST
      ? changes === ''
        ? words.theLeast
        : said(words.theLeast, changes)
      : changes
  }
}

/** Whether what is drawn for an input, or tried of it, multiplies what the plan has. */
function isFactor(spec: SweepSpec, path: string): boolean {
  if (spec.kind === 'threshold') return spec.as === 'times'
  return spec.kind === 'monte-carlo' && spec.inputs.some((own) => own.path === path && own.as === 'times')
}

const SHOWN = 200

interface VariantsProps extends Pick<SweepReport, 'rows' | 'front'> {
  readonly spec: SweepSpec
}

function Variants({ rows, front, spec }: VariantsProps) {
  const words = useWords().vary
  const settings = useSettings(spec)
  const nameOf = useVariantName(spec)
  const onBranch = useBranch(spec)
  // Rows none of which changes the plan, as scenarios without edits, open as nothing new.
  const isBranchable = rows.some(({ edits }) => edits.length > 0)
  const traceOf =
    (field: VariantField) =>
    ({ id, metrics }: SweepRow) =>
      metrics ? variantRef(id, field) : undefined
  const number = (
    head: string,
    field: VariantField,
    pick: (metrics: NonNullable<SweepRow['metrics']>) => string,
  ) => ({
    ...{ head, isNumber: true, trace: traceOf(field) },
    read: ({ metrics }: SweepRow) => (metrics ? pick(metrics) : '—'),
  })
  return (
    <Panel title={words.variants}>
      <DataTable
        label={words.variants}
        items={rows.slice(0, SHOWN)}
        columns={[
          {
            ...(isBranchable
              ? {
                  head: words.branch,
                  onPick: onBranch,
                  isPicked: ({ edits }: SweepRow) => edits.length === 0,
                }
              : { head: words.variant }),
            read: nameOf,
          },
          // Others are called by what they change.
          ...(spec.kind === 'scenarios' || spec.kind === 'monte-carlo'
            ? [{ head: words.settings, read: settings }]
            : []),
          {
            head: words.cost,
            isNumber: true,
            read: ({ metrics, message }) => (metrics ? usd(metrics.objectiveMusd) : message || words.noPlan),
            trace: traceOf('objectiveMusd'),
          },
          number(words.levelised, 'levelisedUsdPerMTok', (own) => formatUsd(own.levelisedUsdPerMTok)),
          number(words.unserved, 'unservedShare', (own) => formatShare(own.unservedShare, 2)),
          ...(front?.measure === 'edge'
            ? [number(words.edgeShare, 'edgeShare', (own) => formatShare(own.edgeShare, 1))]
            : []),
          number(words.carbon, 'carbon', (own) => `${formatNumber(own.measures.carbon)} t`),
          number(words.built, 'builtItMwEnd', (own) => `${formatNumber(own.builtItMwEnd)} MW`),
        ]}
      />
    </Panel>
  )
}
