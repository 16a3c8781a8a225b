import {
  Alert,
  Button,
  FileButton,
  Group,
  NumberInput,
  Select,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { importBenchmark } from '../../../engine/throughput/import/importBenchmark.ts'
import type { RunContext } from '../../../engine/throughput/import/measuredRun.ts'
import type { InputFault } from '../../../plan/fault.ts'
import { mergeMeasurements } from '../../../plan/mergeMeasurements.ts'
import { clauses, listed, said } from '../../format/punctuation.ts'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useFaultWords } from '../../words/faultWords.ts'
import { useFieldName, useWords } from '../../words/useWords.ts'
import styles from './serving.module.css'

interface BenchmarkText {
  readonly name: string
  readonly text: string
}

interface Outcome {
  readonly kept: number
  readonly faults: readonly InputFault[]
}

/** Takes benchmark results as files, dropped or picked, or as the text that a benchmark printed. */
export function ImportRuns() {
  const words = useWords().serving
  const { plan, catalog } = usePlan()
  const [context, setContext] = useState<RunContext>({})
  const [isOver, setOver] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const take = async (texts: readonly BenchmarkText[]): Promise<number> => {
    const read = texts.map(({ name, text }) => importBenchmark(name, text, context, catalog))
    const runs = read.flatMap((own) => [...own.runs])
    const label = words.keepRuns(listed(texts.map(({ name }) => name))).slice(0, 200)
    const refused =
      runs.length === 0
        ? []
        : await editPlan(label, (draft) => {
            draft.measurements = mergeMeasurements(draft.measurements, runs)
          })
    const kept = refused.length > 0 ? 0 : runs.length
    setOutcome({ kept, faults: [...read.flatMap((own) => [...own.faults]), ...refused] })
    return kept
  }
  const takeFiles = async (files: readonly File[]): Promise<void> => {
    await take(await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))))
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void takeFiles([...event.dataTransfer.files])
  }
  const sources = plan.measurements.map(({ source }) => source)
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
        <FileButton multiple accept=".json,.jsonl,.csv,.txt,.log" onChange={(files) => void takeFiles(files)}>
          {(props) => (
            <Button size="xs" variant="default" {...props}>
              {words.importRuns}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="var(--text-soft)">
          {words.drop}
        </Text>
        <IfSilent context={context} onChange={setContext} />
      </Group>
      <Pasted onTake={(text) => take([{ name: words.pasted(firstFree(sources, words.pasted)), text }])} />
      {outcome && <Said outcome={outcome} onClose={() => setOutcome(null)} />}
    </section>
  )
}

/** The least number whose name no kept run has: the next paste takes the place of none. */
function firstFree(sources: readonly string[], nameOf: (count: number) => string): number {
  let count = 1
  while (sources.some((source) => source === nameOf(count) || source.startsWith(`${nameOf(count)} `)))
    count += 1
  return count
}

/** What a file does not say of its runs. */
function IfSilent({
  context,
  onChange,
}: {
  readonly context: RunContext
  readonly onChange: (context: RunContext) => void
}) {
  const words = useWords().serving
  const nameOf = useFieldName()
  const { plan, catalog } = usePlan()
  const set = (field: keyof RunContext, value: string | number | null): void => {
    const { [field]: _, ...rest } = context
    onChange(value === null || value === '' ? rest : { ...rest, [field]: value })
  }
  const ownFirst = (own: readonly string[], all: readonly { readonly id: string }[]) => [
    ...new Set([...own, ...all.map(({ id }) => id)]),
  ]
  const select = { size: 'xs', w: 200, searchable: true, clearable: true, allowDeselect: false } as const
  return (
    <>
      <Select
        {...select}
        value={context.accelerator ?? null}
        label={said(words.ifSilent, words.accelerator)}
        data={ownFirst(
          plan.accelerators.map((own) => own.catalogAcceleratorId),
          catalog.accelerators,
        )}
        onChange={(value) => set('accelerator', value)}
      />
      <NumberInput
        {...{ size: 'xs', w: 110, min: 1, label: words.accelCount, value: context.nAccel ?? '' }}
        onChange={(value) => set('nAccel', typeof value === 'number' ? value : null)}
      />
      <Select
        {...select}
        value={context.model ?? null}
        label={words.model}
        data={ownFirst(
          plan.models.map((own) => own.catalogModelId),
          catalog.models,
        )}
        onChange={(value) => set('model', value)}
      />
      <TextInput
        {...{ size: 'xs', w: 100, label: nameOf('Precision'), placeholder: 'FP8' }}
        value={context.precision ?? ''}
        onChange={(event) => set('precision', event.currentTarget.value.trim())}
      />
    </>
  )
}

/** What a benchmark printed; it stays where nothing of it was kept. */
function Pasted({ onTake }: { readonly onTake: (text: string) => Promise<number> }) {
  const words = useWords().serving
  const [text, setText] = useState('')
  return (
    <Group gap="sm" align="end" mt="sm">
      <Textarea
        {...{ size: 'xs', minRows: 2, maxRows: 8, autosize: true, flex: 1 }}
        label={words.paste}
        placeholder="Output token throughput (tok/s): …"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant="default"
        disabled={text.trim() === ''}
        onClick={() => void onTake(text).then((kept) => kept > 0 && setText(''))}
      >
        {words.readText}
      </Button>
    </Group>
  )
}

function Said({ outcome, onClose }: { readonly outcome: Outcome; readonly onClose: () => void }) {
  const words = useWords().serving
  const { describe } = useFaultWords()
  const { kept, faults } = outcome
  return (
    <Alert
      mt="sm"
      role="status"
      color={faults.length > 0 ? 'orange' : 'teal'}
      withCloseButton
      onClose={onClose}
      title={clauses([words.kept(kept), ...(faults.length > 0 ? [words.leftOut(rowsOf(faults))] : [])])}
    >
      {faults.slice(0, 8).map((fault) => (
        <div key={`${fault.path} ${fault.expected}`}>{describe(fault)}</div>
      ))}
    </Alert>
  )
}

/** Rows with a fault: a fault's path begins with its row. */
function rowsOf(faults: readonly InputFault[]): number {
  return new Set(faults.map((fault) => fault.path.split(',')[0])).size
}
