import {
  type Cell,
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

const KG_PER_TONNE = 1000
const LITRES_PER_M3 = 1000

export function carbonWaterSection(source: Source): Section {
  const { builds } = source.result
  return section('carbon-water', 'Carbon and water', {
    paragraphs: [
      [
        'Carbon is what the electricity of the own sites emits at the grid and at plant on site; leased compute, buildings ',
        'and hardware are not in it. Over the horizon: ',
        figure(sumOf(builds, (build) => build.co2Tonnes) / 1000, 'kt CO2'),
        ' and ',
        figure(sumOf(builds, (build) => build.waterM3) / 1000, '1,000 m3'),
        ' of water evaporated on site. The plan prices carbon at ',
        figure(source.plan.finance.carbonUsdPerTonne, '$ per tonne'),
        '.',
      ],
    ],
    tables: [siteTable(source), quarterTable(source)],
  })
}

function siteTable(source: Source): Table {
  const rows = lastBuilds(source).map((build): Cell[] => [
    siteName(source, build.siteId),
    build.energyMwh / 1000,
    build.co2Tonnes,
    build.energyMwh > 0 ? (build.co2Tonnes * KG_PER_TONNE) / build.energyMwh : null,
    build.waterM3,
    build.energyMwh > 0 ? (build.waterM3 * LITRES_PER_M3) / (build.energyMwh * 1000) : null,
  ])
  const table: Table = {
    id: 'carbon-by-site',
    title: `Carbon and water by site in ${source.end}`,
    columns: [
      words('Site'),
      number('Energy', 'GWh'),
      number('Carbon', 't CO2'),
      number('Intensity', 'kg CO2 per MWh'),
      number('Water', 'm3'),
      number('Water intensity', 'L/kWh'),
    ],
    rows,
  }
  return withTotal(table, ['Intensity', 'Water intensity'])
}

function quarterTable(source: Source): Table {
  const energy = byPeriod(source, (build) => build.energyMwh / 1000)
  const carbon = byPeriod(source, (build) => build.co2Tonnes)
  const water = byPeriod(source, (build) => build.waterM3)
  const table: Table = {
    id: 'carbon-by-quarter',
    title: 'Carbon and water by quarter, all sites',
    columns: [quarter('Quarter'), number('Energy', 'GWh'), number('Carbon', 't CO2'), number('Water', 'm3')],
    rows: source.result.periods.map((period, i) => [period, energy[i]!, carbon[i]!, water[i]!]),
  }
  return withTotal(table)
}
