import type { Money } from '../../plan/currency.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { unitOfField } from '../../report/ledger/fieldUnits.ts'
import type { ReadCell } from '../../workbook/readSheet.ts'
import { isEmpty, isSameCell, readCell } from '../cells.ts'
import type { Change, RowFault } from '../changes.ts'
import { fillRow, missingOwn } from './fillRow.ts'
import { type InputRow, type InputSheet, PLAN_SHEET, valueAt } from './inputSheets.ts'
import { nodeAt, type SchemaNode, stepsOf } from './planFields.ts'
import { slug } from './slug.ts'

/** A table of a file with each column given to a key or a field of one of the plan's tables. */
export interface FileTable {
  /** Name of the plan's table. */
  readonly sheet: string
  readonly columns: readonly { readonly index: number; readonly field: string; readonly unit: string }[]
  /** Rows below the head, numbered as the spreadsheet program does. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly ReadCell[] }[]
  /** The table is the whole list: what it lacks goes, and an empty cell empties the field. */
  readonly isWhole: boolean
  /** Rates for money in another currency; absent: none is known. */
  readonly money?: Money
}

type Thing = Record<string, unknown>

const MOST_FAULTS = 200

type FileRow = FileTable['rows'][number]

/** A copy of a plan's document on which tables are tried out. */
export class Draft {
  readonly document: Thing
  readonly changes: Change[] = []
  readonly faults: RowFault[] = []
  /** Row that a thing was taken from or changed by. */
  readonly origins = new Map<object, { readonly sheet: string; readonly row: number }>()
  private readonly sheets: readonly InputSheet[]

  constructor(plan: Plan, sheets: readonly InputSheet[]) {
    this.document = structuredClone(plan) as unknown as Thing
    this.sheets = sheets
  }

  apply(table: FileTable, isSkipped: (row: number) => boolean): void {
    const sheet = this.sheets.find((own) => own.name === table.sheet)
    if (!sheet) {
      this.refuse(table.sheet, 0, '', table.sheet, 'a table of the plan')
      return
    }
    const things = new Map(sheet.rows.map((row) => [row, valueAt(this.document, row.place) as Thing]))
    const seen = new Set<InputRow>()
    for (const row of table.rows) {
      if (row.cells.every(isEmpty)) continue
      const found = findRow(sheet, table, row.cells)
      if (found) seen.add(found)
      if (!isSkipped(row.number)) this.take(table, sheet, row, found)
    }
    if (table.isWhole && sheet.name !== PLAN_SHEET)
      for (const row of sheet.rows) if (!seen.has(row)) this.remove(sheet, row, things.get(row)!)
  }

  private take(table: FileTable, sheet: InputSheet, row: FileRow, found: InputRow | undefined): void {
    if (found) this.change(table, sheet, row, found)
    else if (sheet.name === PLAN_SHEET)
      this.refuse(table.sheet, row.number, 'field', row.cells[0], 'a field of the plan')
    else this.add(table, sheet, row)
  }

  private change(table: FileTable, sheet: InputSheet, row: FileRow, found: InputRow): void {
    const isPlan = sheet.name === PLAN_SHEET
    const thing = isPlan ? this.document : valueAt(this.document, found.place)
    if (typeof thing !== 'object' || thing === null) return
    this.origins.set(thing, { sheet: sheet.name, row: row.number })
    for (const { index, field, unit } of table.columns) {
      if (sheet.keys.includes(field)) continue
      const at = sheet.fields.indexOf(field)
      const [before, after] = [found.cells[at] ?? null, row.cells[index] ?? null]
      if (isEmpty(after) && !table.isWhole) continue
      const path = isPlan ? found.key[0]! : field
      const cell = { table, row: row.number, cell: after, unit, before }
      const set = this.set(thing as Thing, sheet.node, path, cell)
      if (set)
        this.changes.push({
          kind: 'changed',
          where: whereOf(sheet, found.key),
          field: path,
          before,
          after: set.cell,
        })
    }
  }

  /** Sets one field from a cell, and says to what; nothing where it says the same or cannot be read. */
  private set(
    thing: Thing,
    node: SchemaNode | undefined,
    field: string,
    own: {
      readonly table: FileTable
      readonly row: number
      readonly cell: ReadCell
      readonly unit: string
      readonly before: ReadCell
    },
  ): { readonly cell: ReadCell } | undefined {
    const steps = stepsOf(node, field)
    const fieldUnit = unitOfField(steps.at(-1)!)
    if (own.unit === '' && isSameCell(own.before, own.cell)) return undefined
    if (isEmpty(own.cell)) {
      put(thing, steps, undefined)
      return { cell: null }
    }
    const cell = own.unit === '' || typeof own.cell === 'boolean' ? own.cell : withUnit(own.cell!, own.unit)
    const said = readCell(cell, nodeAt(node, steps), plainUnit(fieldUnit), own.table.money)
    if ('expected' in said) {
      this.refuse(own.table.sheet, own.row, field, own.cell, said.expected)
      return undefined
    }
    const value = Array.isArray(said.value) ? said.value.join('; ') : (said.value as ReadCell)
    if (isSameCell(own.before, value)) return undefined
    put(thing, steps, said.value)
    return { cell: value }
  }

  private add(table: FileTable, sheet: InputSheet, row: FileRow): void {
    const cellOf = (field: string): ReadCell => {
      const column = table.columns.find((own) => own.field === field)
      return column ? (row.cells[column.index] ?? null) : null
    }
    const around = sheet.keys.slice(0, -1).map((key) => String(cellOf(key) ?? ''))
    const list = this.listFor(sheet, around)
    if (!list) {
      this.refuse(
        table.sheet,
        row.number,
        sheet.keys[0]!,
        around.join(', '),
        `a thing of the table ${sheet.keys.at(-2) ?? ''}`,
      )
      return
    }
    const id = String(cellOf('id') ?? '').trim() || slug(String(cellOf('name') ?? ''))
    const thing: Thing = sheet.keys.at(-1) === 'id' ? { id } : {}
    this.origins.set(thing, { sheet: sheet.name, row: row.number })
    for (const { index, field, unit } of table.columns)
      if (!sheet.keys.includes(field))
        this.set(thing, sheet.node, field, {
          table,
          row: row.number,
          cell: row.cells[index] ?? null,
          unit,
          before: null,
        })
    const where = whereOf(sheet, [...around, id])
    this.changes.push({ kind: 'added', where, field: '', before: null, after: id })
    this.complete(sheet, { thing, list, where, row: row.number })
    list.push(thing)
  }

  /** What a row must have and does not say: as the first of its list, and marked as an estimate. */
  private complete(
    sheet: InputSheet,
    {
      thing,
      list,
      where,
      row,
    }: {
      readonly thing: Thing
      readonly list: readonly unknown[]
      readonly where: string
      readonly row: number
    },
  ): void {
    if (sheet.fields.includes('name')) thing.name ??= thing.id
    if (sheet.name === 'sites') thing.residencyZone ??= this.zoneOf(thing.catalogRegionId)
    const like = list[0] as Thing | undefined
    if (like === undefined) return
    for (const { field, such } of missingOwn(thing, sheet.node, list))
      this.refuse(sheet.name, row, field, null, `a column ${field}, such as ${such.join(', ')}`)
    const name = String(like.name ?? like.id ?? '1')
    const provenance = this.document.provenance as Thing
    for (const { field, cell } of fillRow(thing, sheet.node, like)) {
      this.changes.push({ kind: 'estimated', where, field, before: null, after: cell })
      if (thing.id !== undefined && sheet.keys.length === 1)
        provenance[`${sheet.name}[${String(thing.id)}].${field}`] = { source: `As ${name}`, grade: 'C' }
    }
  }

  /** Residency zone of the plan's region at a place of the catalog. */
  private zoneOf(catalogRegionId: unknown): unknown {
    const regions = this.document.regions as readonly Thing[]
    return regions.find((region) => region.catalogRegionId === catalogRegionId)?.residencyZone
  }

  /** The list that a new row belongs to; undefined where the things around it are not there. */
  private listFor(sheet: InputSheet, around: readonly string[]): unknown[] | undefined {
    const parentName = sheet.keys.length > 1 ? sheet.keys.at(-2)! : undefined
    const parent = this.sheets.find((own) => own.name === parentName)
    const parentRow = parent?.rows.find((own) => own.key.join('\n') === around.join('\n'))
    if (parentName !== undefined && !parentRow) return undefined
    const path = parentName === undefined ? sheet.name : sheet.name.slice(parentName.length + 1)
    const thing = parentRow ? (valueAt(this.document, parentRow.place) as Thing) : this.document
    const found = valueAt(thing, path.split('.'))
    if (Array.isArray(found)) return found
    const list: unknown[] = []
    put(thing, path.split('.'), list)
    return list
  }

  private remove(sheet: InputSheet, row: InputRow, thing: Thing): void {
    const list = valueAt(this.document, row.place.slice(0, -1))
    if (!Array.isArray(list)) return
    const at = list.indexOf(thing)
    if (at >= 0) list.splice(at, 1)
    this.changes.push({
      kind: 'removed',
      where: whereOf(sheet, row.key),
      field: '',
      before: row.key.at(-1)!,
      after: null,
    })
  }

  private refuse(sheet: string, row: number, column: string, value: unknown, expected: string): void {
    if (this.faults.length < MOST_FAULTS)
      this.faults.push({ sheet, row, column, value: value ?? null, expected })
  }
}

/** The row of the same key; where the file has no key, the one of the same name. */
function findRow(sheet: InputSheet, table: FileTable, cells: readonly ReadCell[]): InputRow | undefined {
  const at = (field: string): string | undefined => {
    const column = table.columns.find((own) => own.field === field)
    return column && !isEmpty(cells[column.index]) ? String(cells[column.index]).trim() : undefined
  }
  const key = sheet.keys.map(at)
  if (key.every((own) => own !== undefined))
    return sheet.rows.find((row) => row.key.every((own, index) => own === key[index]))
  const name = at('name')
  const nameAt = sheet.fields.indexOf('name')
  return name === undefined || nameAt < 0 || at('id') !== undefined
    ? undefined
    : sheet.rows.find((row) => row.cells[nameAt] === name)
}

function whereOf({ name }: InputSheet, key: readonly string[]): string {
  return name === PLAN_SHEET ? name : [name, ...key].join(', ')
}

function put(thing: Thing, steps: readonly string[], value: unknown): void {
  const [first, ...rest] = steps
  if (first === undefined || first === '__proto__') return
  if (rest.length > 0) {
    const inner = thing[first]
    const next: Thing = typeof inner === 'object' && inner !== null ? (inner as Thing) : {}
    thing[first] = next
    put(next, rest, value)
  } else if (value === undefined) delete thing[first]
  else thing[first] = value
}

/** A number with the unit of its column; one that names its own keeps it. */
function withUnit(cell: ReadCell, unit: string): ReadCell {
  return /[a-z$%€¥￥元円]/i.test(String(cell).replace(/e[-+]?\d+/i, '')) ? cell : `${cell} ${unit}`
}

/** Units of the ledger as they are typed. */
function plainUnit(unit: string): string {
  return unit.replace(/ IT$/, '')
}
