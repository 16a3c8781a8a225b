import { type KeyboardEvent, memo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { InputFault } from '../../plan/fault.ts'
import { useShippedText } from '../words/useShippedText.ts'
import { useFieldName, useWords } from '../words/useWords.ts'
import { FaultText } from './FaultText.tsx'
import { type Field, isNumber, type Option, readTyped, showFallback, showShort, showValue } from './field.ts'
import styles from './grid.module.css'
import type { Notice } from './noticesOf.ts'

interface Props {
  readonly field: Field
  readonly value: unknown
  readonly row: unknown
  /** Of a choice. */
  readonly options: readonly Option[]
  readonly catalog: Catalog
  readonly label: string
  /** Path in the plan, as faults and problems name it. */
  readonly path: string
  /** Saves a value; answers with the faults that stand against it. */
  readonly onCommit: (field: Field, value: unknown) => Promise<readonly InputFault[]>
  readonly place?: { readonly row: number; readonly column: number }
  /** What is odd about the value, though it fits. */
  readonly notice?: Notice | undefined
}

/** Signs of a text that the narrowest cell of texts may not show. */
const LONG = 10

/** One value that can be typed: saved when it is left, red with a reason while it does not fit. */
export const Cell = memo(function Cell(props: Props) {
  const { field, value, label, place } = props
  const { choices } = useWords()
  const fieldName = useFieldName()
  const [draft, setDraft] = useState<string | null>(null)
  // Kept as found, and said in the language of the moment.
  const [wrong, setWrong] = useState<readonly string[]>([])
  const say = useShippedText()
  const kept = showValue(field, value)
  const written = field.kind === 'text' ? say(kept) : kept
  const short = field.kind === 'text' ? written : showShort(field, value)
  // At the cursor all digits stand, so that what is typed on is what is kept.
  const [isAtCursor, setAtCursor] = useState(false)
  const shown = draft ?? (isAtCursor ? written : short)

  const commit = async (text: string): Promise<void> => {
    const read = readTyped(field, text)
    if ('expected' in read) return setWrong([read.expected])
    if (text === written) {
      setDraft(null)
      return setWrong([])
    }
    const faults = await props.onCommit(field, read.value)
    if (faults.length > 0) return setWrong(faults.map((one) => one.expected))
    setDraft(null)
    setWrong([])
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>): void => {
    if (event.key === 'Escape') {
      setDraft(null)
      setWrong([])
    }
    // In a table Enter leaves the cell, which saves it; in a form it stays.
    if (event.key === 'Enter' && !place && draft !== null) void commit(draft)
    if (event.key === 'F2' && event.currentTarget instanceof HTMLInputElement) {
      setDraft(shown)
      event.currentTarget.setSelectionRange(shown.length, shown.length)
    }
  }
  const common = {
    'aria-label': label,
    'aria-invalid': wrong.length > 0,
    'aria-description': props.notice?.text,
    // A long text is longer than its cell, and a converted number has more digits than it shows.
    title:
      props.notice?.text ??
      (shown.length > LONG || short !== written ? (draft ?? labelOf(props.options, written, choices)) : ''),
    className: `${styles.cell} ${isNumber(field) ? styles.number : ''}`,
    'data-path': props.path,
    'data-row': place?.row,
    'data-column': place?.column,
    'data-editing': draft !== null,
    onKeyDown: onKey,
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
          placeholder={fieldName(showFallback(field, props.row, props.catalog))}
          spellCheck={field.kind === 'text'}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onFocus={(event) => {
            if (short !== written) flushSync(() => setAtCursor(true))
            event.currentTarget.select()
          }}
          onBlur={() => {
            setAtCursor(false)
            if (draft !== null) void commit(draft)
          }}
        />
      )}
      {wrong.length > 0 && <FaultText {...{ field, wrong }} options={props.options} />}
    </>
  )
})

/** What stands for a value among its options: the value itself where it is none of them. */
export function labelOf(
  options: readonly Option[],
  value: string,
  choices: ReturnType<typeof useWords>['choices'],
) {
  const option = options.find((own) => own.value === value)
  return option?.word ? choices[option.word] : (option?.label ?? value)
}

function Options({ field, options: own, shown }: Props & { readonly shown: string }) {
  const { grid: words, choices } = useWords()
  const flags: readonly Option[] = [
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
  ]
  const options = field.kind === 'flag' ? flags : own
  const isKnown = options.some((option) => option.value === shown)
  return (
    <>
      {field.isOptional && <option value="">—</option>}
      {!isKnown && shown !== '' && <option value={shown}>{shown}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.word ? choices[option.word] : option.label}
        </option>
      ))}
    </>
  )
}
