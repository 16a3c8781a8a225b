import { getAccelerator, getModel } from '../../catalog/find.ts'
import type { PlanAccelerator } from '../../plan/schema/supply.ts'
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
import { buildsOf, byPeriod, LEAST, lastBuilds, type Source, siteName, sumOf } from '../source.ts'

export function acceleratorsSection(source: Source): Section {
  return section('accelerators', 'Accelerators and placement', {
    paragraphs: [
      [
        'A unit is a server or rack as it is bought. Units in service are what the load needs and may be fractions: they ',
        'are means over the machines of a site; units bought are whole.',
      ],
    ],
    charts: [unitsChart(source)],
    tables: [kindTable(source), boughtTable(source), placementTable(source), purchaseTable(source)],
  })
}

function unitName(source: Source, { catalogAcceleratorId, accelPerUnit }: PlanAccelerator): string {
  return `${getAccelerator(source.catalog, catalogAcceleratorId).accelerator}, unit of ${accelPerUnit}`
}

function nameOf(source: Source, acceleratorId: string): string {
  const own = source.plan.accelerators.find((item) => item.id === acceleratorId)
  return own ? unitName(source, own) : acceleratorId
}

function unitsChart(source: Source): Chart {
  return {
    title: 'Units in service, all sites',
    kind: 'stack',
    unit: 'units',
    labels: source.result.periods,
    series: source.plan.accelerators.map((own) => ({
      name: unitName(source, own),
      values: byPeriod(source, (build) => build.unitsByAccelerator[own.id] ?? 0),
    })),
  }
}

function kindTable(source: Source): Table {
  return {
    id: 'accelerator-kinds',
    title: 'What can be bought',
    columns: [
      words('Unit'),
      words('Id'),
      number('Accelerators'),
      number('IT load', 'kW'),
      number('Price', 'k$'),
      number('Price change a year', 'share'),
      number('Lead', 'months'),
      number('Supply', 'units a quarter'),
      words('Export restriction'),
    ],
    rows: source.plan.accelerators.map((own) => [
      unitName(source, own),
      own.id,
      own.accelPerUnit,
      own.unitItKw,
      own.priceUsdPerUnit / 1000,
      own.priceChangePerYear,
      own.leadMonths,
      own.supplyUnitsPerPeriod,
      getAccelerator(source.catalog, own.catalogAcceleratorId).exportRestriction,
    ]),
  }
}

function boughtTable(source: Source): Table {
  const { accelerators } = source.plan
  const rows = lastBuilds(source).map((build): Cell[] => [
    siteName(source, build.siteId),
    ...accelerators.flatMap(({ id }) => [
      build.boughtByAccelerator[id] ?? 0,
      build.unitsByAccelerator[id] ?? 0,
    ]),
  ])
  const table: Table = {
    id: 'units-by-site',
    title: `Units bought to date and in service in ${source.end}`,
    columns: [
      words('Site'),
      ...accelerators.flatMap(({ id }) => [
        number(`${id}, bought`, 'units'),
        number(`${id}, in service`, 'units'),
      ]),
    ],
    rows,
  }
  return withTotal(table)
}

/** Which model runs on which units at which site in the last quarter. */
function placementTable(source: Source): Table {
  const { plan, catalog, result, end } = source
  const last = result.placements.filter((item) => item.period === end && item.units > LEAST)
  const groups = Map.groupBy(last, (item) => `${item.siteId} ${item.modelId} ${item.acceleratorId}`)
  const modelName = (id: string) => {
    const own = plan.models.find((model) => model.id === id)
    return own ? getModel(catalog, own.catalogModelId).model : id
  }
  const rows = [...groups.values()].map((own): Cell[] => [
    siteName(source, own[0]!.siteId),
    modelName(own[0]!.modelId),
    nameOf(source, own[0]!.acceleratorId),
    own.map((item) => item.classId).join(', '),
    sumOf(own, (item) => item.units),
    sumOf(own, (item) => item.tokS) / 1e6,
  ])
  const table: Table = {
    id: 'placement',
    title: `Placement in ${end}`,
    columns: [
      words('Site'),
      words('Model'),
      words('Unit'),
      words('Classes of tasks'),
      number('Units busy at the peak', 'units'),
      number('Serves', 'Mtok/s'),
    ],
    rows,
  }
  return withTotal(table)
}

/** Units added in each quarter at each site. */
function purchaseTable(source: Source): Table {
  const rows = source.plan.sites.flatMap((site) =>
    source.plan.accelerators.flatMap(({ id }) => {
      const builds = buildsOf(source, site.id)
      return builds.flatMap((build, index): Cell[][] => {
        const before = index > 0 ? (builds[index - 1]!.boughtByAccelerator[id] ?? 0) : 0
        const added = (build.boughtByAccelerator[id] ?? 0) - before
        return added > LEAST ? [[build.period, site.name, nameOf(source, id), added]] : []
      })
    }),
  )
  return {
    id: 'purchases',
    title: 'Purchases by quarter of delivery',
    columns: [quarter('Delivered in'), words('Site'), words('Unit'), number('Units', 'units')],
    rows: rows.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  }
}
