import type { InputFault } from '../../plan/fault.ts'
import { usePlan } from '../state/plan/usePlan.ts'
import { useFaultPlace } from '../words/useFaultPlace.ts'
import { useFieldName, useUnitName } from '../words/useWords.ts'
import { type Field, type Path, showShort, toFaultPath, unitOf } from './field.ts'
import { useExpectation } from './useExpectation.ts'

/**
 * Faults of a table as its planner knows it: rows by number and name, fields by the heads of their columns, values and
 * what was expected in the units of the cells. Faults of other places stay as they are.
 */
export function useTableFaults(
  list: Path,
  fields: readonly Field[],
): (faults: readonly InputFault[]) => InputFault[] {
  const { plan, catalog } = usePlan()
  const placeOf = useFaultPlace()
  const nameOfField = useFieldName()
  const unitName = useUnitName()
  const expectation = useExpectation()
  const listPath = toFaultPath(list)
  const said = (fault: InputFault): InputFault => {
    const found = splitPath(fault.path, listPath, fields)
    if (!found) return fault
    const { row, field } = found
    return {
      path: [placeOf(`${listPath}[${row}]`).split(' · ').at(-1), nameOfField(field.head)].join(' · '),
      value: shownValue(field, fault.value, unitName(unitOf(field))),
      expected: expectation(field, field.options?.(plan, catalog) ?? [], fault.expected),
    }
  }
  return (faults) => faults.map(said)
}

/** The row and the field that a path is of, or of a value in a list of the field's; undefined: of neither. */
function splitPath(
  path: string,
  list: string,
  fields: readonly Field[],
): { readonly row: string; readonly field: Field } | undefined {
  if (!path.startsWith(`${list}[`)) return undefined
  const [, row, below] = /^\[(\d+)\]\.(.+)$/.exec(path.slice(list.length)) ?? []
  if (row === undefined || below === undefined) return undefined
  const field = fields.find((own) => below === own.path || below.startsWith(`${own.path}[`))
  return field && { row, field }
}

/** A number as it was typed; what could not be read stands as it is. */
function shownValue(field: Field, value: unknown, unit: string): unknown {
  return typeof value === 'number' ? `${showShort(field, value)} ${unit}`.trim() : value
}
