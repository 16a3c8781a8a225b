import { getArchetype } from '../../catalog/find.ts'
import { listWorkloads } from '../../engine/derive/workloads.ts'
import {
  type Chart,
  figure,
  number,
  type Section,
  section,
  type Table,
  withTotal,
  words,
} from '../document.ts'
import { regionName, type Source, sumOf } from '../source.ts'
import { tokensPerDay } from '../units.ts'

const LATENCIES = ['realtime', 'interactive', 'standard', 'batch'] as const

export function demandSection(source: Source): Section {
  const { result, end } = source
  const first = result.periods[0]!
  const totals = (period: string) =>
    result.demand.filter((row) => row.period === period).map((row) => row.tokS)
  return section('demand', 'Demand', {
    paragraphs: [
      [
        'Tokens are input, cached input and output together. The mean of the week grows from ',
        figure(tokensPerDay(totals(first)) / 1e12, 'T tokens a day'),
        ` in ${first} to `,
        figure(tokensPerDay(totals(end)) / 1e12, 'T tokens a day'),
        ` in ${end}.`,
      ],
    ],
    charts: [latencyChart(source)],
    tables: [archetypeTable(source), regionTable(source), quarterTable(source)],
  })
}

function latencyOf(classId: string): string {
  return classId.split('-')[0]!
}

function latencyChart({ result }: Source): Chart {
  return {
    title: 'Demand by latency class, mean of the week',
    kind: 'stack',
    unit: 'Mtok/s',
    labels: result.periods,
    series: LATENCIES.map((latency) => ({
      name: latency,
      values: result.periods.map((period) => mTokS(result.demand, period, latency)),
    })),
  }
}

function mTokS(demand: Source['result']['demand'], period: string, latency: string): number {
  const own = demand.filter((row) => row.period === period && latencyOf(row.classId) === latency)
  return sumOf(own, (row) => row.tokS) / 1e6
}

function archetypeTable({ plan, catalog, result, end }: Source): Table {
  const workloads = listWorkloads(plan, catalog)
  const rows = plan.demand.map((demand, index) => {
    const archetype = getArchetype(catalog, demand.archetypeId)
    const { tokS, inputTokens, outputTokens } = workloads[index]!
    return [
      archetype.name,
      archetype.unit,
      demand.unitsStart,
      demand.unitsEnd,
      demand.growth,
      archetype.latencyClass,
      inputTokens,
      outputTokens,
      tokensPerDay([tokS[0]!]) / 1e9,
      tokensPerDay([tokS.at(-1)!]) / 1e9,
    ]
  })
  const table: Table = {
    id: 'archetypes',
    title: `Who asks, ${result.periods[0]} and ${end}`,
    columns: [
      words('Archetype'),
      words('Unit'),
      number('Units at start'),
      number('Units at end'),
      words('Growth'),
      words('Latency class'),
      number('Input', 'tokens per call'),
      number('Output', 'tokens per call'),
      number('At start', 'B tokens a day'),
      number('At end', 'B tokens a day'),
    ],
    rows,
  }
  return withTotal(table, ['Units at start', 'Units at end', 'Input', 'Output'])
}

function regionTable(source: Source): Table {
  const { plan, result, end } = source
  const last = result.demand.filter((row) => row.period === end)
  const rows = plan.regions.map((region) => {
    const own = last.filter((row) => row.regionId === region.id)
    const isPrivate = (row: (typeof own)[number]) => row.classId.endsWith('-private')
    return [
      regionName(source, region.id),
      region.residencyZone,
      sumOf(own, (row) => row.tokS) / 1e6,
      sumOf(own.filter(isPrivate), (row) => row.tokS) / 1e6,
      sumOf(own, (row) => row.unservedTokS) / 1e6,
    ]
  })
  const table: Table = {
    id: 'demand-by-region',
    title: `Demand by region in ${end}, mean of the week`,
    columns: [
      words('Region'),
      words('Residency zone'),
      number('Demand', 'Mtok/s'),
      number('of it private', 'Mtok/s'),
      number('Unserved', 'Mtok/s'),
    ],
    rows,
  }
  return withTotal(table)
}

function quarterTable({ result }: Source): Table {
  return {
    id: 'demand-by-quarter',
    title: 'Demand by quarter and latency class, mean of the week',
    columns: [
      { title: 'Quarter', kind: 'quarter', unit: '' },
      ...LATENCIES.map((latency) => number(latency, 'Mtok/s')),
      number('All', 'Mtok/s'),
      number('Unserved', 'Mtok/s'),
    ],
    rows: result.periods.map((period) => {
      const own = result.demand.filter((row) => row.period === period)
      return [
        period,
        ...LATENCIES.map((latency) => mTokS(result.demand, period, latency)),
        sumOf(own, (row) => row.tokS) / 1e6,
        sumOf(own, (row) => row.unservedTokS) / 1e6,
      ]
    }),
  }
}
