import { Stack } from '@mantine/core'
import { useMemo } from 'react'
import { compareAccelerators, compareModels, type PairRow } from '../../../engine/pairs/comparePairs.ts'
import { prefillUsed } from '../../../engine/throughput/predictDeployed.ts'
import { type PairField, pairRef } from '../../../engine/trace/models/pairTraces.ts'
import { formatNumber, formatShare } from '../../format/numbers.ts'
import { withUnit } from '../../format/punctuation.ts'
import { SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import type { DataColumn } from '../../parts/tables/dataColumn.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { PairInputs } from './PairInputs.tsx'
import { useAnchors, usePair, usePairInView } from './pair.ts'

/** As many bars as fit with their names. */
const BARS = 12

/** All accelerators for one model, or all models on one accelerator. */
export function Comparison({ of }: { readonly of: 'accelerators' | 'models' }) {
  const words = useWords().serving
  const { plan, catalog } = usePlan()
  const { model, accelerator, conditions } = usePairInView()
  const asked = usePair((state) => state.prefill)
  const anchors = useAnchors()
  const rows = useMemo(() => {
    const comparing = {
      ...{ plan, catalog, conditions, anchors },
      ...(asked === null ? {} : { prefill: asked }),
    }
    return of === 'accelerators'
      ? compareAccelerators(model.id, comparing)
      : compareModels(accelerator.id, comparing)
  }, [of, plan, catalog, conditions, anchors, asked, model.id, accelerator.id])
  const nameOf = (row: PairRow) => (of === 'accelerators' ? row.accelerator.accelerator : row.model.model)
  const priced = rows.filter((row) => row.usdPerMTok !== null && row.isServed).slice(0, BARS)
  const title = of === 'accelerators' ? words.compareAccelerators : words.compareModels
  const labels = priced.map((row) =>
    asked === 'both' ? withUnit(nameOf(row), words.prefills[prefillUsed(row.prediction)]) : nameOf(row),
  )
  return (
    <Stack gap="sm">
      <Panel title={title} note={words.compareNote}>
        <PairInputs hasModel={of === 'accelerators'} hasAccelerator={of === 'models'} hasTargets />
        <DataTable label={title} items={rows} columns={columnsOf(nameOf, words, of)} />
      </Panel>
      <SeriesChart
        title={words.cheapest}
        unit={words.usdPerMTok}
        kind="bar"
        head={of === 'accelerators' ? words.accelerator : words.model}
        labels={labels}
        series={[
          {
            ...{ name: words.usdPerMTok, values: priced.map((row) => row.usdPerMTok) },
            trace: (index) => priced[index] && pairRef('usdPerMTok', priced[index].query),
          },
        ]}
      />
    </Stack>
  )
}

function columnsOf(
  nameOf: (row: PairRow) => string,
  words: ReturnType<typeof useWords>['serving'],
  of: 'accelerators' | 'models',
): DataColumn<PairRow>[] {
  const served = (read: (row: PairRow) => number) => (row: PairRow) =>
    row.prediction.isFeasible ? read(row) : null
  const saidIfServed = (read: (row: PairRow) => string) => (row: PairRow) =>
    row.prediction.isFeasible ? read(row) : '—'
  const traceOf = (field: PairField) => (row: PairRow) =>
    row.prediction.isFeasible ? pairRef(field, row.query) : undefined
  const whyNot = ({ prediction, isServed }: PairRow) =>
    prediction.isFeasible ? (isServed ? words.yes : words.otherSoftware) : words.doesNotFit
  return [
    {
      head: of === 'accelerators' ? words.accelerator : words.model,
      // Long names break into lines, so that the last columns are seen on a laptop.
      isLong: true,
      read: nameOf,
      onPick: (row) => usePair.setState({ explained: row.query }),
    },
    {
      // The dearest model costs hundreds of times the cheapest, and the cheapest are what is read.
      ...{ head: words.usdPerMTok, unit: '$', digits: of === 'models' ? 6 : 4 },
      number: (row) => row.usdPerMTok,
      trace: ({ query, usdPerMTok }) => (usdPerMTok === null ? undefined : pairRef('usdPerMTok', query)),
    },
    { head: words.priceOf, isLong: true, read: (row) => (row.priceOf ? words.prices[row.priceOf] : '—') },
    {
      ...{ head: words.perJoule, number: (row) => row.outputTokPerJ },
      trace: ({ query, outputTokPerJ }) => (outputTokPerJ === null ? undefined : pairRef('perJoule', query)),
    },
    {
      ...{ head: words.perAccel, trace: traceOf('outputSpeed') },
      number: served(({ prediction }) => prediction.outputTokSPerAccel),
    },
    {
      ...{ head: words.band, isNumber: true, trace: traceOf('p10') },
      read: saidIfServed(
        ({ prediction: own }) =>
          `${formatNumber(own.p10OutputTokSPerAccel)} – ${formatNumber(own.p90OutputTokSPerAccel)}`,
      ),
    },
    { head: words.prefillAsked, read: ({ prediction }) => words.prefills[prefillUsed(prediction)] },
    { head: words.grade, read: ({ prediction }) => prediction.grade },
    { head: words.fits, isLong: true, read: whyNot },
    {
      ...{ head: words.memory, isNumber: true, trace: traceOf('memory') },
      read: saidIfServed((row) => formatShare(row.memoryShare)),
    },
    {
      ...{ head: words.perUser, trace: traceOf('userSpeed') },
      number: served(({ prediction }) => 1000 / prediction.tpotMs),
    },
    {
      ...{ head: words.replica, trace: traceOf('replica') },
      number: served(({ prediction }) => prediction.accelCount),
    },
    ...(of === 'models'
      ? [
          {
            ...{ head: words.context, number: (row: PairRow) => row.model.context },
            trace: ({ query }: PairRow) => pairRef('context', query),
          },
          {
            ...{ head: words.sessions, trace: traceOf('sessions') },
            number: served(({ prediction }) => prediction.concurrencyMemoryLimit),
          },
        ]
      : []),
  ]
}
