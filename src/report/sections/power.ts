import { getEnergySource } from '../../catalog/find.ts'
import type { SiteBuild } from '../../plan/result/result.ts'
import {
  type Cell,
  type Chart,
  figure,
  number,
  quarter,
  type Section,
  section,
  type Table,
  withTotal,
  words,
} from '../document.ts'
import { byPeriod, lastBuilds, type Source, siteName, sumOf } from '../source.ts'

export function powerSection(source: Source): Section {
  const last = lastBuilds(source)
  return section('power', 'Power', {
    paragraphs: [
      [
        `In ${source.end} the sites hold `,
        figure(
          sumOf(last, (build) => build.contractedMw),
          'MW',
        ),
        ' of firm grid power and take ',
        figure(sumOf(last, (build) => build.energyMwh) / 1000, 'GWh'),
        ' in the quarter.',
      ],
    ],
    charts: [powerChart(source)],
    tables: [
      siteTable(source),
      quarterTable(source),
      ...contractTables(source),
      ...plantTables(source),
      dispatchTable(source),
    ],
  })
}

function powerChart(source: Source): Chart {
  return {
    title: 'Grid power, all sites',
    kind: 'lines',
    unit: 'MW',
    labels: source.result.periods,
    series: [
      { name: 'Contracted', values: byPeriod(source, (build) => build.contractedMw) },
      { name: 'Billed', values: byPeriod(source, (build) => build.billedMw) },
      { name: 'Peak', values: byPeriod(source, (build) => build.peakMw) },
    ],
  }
}

function siteTable(source: Source): Table {
  const rows = lastBuilds(source).map((build) => [
    siteName(source, build.siteId),
    source.plan.sites.find((site) => site.id === build.siteId)?.power.gridLimitMw ?? null,
    build.contractedMw,
    build.flexibleMw,
    build.releasedMw,
    build.peakMw,
    build.meteredMw,
    build.billedMw,
    build.energyMwh / 1000,
  ])
  const table: Table = {
    id: 'power-by-site',
    title: `Power by site in ${source.end}`,
    columns: [
      words('Site'),
      number('Limit', 'MW'),
      number('Contracted', 'MW'),
      number('Curtailable', 'MW'),
      number('Given up', 'MW'),
      number('Design peak', 'MW'),
      number('Metered peak', 'MW'),
      number('Billed', 'MW'),
      number('Energy', 'GWh'),
    ],
    rows,
  }
  return withTotal(table)
}

function quarterTable(source: Source): Table {
  const columns: readonly [string, string, (build: SiteBuild) => number][] = [
    ['Contracted', 'MW', (build) => build.contractedMw],
    ['Peak', 'MW', (build) => build.peakMw],
    ['Metered', 'MW', (build) => build.meteredMw],
    ['Billed', 'MW', (build) => build.billedMw],
    ['IT in use', 'MW', (build) => build.usedItMw],
    ['Energy', 'GWh', (build) => build.energyMwh / 1000],
  ]
  const values = columns.map(([, , pick]) => byPeriod(source, pick))
  return {
    id: 'power-by-quarter',
    title: 'Power by quarter, all sites',
    columns: [quarter('Quarter'), ...columns.map(([title, unit]) => number(title, unit))],
    rows: source.result.periods.map((period, index) => [period, ...values.map((own) => own[index]!)]),
  }
}

function contractTables({ plan, catalog, result, end }: Source): Table[] {
  const rows = plan.sites.flatMap((site) =>
    site.power.contracts.map((contract): Cell[] => [
      site.name,
      getEnergySource(catalog, contract.energySourceId).technology,
      contract.kind,
      contract.maxMw,
      result.builds.find((build) => build.siteId === site.id && build.period === end)?.contractMw[
        contract.id
      ] ?? 0,
      contract.usdPerMwh ?? null,
      contract.start,
      contract.termYears,
      contract.takeOrPayShare,
    ]),
  )
  if (rows.length === 0) return []
  const columns = [
    words('Site'),
    words('Source'),
    words('Kind'),
    number('At most', 'MW'),
    number(`In force in ${end}`, 'MW'),
    number('Price', '$/MWh'),
    quarter('From'),
    number('Term', 'years'),
    number('Take or pay', 'share'),
  ]
  return [{ id: 'power-contracts', title: 'Contracts for electricity', columns, rows }]
}

function plantTables({ plan, catalog, result, end }: Source): Table[] {
  const rows = plan.sites.flatMap((site) =>
    site.power.onSite.map((plant): Cell[] => [
      site.name,
      getEnergySource(catalog, plant.energySourceId).technology,
      plant.maxMw,
      result.builds.find((build) => build.siteId === site.id && build.period === end)?.onSiteMw[plant.id] ??
        0,
    ]),
  )
  if (rows.length === 0) return []
  const columns = [
    words('Site'),
    words('Plant'),
    number('At most', 'MW'),
    number(`Installed in ${end}`, 'MW'),
  ]
  return [{ id: 'plant', title: 'Plant and storage on site', columns, rows }]
}

/** Mean MW of each block of hours, site by site. */
function dispatchTable(source: Source): Table {
  const { result, end } = source
  const flows = (build: SiteBuild): [string, readonly number[]][] => [
    ['Grid', build.drawnMwBySlice],
    ...Object.entries(build.generatedMwBySlice),
    ...Object.entries(build.contractMwBySlice),
    ...Object.entries(build.storageMwBySlice).flatMap(
      ([id, { charged, discharged }]): [string, number[]][] => [
        [`${id}, out`, discharged],
        [`${id}, in`, charged.map((mw) => -mw)],
      ],
    ),
  ]
  return {
    id: 'dispatch',
    title: `Dispatch in ${end}: mean of each block of hours (UTC)`,
    columns: [
      words('Site'),
      words('From'),
      ...result.slices.map((slice) =>
        number(`${slice.dayType} ${slice.hoursUtc[0]}-${slice.hoursUtc.at(-1)! + 1} h`, 'MW'),
      ),
    ],
    rows: lastBuilds(source).flatMap((build) =>
      flows(build)
        .filter(([, values]) => values.length === result.slices.length)
        .map(([name, values]): Cell[] => [siteName(source, build.siteId), name, ...values]),
    ),
  }
}
