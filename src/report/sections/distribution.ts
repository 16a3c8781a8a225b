import { findAccelerator } from '../../catalog/find.ts'
import { tokensByTier } from '../../engine/results/tokens/tokensByTier.ts'
import {
  type Cell,
  type Chart,
  number,
  quarter,
  type Section,
  section,
  type Table,
  withTotal,
  words,
} from '../document.ts'
import { leaseName, regionName, type Source, sumOf } from '../source.ts'
import { marketCharts, marketTables } from './marketPrices.ts'

export function distributionSection(source: Source): Section {
  const w = source.words.distribution
  const hasLeases = source.result.leases.length > 0
  return section('distribution', w.heading, {
    paragraphs: [w.about],
    charts: [sourceChart(source), tierChart(source), ...marketCharts(source)],
    tables: [
      flowTable(source),
      ...(hasLeases ? [offerTable(source), leaseTable(source)] : []),
      ...(source.result.purchases.length > 0 ? [purchaseTable(source)] : []),
      ...marketTables(source),
    ],
  })
}

function placesOf({ plan }: Source): { readonly id: string; readonly name: string }[] {
  return [...plan.sites, ...plan.distribution.leases, ...plan.distribution.apis].map(({ id, name }) => ({
    id,
    name,
  }))
}

/** Tokens of one quarter by the place that makes them, million a second. */
function servedBy({ result }: Source, period: string, to: string, regionId?: string): number {
  const own = result.flows.filter(
    (flow) => flow.period === period && flow.to === to && (regionId ?? flow.regionId) === flow.regionId,
  )
  return sumOf(own, (flow) => flow.tokS) / 1e6
}

function sourceChart(source: Source): Chart {
  const w = source.words.distribution
  return {
    title: w.chart,
    kind: 'stack',
    unit: 'Mtok/s',
    labels: source.result.periods,
    series: placesOf(source).map(({ id, name }) => ({
      name,
      values: source.result.periods.map((period) => servedBy(source, period, id)),
    })),
  }
}

function tierChart({ plan, result, words: { distribution: w } }: Source): Chart {
  return {
    ...{ title: w.tierChart, kind: 'stack', unit: 'Mtok/s', labels: result.periods },
    series: tokensByTier(plan, result).map(({ tier, tokS }) => ({
      ...{ name: w.tiers[tier], values: tokS.map((value) => value / 1e6) },
    })),
  }
}

function flowTable(source: Source): Table {
  const w = source.words.distribution
  const { plan, end } = source
  const rows = placesOf(source).map(({ id, name }): Cell[] => [
    name,
    ...plan.regions.map((region) => servedBy(source, end, id, region.id)),
    servedBy(source, end, id),
  ])
  const table: Table = {
    id: 'flows',
    title: w.flows(end),
    columns: [
      words(w.place),
      ...plan.regions.map((region) => number(regionName(source, region.id), 'Mtok/s')),
      number(w.all, 'Mtok/s', `SUM([1]:[${plan.regions.length}])`),
    ],
    rows,
  }
  return withTotal(source.words.frame.total, table)
}

function offerTable({ plan, catalog, words: { distribution: w } }: Source): Table {
  return {
    id: 'lease-offers',
    title: w.offers,
    columns: [
      words(w.lease),
      words(w.accelerator),
      number(w.price, '$ per accelerator hour'),
      number(w.priceChange, 'share'),
      number(w.term, 'quarters'),
      number(w.atMost, 'accelerators'),
      words(w.zones),
      words(w.note),
    ],
    rows: plan.distribution.leases.map((lease) => [
      lease.name,
      findAccelerator(catalog, lease.acceleratorId)?.accelerator ?? lease.acceleratorId,
      lease.usdPerAccelH,
      lease.priceChangePerYear,
      lease.termQuarters,
      lease.limitAccel,
      lease.residencyZones.join(', '),
      lease.note ?? '',
    ]),
  }
}

function leaseTable(source: Source): Table {
  const w = source.words.distribution
  const { result } = source
  const rows = result.periods.flatMap((period) =>
    result.leases
      .filter((lease) => lease.period === period)
      .map((lease): Cell[] => [
        period,
        leaseName(source, lease.leaseId),
        lease.accel,
        lease.begunAccel,
        lease.tokS / 1e6,
        lease.costMusd,
      ]),
  )
  const table: Table = {
    id: 'leases',
    title: w.byQuarter,
    columns: [
      quarter(w.quarter),
      words(w.lease),
      number(w.held, 'accelerators'),
      number(w.begins, 'accelerators'),
      number(w.serves, 'Mtok/s'),
      number(w.cost, 'M$'),
    ],
    rows,
  }
  return withTotal(source.words.frame.total, table, [w.held, w.serves])
}

function purchaseTable({ plan, result, words: { distribution: w, frame } }: Source): Table {
  const rows = result.purchases.map((item): Cell[] => [
    item.period,
    plan.distribution.apis.find((api) => api.id === item.apiId)?.name ?? item.apiId,
    item.tokS / 1e6,
    item.costMusd,
  ])
  const table: Table = {
    id: 'token-purchases',
    title: w.bought,
    columns: [quarter(w.quarter), words(w.api), number(w.boughtRate, 'Mtok/s'), number(w.undiscounted, 'M$')],
    rows,
  }
  return withTotal(frame.total, table, [w.boughtRate])
}
