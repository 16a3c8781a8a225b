import { Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { predictDisaggregated } from '../../../engine/throughput/disaggregated/disaggregated.ts'
import { predictServing } from '../../../engine/throughput/predictServing.ts'
import { formatNumber } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useFieldName, useWords } from '../../words/useWords.ts'
import { ImportRuns } from './ImportRuns.tsx'
import { useAnchors } from './pair.ts'

/** The planner's own benchmark runs: read from files, kept in the plan, compared with what would be predicted. */
export function Measurements() {
  const words = useWords().serving
  const { plan } = usePlan()
  return (
    <Panel title={words.runsTitle} note={words.runsNote}>
      <Stack gap="sm">
        <ImportRuns />
        {plan.measurements.length === 0 ? <Text size="sm">{words.noRuns}</Text> : <Runs />}
      </Stack>
    </Panel>
  )
}

function Runs() {
  const words = useWords().serving
  const nameOf = useFieldName()
  const { plan } = usePlan()
  const anchors = useAnchors()
  const predicted = useMemo(
    () =>
      new Map(
        anchors.map(({ source, query, isDisaggregated }) => {
          const predict = isDisaggregated ? predictDisaggregated : predictServing
          return [source, predict(query).outputTokSPerAccel]
        }),
      ),
    [anchors],
  )
  return (
    <DataTable
      label={words.runsTitle}
      items={plan.measurements}
      columns={[
        { head: words.source, read: (run) => run.source },
        { head: words.model, read: (run) => run.model },
        { head: words.accelerator, read: (run) => `${run.nAccel} × ${run.accelerator}` },
        { head: nameOf('Precision'), read: (run) => run.precision?.toUpperCase() ?? '—' },
        {
          head: words.run.prefill,
          read: (run) => (run.isDisaggregated ? words.run.separate : words.run.together),
        },
        {
          ...{ head: words.run.lengths, isNumber: true },
          read: (run) => `${formatNumber(run.isl, 6)} / ${formatNumber(run.osl, 6)}`,
        },
        { head: words.run.flight, number: (run) => run.concurrency },
        { head: words.perAccel, number: (run) => run.outputTokSPerAccel },
        {
          ...{ head: words.run.ratio, digits: 3 },
          number: (run) => run.outputTokSPerAccel / (predicted.get(run.source) ?? Number.NaN),
        },
        {
          head: words.remove,
          read: () => words.remove,
          onPick: (run) =>
            void editPlan(words.removeRun(run.source).slice(0, 200), (draft) => {
              draft.measurements = draft.measurements.filter((own) => own.source !== run.source)
            }),
        },
      ]}
    />
  )
}
