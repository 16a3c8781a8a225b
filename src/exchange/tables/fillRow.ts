import type { ReadCell } from '../../workbook/readSheet.ts'
import { toCell } from '../cells.ts'
import type { SchemaNode } from './planFields.ts'

type Thing = Record<string, unknown>

/** A required field that a new row of a file did not bring. */
export interface Filled {
  readonly field: string
  readonly cell: ReadCell
}

const MOST_NAMED = 3
/** What a thing is, and where it lies, is never taken from another. */
const OWN = /^(?:id|name|residencyZone)$|Id$/

/**
 * Gives a new thing the required fields that its row left out, as another thing of the same list has them: estimates,
 * which are listed. What a thing is stays to be said; where it is not, the schema names the field.
 */
export function fillRow(thing: Thing, node: SchemaNode | undefined, like: Thing, before = ''): Filled[] {
  return (node?.required ?? []).flatMap((key): Filled[] => {
    const own = node?.properties?.[key]
    const field = before === '' ? key : `${before}.${key}`
    if (own?.type === 'object' && own.properties) {
      const inner = isThing(thing[key]) ? thing[key] : {}
      thing[key] = inner
      return isThing(like[key]) ? fillRow(inner, own, like[key], field) : []
    }
    if (thing[key] !== undefined || like[key] === undefined || (before === '' && OWN.test(key))) return []
    thing[key] = structuredClone(like[key])
    return [{ field, cell: toCell(isThing(like[key]) ? JSON.stringify(like[key]) : like[key]) }]
  })
}

/** Required fields that say what a thing is and that it does not have, with what others of its list say. */
export function missingOwn(
  thing: Thing,
  node: SchemaNode | undefined,
  list: readonly unknown[],
): { readonly field: string; readonly such: readonly string[] }[] {
  return (node?.required ?? [])
    .filter((key) => OWN.test(key) && key !== 'id' && (thing[key] ?? '') === '')
    .map((field) => ({
      field,
      such: [...new Set(list.map((own) => (isThing(own) ? String(own[field]) : '')))].slice(0, MOST_NAMED),
    }))
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
