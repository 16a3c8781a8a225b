import { useFieldName, useUnitName } from '../words/useWords.ts'
import { type BlockColumn, nameBlock } from './blockName.ts'
import { type Field, readTyped, unitOf } from './field.ts'
import { useValueText } from './useValueText.ts'

/** Says what a block of cells holds, column by column: "Grid limit: 9 MW ×4; Firm from: 2027Q1, 2027Q3". */
export function useBlockName() {
  const nameOfField = useFieldName()
  const nameOfUnit = useUnitName()
  const textOf = useValueText()
  const ofText = (field: Field, text: string): string => {
    const read = readTyped(field, text)
    return 'value' in read ? textOf(field, read.value) : text.trim()
  }
  const columnOf = (field: Field, values: readonly string[]): BlockColumn => ({
    head: nameOfField(field.head),
    unit: nameOfUnit(unitOf(field)),
    values,
  })
  return {
    /** Of values as the plan keeps them, rows by fields. */
    ofValues: (fields: readonly Field[], rows: readonly (readonly unknown[])[]): string =>
      nameBlock(
        fields.map((field, at) =>
          columnOf(
            field,
            rows.map((row) => textOf(field, row[at])),
          ),
        ),
      ),
    /** Of texts as they were pasted, rows by fields; what cannot be read is said as it stands. */
    ofTexts: (fields: readonly Field[], rows: readonly (readonly string[])[]): string =>
      nameBlock(
        fields.map((field, at) =>
          columnOf(
            field,
            rows.flatMap((row) => (row[at] === undefined ? [] : [ofText(field, row[at])])),
          ),
        ),
      ),
  }
}
