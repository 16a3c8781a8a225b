import { Select, Table, TextInput } from '@mantine/core'
import type { ImportOrder, ImportPreview } from '../../../contract/exchange.ts'
import { said } from '../../format/punctuation.ts'
import { useUnitName, useWords } from '../../words/useWords.ts'
import { useImportNames } from './useImportNames.ts'

interface Props {
  readonly preview: ImportPreview
  readonly onChange: (columns: NonNullable<ImportOrder['columns']>) => void
}

/** Each column of the file with the field that it goes into and the unit of its numbers. */
export function ColumnTable({ preview, onChange }: Props) {
  const words = useWords().exchange
  const names = useImportNames()
  const nameOfUnit = useUnitName()
  const change = (index: number, said: { field?: string | null; unit?: string }): void =>
    onChange(
      preview.columns.map((own) => {
        const { field, unit } = own.index === index ? { ...own, ...said } : own
        return { index: own.index, field, unit }
      }),
    )
  return (
    <Table aria-label={words.columns} mt="sm" verticalSpacing={3} maw={900}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.column}</Table.Th>
          <Table.Th>{words.field}</Table.Th>
          <Table.Th>{words.unit}</Table.Th>
          <Table.Th>{words.ownUnit}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {preview.columns.map(({ index, head, field, unit, fieldUnit }) => (
          <Table.Tr key={index}>
            <Table.Td>{head}</Table.Td>
            <Table.Td>
              <Select
                size="xs"
                searchable
                clearable
                aria-label={said(words.field, head)}
                placeholder={words.leftOut}
                data={preview.fields.map((own) => ({ value: own, label: names.field(own) }))}
                value={field}
                onChange={(value) => change(index, { field: value, unit: '' })}
              />
            </Table.Td>
            <Table.Td>
              <TextInput
                key={`${index} ${unit}`}
                size="xs"
                aria-label={said(words.unit, head)}
                placeholder={nameOfUnit(fieldUnit)}
                defaultValue={unit}
                onBlur={(event) =>
                  event.currentTarget.value !== unit && change(index, { unit: event.currentTarget.value })
                }
              />
            </Table.Td>
            <Table.Td>{nameOfUnit(fieldUnit)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
