import { useMemo, useRef } from 'react'
import type { Plan } from '../../plan/schema/plan.ts'
import { lettersOf } from '../format/textWidth.ts'
import { useSession } from '../state/plan/session.ts'
import { useShippedText } from '../words/useShippedText.ts'
import { useWords } from '../words/useWords.ts'
import { labelOf } from './Cell.tsx'
import { type Field, type Path, readAt, showFallback, showShort, toPath } from './field.ts'
import type { TableFrame } from './Row.tsx'

/** Letters of a note that are worth a column's room; the rest is read at the cursor. */
const MOST_LETTERS = 48

/** Rows that are looked at: a column of thousands is told by the first of them. */
const MOST_ROWS = 200

type Shown = Pick<TableFrame, 'fields' | 'catalog' | 'options'>

/**
 * The longest text that the cells of each field show among the rows: it tells how wide the column would be. An edit
 * counts before it is saved, and what was once shown counts as long as the table stands: columns grow under the
 * planner's hand, and do not move when the answer comes.
 */
export function useLongest(shown: Shown, list: Path, plan: Plan): readonly string[] {
  const { fields } = shown
  const textOf = useTextOf(shown)
  const rows = readAt(plan, list) as readonly unknown[]
  const coming = useSession((state) =>
    state.coming?.id === plan.id ? readAt(state.coming, list) : undefined,
  )
  const held = useRef<Held>({ of: [], texts: [] })
  return useMemo(() => {
    const of = [plan.id, fields, textOf]
    const isSame = of.every((own, index) => own === held.current.of[index])
    const seen = [rows, (coming ?? []) as readonly unknown[]].flatMap((own) => own.slice(0, MOST_ROWS))
    const texts = fields.map((field, index) => {
      const before = isSame ? [held.current.texts[index] ?? ''] : []
      return longestOf([...before, ...seen.map((row) => textOf(field, row))]).slice(0, MOST_LETTERS)
    })
    held.current = { of, texts }
    return texts
  }, [plan.id, fields, rows, coming, textOf])
}

interface Held {
  /** Plan, fields and language that the texts are of. */
  readonly of: readonly unknown[]
  readonly texts: readonly string[]
}

/** What a cell shows of a row, in the planner's language: its words are one object for each. */
function useTextOf({ catalog, options }: Shown): (field: Field, row: unknown) => string {
  const say = useShippedText()
  const { grid: words, choices } = useWords()
  return useMemo(
    () => (field, row) => {
      const value = readAt(row, toPath(field.path))
      if (field.kind === 'flag') return value === true ? words.yes : words.no
      const shown = showShort(field, value)
      if (field.kind === 'choice') return labelOf(options[field.path] ?? [], shown, choices)
      return say(shown) || showFallback(field, row, catalog)
    },
    [catalog, options, words, choices],
  )
}

function longestOf(texts: readonly string[]): string {
  return texts.reduce((longest, own) => (lettersOf(own) > lettersOf(longest) ? own : longest), '')
}
