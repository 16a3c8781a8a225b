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
  return section('bill', 'Bill of materials', {
    paragraphs: [
      [
        'Whole units under the redundancy schemes of the plan, at catalog prices of today. They are a check of the cost of ',
        'the rooms from below and not paid on top of it: the economics use the cost per MW that the plan gives.',
      ],
    ],
    tables: [totalTable(source), lineTable(source), ...survivalTables(source)],
  })
}

function totalTable({ trains }: Source): Table {
  const lines = trains.flatMap((train) => train.lines)
  const rows = [...Map.groupBy(lines, (line) => line.equipmentId).values()].map((own): Cell[] => [
    own[0]!.equipment,
    sumOf(own, (line) => line.added),
    sumOf(own, (line) => line.priceMusd),
    own[0]!.leadWeeks,
  ])
  const table: Table = {
    id: 'bill-total',
    title: 'Equipment of all sites over the horizon',
    columns: [words('Equipment'), number('Units'), number('Price', 'M$'), number('Lead', 'weeks')],
    rows,
  }
  return withTotal(table, ['Units', 'Lead'])
}

function lineTable(source: Source): Table {
  const rows = source.trains.flatMap(({ siteId, lines }) =>
    lines
      .filter((line) => line.added > 0)
      .map((line): Cell[] => [
        siteName(source, siteId),
        line.period,
        line.purpose,
        line.equipment,
        line.scheme,
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
    title: 'Equipment by site and step',
    isAppendix: true,
    columns: [
      words('Site'),
      quarter('Step'),
      words('Purpose'),
      words('Equipment'),
      words('Scheme'),
      number('Load', 'MW, MVA or MW heat'),
      number('Needed', 'units'),
      number('Installed', 'units'),
      number('Added', 'units'),
      number('Price', 'M$'),
      number('Efficiency', 'share'),
    ],
    rows,
  }
}

function survivalTables(source: Source): Table[] {
  const own = source.trains.filter((train) => train.survival.length > 0)
  const hours = own[0]?.survival.map((point) => point.hours)
  if (!hours) return []
  return [
    {
      id: 'survival',
      title: 'Probability that the generators carry an outage of so long',
      columns: [words('Site'), ...hours.map((h) => number(`${h} h`, 'share'))],
      rows: own.map((train) => [
        siteName(source, train.siteId),
        ...train.survival.map((point) => point.probability),
      ]),
    },
  ]
}
