import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../words/useWords.ts'
import { CopyItem } from './CopyItem.tsx'
import { DataTable } from './DataTable.tsx'
import type { DataColumn } from './dataColumn.ts'
import type { ChartTable, TableCell } from './tableCsv.ts'

/** Values of a chart are in the unit shown already, money too. */
const OF_CHART = 'of the chart'
/** More are in the CSV. */
const MOST_ROWS = 1000

/** A picture's figures as a table in its place, and as CSV: the button, the line of its menu, the table if it is asked for. */
export function useTableView(title: string, table: ChartTable) {
  const words = useWords().chart
  const [isTable, setTable] = useState(false)
  const toggle = (
    <Button size="compact-xs" variant="subtle" color="gray" fw={400} onClick={() => setTable(!isTable)}>
      {isTable ? words.chart : words.table}
    </Button>
  )
  return {
    toggle,
    copyItem: <CopyItem table={table} />,
    shown: isTable ? <ValueTable {...{ title, table }} /> : null,
  }
}

function ValueTable({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  type Row = ChartTable['rows'][number]
  const columns = table.heads.map((head, index): DataColumn<Row> => {
    const isPicked = table.rows.some((row) => row[index]?.onPick)
    const about = {
      ...{ head, trace: (row: Row) => row[index]?.trace, of: (row: Row) => row[index]?.of },
      ...(isPicked ? { onPick: (row: Row) => row[index]?.onPick?.() } : {}),
    }
    const isText = table.rows.some((row) => typeof row[index]?.value === 'string')
    return isText
      ? { ...about, isNumber: index > 0, read: (row) => row[index]?.shown ?? '' }
      : { ...about, number: (row) => numberOf(row[index]), ...(table.isOneUnit ? { unit: OF_CHART } : {}) }
  })
  return <DataTable label={title} columns={columns} items={table.rows.slice(0, MOST_ROWS)} />
}

function numberOf(cell: TableCell | undefined): number | null {
  return typeof cell?.value === 'number' ? cell.value : null
}
