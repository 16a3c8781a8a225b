import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { InputFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { editPlan } from '../state/plan/edits.ts'
import { en } from '../words/en.ts'
import { useWords } from '../words/useWords.ts'
import {
  copyValue,
  type Field,
  type Option,
  type Path,
  readAt,
  readTyped,
  toFaultPath,
  toPath,
  writeAt,
} from './field.ts'
import { type Box, sizeOf } from './range.ts'
import { useBlockName } from './useBlockName.ts'
import { useEditName } from './useEditName.ts'

export type Item = Record<string, unknown>
type Block = readonly (readonly string[])[]

/** A list of the plan as a table. */
export interface Table {
  readonly title: string
  /** Path of the list in the plan. */
  readonly list: Path
  readonly fields: readonly Field[]
  /** A new row; absent: rows are added elsewhere. */
  readonly create?: (plan: Plan) => object
  readonly onFaults: (faults: readonly InputFault[]) => void
}

interface Edited extends Table {
  readonly catalog: Catalog
  /** Told of the row in which the cursor belongs once the rows have come or gone. */
  readonly onRow: (rowIndex: number | null) => void
}

export function nameOf(row: Item | undefined): string {
  return String(row?.name ?? row?.id ?? row?.from ?? '')
}

/** Every change that a table makes, each one edit with one undo. */
export function useEdits(
  { title, list, fields, create, catalog, onFaults, onRow }: Edited,
  rows: readonly Item[],
) {
  const { fields: words, choices } = useWords()
  const nameOfEdit = useEditName()
  const nameOfBlock = useBlockName()
  const change = async (label: string, work: (own: object[], draft: Plan) => void): Promise<void> => {
    const faults = await editPlan(label.slice(0, 200), (draft) =>
      work(readAt(draft, list) as object[], draft),
    )
    if (faults.length > 0) onRow(null)
    onFaults(faults)
  }
  /** Changes which rows there are, and takes the cursor to the one that it is about. */
  const changeRows = (label: string, rowIndex: number, work: (own: object[], draft: Plan) => void): void => {
    onRow(rowIndex)
    void change(label, work)
  }
  const within = (box: Box) => fields.slice(box.left, box.right + 1)
  const valuesIn = (box: Box, of: readonly Field[]) =>
    rows.slice(box.top, box.bottom + 1).map((row) => of.map(({ path }) => readAt(row, toPath(path))))
  const pasteName = (left: number, block: Block): string => {
    const size = sizeOf(block)
    const said = block.slice(0, size.rows).map((line) => line.slice(0, size.columns))
    const over = fields.slice(left, left + size.columns)
    return words.pasted(title, size.rows * size.columns, nameOfBlock.ofTexts(over, said))
  }
  return {
    /** A block of texts from a cell on; rows that it needs more are added where the table may. */
    paste: (top: number, left: number, block: Block): void => {
      const room = {
        rows: create ? Number.POSITIVE_INFINITY : rows.length - top,
        columns: fields.length - left,
      }
      const faults = findTooMuch(toFaultPath(list), block, room)
      if (faults.length > 0) onFaults(faults)
      else
        void change(pasteName(left, block), (own, draft) => {
          const asKept = (field: Field, text: string) => keptChoice(field, text, draft, catalog, choices)
          for (const [down, cells] of block.entries()) {
            if (top + down >= own.length && create) own.push(create(draft))
            const row = own[top + down]
            if (!row) return
            writeCells(row, fields.slice(left), cells, asKept)
          }
        })
    },
    read: (box: Box): string[][] =>
      rows
        .slice(box.top, box.bottom + 1)
        .map((row) => within(box).map((field) => copyValue(field, readAt(row, toPath(field.path))))),
    commit: (rowIndex: number, field: Field, value: unknown): Promise<readonly InputFault[]> =>
      editPlan(
        nameOfEdit(
          { title, field, row: nameOf(rows[rowIndex]) },
          readAt(rows[rowIndex], toPath(field.path)),
          value,
        ),
        (draft) => writeAt(draft, [...list, rowIndex, ...toPath(field.path)], value),
      ),
    /** The first row of a selection into those below it; of a single row, the row above into it. */
    fillDown: (box: Box): void => {
      const from = box.top === box.bottom ? box.top - 1 : box.top
      if (from < 0) return
      const [values = []] = valuesIn({ ...box, top: from, bottom: from }, within(box))
      const filled = Array.from({ length: box.bottom - from }, () => values)
      void change(words.filled(title, nameOfBlock.ofValues(within(box), filled)), (own) => {
        for (const row of own.slice(from + 1, box.bottom + 1))
          for (const { path } of within(box)) writeAt(row, toPath(path), readAt(own[from], toPath(path)))
      })
    },
    /** Values that may be left out are; others stay. */
    clear: (box: Box): void => {
      const optional = within(box).filter(({ isOptional }) => isOptional)
      if (optional.length === 0) return
      const cleared = nameOfBlock.ofValues(optional, valuesIn(box, optional))
      void change(words.cleared(title, cleared), (own) => {
        for (const row of own.slice(box.top, box.bottom + 1))
          for (const { path } of optional) writeAt(row, toPath(path), undefined)
      })
    },
    add: (): void =>
      changeRows(words.added(title), rows.length, (own, draft) => void (create && own.push(create(draft)))),
    duplicate: (rowIndex: number): void =>
      changeRows(words.duplicated(title, nameOf(rows[rowIndex])), rowIndex + 1, (own, draft) => {
        if (create)
          own.splice(rowIndex + 1, 0, { ...structuredClone(own[rowIndex]!), ...idOf(create(draft)) })
      }),
    remove: (rowIndex: number): void =>
      changeRows(
        words.removed(title, nameOf(rows[rowIndex])),
        Math.min(rowIndex, rows.length - 2),
        (own) => void own.splice(rowIndex, 1),
      ),
  }
}

/** A block that says more than there are cells for is refused whole: what would be left out is not what was meant. */
function findTooMuch(
  path: string,
  block: Block,
  room: { readonly rows: number; readonly columns: number },
): readonly InputFault[] {
  const size = sizeOf(block)
  const faults: InputFault[] = []
  if (size.rows > room.rows)
    faults.push({ path, value: size.rows, expected: `no more rows than ${room.rows} from this cell down` })
  if (size.columns > room.columns)
    faults.push({
      path,
      value: size.columns,
      expected: `no more columns than ${room.columns} from this cell on`,
    })
  return faults
}

/** Texts into the fields of a row; what cannot be read stands as typed, for the plan's check to name. */
function writeCells(
  row: object,
  fields: readonly Field[],
  cells: readonly string[],
  asKept: (field: Field, text: string) => string,
): void {
  for (const [index, text] of cells.entries()) {
    const field = fields[index]
    if (!field) return
    const read = readTyped(field, asKept(field, text))
    writeAt(row, toPath(field.path), 'value' in read ? read.value : text)
  }
}

/** A choice may be pasted by the name that the list shows, in English too: "S-curve" is kept as logistic. */
function keptChoice(
  field: Field,
  text: string,
  plan: Plan,
  catalog: Catalog,
  choices: ReturnType<typeof useWords>['choices'],
): string {
  if (field.kind !== 'choice') return text
  const typed = text.trim().toLowerCase()
  const options = field.options?.(plan, catalog) ?? []
  if (options.some(({ value }) => value === text.trim())) return text
  const isNamed = ({ label, word }: Option): boolean =>
    (word ? [choices[word], en.choices[word]] : [label]).some((name) => name.toLowerCase() === typed)
  return options.find(isNamed)?.value ?? text
}

/** What tells a row from the others of its list: its id, or the day from which it holds. */
function idOf(row: object): object {
  const key = ['id', 'from'].find((own) => Reflect.get(row, own) !== undefined)
  return key === undefined ? {} : { [key]: Reflect.get(row, key) }
}
