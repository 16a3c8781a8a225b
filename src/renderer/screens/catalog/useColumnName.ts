import { toColumn } from '../../../catalog/toColumn.ts'
import { unitOfField } from '../../../report/ledger/fieldUnits.ts'
import { withUnit } from '../../format/punctuation.ts'
import { useFileUnitName, useWords } from '../../words/useWords.ts'

/** What a column of the catalog's files is called, with its unit: `mem_bw_tb_s` as "Memory bandwidth, TB/s". */
export function useColumnName(): (column: string) => string {
  const { catalogColumns } = useWords()
  const unitName = useFileUnitName()
  return (column) => {
    // Hours of a profile: h00 to h23.
    if (/^h\d\d$/.test(column)) return `${column.slice(1)}:00`
    const name: string = Reflect.get(catalogColumns, column) ?? column
    const unit = unitOfField(toColumn(column))
    return unit === '' || unit === 'share' ? name : withUnit(name, unitName(unit))
  }
}
