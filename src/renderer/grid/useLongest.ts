import { useMemo } from 'react'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { lettersOf } from '../format/textWidth.ts'
import { useShippedText } from '../words/useShippedText.ts'
import { useWords } from '../words/useWords.ts'
import { labelOf } from './Cell.tsx'
import { type Field, readAt, showFallback, showShort, toPath } from './field.ts'
import type { TableFrame } from './Row.tsx'

/** Letters of a note that are worth a column's room; the rest is read at the cursor. */
const MOST_LETTERS = 48

/** Rows that are looked at: a column of thousands is told by the first of them. */
const MOST_ROWS = 200

/** The longest text that the cells of each field show among the rows: it tells how wide the column would be. */
export function useLongest(
  fields: readonly Field[],
  rows: readonly unknown[],
  catalog: Catalog,
  options: TableFrame['options'],
): readonly string[] {
  const say = useShippedText()
  const { grid: words, choices } = useWords()
  return useMemo(() => {
    const textOf = (field: Field, row: unknown): string => {
      const value = readAt(row, toPath(field.path))
      if (field.kind === 'flag') return value === true ? words.yes : words.no
      const shown = showShort(field, value)
      if (field.kind === 'choice') return labelOf(options[field.path] ?? [], shown, choices)
      return say(shown) || showFallback(field, row, catalog)
    }
    const seen = rows.slice(0, MOST_ROWS)
    return fields.map((field) => longestOf(seen.map((row) => textOf(field, row))).slice(0, MOST_LETTERS))
    // What is said follows the language, and its words are one object for each.
  }, [fields, rows, catalog, options, words, choices])
}

function longestOf(texts: readonly string[]): string {
  return texts.reduce((longest, own) => (lettersOf(own) > lettersOf(longest) ? own : longest), '')
}
