import { AppFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { unitOfField } from '../../report/ledger/fieldUnits.ts'
import { type ReadSheet, readWorkbook } from '../../workbook/readWorkbook.ts'
import { type Sheet, type SheetCell, sheetNames } from '../../workbook/workbook.ts'
import { writeWorkbook } from '../../workbook/writeWorkbook.ts'
import type { Outcome } from '../changes.ts'
import { applyTables } from './applyTables.ts'
import type { FileTable } from './draft.ts'
import { type InputSheet, PLAN_SHEET, toInputSheets } from './inputSheets.ts'
import { stepsOf } from './planFields.ts'

const ABOUT = 'about'
const HOW = [
  'Inputs of one plan, one sheet a list. Change values, add or remove rows, save as XLSX and import the file again.',
  'Heads are the names of the plan file; the unit stands in the name and in the second row. Keep heads and ids.',
  'Lists of numbers stand in one cell, parted by semicolons. A value may carry its unit, as in 1.2 GW.',
  'What you change is shown before it is taken over; nothing else changes. An emptied cell takes the default.',
] as const
const HEAD_ROWS = 2

/** All inputs of a plan as an XLSX file to edit and import again. */
export function toInputWorkbook(plan: Plan): Uint8Array {
  const sheets = toInputSheets(plan)
  const names = tabNames(sheets)
  const about: Sheet = {
    name: ABOUT,
    rows: [
      [{ value: plan.name, style: 'title' }],
      [{ value: 'plan' }, { value: plan.id }],
      [{ value: 'schemaVersion' }, { value: plan.schemaVersion }],
      ...HOW.map((line): SheetCell[] => [{ value: line }]),
    ],
    widths: [24, 60],
    frozenRows: 0,
    frozenColumns: 0,
  }
  return writeWorkbook({
    title: `${plan.name}: inputs`,
    sheets: [about, ...sheets.map((sheet, index) => toSheet(sheet, names[index]!))],
  })
}

/** What an edited workbook of inputs would make of a plan. */
export function readInputWorkbook(plan: Plan, bytes: Uint8Array): Outcome {
  const book = readWorkbook(bytes)
  const sheets = toInputSheets(plan)
  const names = tabNames(sheets)
  const tables = sheets.flatMap((sheet, index) => {
    const own = book.find(({ name }) => name === names[index])
    return own ? [toTable(sheet, own)] : []
  })
  if (tables.length === 0) {
    throw new AppFault('bad-input', 'The workbook holds no inputs of a plan', [
      {
        path: 'sheets',
        value: book.map(({ name }) => name),
        expected: `sheets such as ${names.slice(0, 4).join(', ')}`,
      },
    ])
  }
  return applyTables(plan, tables, false)
}

function tabNames(sheets: readonly InputSheet[]): string[] {
  return sheetNames([ABOUT, ...sheets.map(({ name }) => name)]).slice(1)
}

function toSheet({ name, keys, fields, rows, node }: InputSheet, tab: string): Sheet {
  const units = fields.map((field) => unitOfField(stepsOf(node, field).at(-1) ?? ''))
  const heads = [...keys, ...fields]
  const unitRow = name === PLAN_SHEET ? ['', ''] : [...keys.map(() => ''), ...units]
  return {
    name: tab,
    rows: [
      heads.map((value): SheetCell => ({ value, style: 'head' })),
      unitRow.map((value): SheetCell => ({ value: value || null, style: 'soft' })),
      ...rows.map(({ key, cells }) => [
        ...key.map((value): SheetCell => ({ value, style: 'head' })),
        ...cells.map((value): SheetCell => ({ value, style: 'input' })),
      ]),
    ],
    widths: heads.map((head) => Math.min(40, Math.max(10, head.length + 2))),
    frozenRows: HEAD_ROWS,
    frozenColumns: keys.length,
  }
}

function toTable(sheet: InputSheet, { name, rows }: ReadSheet): FileTable {
  const known = new Set([...sheet.keys, ...sheet.fields])
  const heads = (rows[0] ?? []).map((cell) => String(cell ?? '').trim())
  const unknown = heads.find((head) => head !== '' && !known.has(head))
  const missing = sheet.keys.find((key) => !heads.includes(key))
  if (unknown !== undefined || missing !== undefined) {
    throw new AppFault('bad-input', `The sheet ${name} has other columns than it was given`, [
      unknown !== undefined
        ? {
            path: `${name}, first row`,
            value: unknown,
            expected: 'a head as it was exported; the table wizard takes others',
          }
        : { path: `${name}, first row`, value: heads, expected: `the column ${missing}` },
    ])
  }
  return {
    sheet: sheet.name,
    columns: heads.flatMap((field, index) => (field === '' ? [] : [{ index, field, unit: '' }])),
    rows: rows.slice(HEAD_ROWS).map((cells, index) => ({ number: index + HEAD_ROWS + 1, cells })),
    isWhole: true,
  }
}
