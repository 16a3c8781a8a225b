import { Alert, Button, FileButton, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { type DragEvent, useMemo, useState } from 'react'
import { importBenchmark } from '../../../engine/throughput/import/importBenchmark.ts'
import { predictServing } from '../../../engine/throughput/predictServing.ts'
import type { InputFault } from '../../../plan/fault.ts'
import { mergeMeasurements } from '../../../plan/mergeMeasurements.ts'
import { formatNumber } from '../../format/numbers.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { editPlan } from '../../state/edits.ts'
import { usePlan } from '../../state/usePlan.ts'
import { useFaultWords } from '../../words/faultWords.ts'
import { useFieldName, useWords } from '../../words/useWords.ts'
import { useAnchors } from './pair.ts'
import styles from './serving.module.css'

interface Outcome {
  readonly kept: number
  readonly faults: readonly InputFault[]
}

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

function ImportRuns() {
  const words = useWords().serving
  const { describe } = useFaultWords()
  const nameOf = useFieldName()
  const { plan, catalog } = usePlan()
  const [accelerator, setAccelerator] = useState<string | null>(null)
  const [nAccel, setCount] = useState<number | null>(null)
  const [precision, setPrecision] = useState('')
  const [isOver, setOver] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const take = async (files: readonly File[]): Promise<void> => {
    const context = {
      ...(accelerator === null ? {} : { accelerator }),
      ...(nAccel === null ? {} : { nAccel }),
      ...(precision.trim() === '' ? {} : { precision: precision.trim() }),
    }
    const read = await Promise.all(
      files.map(async (file) => importBenchmark(file.name, await file.text(), context, catalog)),
    )
    const runs = read.flatMap((own) => [...own.runs])
    const label = words.keepRuns(files.map((file) => file.name).join(', ')).slice(0, 200)
    const refused =
      runs.length === 0
        ? []
        : await editPlan(label, (draft) => {
            draft.measurements = mergeMeasurements(draft.measurements, runs)
          })
    setOutcome({
      kept: refused.length > 0 ? 0 : runs.length,
      faults: [...read.flatMap((own) => [...own.faults]), ...refused],
    })
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void take([...event.dataTransfer.files])
  }
  return (
    <section
      className={styles.drop}
      data-over={isOver}
      aria-label={words.importRuns}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group gap="sm" align="end">
        <FileButton multiple accept=".json,.jsonl,.csv,.txt" onChange={(files) => void take(files)}>
          {(props) => (
            <Button size="xs" variant="default" {...props}>
              {words.importRuns}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="var(--text-soft)">
          {words.drop}
        </Text>
        <Select
          {...{ size: 'xs', w: 220, searchable: true, clearable: true, value: accelerator }}
          label={`${words.ifSilent}: ${words.accelerator}`}
          data={[...new Set([...plan.accelerators.map((own) => own.catalogAcceleratorId)])]
            .concat(catalog.accelerators.map((row) => row.id))
            .filter((id, index, all) => all.indexOf(id) === index)}
          onChange={setAccelerator}
        />
        <NumberInput
          {...{ size: 'xs', w: 120, min: 1, label: words.accelCount, value: nAccel ?? '' }}
          onChange={(value) => setCount(typeof value === 'number' ? value : null)}
        />
        <TextInput
          {...{ size: 'xs', w: 120, label: nameOf('Precision'), placeholder: 'fp8', value: precision }}
          onChange={(event) => setPrecision(event.currentTarget.value)}
        />
      </Group>
      {outcome && (
        <Alert
          mt="sm"
          role="status"
          color={outcome.faults.length > 0 ? 'orange' : 'teal'}
          withCloseButton
          onClose={() => setOutcome(null)}
          title={`${words.kept(outcome.kept)}${outcome.faults.length > 0 ? `; ${words.leftOut(rowsOf(outcome.faults))}` : ''}`}
        >
          {outcome.faults.slice(0, 8).map((fault) => (
            <div key={`${fault.path} ${fault.expected}`}>{describe(fault)}</div>
          ))}
        </Alert>
      )}
    </section>
  )
}

/** Rows with a fault: a fault's path begins with its row. */
function rowsOf(faults: readonly InputFault[]): number {
  return new Set(faults.map((fault) => fault.path.split(',')[0])).size
}

function Runs() {
  const words = useWords().serving
  const nameOf = useFieldName()
  const { plan } = usePlan()
  const anchors = useAnchors()
  const predicted = useMemo(
    () => new Map(anchors.map((own) => [own.source, predictServing(own.query).outputTokSPerAccel])),
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
        { head: nameOf('Precision'), read: (run) => run.precision ?? '—' },
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
