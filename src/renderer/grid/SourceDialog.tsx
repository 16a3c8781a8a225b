import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { InputFault } from '../../plan/fault.ts'
import { Provenance } from '../../plan/schema/goals.ts'
import { FaultList } from '../parts/FaultList.tsx'
import { editPlan } from '../state/plan/edits.ts'
import { useWords } from '../words/useWords.ts'

interface Props {
  readonly name: string
  readonly own: Provenance | undefined
  /** Path of the value with ids. */
  readonly provenanceKey: string
  readonly onClose: () => void
}

/** Asks where one value comes from: source, day, grade. */
export function SourceDialog({ name, own, provenanceKey, onClose }: Props) {
  const words = useWords().grid
  const [source, setSource] = useState(own?.source ?? '')
  const [date, setDate] = useState(own?.date ?? '')
  const [grade, setGrade] = useState<string>(own?.grade ?? '')
  const [faults, setFaults] = useState<readonly InputFault[]>([])
  const save = async (): Promise<void> => {
    const said = { source, ...(date === '' ? {} : { date }), ...(grade === '' ? {} : { grade }) }
    const found = await editPlan(words.sourceLabel(name).slice(0, 200), (draft) => {
      if (source.trim() === '') delete draft.provenance[provenanceKey]
      // Checked by the plan's own schema when the edit is read.
      else Object.assign(draft.provenance, { [provenanceKey]: said })
    })
    if (found.length === 0) onClose()
    else setFaults(found)
  }
  return (
    <Modal opened onClose={onClose} title={words.sourceOf(name)} transitionProps={{ duration: 0 }}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={words.sourceWhat}
          value={source}
          maxLength={2000}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <TextInput
          label={words.date}
          placeholder="2026-11-25"
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label={words.grade}
          value={grade}
          onChange={setGrade}
          data={[
            { value: '', label: words.noGrade },
            ...Provenance.shape.grade
              .unwrap()
              .options.map((value) => ({ value, label: words.grades[value] })),
          ]}
        />
        <FaultList faults={faults} />
        <Group justify="end">
          <Button size="xs" onClick={() => void save()}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
