import { Button, Group, rem, VisuallyHidden } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { idPath } from '../../plan/planPath.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { said } from '../format/punctuation.ts'
import { lettersOf } from '../format/textWidth.ts'
import { Glossed } from '../help/Glossed.tsx'
import { useFieldName, useUnitName, useWords } from '../words/useWords.ts'
import { FieldBar } from './FieldBar.tsx'
import { type Field, isNumber, readAt, toFaultPath, unitOf } from './field.ts'
import styles from './grid.module.css'
import { Row } from './Row.tsx'
import { RowMenu } from './RowMenu.tsx'
import { boxOf, isInside, isOneCell, oneCell, parseBlock, tile, writeBlockText } from './range.ts'
import { type Item, nameOf, type Table, useEdits } from './useEdits.ts'
import { useFrame } from './useFrame.ts'
import { useGrowing } from './useGrowing.ts'
import { useLongest } from './useLongest.ts'
import { isEditing, placeOf, useSelection } from './useSelection.ts'

interface Props extends Table {
  readonly plan: Plan
  readonly catalog: Catalog
}

/** A list of the plan as a table to type in: by keyboard, by pasting a block from a spreadsheet, by filling down. */
export function EditTable(props: Props) {
  const { title, list, plan, catalog, create, fields } = props
  const words = useWords()
  const table = useRef<HTMLTableElement>(null)
  const rows = readAt(plan, list) as readonly Item[]
  const wanted = useRef<number | null>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const onRow = (rowIndex: number | null): void => {
    wanted.current = rowIndex
  }
  const edits = useEdits({ ...props, onRow }, rows)
  const shown = useGrowing(rows.length)
  const frame = useFrame({ list, fields, plan, catalog, commit: edits.commit })
  const longest = useLongest(frame, list, plan)
  const { range, focus, selectAll, handlers, onKey } = useSelection(table, {
    rows: rows.length,
    columns: fields.length,
  })
  // Whoever adds, doubles or removes a row goes on typing where that was.
  useEffect(() => {
    const row = wanted.current
    wanted.current = null
    if (row !== null && rows.length > 0) focus(row, 0)
    else if (row !== null) addButton.current?.focus()
  }, [rows.length])
  /** More than one cell, selected together. */
  const block = range && !isOneCell(range) ? boxOf(range) : null

  /** What a table makes of a key that does not move the selection; undefined: nothing. */
  const workOf = (event: KeyboardEvent): (() => void) | undefined => {
    const isCommand = event.ctrlKey || event.metaKey
    const place = placeOf(event.target)
    if (!place) return undefined
    if (isCommand && event.key === 'd') return () => edits.fillDown(block ?? boxOf(oneCell(place)))
    if (isCommand && event.key === 'a' && !isEditing(event.target)) return selectAll
    const isDeleting = event.key === 'Delete' || event.key === 'Backspace'
    return isDeleting && block ? () => edits.clear(block) : undefined
  }
  const onTableKey = (event: KeyboardEvent): void => {
    if (onKey(event)) return
    const work = workOf(event)
    if (!work) return
    event.preventDefault()
    work()
  }
  const onCopy = (event: ClipboardEvent): void => {
    if (!block || isEditing(event.target)) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeBlockText(edits.read(block)))
    if (event.type === 'cut') edits.clear(block)
  }
  const onPaste = (event: ClipboardEvent): void => {
    const place = placeOf(event.target)
    const text = event.clipboardData.getData('text/plain')
    if (!place) return
    const around = block && isInside(block, place) ? block : null
    // A single value is pasted into the text of its cell; a list of choices has none.
    const isOne = !/[\t\n]/.test(text.replace(/\r?\n$/, ''))
    if (!around && isOne && !(event.target instanceof HTMLSelectElement)) return
    event.preventDefault()
    const at = around ?? boxOf(oneCell(place))
    edits.paste(at.top, at.left, tile(parseBlock(text), at))
  }

  return (
    <>
      <div className={styles.scroll} tabIndex={rows.length === 0 ? 0 : undefined}>
        <table
          className={styles.grid}
          ref={table}
          aria-label={title}
          aria-busy={shown < rows.length}
          onKeyDown={onTableKey}
          {...{ onCopy, onPaste }}
          onCut={onCopy}
          {...handlers}
        >
          <Head {...{ fields, longest }} heads={frame.heads} hasMenu={create !== undefined} />
          <tbody>
            {rows.slice(0, shown).map((row, rowIndex) => {
              const marked = block && rowIndex >= block.top && rowIndex <= block.bottom ? block : null
              return (
                <Row
                  key={String(row.id ?? rowIndex)}
                  {...{ frame, row, rowIndex }}
                  path={toFaultPath([...list, rowIndex])}
                  idPath={idPath(plan, [...list, rowIndex])}
                  name={nameOf(row)}
                  left={marked?.left ?? -1}
                  right={marked?.right ?? -1}
                  menu={
                    create && (
                      <RowMenu
                        label={said(words.grid.actions, nameOf(row))}
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
          <Button
            ref={addButton}
            size="compact-sm"
            variant="default"
            onClick={edits.add}
            style={{ flex: 'none' }}
          >
            {words.grid.add}
          </Button>
        )}
        <FieldBar
          {...{ plan, catalog, list, title }}
          notices={frame.notices}
          field={range ? fields[range.column] : undefined}
          rowIndex={range?.row ?? null}
        />
      </Group>
    </>
  )
}

/** As narrow as what is usually typed can be read; heads break into lines, and what room is left is shared out. */
const LEAST_WIDTH_PX: Readonly<Record<Field['kind'], number>> = {
  ...{ number: 66, share: 58, date: 74, flag: 60 },
  ...{ text: 92, choice: 92, words: 92, numbers: 92 },
}

/** Letters that a column never cuts. */
const SHORT = 12

const isWhole = (field: Field, longest: string): boolean =>
  isNumber(field) || field.isWhole === true || lettersOf(longest) <= SHORT

interface HeadProps {
  readonly fields: readonly Field[]
  readonly heads: readonly string[]
  /** Of what the column shows. */
  readonly longest: readonly string[]
  readonly hasMenu: boolean
}

function Head({ fields, heads, longest, hasMenu }: HeadProps) {
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
            data-number={isNumber(field) ? true : undefined}
            data-choice={field.kind === 'choice' || field.kind === 'flag' || undefined}
            data-whole={isWhole(field, longest[index]!) || undefined}
            data-longest={longest[index] || undefined}
            style={{ minWidth: rem(field.widthPx ?? LEAST_WIDTH_PX[field.kind]) }}
          >
            <Glossed text={heads[index] ?? ''} isStop={false} />{' '}
            {unitOf(field) && <small>{nameOfUnit(unitOf(field))}</small>}
          </th>
        ))}
        {hasMenu && (
          <th scope="col">
            <VisuallyHidden>{words.actions}</VisuallyHidden>
          </th>
        )}
      </tr>
    </thead>
  )
}
