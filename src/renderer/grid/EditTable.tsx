import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef } from 'react'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { InputFault } from '../../plan/fault.ts'
import { idPath } from '../../plan/planPath.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { Glossed } from '../help/Glossed.tsx'
import { editPlan } from '../state/edits.ts'
import { useMoney } from '../state/money.ts'
import { useFieldName, useUnitName, useWords } from '../words/useWords.ts'
import { FieldBar } from './FieldBar.tsx'
import {
  type Field,
  type Path,
  readAt,
  readTyped,
  showValue,
  toFaultPath,
  toPath,
  unitOf,
  withMoney,
  writeAt,
} from './field.ts'
import styles from './grid.module.css'
import { Row } from './Row.tsx'
import { boxOf, isInside, isOneCell, oneCell, parseBlock, tile, writeBlockText } from './range.ts'
import { useFrame } from './useFrame.ts'
import { isEditing, placeOf, useSelection } from './useSelection.ts'

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

type Item = Record<string, unknown>
const nameOf = (row: Item | undefined): string => String(row?.name ?? row?.id ?? row?.from ?? '')

/** A list of the plan as a table to type in: by keyboard, by pasting a block from a spreadsheet, by filling down. */
export function EditTable(props: Props) {
  const { title, list, plan, catalog, create } = props
  const money = useMoney()
  const fields = useMemo(() => withMoney(props.fields, money), [props.fields, money])
  const words = useWords()
  const table = useRef<HTMLTableElement>(null)
  const rows = readAt(plan, list) as readonly Item[]
  const edits = useEdits({ ...props, fields }, rows)
  const frame = useFrame({ list, fields, plan, catalog, commit: edits.commit })
  const { range, selectAll, handlers, onKey } = useSelection(table, {
    rows: rows.length,
    columns: fields.length,
  })
  const box = range && boxOf(range)

  const onTableKey = (event: KeyboardEvent): void => {
    const place = placeOf(event.target)
    if (!place || onKey(event)) return
    const isCommand = event.ctrlKey || event.metaKey
    const isMany = range !== null && !isOneCell(range)
    if (isCommand && event.key === 'd') {
      event.preventDefault()
      edits.fillDown(boxOf(range ?? oneCell(place.row, place.column)))
    } else if (isCommand && event.key === 'a' && !isEditing(event.target)) {
      event.preventDefault()
      selectAll()
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && isMany && box) {
      event.preventDefault()
      edits.clear(box)
    }
  }
  const onCopy = (event: ClipboardEvent): void => {
    if (!box || !range || isOneCell(range) || isEditing(event.target)) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeBlockText(edits.read(box)))
  }
  const onPaste = (event: ClipboardEvent): void => {
    const place = placeOf(event.target)
    const text = event.clipboardData.getData('text/plain')
    if (!place) return
    const isMany = box !== null && isInside(box, place) && range !== null && !isOneCell(range)
    if (!isMany && !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return
    event.preventDefault()
    const at = isMany ? box : boxOf(oneCell(place.row, place.column))
    edits.write(words.fields.pasted(title), at.top, at.left, tile(parseBlock(text), at))
  }

  return (
    <>
      <div className={styles.scroll} tabIndex={rows.length === 0 ? 0 : undefined}>
        <table
          className={styles.grid}
          ref={table}
          aria-label={title}
          onKeyDown={onTableKey}
          {...{ onCopy, onPaste }}
          {...handlers}
        >
          <Head {...{ fields }} heads={frame.heads} hasMenu={create !== undefined} />
          <tbody>
            {rows.map((row, rowIndex) => {
              const isIn = box !== null && rowIndex >= box.top && rowIndex <= box.bottom
              return (
                <Row
                  key={String(row.id ?? rowIndex)}
                  {...{ frame, row, rowIndex }}
                  path={toFaultPath([...list, rowIndex])}
                  idPath={idPath(plan, [...list, rowIndex])}
                  name={nameOf(row)}
                  left={isIn && range && !isOneCell(range) ? box.left : -1}
                  right={isIn && range && !isOneCell(range) ? box.right : -1}
                  menu={
                    create && (
                      <RowMenu
                        label={`${words.grid.actions}: ${nameOf(row)}`}
                        onDuplicate={() => edits.duplicate(rowIndex)}
                        onRemove={() => edits.remove(rowIndex)}
                      />
                    )
                  }
                />
              )
            })}
          </tbody>
        </table>
      </div>
      <Group mt={6} gap="xs" wrap="nowrap">
        {create && (
          <Button size="compact-sm" variant="default" onClick={edits.add} style={{ flex: 'none' }}>
            {words.grid.add}
          </Button>
        )}
        <FieldBar
          {...{ plan, catalog, list, title }}
          field={range ? fields[range.column] : undefined}
          rowIndex={range?.row ?? null}
        />
      </Group>
    </>
  )
}

interface HeadProps {
  readonly fields: readonly Field[]
  readonly heads: readonly string[]
  readonly hasMenu: boolean
}

function Head({ fields, heads, hasMenu }: HeadProps) {
  const nameOfUnit = useUnitName()
  const nameOfField = useFieldName()
  const words = useWords().grid
  return (
    <thead>
      <tr>
        {fields.map((field, index) => (
          <th
            key={field.path}
            scope="col"
            title={nameOfField(field.help ?? '')}
            style={{ minWidth: field.widthPx ?? 96 }}
          >
            <Glossed text={heads[index] ?? ''} isStop={false} />{' '}
            {unitOf(field) && <small>{nameOfUnit(unitOf(field))}</small>}
          </th>
        ))}
        {hasMenu && <th scope="col">{words.actions}</th>}
      </tr>
    </thead>
  )
}

/** Every change that the table makes, each one edit with one undo. */
function useEdits({ title, list, fields, create, onFaults }: Props, rows: readonly Item[]) {
  const words = useWords().fields
  const nameOfField = useFieldName()
  const report = async (faults: Promise<readonly InputFault[]>): Promise<void> => onFaults(await faults)
  const change = (label: string, work: (own: object[], draft: Plan) => void): void =>
    void report(editPlan(label, (draft) => work(readAt(draft, list) as object[], draft)))
  const write = (label: string, top: number, left: number, block: readonly (readonly string[])[]): void =>
    change(label, (own, draft) => {
      for (const [down, cells] of block.entries()) {
        if (top + down >= own.length && create) own.push(create(draft))
        const row = own[top + down]
        if (!row) return
        for (const [right, text] of cells.entries()) {
          const field = fields[left + right]
          const read = field && readTyped(field, text)
          if (read) writeAt(row, toPath(field.path), 'value' in read ? read.value : text)
        }
      }
    })
  const read = (box: ReturnType<typeof boxOf>): string[][] =>
    rows
      .slice(box.top, box.bottom + 1)
      .map((row) =>
        fields
          .slice(box.left, box.right + 1)
          .map((field) => showValue(field, readAt(row, toPath(field.path))).replaceAll(',', '')),
      )
  return {
    write,
    read,
    commit: (rowIndex: number, field: Field, value: unknown): Promise<readonly InputFault[]> =>
      editPlan(
        words
          .changed(title, nameOf(rows[rowIndex]), nameOfField(field.head), showValue(field, value))
          .slice(0, 200),
        (draft) => writeAt(draft, [...list, rowIndex, ...toPath(field.path)], value),
      ),
    /** The first row of a selection into those below it; of a single row, the row above into it. */
    fillDown: (box: ReturnType<typeof boxOf>): void => {
      const from = box.top === box.bottom ? box.top - 1 : box.top
      if (from < 0) return
      change(words.filled(title), (own) => {
        for (let row = from + 1; row <= box.bottom; row++)
          for (const field of fields.slice(box.left, box.right + 1))
            writeAt(own[row]!, toPath(field.path), readAt(own[from], toPath(field.path)))
      })
    },
    /** Values that may be left out are; others stay. */
    clear: (box: ReturnType<typeof boxOf>): void =>
      change(words.cleared(title), (own) => {
        for (const row of own.slice(box.top, box.bottom + 1))
          for (const field of fields.slice(box.left, box.right + 1))
            if (field.isOptional) writeAt(row, toPath(field.path), undefined)
      }),
    add: (): void => change(words.added(title), (own, draft) => void (create && own.push(create(draft)))),
    duplicate: (rowIndex: number): void =>
      change(words.added(title), (own, draft) => {
        if (create)
          own.splice(rowIndex + 1, 0, { ...structuredClone(own[rowIndex]!), ...idOf(create(draft)) })
      }),
    remove: (rowIndex: number): void =>
      change(words.removed(title, nameOf(rows[rowIndex])), (own) => void own.splice(rowIndex, 1)),
  }
}

function RowMenu({ label, ...on }: { label: string; onDuplicate: () => void; onRemove: () => void }) {
  const words = useWords()
  return (
    <div className={styles.action}>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label}>
            <IconDots size={15} />
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

/** What tells a row from the others of its list: its id, or the day from which it holds. */
function idOf(row: object): object {
  const key = ['id', 'from'].find((own) => Reflect.get(row, own) !== undefined)
  return key === undefined ? {} : { [key]: Reflect.get(row, key) }
}
