import { listed } from '../format/punctuation.ts'
import { useFaultWords } from '../words/faultWords.ts'
import { useUnitName, useWords } from '../words/useWords.ts'
import { type Field, type Option, unitOf } from './field.ts'
import { fieldExpectation } from './fieldExpectation.ts'

/** What a field takes, in the planner's language and in the words and units of its cell. */
export function useExpectation(): (field: Field, options: readonly Option[], expected: string) => string {
  const { choices } = useWords()
  const unitName = useUnitName()
  const faults = useFaultWords()
  return (field, options, expected) => {
    const labels = options.map(({ label, word }) => (word ? choices[word] : label))
    return faults.expected(
      fieldExpectation(field, expected, { unit: unitName(unitOf(field)), labels, listed }),
    )
  }
}
