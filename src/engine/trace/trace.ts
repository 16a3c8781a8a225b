import type { TableName } from '../../plan/catalog/catalog.ts'
import type { InputValue } from '../../plan/differences.ts'
import type { FormulaId } from '../../plan/formulas/formulas.ts'
import type { TraceWord } from './traceWord.ts'

/** Names a figure of a solved plan, as in `cost-layer|power`; parts are escaped. */
export type TraceRef = string

export interface TraceLabel {
  readonly word: TraceWord
  /** What it is of: a site, a period, a class, a line. */
  readonly of?: string | undefined
}

/** A cell of the catalog's files, its column as they name it: `price_usd_mwh`. */
export interface CatalogCell {
  readonly table: TableName
  readonly rowId: string
  readonly column: string
}

/** One value that a figure is made of. */
export interface TraceInput extends TraceLabel {
  readonly value: number | string | null
  readonly unit: string
  /** Of an input that was changed, before and after, as `of` has it in both plans; null: that plan has none. */
  readonly change?: readonly [InputValue | null, InputValue | null]
  /** The figure that it is, where it is one: the next one down. */
  readonly ref?: TraceRef | undefined
  /** That figure is one of the first plan compared, not of the plan of the trace. */
  readonly isOfFirst?: boolean
  /** The field of the plan that says it, with ids, as in `sites[ash].power.gridLimitMw`. */
  readonly path?: string | undefined
  /** The cell of the catalog that says it. */
  readonly cell?: CatalogCell | undefined
  /** Where a value comes from that is neither, with its grade: a constant of the program. */
  readonly source?: string | undefined
}

/** How a figure comes about. */
export interface Trace extends TraceLabel {
  readonly ref: TraceRef
  /** As the result has it. */
  readonly value: number
  readonly unit: string
  readonly formula: FormulaId
  /** The solver chose it: the inputs say within which bounds, and what it carries. */
  readonly isDecided: boolean
  /**
   * How it was found, where not in the plan's own solve: by solving it again with something changed, or by the audit;
   * or where that solve counted or timed itself.
   */
  readonly found?: 'again' | 'audit' | 'solve'
  readonly inputs: readonly TraceInput[]
  /** The same from the inputs alone; a test holds it against the value. */
  readonly recomputed: number
}

export function toRef(kind: string, ...parts: readonly string[]): TraceRef {
  return [kind, ...parts.map(encodeURIComponent)].join('|')
}

export function fromRef(ref: TraceRef): { readonly kind: string; readonly parts: readonly string[] } {
  const [kind = '', ...parts] = ref.split('|')
  return { kind, parts: parts.map(decodeURIComponent) }
}
