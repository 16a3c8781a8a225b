import type { Plan } from '../../plan/schema/plan.ts'
import type { ReadCell } from '../../workbook/readSheet.ts'
import { toCell } from '../cells.ts'
import { cellFields, listFields, nodeAt, planSchema, type SchemaNode, stepsOf } from './planFields.ts'

/** One list of a plan, or its single values, as a table. */
export interface InputSheet {
  /** `plan`, a list as `sites`, or a list within the things of one as `sites.power.onSite`. */
  readonly name: string
  /** What stands in its things, as the schema has it. */
  readonly node: SchemaNode | undefined
  /** Head of the first columns, which tell the rows apart: the things around it, then its own. */
  readonly keys: readonly string[]
  readonly fields: readonly string[]
  readonly rows: readonly InputRow[]
}

export interface InputRow {
  /** Where the thing stands in the document. */
  readonly place: readonly (string | number)[]
  readonly key: readonly string[]
  readonly cells: readonly ReadCell[]
}

type Thing = Readonly<Record<string, unknown>>

/** Left as they are by any table: what is said of inputs, not inputs. */
const UNTOUCHED = new Set(['schemaVersion', 'id', 'goals', 'provenance'])
export const PLAN_SHEET = 'plan'

/** Every input of a plan as tables: its single values, then each list, things within things in a table of their own. */
export function toInputSheets(plan: Plan): InputSheet[] {
  const root = planSchema()
  const single = cellFields(root).filter((path) => !UNTOUCHED.has(path.split('.')[0]!))
  const rest = [...records(plan, root, single)].filter((path) => !single.includes(path))
  const rows = [...single, ...rest].map((path): InputRow => {
    const place = stepsOf(root, path)
    return { place, key: [path], cells: [toCell(valueAt(plan, place))] }
  })
  const sheet = { name: PLAN_SHEET, node: root, keys: ['field'], fields: ['value'], rows }
  return [
    sheet,
    ...listFields(root).flatMap((path) => listSheets([plan], { root, path, name: path, keys: [] })),
  ]
}

/** Paths within records such as `routing.qualityFloorByClass.realtime-complex`, of the single values only. */
function* records(thing: Thing, node: SchemaNode, known: readonly string[], before = ''): Generator<string> {
  for (const [key, own] of Object.entries(node.properties ?? {})) {
    const path = before === '' ? key : `${before}.${key}`
    if (UNTOUCHED.has(key) || own.type !== 'object') continue
    const value = thing[key]
    if (typeof value !== 'object' || value === null) continue
    if (own.properties) yield* records(value as Thing, own, known, path)
    else for (const name of Object.keys(value)) yield `${path}.${name}`
  }
}

interface Around {
  readonly root: SchemaNode
  /** From each thing around to the list. */
  readonly path: string
  readonly name: string
  readonly keys: readonly string[]
}

interface Parent {
  readonly thing: Thing
  readonly place: readonly (string | number)[]
  readonly key: readonly string[]
}

function listSheets(plans: readonly Thing[], around: Around): InputSheet[] {
  return sheetsWithin(
    plans.map((thing) => ({ thing, place: [], key: [] })),
    around,
  )
}

function sheetsWithin(parents: readonly Parent[], { root, path, name, keys }: Around): InputSheet[] {
  const steps = path.split('.')
  const node = nodeAt(root, steps)?.items
  if (!node) return []
  const own = node.properties && 'id' in node.properties ? 'id' : '#'
  const things = parents.flatMap((parent) => {
    const list = valueAt(parent.thing, steps)
    if (!Array.isArray(list)) return []
    return list.map(
      (thing: Thing, index): Parent => ({
        thing,
        place: [...parent.place, ...steps, index],
        key: [...parent.key, own === 'id' ? String(thing.id) : String(index + 1)],
      }),
    )
  })
  const fixed = cellFields(node).filter((field) => field !== 'id')
  const found = new Set(things.flatMap(({ thing }) => [...records(thing, node, fixed)]))
  const fields = [...fixed, ...found]
  const headKeys = [...keys, own]
  const rows = things.map(
    ({ thing, place, key }): InputRow => ({
      place,
      key,
      cells: fields.map((field) => toCell(valueAt(thing, stepsOf(node, field)))),
    }),
  )
  return [
    { name, node, keys: headKeys, fields, rows },
    ...listFields(node).flatMap((inner) =>
      sheetsWithin(things, { root: node, path: inner, name: `${name}.${inner}`, keys: [...keys, name] }),
    ),
  ]
}

/** What stands at a place. */
export function valueAt(thing: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (own, key) => (typeof own === 'object' && own !== null ? Reflect.get(own, key) : undefined),
    thing,
  )
}
