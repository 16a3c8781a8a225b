import { KG_PER_TONNE, KW_PER_MW, LITRES_PER_M3, MWH_PER_GWH } from '../../plan/units.ts'
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

export function carbonWaterSection(source: Source): Section {
  const w = source.words.carbonWater
  const { builds } = source.result
  return section('carbon-water', w.heading, {
    paragraphs: [
      w.about(
        figure(sumOf(builds, (build) => build.co2Tonnes) / 1000, 'kt CO2'),
        figure(
          sumOf(builds, (build) => build.waterM3),
          'm3',
        ),
        figure(source.plan.finance.carbonUsdPerTonne, '$ per tonne'),
      ),
    ],
    tables: [siteTable(source), quarterTable(source)],
  })
}

function siteTable(source: Source): Table {
  const w = source.words.carbonWater
  const rows = lastBuilds(source).map((build): Cell[] => [
    siteName(source, build.siteId),
    build.energyMwh / MWH_PER_GWH,
    build.co2Tonnes,
    build.energyMwh > 0 ? (build.co2Tonnes * KG_PER_TONNE) / build.energyMwh : null,
    build.waterM3,
    build.energyMwh > 0 ? (build.waterM3 * LITRES_PER_M3) / (build.energyMwh * KW_PER_MW) : null,
  ])
  const table: Table = {
    id: 'carbon-by-site',
    title: w.bySite(source.end),
    columns: [
      words(w.site),
      number(w.energy, 'GWh'),
      number(w.carbon, 't CO2'),
      number(w.intensity, 'kg CO2 per MWh', '[2]/[1]'),
      number(w.water, 'm3'),
      number(w.waterIntensity, 'L/kWh', '[4]/[1]/1000'),
    ],
    rows,
  }
  return withTotal(source.words.frame.total, table, [w.intensity, w.waterIntensity])
}

function quarterTable(source: Source): Table {
  const w = source.words.carbonWater
  const energy = byPeriod(source, (build) => build.energyMwh / MWH_PER_GWH)
  const carbon = byPeriod(source, (build) => build.co2Tonnes)
  const water = byPeriod(source, (build) => build.waterM3)
  const table: Table = {
    id: 'carbon-by-quarter',
    title: w.byQuarter,
    columns: [quarter(w.quarter), number(w.energy, 'GWh'), number(w.carbon, 't CO2'), number(w.water, 'm3')],
    rows: source.result.periods.map((period, i) => [period, energy[i]!, carbon[i]!, water[i]!]),
  }
  return withTotal(source.words.frame.total, table)
}
