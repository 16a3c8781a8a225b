import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useState } from 'react'
import { oneCell, type Place, type Range } from './range.ts'

const PAGE_ROWS = 12

interface Size {
  readonly rows: number
  readonly columns: number
}

/** Which cells of a table are selected, and how keys and mouse move that. */
export function useSelection(table: RefObject<HTMLTableElement | null>, { rows, columns }: Size) {
  const [range, setRange] = useState<Range | null>(null)
  const focus = (row: number, column: number): void => {
    const cell = table.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
    // At the edge of the table the cell is left all the same: that saves what is typed.
    if (cell === document.activeElement) cell?.blur()
    cell?.focus()
  }
  const clamp = (value: number, size: number): number => Math.min(size - 1, Math.max(0, value))
  const move = (from: Range, down: number, right: number, isExtending: boolean): void => {
    const row = clamp((isExtending ? from.toRow : from.row) + down, rows)
    const column = clamp((isExtending ? from.toColumn : from.column) + right, columns)
    if (isExtending) setRange({ ...from, toRow: row, toColumn: column })
    else focus(row, column)
  }
  /** True where the key moved the selection. */
  const onKey = (event: KeyboardEvent): boolean => {
    const place = placeOf(event.target)
    if (!place) return false
    const from = range ?? oneCell(place)
    const step = stepOf(event, place, { rows, columns })
    if (!step) return false
    event.preventDefault()
    move(from, step.down, step.right, event.shiftKey && event.key !== 'Enter')
    return true
  }
  const onFocus = (event: FocusEvent): void => {
    const place = placeOf(event.target)
    if (place) setRange(oneCell(place))
  }
  const onMouseDown = (event: MouseEvent): void => {
    const place = placeOf(event.target)
    if (!place || !event.shiftKey || !range) return
    event.preventDefault()
    setRange({ ...range, toRow: place.row, toColumn: place.column })
  }
  const onMouseOver = (event: MouseEvent): void => {
    const place = placeOf(event.target)
    if (!place || event.buttons !== 1 || !range) return
    if (place.row === range.toRow && place.column === range.toColumn) return
    globalThis.getSelection()?.removeAllRanges()
    setRange({ ...range, toRow: place.row, toColumn: place.column })
  }
  const selectAll = (): void =>
    setRange({ row: 0, column: 0, toRow: Math.max(0, rows - 1), toColumn: columns - 1 })
  return { range, focus, selectAll, handlers: { onFocus, onMouseDown, onMouseOver }, onKey }
}

/** Row and column of a cell of the table. */
export function placeOf(target: EventTarget): Place | null {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return found ? { row: Number(found.dataset.row), column: Number(found.dataset.column) } : null
}

/** Whether the target is being typed in, so that left and right belong to its text. */
export function isEditing(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset.editing === 'true'
}

interface Step {
  readonly down: number
  readonly right: number
}

/** By how much a key moves in any cell; with Ctrl or Cmd held, to the end. */
const VERTICAL: Readonly<Record<string, (isWhole: boolean, size: Size) => Step>> = {
  ArrowDown: (isWhole, { rows }) => ({ down: isWhole ? rows : 1, right: 0 }),
  ArrowUp: (isWhole, { rows }) => ({ down: isWhole ? -rows : -1, right: 0 }),
}

/** Those that belong to the text of a cell while it is being typed in. */
const OUTSIDE_TEXT: Readonly<Record<string, (isWhole: boolean, size: Size, place: Place) => Step>> = {
  ArrowRight: (isWhole, { columns }) => ({ down: 0, right: isWhole ? columns : 1 }),
  ArrowLeft: (isWhole, { columns }) => ({ down: 0, right: isWhole ? -columns : -1 }),
  PageDown: () => ({ down: PAGE_ROWS, right: 0 }),
  PageUp: () => ({ down: -PAGE_ROWS, right: 0 }),
  Home: (isWhole, _, { row, column }) => ({ down: isWhole ? -row : 0, right: -column }),
  End: (isWhole, { rows, columns }) => ({ down: isWhole ? rows : 0, right: columns }),
}

function stepOf(event: KeyboardEvent, place: Place, size: Size): Step | null {
  const { key, target } = event
  const isWhole = event.ctrlKey || event.metaKey
  if (key === 'Enter' && !isWhole) return { down: event.shiftKey ? -1 : 1, right: 0 }
  const vertical = VERTICAL[key]
  if (vertical) {
    // A list of choices moves within itself.
    const isChoosing = target instanceof HTMLSelectElement && !event.shiftKey
    return isChoosing ? null : vertical(isWhole, size)
  }
  return isEditing(target) ? null : (OUTSIDE_TEXT[key]?.(isWhole, size, place) ?? null)
}
