import { toColumn } from './toColumn.ts'

type Row = Readonly<Record<string, unknown>>

/** Where a value of the catalog comes from; empty where its row does not say. */
interface CellSource {
  readonly source: string
  readonly date: string
  /** A primary, B secondary, C estimate. */
  readonly grade: string
}

/** Which columns of a row say source and grade of which others; a row with one of each says it of all. */
const OWN_PROVENANCE: readonly (readonly [column: RegExp, source: string, grade: string])[] = [
  [/^(?:priceUsdMwh|demandCharge)/, 'priceSource', 'confPrice'],
  [/^gco2Kwh/, 'ciSource', 'confCi'],
  [/^ashrae/, 'climateSource', 'confClimate'],
  [/^meanDb/, 'climateSource', 'confMeanDb'],
  [/^interconnect/, 'interconnectSource', 'confInterconnect'],
  [/^(?:ppue|wue|peakCool)/, 'source', 'confidencePpue'],
  [/^lead/, 'source', 'confidenceLead'],
  [/^/, 'source', 'grade'],
  [/^/, 'source', 'confidence'],
  [/^/, 'source', 'confidenceCost'],
  [/^/, 'source', 'confidenceCapex'],
]

/** Source, date and grade of a column (`priceUsdMwh`) of a row of the catalog: its own where the row has several. */
export function cellSource(row: Row, column: string): CellSource {
  const [, source, grade] =
    OWN_PROVENANCE.find(([pattern, , key]) => pattern.test(column) && row[key] !== undefined) ?? []
  const estimated = Array.isArray(row.estimatedFields) ? row.estimatedFields.map(String).map(toColumn) : []
  return {
    source: source === undefined ? '' : String(row[source] ?? ''),
    date: typeof row.date === 'string' ? row.date : '',
    grade: estimated.includes(column) ? 'C' : grade === undefined ? '' : String(row[grade]),
  }
}
