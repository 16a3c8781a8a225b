import { type ReactNode, useState } from 'react'
import type { InputFault } from '../../../plan/fault.ts'
import { EditTable } from '../../grid/EditTable.tsx'
import { type Field, type Path, readAt } from '../../grid/field.ts'
import { SettingsForm } from '../../grid/SettingsForm.tsx'
import { useShownFields } from '../../grid/useShownFields.ts'
import { useTableFaults } from '../../grid/useTableFaults.ts'
import { RefusedEdit } from '../../parts/FaultList.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useFieldName } from '../../words/useWords.ts'

interface ListProps {
  readonly title: string
  readonly note?: string
  readonly tools?: ReactNode
  readonly list: Path
  readonly fields: readonly Field[]
  readonly create?: Parameters<typeof EditTable>[0]['create']
}

/** A list of the plan as a table in a panel. */
export function List({ title: english, note, tools, create, ...rest }: ListProps) {
  const { plan, catalog } = usePlan()
  const nameOf = useFieldName()
  const title = nameOf(english)
  const [faults, setFaults] = useState<readonly InputFault[]>([])
  const fields = useShownFields(rest.fields, readAt(plan, rest.list) as readonly unknown[])
  const sayFaults = useTableFaults(rest.list, fields)
  return (
    <Panel title={title} {...(note === undefined ? {} : { note })} tools={tools}>
      <RefusedEdit faults={sayFaults(faults)} onClose={() => setFaults([])} />
      <EditTable
        {...{ title, plan, catalog, ...rest, fields }}
        {...(create ? { create } : {})}
        onFaults={setFaults}
      />
    </Panel>
  )
}

/** Single values of the plan in a panel. */
export function Form({
  title: english,
  note,
  fields: own,
}: {
  readonly title: string
  readonly note?: string
  readonly fields: readonly Field[]
}) {
  const { plan, catalog } = usePlan()
  const title = useFieldName()(english)
  return (
    <Panel title={title} {...(note === undefined ? {} : { note })}>
      <SettingsForm {...{ title, plan, catalog }} fields={own} />
    </Panel>
  )
}
