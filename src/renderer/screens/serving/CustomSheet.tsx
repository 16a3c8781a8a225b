import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { planCatalog } from '../../../catalog/planCatalog.ts'
import { checkDocument } from '../../../plan/checkDocument.ts'
import { findFaults, type InputFault } from '../../../plan/fault.ts'
import { CustomAccelerator, CustomModel } from '../../../plan/schema/custom.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { FaultList } from '../../parts/FaultList.tsx'
import { editPlan } from '../../state/plan/edits.ts'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

type Kind = 'accelerators' | 'models'

/** What is needed, then what makes the estimate better. */
const FIELDS = {
  accelerators: [
    ...(['name', 'vendor', 'memoryGb', 'memBwTbS', 'source', 'id', 'likeId'] as const),
    ...(['bf16TflopsDense', 'fp8TflopsDense', 'fp4TflopsDense', 'tdpW'] as const),
    ...(['scaleupGbSUnidir', 'scaleupDomainSize', 'priceUsd'] as const),
  ],
  models: [
    ...(['name', 'totalParamsB', 'activeParamsB', 'source', 'id', 'likeId'] as const),
    ...(['layers', 'hidden', 'kvHeads', 'headDim', 'nExperts', 'topK', 'context'] as const),
  ],
} as const
const REQUIRED = new Set(['id', 'name', 'vendor', 'source', 'memoryGb', 'memBwTbS', 'totalParamsB'])
const TEXTS = new Set(['id', 'name', 'vendor', 'source', 'likeId'])

type Typed = Readonly<Record<string, string>>

/** The figures of a data sheet; what is left empty is estimated. The id follows the name until it is typed. */
export function CustomSheet({ of, onDone }: { readonly of: Kind; readonly onDone: () => void }) {
  const words = useWords().serving
  const shipped = useSession((state) => state.catalog)
  const { plan } = usePlan()
  const [typed, setTyped] = useState<Typed>({})
  const [faults, setFaults] = useState<readonly InputFault[]>([])
  const shown: Typed = { id: idOf(typed.name ?? ''), ...typed }
  const save = async (): Promise<void> => {
    const document = toDocument(shown)
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
    const refused = wrong.length > 0 ? wrong : await editPlan(words.changed(shown.name ?? ''), add)
    if (refused.length > 0) setFaults(refused)
    else onDone()
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="var(--text-soft)">
        {words.customNote}
      </Text>
      <SimpleGrid cols={2} spacing="sm">
        {FIELDS[of].map((field) =>
          field === 'likeId' ? (
            <Relative
              key={field}
              of={of}
              value={shown.likeId ?? null}
              onChange={(likeId) => setTyped({ ...typed, likeId: likeId ?? '' })}
            />
          ) : (
            <TextInput
              key={field}
              size="xs"
              label={words.sheet[field]}
              required={REQUIRED.has(field)}
              value={shown[field] ?? ''}
              onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
            />
          ),
        )}
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

/** The row of the catalog that gives what is left empty; none: the nearest is found. */
function Relative({
  of,
  value,
  onChange,
}: {
  readonly of: Kind
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}) {
  const words = useWords().serving
  const shipped = useSession((state) => state.catalog)
  const rows =
    of === 'accelerators'
      ? shipped?.accelerators.map(({ id, accelerator }) => ({ value: id, label: accelerator }))
      : shipped?.models.map(({ id, model }) => ({ value: id, label: model }))
  return (
    <Select
      {...{
        size: 'xs',
        searchable: true,
        clearable: true,
        allowDeselect: false,
        value,
        onChange,
        data: rows ?? [],
      }}
      label={words.sheet.likeId}
      placeholder={words.nearest}
    />
  )
}

/** A name in the letters that ids of the catalog are made of. */
function idOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 64)
}

/** What was typed, numbers as numbers; what was left empty is left out. Text that is no number stays, to be refused. */
function toDocument(typed: Typed): Record<string, unknown> {
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
