import { type MarketRow, marketView } from '../../engine/derive/distribution/marketView.ts'
import { type Cell, type Chart, number, quarter, type Table, words } from '../document.ts'
import type { Source } from '../source.ts'

/** Prices of both sides of the market by period, where any of them changes. */
export function marketCharts(source: Source): Chart[] {
  const w = source.words.distribution
  const labels = source.result.periods
  return UNITS.flatMap((unit): Chart[] => {
    const series = rowsOf(source, unit).map((row) => ({
      name: nameOf(source, row),
      values: row.prices.map((price) => price?.usd ?? null),
    }))
    const title = unit === HOUR ? w.hourPrices : w.tokenPrices
    return series.length === 0 ? [] : [{ title, kind: 'lines', unit: SHOWN[unit], labels, series }]
  })
}

export function marketTables(source: Source): Table[] {
  return [...UNITS.flatMap((unit) => priceTable(source, unit)), ...datedTables(source), ...moveTable(source)]
}

type Unit = MarketRow['unit']
const HOUR = '$/accelerator-h'
const UNITS: readonly Unit[] = [HOUR, '$/Mtok']
const SHOWN: Readonly<Record<Unit, string>> = {
  [HOUR]: '$ per accelerator hour',
  '$/Mtok': '$ per million tokens',
}

/** None where all prices stay as they are: the offers say them. */
function rowsOf({ plan, shipped }: Source, unit: Unit): MarketRow[] {
  const rows = marketView(plan, shipped).filter((row) => row.unit === unit)
  const changes = rows.some(({ prices }) => prices.some((price) => price?.usd !== prices[0]?.usd))
  return changes ? rows : []
}

function nameOf({ names, words: { distribution: w } }: Source, { kind, id, name }: MarketRow): string {
  if (kind === 'let') return w.let
  if (kind === 'sell') return id === '' ? w.sold : `${w.sold}, ${names.taskClass(id)}`
  return name
}

function priceTable(source: Source, unit: Unit): Table[] {
  const w = source.words.distribution
  const rows = rowsOf(source, unit)
  if (rows.length === 0) return []
  return [
    {
      id: unit === HOUR ? 'hour-prices' : 'token-prices',
      title: unit === HOUR ? w.hourPrices : w.tokenPrices,
      columns: [quarter(w.quarter), ...rows.map((row) => number(nameOf(source, row), SHOWN[unit]))],
      rows: source.result.periods.map((period, t): Cell[] => [
        period,
        ...rows.map((row) => row.prices[t]?.usd ?? null),
      ]),
    },
  ]
}

/** Price histories as they are said. */
function datedTables({ plan, names, words: { distribution: w } }: Source): Table[] {
  const { leases, apis, sales, sellPrices } = plan.distribution
  const hours: Cell[][] = [
    ...leases.flatMap(({ name, prices }) =>
      prices.map((row) => [name, row.from, row.usdPerAccelH, row.note ?? '']),
    ),
    ...sales
      .filter((own) => own.kind === 'accelerator-hours')
      .flatMap(({ name, prices }) => prices.map((row) => [name, row.from, row.usd, row.note ?? ''])),
    ...sellPrices.computePrices.map((row) => [w.let, row.from, row.usdPerAccelH, row.note ?? '']),
  ]
  const tokens: Cell[][] = [
    ...apis.flatMap(({ name, prices }) => prices.map((row) => listRow(name, row))),
    ...sellPrices.prices.map((row) =>
      listRow(row.classId === undefined ? w.sold : `${w.sold}, ${names.taskClass(row.classId)}`, row),
    ),
    ...sales
      .filter((own) => own.kind === 'tokens')
      .flatMap(({ name, prices }) =>
        prices.map((row): Cell[] => [name, row.from, null, null, null, row.usd, row.note ?? '']),
      ),
  ]
  const said = [words(w.offer), words(w.from)]
  const mtok = SHOWN['$/Mtok']
  const tables: Table[] = [
    {
      ...{ id: 'dated-hour-prices', title: w.dated, rows: hours },
      columns: [...said, number(w.price, SHOWN[HOUR]), words(w.note)],
    },
    {
      ...{ id: 'dated-token-prices', title: w.dated, rows: tokens },
      columns: [
        ...[
          ...said,
          number(w.input, mtok),
          number(w.cached, mtok),
          number(w.output, mtok),
          number(w.anyToken, mtok),
          words(w.note),
        ],
      ],
    },
  ]
  return tables.filter((table) => table.rows.length > 0)
}

interface TokenPrices {
  readonly from: string
  readonly usdPerMInput: number
  readonly usdPerMCachedInput?: number | undefined
  readonly usdPerMOutput: number
  readonly note?: string | undefined
}

function listRow(name: string, row: TokenPrices): Cell[] {
  const { from, usdPerMInput, usdPerMCachedInput, usdPerMOutput, note = '' } = row
  return [name, from, usdPerMInput, usdPerMCachedInput ?? null, usdPerMOutput, null, note]
}

function moveTable({ plan, words: { distribution: w } }: Source): Table[] {
  const { moves, applies } = plan.distribution.market
  if (moves.length === 0) return []
  return [
    {
      id: 'market-moves',
      title: applies ? w.moves : w.movesAside,
      columns: [
        ...[words(w.move), words(w.side), words(w.goods), words(w.from), number(w.step, 'share')],
        ...[number(w.priceChange, 'share'), words(w.until), words(w.note)],
      ],
      rows: moves.map((own) => [
        ...[own.name, w.sides[own.side], w.goodsOf[own.goods], own.from, own.stepShare],
        ...[own.changePerYear, own.until ?? '', own.note ?? ''],
      ]),
    },
  ]
}
