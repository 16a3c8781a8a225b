import type { ModelRow } from '../../../plan/catalog/modelRows.ts'
import { isUnsaidPrecision, precisionOf } from '../names/precisionName.ts'
import { precisionInName } from '../names/publishedNames.ts'
import { isSingleStream } from '../names/scenarioName.ts'
import type { BatchRow } from './batchRow.ts'

/** A row with what its names say beside themselves, and a note of each. */
export function completeRow(
  row: BatchRow,
  model: ModelRow,
): { readonly row: BatchRow; readonly notes: readonly string[] } {
  const named = precisionInName(row.model)
  const precision = named === undefined ? undefined : precisionOf(named, model)
  const isUnsaid = row.precision === undefined || isUnsaidPrecision(row.precision)
  const takesPrecision = isUnsaid && precision !== undefined
  const takesOne = row.concurrency === undefined && isSingleStream(row.scenario)
  return {
    row: {
      ...row,
      ...(takesPrecision ? { precision: named } : {}),
      ...(takesOne ? { concurrency: 1 } : {}),
    },
    notes: [
      ...(takesPrecision ? [`${precision} taken, as the name of the model says`] : []),
      ...(takesOne ? ['one sequence in flight taken, as a single stream is'] : []),
    ],
  }
}
