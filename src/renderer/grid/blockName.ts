import { clauses, listed, said } from '../format/punctuation.ts'

/** One column of a block of cells, its values as they are shown. */
export interface BlockColumn {
  readonly head: string
  /** Empty: none. */
  readonly unit: string
  readonly values: readonly string[]
}

/** The name of an edit is a line: what is beyond these is left to the table. */
const [MOST_COLUMNS, MOST_VALUES, MOST_CHARS] = [3, 4, 24]

/** Columns with their values and units: "Grid limit: 9 MW ×4; Firm from: 2027Q1, 2027Q3". */
export function nameBlock(columns: readonly BlockColumn[]): string {
  return clauses(firstOf(columns.map(nameColumn), MOST_COLUMNS))
}

function nameColumn({ head, unit, values }: BlockColumn): string {
  const [first = ''] = values
  const isOne = values.length > 1 && values.every((own) => own === first)
  const shown = isOne ? [first] : firstOf(values, MOST_VALUES)
  const measure = unit !== '' && shown.some((own) => own !== '') ? ` ${unit}` : ''
  const many = isOne ? ` ×${values.length}` : ''
  return said(head, `${listed(shown.map(short))}${measure}${many}`)
}

/** So many, and a sign where there are more. */
function firstOf(items: readonly string[], most: number): readonly string[] {
  return items.length > most ? [...items.slice(0, most), '…'] : items
}

function short(value: string): string {
  if (value === '') return '—'
  return value.length > MOST_CHARS ? `${value.slice(0, MOST_CHARS - 1)}…` : value
}
