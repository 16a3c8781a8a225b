import type { SizedUnits } from '../../plan/cases/sizingCase.ts'
import { AppFault } from '../../plan/fault.ts'
import { orderBy } from './orderDate.ts'
import { countUnits, type UnitCount } from './redundancy.ts'

export interface UnitsOrder extends UnitCount {
  readonly name: string
  readonly blocks: number
  /** Installed beyond what is needed. */
  readonly spare: number
  readonly orderBy?: string
}

/** Units of a case, row by row; a fault names the row. */
export function sizeUnits(rows: readonly SizedUnits[]): UnitsOrder[] {
  return rows.map((row, index) => {
    try {
      return sizeRow(row)
    } catch (error) {
      if (!(error instanceof AppFault)) throw error
      const at = error.faults.map((fault) => ({ ...fault, path: `units[${index}].${fault.path}` }))
      throw new AppFault(error.code, error.message, at)
    }
  })
}

function sizeRow({ name, load, unitSize, scheme, blockLoad, leadWeeks, neededFrom, ...row }: SizedUnits) {
  const blocks = blockLoad === undefined ? row.blocks : Math.max(1, Math.ceil(load / blockLoad - 1e-6))
  const { needed, installed } = countUnits(load, unitSize, scheme, blocks)
  return {
    ...{ name, blocks, needed, installed, spare: installed - needed },
    ...(neededFrom === undefined ? {} : { orderBy: orderBy(neededFrom, leadWeeks ?? 0) }),
  }
}
