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

export function distributionSection(source: Source): Section {
  const hasLeases = source.result.leases.length > 0
  return section('distribution', 'Distribution and leases', {
    paragraphs: [
      [
        'Where the tokens of each region are made, and what is leased. Private work stays in its residency zone.',
      ],
    ],
    charts: [sourceChart(source)],
    tables: [
      flowTable(source),
      ...(hasLeases ? [offerTable(source), leaseTable(source)] : []),
      ...(source.result.purchases.length > 0 ? [purchaseTable(source)] : []),
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
  return {
    title: 'Tokens by the place that makes them, mean of the week',
    kind: 'stack',
    unit: 'Mtok/s',
    labels: source.result.periods,
    series: placesOf(source).map(({ id, name }) => ({
      name,
      values: source.result.periods.map((period) => servedBy(source, period, id)),
    })),
  }
}

function flowTable(source: Source): Table {
  const { plan, end } = source
  const rows = placesOf(source).map(({ id, name }): Cell[] => [
    name,
    ...plan.regions.map((region) => servedBy(source, end, id, region.id)),
    servedBy(source, end, id),
  ])
  const table: Table = {
    id: 'flows',
    title: `Tokens from place (row) to region (column) in ${end}, mean of the week`,
    columns: [
      words('Place'),
      ...plan.regions.map((region) => number(regionName(source, region.id), 'Mtok/s')),
      number('All', 'Mtok/s'),
    ],
    rows,
  }
  return withTotal(table)
}

function offerTable({ plan }: Source): Table {
  return {
    id: 'lease-offers',
    title: 'Leases on offer',
    columns: [
      words('Lease'),
      words('Accelerator'),
      number('Price', '$ per accelerator hour'),
      number('Price change a year', 'share'),
      number('Term', 'quarters'),
      number('At most', 'accelerators'),
      words('Zones'),
      words('Note'),
    ],
    rows: plan.distribution.leases.map((lease) => [
      lease.name,
      lease.acceleratorId,
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
    title: 'Leases by quarter',
    columns: [
      quarter('Quarter'),
      words('Lease'),
      number('Held', 'accelerators'),
      number('Term begins', 'accelerators'),
      number('Serves', 'Mtok/s'),
      number('Cost, present value', 'M$'),
    ],
    rows,
  }
  return withTotal(table, ['Held', 'Serves'])
}

function purchaseTable({ plan, result }: Source): Table {
  const rows = result.purchases.map((item): Cell[] => [
    item.period,
    plan.distribution.apis.find((api) => api.id === item.apiId)?.name ?? item.apiId,
    item.tokS / 1e6,
    item.costMusd,
  ])
  const table: Table = {
    id: 'purchases',
    title: 'Tokens bought by quarter',
    columns: [
      quarter('Quarter'),
      words('API'),
      number('Bought', 'Mtok/s'),
      number('Cost, before discounting', 'M$'),
    ],
    rows,
  }
  return withTotal(table, ['Bought'])
}
