import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { InputFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { type Field, readTyped, showValue } from './field.ts'
import styles from './grid.module.css'

interface Props {
  readonly field: Field
  readonly value: unknown
  readonly row: unknown
  readonly plan: Plan
  readonly catalog: Catalog
  readonly label: string
  /** Saves a value; answers with the faults that stand against it. */
  readonly onCommit: (value: unknown) => Promise<readonly InputFault[]>
  readonly onKey?: (event: KeyboardEvent<HTMLElement>) => void
  readonly onPasteBlock?: (block: readonly (readonly string[])[]) => void
  /** Path in the plan, as faults and problems name it. */
  readonly path: string
  readonly place?: { readonly row: number; readonly column: number }
}

/** One value that can be typed: saved when it is left, red with a reason while it does not fit. */
export function Cell(props: Props) {
  const { field, value, label, place } = props
  const [draft, setDraft] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const shown = draft ?? showValue(field, value)

  const commit = async (text: string): Promise<void> => {
    const read = readTyped(field, text)
    if ('expected' in read) return setFault(`Expected ${read.expected}`)
    if (text === showValue(field, value)) {
      setDraft(null)
      return setFault(null)
    }
    const faults = await props.onCommit(read.value)
    if (faults.length > 0) return setFault(faults.map((one) => `Expected ${one.expected}`).join('; '))
    setDraft(null)
    setFault(null)
  }
  const common = {
    'aria-label': label,
    'aria-invalid': fault !== null,
    title: fault ?? '',
    className: `${styles.cell} ${field.kind === 'number' || field.kind === 'share' ? styles.number : ''}`,
    'data-path': props.path,
    'data-row': place?.row,
    'data-column': place?.column,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape') {
        setDraft(null)
        setFault(null)
      }
      props.onKey?.(event)
    },
  }
  return (
    <>
      {field.kind === 'choice' || field.kind === 'flag' ? (
        <select {...common} value={shown} onChange={(event) => void commit(event.currentTarget.value)}>
          <Options {...props} shown={shown} />
        </select>
      ) : (
        <input
          {...common}
          value={shown}
          placeholder={field.fallback?.(props.row, props.catalog) ?? ''}
          spellCheck={field.kind === 'text'}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => draft !== null && void commit(draft)}
          onPaste={(event) => pasteBlock(event, props.onPasteBlock)}
        />
      )}
      {fault !== null && (
        <div role="alert" className={styles.fault}>
          {fault}
        </div>
      )}
    </>
  )
}

function Options({ field, plan, catalog, shown }: Props & { readonly shown: string }) {
  const options =
    field.kind === 'flag'
      ? [
          { value: 'true', label: 'yes' },
          { value: 'false', label: 'no' },
        ]
      : (field.options?.(plan, catalog) ?? [])
  const isKnown = options.some((option) => option.value === shown)
  return (
    <>
      {field.isOptional && <option value="">—</option>}
      {!isKnown && shown !== '' && <option value={shown}>{shown}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </>
  )
}

/** More than one cell, as a spreadsheet puts it on the clipboard: tabs between columns, line ends between rows. */
function pasteBlock(
  event: ClipboardEvent,
  onPasteBlock: ((block: readonly (readonly string[])[]) => void) | undefined,
): void {
  const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '')
  if (!onPasteBlock || !/[\t\n]/.test(text)) return
  event.preventDefault()
  onPasteBlock(text.split(/\r?\n/).map((line) => line.split('\t')))
}
