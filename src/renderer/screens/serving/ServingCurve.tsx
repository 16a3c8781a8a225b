import { useMemo } from 'react'
import type { PrefillAsked } from '../../../engine/pairs/comparePairs.ts'
import { bestPrecision } from '../../../engine/throughput/bestPrecision.ts'
import { queryAt, throughputCurve } from '../../../engine/throughput/curve.ts'
import { findAccelerator, findModel } from '../../../engine/throughput/names/publishedNames.ts'
import {
  type DeployedPrediction,
  type DeployedQuery,
  prefillUsed,
} from '../../../engine/throughput/predictDeployed.ts'
import { type PairField, pairRef } from '../../../engine/trace/models/pairTraces.ts'
import { perUserOf, runRef, type TracedRun } from '../../../engine/trace/models/runTraces.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Prefill } from '../../../plan/schema/supply.ts'
import { formatNumber } from '../../format/numbers.ts'
import { clauses, said } from '../../format/punctuation.ts'
import { XyChart, type XyLine } from '../../parts/charts/XyChart.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import type { DataColumn } from '../../parts/tables/dataColumn.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { PairInputs } from './PairInputs.tsx'
import { type PairInView, useAnchors, usePair, usePairInView } from './pair.ts'
import { isNear, useMeasured } from './useMeasured.ts'

/** Throughput of a model on an accelerator against its interactivity: the band, public runs and the plan's own. */
export function ServingCurve() {
  const { curve: words, serving } = useWords()
  const { plan, catalog } = usePlan()
  const pair = usePairInView()
  const { model, accelerator, conditions, prefill } = pair
  const { inputTokens, outputTokens } = conditions
  const anchors = useAnchors()
  const precision = plan.models.find(
    (own) => findModel(catalog, own.catalogModelId)?.id === model.id,
  )?.precision
  const query = useMemo(
    () => ({
      ...{ accelerator, model, precision: precision ?? bestPrecision(accelerator) },
      ...{ inputTokens, outputTokens, cacheHitShare: 0 },
    }),
    [accelerator, model, precision, inputTokens, outputTokens],
  )
  const queryOf = (point: DeployedPrediction) => queryAt(query, point)
  const curves = useMemo(
    () => kindsOf(prefill).map((kind) => throughputCurve(query, undefined, anchors, kind)),
    [query, anchors, prefill],
  )
  const points = curves.flat()
  const measured = useMeasured(pair)
  const own = ownRuns(plan, pair, catalog)
  const lines = curves.flatMap((own, index) =>
    toLines(
      own,
      {
        of: curves.length > 1 ? said(serving.prefills[kindsOf(prefill)[index]!], '') : '',
        median: words.median,
      },
      queryOf,
    ),
  )
  const publicRuns = (isAlike: boolean): TracedRun[] =>
    (measured ?? [])
      .filter((point) => (point.precision === query.precision) === isAlike)
      .map((point) => ({ ...point, of: point.software, source: `${point.source} (A)` }))
  const scattered = [
    toScatter(serving.measured(query.precision.toUpperCase()), publicRuns(true)),
    toScatter(serving.measuredOther, publicRuns(false)),
    toScatter(serving.ownMeasured, own),
  ].filter((line) => line.points.length > 0)
  return (
    <Panel
      title={words.title}
      note={clauses([
        words.note(query.precision.toUpperCase()),
        serving.measuredNote(measured?.length ?? null),
      ])}
    >
      <PairInputs />
      {points.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <XyChart
            label={words.title}
            xTitle={words.interactivity}
            yTitle={words.perAccelerator}
            lines={[...lines, ...scattered]}
          />
          <DataTable
            label={words.title}
            items={points}
            columns={[
              ...pointColumns(words, queryOf),
              { head: serving.prefillAsked, read: (point) => serving.prefills[prefillUsed(point)] },
              {
                head: serving.explain,
                read: () => serving.show,
                onPick: (point) => usePair.setState({ explained: queryOf(point) }),
              },
            ]}
          />
        </>
      )}
    </Panel>
  )
}

function kindsOf(prefill: PrefillAsked): readonly Prefill[] {
  return prefill === 'both' ? ['chunked', 'disaggregated'] : [prefill]
}

function toLines(
  points: readonly DeployedPrediction[],
  { of, median }: { readonly of: string; readonly median: string },
  queryOf: (point: DeployedPrediction) => DeployedQuery,
): XyLine[] {
  const line = (name: string, field: PairField, read: (point: DeployedPrediction) => number): XyLine => ({
    name: `${of}${name}`,
    points: points.map((point) => ({ x: 1000 / point.tpotMs, y: read(point) })),
    trace: (index) => pairRef(field, queryOf(points[index]!)),
    traceX: (index) => pairRef('userSpeed', queryOf(points[index]!)),
  })
  return [
    line(median, 'outputSpeed', (point) => point.outputTokSPerAccel),
    { ...line('P10', 'p10', (point) => point.p10OutputTokSPerAccel), isDashed: true },
    { ...line('P90', 'p90', (point) => point.p90OutputTokSPerAccel), isDashed: true, isFilled: true },
  ]
}

function toScatter(name: string, runs: readonly TracedRun[]): XyLine {
  return {
    ...{ name, isScattered: true },
    points: runs.map((run) => ({ x: perUserOf(run), y: run.outputTokSPerAccel })),
    trace: (index) => runRef('outputSpeed', runs[index]!),
    traceX: (index) => runRef('perUser', runs[index]!),
  }
}

/** Speeds are compared with their band. */
const SPEED = 'tokens/s'

function pointColumns(
  words: ReturnType<typeof useWords>['curve'],
  queryOf: (point: DeployedPrediction) => DeployedQuery,
): DataColumn<DeployedPrediction>[] {
  const column = (head: string, field: PairField) => {
    return { head, trace: (point: DeployedPrediction) => pairRef(field, queryOf(point)) }
  }
  return [
    { ...column(words.replica, 'replica'), number: (own) => own.accelCount },
    { ...column(words.batch, 'sequences'), number: (own) => own.batch },
    { ...column(words.interactivity, 'userSpeed'), number: (own) => 1000 / own.tpotMs },
    {
      ...column(words.perAccelerator, 'outputSpeed'),
      ...{ unit: SPEED, number: (own) => own.outputTokSPerAccel },
    },
    { ...column('P10', 'p10'), unit: SPEED, number: (own) => own.p10OutputTokSPerAccel },
    { ...column('P90', 'p90'), unit: SPEED, number: (own) => own.p90OutputTokSPerAccel },
    { ...column('TTFT ms', 'firstToken'), number: (own) => own.ttftMs },
    {
      ...column('TTFT P10–P90', 'firstTokenP90'),
      isNumber: true,
      read: (own) => `${formatNumber(own.ttftP10Ms, 2)}–${formatNumber(own.ttftP90Ms, 2)}`,
    },
    { head: words.grade, read: (own) => own.grade },
  ]
}

/** The plan's own runs of the pair near the lengths in view. */
function ownRuns(
  { measurements }: Plan,
  { model, accelerator, conditions, prefill }: PairInView,
  catalog: ReturnType<typeof usePlan>['catalog'],
): TracedRun[] {
  return measurements.flatMap((run, index) => {
    const kind = run.isDisaggregated ? 'disaggregated' : 'chunked'
    if (prefill !== 'both' && prefill !== 'fastest' && prefill !== kind) return []
    const isPair =
      findModel(catalog, run.model)?.id === model.id &&
      findAccelerator(catalog, run.accelerator)?.id === accelerator.id
    const isAlike = isNear(run.isl, conditions.inputTokens) && isNear(run.osl, conditions.outputTokens)
    const { source, precision, nAccel, isl, osl, concurrency, tpotMs, outputTokSPerAccel } = run
    const own: TracedRun = {
      ...{ of: source, source, path: `measurements[${index}]`, precision, accelCount: nAccel },
      ...{ inputTokens: isl, outputTokens: osl, outputTokSPerAccel, concurrency, tpotMs },
    }
    return isPair && isAlike && perUserOf(own) > 0 ? [own] : []
  })
}
