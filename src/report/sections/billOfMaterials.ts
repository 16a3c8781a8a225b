import { serverBill } from '../../engine/network/serverBill.ts'
import {
  type Cell,
  number,
  quarter,
  type Section,
  section,
  type Table,
  withTotal,
  words,
} from '../document.ts'
import { type Source, siteName, sumOf } from '../source.ts'

/** Electrical and cooling trains for the rooms that are planned, and how long their generators carry an outage. */
export function billSection(source: Source): Section {
  const w = source.words.bill
  return section('bill', w.heading, {
    paragraphs: [w.about],
    tables: [totalTable(source), serverTable(source), lineTable(source), ...survivalTables(source)],
  })
}

function totalTable(source: Source): Table {
  const { trains } = source
  const w = source.words.bill
  const lines = trains.flatMap((train) => train.lines)
  const rows = [...Map.groupBy(lines, (line) => line.equipmentId).values()].map((own): Cell[] => [
    own[0]!.equipment,
    sumOf(own, (line) => line.added),
    sumOf(own, (line) => line.priceMusd),
    own[0]!.leadWeeks,
  ])
  const table: Table = {
    id: 'bill-total',
    title: w.total,
    columns: [words(w.equipment), number(w.units), number(w.price, 'M$'), number(w.lead, 'weeks')],
    rows,
  }
  return withTotal(source.words.frame.total, table, [w.units, w.lead])
}

/** Servers, switches and optics; the network is an estimate beside what the plan pays. */
function serverTable(source: Source): Table {
  const w = source.words.bill
  const rows = serverBill(source.plan, source.catalog, source.result).map((line): Cell[] => [
    siteName(source, line.siteId),
    line.item,
    line.count,
    line.spares,
    line.priceLowMusd,
    line.priceHighMusd,
    line.kw,
    line.leadWeeks,
    line.grade,
    line.source,
  ])
  const table: Table = {
    id: 'bill-servers',
    title: w.servers,
    isAppendix: true,
    columns: [
      words(w.site),
      words(w.equipment),
      number(w.units),
      number(w.spares, 'units'),
      number(w.priceLow, 'M$'),
      number(w.priceHigh, 'M$'),
      number(w.load, 'kW'),
      number(w.lead, 'weeks'),
      words(w.grade),
      words(w.source),
    ],
    rows,
  }
  return withTotal(source.words.frame.total, table, [w.units, w.spares, w.lead])
}

function lineTable(source: Source): Table {
  const w = source.words.bill
  const rows = source.trains.flatMap(({ siteId, lines }) =>
    lines
      .filter((line) => line.added > 0)
      .map((line): Cell[] => [
        siteName(source, siteId),
        line.period,
        w.purposes[line.purpose] ?? line.purpose,
        line.equipment,
        w.schemes[line.scheme] ?? line.scheme,
        line.load / 1000,
        line.needed,
        line.installed,
        line.added,
        line.priceMusd,
        line.efficiency,
      ]),
  )
  return {
    id: 'bill-lines',
    title: w.lines,
    isAppendix: true,
    columns: [
      words(w.site),
      quarter(w.step),
      words(w.purpose),
      words(w.equipment),
      words(w.scheme),
      number(w.load, 'MW, MVA or MW heat'),
      number(w.needed, 'units'),
      number(w.installed, 'units'),
      number(w.added, 'units'),
      number(w.price, 'M$'),
      number(w.efficiency, 'share'),
    ],
    rows,
  }
}

function survivalTables(source: Source): Table[] {
  const w = source.words.bill
  const own = source.trains.filter((train) => train.survival.length > 0)
  const hours = own[0]?.survival.map((point) => point.hours)
  if (!hours) return []
  return [
    {
      id: 'survival',
      title: w.survival,
      columns: [words(w.site), ...hours.map((h) => number(w.hours(h), 'share'))],
      rows: own.map((train) => [
        siteName(source, train.siteId),
        ...train.survival.map((point) => point.probability),
      ]),
    },
  ]
}
