import { usePlan } from '../state/plan/usePlan.ts'
import { useShippedText } from '../words/useShippedText.ts'
import { useWords } from '../words/useWords.ts'
import { labelOf } from './Cell.tsx'
import { type Field, showShort } from './field.ts'

/** A value of a field as its cell shows it: a choice by its name in the list, yes and no, texts in the planner's language. */
export function useValueText(): (field: Field, value: unknown) => string {
  const { plan, catalog } = usePlan()
  const { grid: words, choices } = useWords()
  const say = useShippedText()
  return (field, value) => {
    if (typeof value === 'boolean') return value ? words.yes : words.no
    const shown = showShort(field, value)
    if (field.kind === 'choice') return labelOf(field.options?.(plan, catalog) ?? [], shown, choices)
    return field.kind === 'text' ? say(shown) : shown
  }
}
