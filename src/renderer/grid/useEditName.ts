import { useFieldName, useUnitName, useWords } from '../words/useWords.ts'
import { type Field, unitOf } from './field.ts'
import { useValueText } from './useValueText.ts'

/** Of a text in the name of an edit: the name is a line, and both values are to be read in it. */
const MOST_CHARS = 48

/** Of the name of an edit, as the library keeps it. */
const MOST_NAME_CHARS = 200

/** Names the edit of one value by table, row, field, old and new value: "Grid: Dallas Grid limit: 40 → 45 MW". */
export function useEditName(): (
  place: { readonly title: string; readonly row: string; readonly field: Field },
  before: unknown,
  after: unknown,
) => string {
  const { changed } = useWords().fields
  const nameOfField = useFieldName()
  const nameOfUnit = useUnitName()
  const textOf = useValueText()
  return ({ title, row, field }, before, after) => {
    const what = `${row} ${nameOfField(field.head)}`.trim()
    const unit = after === undefined ? '' : nameOfUnit(unitOf(field))
    const value = `${said(textOf(field, after))} ${unit}`.trim()
    return changed(title, what, said(textOf(field, before)), value).slice(0, MOST_NAME_CHARS)
  }
}

function said(value: string): string {
  if (value === '') return '—'
  return value.length > MOST_CHARS ? `${value.slice(0, MOST_CHARS - 1)}…` : value
}
