import { getCooling, getRegion } from '../../catalog/find.ts'
import {
  type Chart,
  number,
  quarter,
  type Section,
  section,
  type Table,
  withTotal,
  words,
} from '../document.ts'
import { buildsOf, LEAST, lastBuilds, type Source, siteName } from '../source.ts'

export function sitesSection(source: Source): Section {
  return section('sites', 'Sites', {
    paragraphs: [[`What each site may have, and what the plan makes of it by ${source.end}.`]],
    charts: [builtChart(source)],
    tables: [placeTable(source), endTable(source), quarterTable(source)],
  })
}

function placeTable(source: Source): Table {
  const { plan, catalog } = source
  return {
    id: 'places',
    title: 'Places and limits',
    columns: [
      words('Site'),
      words('Place'),
      words('Building'),
      words('Cooling'),
      number('Rooms at most', 'MW IT'),
      number('Grid at most', 'MW'),
      quarter('Rooms from'),
      quarter('Grid from'),
    ],
    rows: plan.sites.map(({ name, catalogRegionId, facility, power }) => [
      name,
      getRegion(catalog, catalogRegionId).name,
      catalog.building.find((row) => row.id === facility.archetypeId)?.archetype ?? facility.archetypeId,
      getCooling(catalog, facility.coolingTechnologyId).technology,
      facility.maxItMw,
      power.gridLimitMw,
      facility.earliest,
      power.energised,
    ]),
  }
}

function endTable(source: Source): Table {
  const rows = lastBuilds(source).map((build) => [
    siteName(source, build.siteId),
    buildsOf(source, build.siteId).find((own) => own.usedItMw > LEAST)?.period ?? null,
    build.phases,
    build.builtItMw,
    build.usedItMw,
    build.contractedMw,
    build.peakMw,
    build.servedTokS / 1e6,
  ])
  const table: Table = {
    id: 'sites-at-end',
    title: `Sites in ${source.end}`,
    columns: [
      words('Site'),
      quarter('First load'),
      number('Phases'),
      number('Built', 'MW IT'),
      number('In use', 'MW IT'),
      number('Grid contracted', 'MW'),
      number('Peak', 'MW'),
      number('Serves', 'Mtok/s'),
    ],
    rows,
  }
  return withTotal(table)
}

function builtChart(source: Source): Chart {
  const { plan, result } = source
  return {
    title: 'IT load built by site',
    kind: 'stack',
    unit: 'MW IT',
    labels: result.periods,
    series: plan.sites.map((site) => ({
      name: site.name,
      values: buildsOf(source, site.id).map((build) => build.builtItMw),
    })),
  }
}

function quarterTable(source: Source): Table {
  const { plan, result } = source
  return {
    id: 'built-by-quarter',
    title: 'IT load built by quarter',
    columns: [quarter('Quarter'), ...plan.sites.map((site) => number(site.name, 'MW IT'))],
    rows: result.periods.map((period, index) => [
      period,
      ...plan.sites.map((site) => buildsOf(source, site.id)[index]?.builtItMw ?? null),
    ]),
  }
}
