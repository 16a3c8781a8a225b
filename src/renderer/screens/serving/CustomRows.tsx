import { Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { planCatalog } from '../../../catalog/planCatalog.ts'
import { checkDocument } from '../../../plan/checkDocument.ts'
import { findFaults, type InputFault } from '../../../plan/fault.ts'
import { CustomAccelerator, CustomModel } from '../../../plan/schema/custom.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { formatNumber } from '../../format/numbers.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { FaultList } from '../../parts/FaultList.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { editPlan } from '../../state/edits.ts'
import { useSession } from '../../state/session.ts'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

type Kind = 'accelerators' | 'models'

const FIELDS = {
  accelerators: [
    ...([
      'id',
      'name',
      'vendor',
      'source',
      'memoryGb',
      'memBwTbS',
      'bf16TflopsDense',
      'fp8TflopsDense',
    ] as const),
    ...(['fp4TflopsDense', 'tdpW', 'scaleupGbSUnidir', 'scaleupDomainSize', 'priceUsd', 'likeId'] as const),
  ],
  models: [
    ...(['id', 'name', 'source', 'totalParamsB', 'activeParamsB', 'layers', 'hidden', 'kvHeads'] as const),
    ...(['headDim', 'context', 'likeId'] as const),
  ],
} as const
const REQUIRED = new Set(['id', 'name', 'vendor', 'source', 'memoryGb', 'memBwTbS', 'totalParamsB'])
const TEXTS = new Set(['id', 'name', 'vendor', 'source', 'likeId'])

/** Hardware or models that the catalog does not have, as the plan has them. */
export function CustomRows({ of }: { readonly of: Kind }) {
  const words = useWords().serving
  const { plan, catalog } = usePlan()
  const [isOpen, setOpen] = useState(false)
  const list = of === 'accelerators' ? 'customAccelerators' : 'customModels'
  const ids = new Set(plan[list].map((own) => own.id))
  const rows = [...(of === 'accelerators' ? catalog.accelerators : catalog.models)].filter((row) =>
    ids.has(row.id),
  )
  const remove = (id: string): void =>
    void editPlan(words.removed(id), (draft) => {
      const at = draft[list].findIndex((own) => own.id === id)
      draft[list].splice(at, 1)
    })
  return (
    <Panel
      title={of === 'accelerators' ? words.customAccelerators : words.customModels}
      note={words.customNote}
    >
      {rows.length > 0 && (
        <DataTable
          label={of === 'accelerators' ? words.customAccelerators : words.customModels}
          items={rows}
          columns={[
            { head: words.sheet.name, read: (row) => ('model' in row ? row.model : row.accelerator) },
            { head: words.value, read: (row) => figuresOf(row) },
            { head: words.grade, read: (row) => row.grade },
            { head: words.takes, read: (row) => row.estimatedFields.join(', ') || '—' },
            { head: words.source, read: (row) => row.source },
            { head: words.remove, read: () => words.remove, onPick: (row) => remove(row.id) },
          ]}
        />
      )}
      <Button mt="xs" size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {of === 'accelerators' ? words.addAccelerator : words.addModel}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        size="lg"
        title={of === 'accelerators' ? words.addAccelerator : words.addModel}
      >
        <Sheet of={of} onDone={() => setOpen(false)} />
      </Modal>
    </Panel>
  )
}

type Row = ReturnType<typeof usePlan>['catalog']['accelerators' | 'models'][number]

function figuresOf(row: Row): string {
  const number = (value: number | null) => formatNumber(value, 4)
  return 'model' in row
    ? `${number(row.totalParamsB)} B, ${number(row.activeParamsB)} B active, ${row.layers} layers`
    : `${number(row.memoryGb)} GB, ${number(row.memBwTbS)} TB/s, ${number(row.bf16TflopsDense)} TFLOP/s, ${number(row.tdpW)} W`
}

/** The figures of a data sheet; what is left empty is estimated. */
function Sheet({ of, onDone }: { readonly of: Kind; readonly onDone: () => void }) {
  const words = useWords().serving
  const shipped = useSession((state) => state.catalog)
  const { plan } = usePlan()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [faults, setFaults] = useState<readonly InputFault[]>([])
  const save = async (): Promise<void> => {
    const document = toDocument(typed)
    const add = (draft: Plan): void => {
      if (of === 'accelerators')
        draft.customAccelerators.push(checkDocument(CustomAccelerator, document, words.addAccelerator))
      else draft.customModels.push(checkDocument(CustomModel, document, words.addModel))
    }
    const wrong = findFaults(() => {
      const draft = structuredClone(plan)
      add(draft)
      if (shipped) planCatalog(draft, shipped)
    })
    const refused = wrong.length > 0 ? wrong : await editPlan(words.changed(typed.name ?? ''), add)
    if (refused.length > 0) setFaults(refused)
    else onDone()
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="var(--text-soft)">
        {words.customNote}
      </Text>
      <SimpleGrid cols={2} spacing="sm">
        {FIELDS[of].map((field) => (
          <TextInput
            key={field}
            size="xs"
            label={words.sheet[field]}
            required={REQUIRED.has(field)}
            value={typed[field] ?? ''}
            onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
      <FaultList faults={faults} />
      <Group justify="end">
        <Button size="xs" onClick={() => void save()}>
          {words.add}
        </Button>
      </Group>
    </Stack>
  )
}

/** What was typed, numbers as numbers; what was left empty is left out. Text that is no number stays, to be refused. */
function toDocument(typed: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(typed)
      .map(([field, text]) => [field, text.trim()] as const)
      .filter(([, text]) => text !== '')
      .map(([field, text]) => {
        const number = Number(text.replaceAll(',', ''))
        return [field, TEXTS.has(field) || Number.isNaN(number) ? text : number]
      }),
  )
}
