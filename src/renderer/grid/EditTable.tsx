import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { InputFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { editPlan } from '../state/edits.ts'
import { useFieldName, useWords } from '../words/useWords.ts'
import { Cell } from './Cell.tsx'
import { type Field, type Path, readAt, readTyped, showValue, toFaultPath, toPath, writeAt } from './field.ts'
import styles from './grid.module.css'

interface Props {
  readonly title: string
  /** Path of the list in the plan. */
  readonly list: Path
  readonly fields: readonly Field[]
  readonly plan: Plan
  readonly catalog: Catalog
  /** A new row; absent: rows are added elsewhere. */
  readonly create?: (plan: Plan) => object
  readonly onFaults: (faults: readonly InputFault[]) => void
}

/** A list of the plan as a table to type in: by keyboard, or by pasting a block from a spreadsheet. */
export function EditTable({ title, list, fields, plan, catalog, create, onFaults }: Props) {
  const words = useWords()
  const nameOfField = useFieldName()
  const table = useRef<HTMLTableElement>(null)
  const rows = readAt(plan, list) as readonly Record<string, unknown>[]
  const nameOf = (row: Record<string, unknown> | undefined): string => String(row?.name ?? row?.id ?? '')
  const report = async (faults: Promise<readonly InputFault[]>): Promise<void> => onFaults(await faults)

  const commit = (rowIndex: number, field: Field, value: unknown): Promise<readonly InputFault[]> => {
    const text = showValue(field, value)
    const label = words.fields.changed(title, nameOf(rows[rowIndex]), nameOfField(field.head), text)
    return editPlan(label.slice(0, 200), (draft) =>
      writeAt(draft, [...list, rowIndex, ...toPath(field.path)], value),
    )
  }
  const paste = (rowIndex: number, columnIndex: number, block: readonly (readonly string[])[]): void => {
    void report(
      editPlan(words.fields.pasted(title), (draft) => {
        const own = readAt(draft, list) as object[]
        block.forEach((cells, down) => {
          if (rowIndex + down >= own.length && create) own.push(create(draft))
          if (rowIndex + down >= own.length) return
          cells.forEach((text, right) => {
            const field = fields[columnIndex + right]
            const read = field && readTyped(field, text)
            if (field && read)
              writeAt(
                draft,
                [...list, rowIndex + down, ...toPath(field.path)],
                'value' in read ? read.value : text,
              )
          })
        })
      }),
    )
  }
  const onKey = (event: KeyboardEvent<HTMLElement>, rowIndex: number, columnIndex: number): void => {
    const down = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const isFillDown = event.key === 'd' && (event.ctrlKey || event.metaKey) && rowIndex > 0
    const field = fields[columnIndex]!
    if (isFillDown) {
      event.preventDefault()
      void report(commit(rowIndex, field, readAt(rows[rowIndex - 1], toPath(field.path))))
    }
    if (down === 0 || (event.currentTarget instanceof HTMLSelectElement && event.key !== 'Enter')) return
    event.preventDefault()
    table.current
      ?.querySelector<HTMLElement>(`[data-row="${rowIndex + down}"][data-column="${columnIndex}"]`)
      ?.focus()
  }
  const change = (label: string, work: (own: object[], draft: Plan) => void): void =>
    void report(editPlan(label, (draft) => work(readAt(draft, list) as object[], draft)))

  return (
    <>
      <div className={styles.scroll} tabIndex={rows.length === 0 ? 0 : undefined}>
        <table className={styles.grid} ref={table} aria-label={title}>
          <thead>
            <tr>
              {fields.map((field) => (
                <th
                  key={field.path}
                  scope="col"
                  title={field.help ?? ''}
                  style={{ minWidth: field.widthPx ?? 96 }}
                >
                  {nameOfField(field.head)} {unitOf(field) && <small>{unitOf(field)}</small>}
                </th>
              ))}
              {create && <th scope="col">{words.grid.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={String(row.id ?? rowIndex)}>
                {fields.map((field, columnIndex) => (
                  <td key={field.path}>
                    <Cell
                      {...{ field, row, plan, catalog }}
                      value={readAt(row, toPath(field.path))}
                      label={`${nameOf(row)} ${nameOfField(field.head)}`}
                      path={toFaultPath([...list, rowIndex, ...toPath(field.path)])}
                      place={{ row: rowIndex, column: columnIndex }}
                      onCommit={(value) => commit(rowIndex, field, value)}
                      onKey={(event) => onKey(event, rowIndex, columnIndex)}
                      onPasteBlock={(block) => paste(rowIndex, columnIndex, block)}
                    />
                  </td>
                ))}
                {create && (
                  <td>
                    <RowMenu
                      label={`${words.grid.actions}: ${nameOf(row)}`}
                      onDuplicate={() =>
                        change(words.fields.added(title), (own, draft) =>
                          own.splice(rowIndex + 1, 0, {
                            ...structuredClone(own[rowIndex]!),
                            ...idOf(create(draft)),
                          }),
                        )
                      }
                      onRemove={() =>
                        change(words.fields.removed(title, nameOf(row)), (own) => own.splice(rowIndex, 1))
                      }
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {create && (
        <Group mt={8}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => change(words.fields.added(title), (own, draft) => own.push(create(draft)))}
          >
            {words.grid.add}
          </Button>
        </Group>
      )}
    </>
  )
}

function RowMenu({ label, ...on }: { label: string; onDuplicate: () => void; onRemove: () => void }) {
  const words = useWords()
  return (
    <div className={styles.action}>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label}>
            ⋯
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={on.onDuplicate}>{words.grid.duplicate}</Menu.Item>
          <Menu.Item onClick={on.onRemove} color="red">
            {words.grid.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

function unitOf(field: Field): string {
  return field.kind === 'share' ? '%' : (field.unit ?? '')
}

function idOf(row: object): object {
  const id: unknown = Reflect.get(row, 'id')
  return id === undefined ? {} : { id }
}
