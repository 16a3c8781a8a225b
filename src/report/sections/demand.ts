import { getArchetype } from '../../catalog/find.ts'
import { listWorkloads } from '../../engine/derive/agents/workloads.ts'
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
  const w = source.words.demand
  const { result, end } = source
  const first = result.periods[0]!
  const totals = (period: string) =>
    result.demand.filter((row) => row.period === period).map((row) => row.tokS)
  return section('demand', w.heading, {
    paragraphs: [
      w.grows(
        figure(tokensPerDay(totals(first)) / 1e12, 'T tokens a day'),
        first,
        figure(tokensPerDay(totals(end)) / 1e12, 'T tokens a day'),
        end,
      ),
    ],
    charts: [latencyChart(source)],
    tables: [archetypeTable(source), regionTable(source), quarterTable(source)],
  })
}

function latencyOf(classId: string): string {
  return classId.split('-')[0]!
}

function latencyChart({ result, words: { demand: w } }: Source): Chart {
  return {
    title: w.chart,
    kind: 'stack',
    unit: 'Mtok/s',
    labels: result.periods,
    series: LATENCIES.map((latency) => ({
      name: w.latency[latency]!,
      values: result.periods.map((period) => mTokS(result.demand, period, latency)),
    })),
  }
}

function mTokS(demand: Source['result']['demand'], period: string, latency: string): number {
  const own = demand.filter((row) => row.period === period && latencyOf(row.classId) === latency)
  return sumOf(own, (row) => row.tokS) / 1e6
}

function archetypeTable(source: Source): Table {
  const { plan, catalog, result, end } = source
  const w = source.words.demand
  const workloads = listWorkloads(plan, catalog)
  const rows = plan.demand.map((demand, index) => {
    const archetype = getArchetype(catalog, demand.archetypeId)
    const { tokS, inputTokens, outputTokens } = workloads[index]!
    return [
      archetype.name,
      archetype.unit,
      demand.unitsStart,
      demand.unitsEnd,
      w.growths[demand.growth]!,
      w.latency[archetype.latencyClass] ?? archetype.latencyClass,
      inputTokens,
      outputTokens,
      tokensPerDay([tokS[0]!]) / 1e9,
      tokensPerDay([tokS.at(-1)!]) / 1e9,
    ]
  })
  const table: Table = {
    id: 'archetypes',
    title: w.who(result.periods[0]!, end),
    columns: [
      words(w.archetype),
      words(w.unit),
      number(w.unitsStart),
      number(w.unitsEnd),
      words(w.growth),
      words(w.latencyClass),
      number(w.input, 'tokens per call'),
      number(w.output, 'tokens per call'),
      number(w.atStart, 'B tokens a day'),
      number(w.atEnd, 'B tokens a day'),
    ],
    rows,
  }
  return withTotal(source.words.frame.total, table, [w.unitsStart, w.unitsEnd, w.input, w.output])
}

function regionTable(source: Source): Table {
  const w = source.words.demand
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
    title: w.byRegion(end),
    columns: [
      words(w.region),
      words(w.zone),
      number(w.heading, 'Mtok/s'),
      number(w.isPrivate, 'Mtok/s'),
      number(w.unserved, 'Mtok/s'),
    ],
    rows,
  }
  return withTotal(source.words.frame.total, table)
}

function quarterTable({ result, words: { demand: w } }: Source): Table {
  return {
    id: 'demand-by-quarter',
    title: w.byQuarter,
    columns: [
      { title: w.quarter, kind: 'quarter', unit: '' },
      ...LATENCIES.map((latency) => number(w.latency[latency]!, 'Mtok/s')),
      number(w.all, 'Mtok/s', 'SUM([1]:[4])'),
      number(w.unserved, 'Mtok/s'),
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
