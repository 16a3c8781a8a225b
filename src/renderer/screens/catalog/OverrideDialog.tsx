import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { withOverrides } from '../../../catalog/withOverrides.ts'
import { findFaults, type InputFault } from '../../../plan/fault.ts'
import { FaultList } from '../../parts/FaultList.tsx'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

/** One value of the catalog that the planner has clicked. */
export interface Picked {
  readonly table: string
  readonly rowId: string
  readonly column: string
  readonly value: string
}

interface Props {
  readonly picked: Picked | null
  readonly onClose: () => void
}

/** Asks for this plan's own value and why; the catalog itself stays as it is. */
export function OverrideDialog({ picked, onClose }: Props) {
  const words = useWords().catalog
  const { catalog } = usePlan()
  const [value, setValue] = useState('')
  const [note, setNote] = useState('')
  const [faults, setFaults] = useState<readonly InputFault[]>([])
  useEffect(() => {
    setValue(picked?.value ?? '')
    setNote('')
    setFaults([])
  }, [picked])
  const save = async (): Promise<void> => {
    if (!picked) return
    const own = { ...picked, value, note }
    const label = words.changed(`${picked.rowId} ${picked.column}`, picked.value || '—', value)
    const wrong = findFaults(() => withOverrides(catalog, [own]))
    const refused =
      wrong.length > 0
        ? wrong
        : await editPlan(label.slice(0, 200), (draft) => {
            const others = draft.catalogOverrides.filter(
              (one) => one.table !== own.table || one.rowId !== own.rowId || one.column !== own.column,
            )
            draft.catalogOverrides = [...others, own]
          })
    if (refused.length > 0) setFaults(refused)
    else onClose()
  }
  return (
    <Modal opened={picked !== null} onClose={onClose} title={`${picked?.rowId} · ${picked?.column}`}>
      <Stack gap="sm">
        <TextInput
          label={words.value}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <TextInput
          label={words.note}
          description={words.noteWhy}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FaultList faults={faults} />
        <Group justify="end">
          <Button size="xs" disabled={note.trim() === ''} onClick={() => void save()}>
            {words.override}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
