import { getRegion } from '../../catalog/find.ts'
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
import { coolingNames } from './cooling.ts'

export function sitesSection(source: Source): Section {
  const w = source.words.sites
  return section('sites', w.heading, {
    paragraphs: [w.about(source.end)],
    charts: [builtChart(source)],
    tables: [placeTable(source), endTable(source), quarterTable(source)],
  })
}

function placeTable(source: Source): Table {
  const w = source.words.sites
  const { plan, catalog } = source
  return {
    id: 'places',
    title: w.places,
    columns: [
      words(w.site),
      words(w.place),
      words(w.building),
      words(w.cooling),
      number(w.roomsAtMost, 'MW IT'),
      number(w.gridAtMost, 'MW'),
      quarter(w.roomsFrom),
      quarter(w.gridFrom),
    ],
    rows: plan.sites.map(({ name, catalogRegionId, facility, power }) => [
      name,
      getRegion(catalog, catalogRegionId).name,
      catalog.building.find((row) => row.id === facility.archetypeId)?.archetype ?? facility.archetypeId,
      coolingNames(facility, catalog),
      facility.maxItMw,
      power.gridLimitMw,
      facility.earliest,
      power.energised,
    ]),
  }
}

function endTable(source: Source): Table {
  const w = source.words.sites
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
    title: w.atEnd(source.end),
    columns: [
      words(w.site),
      quarter(w.firstLoad),
      number(w.phases),
      number(w.built, 'MW IT'),
      number(w.inUse, 'MW IT'),
      number(w.contracted, 'MW'),
      number(w.peak, 'MW'),
      number(w.serves, 'Mtok/s'),
    ],
    rows,
  }
  return withTotal(source.words.frame.total, table)
}

function builtChart(source: Source): Chart {
  const w = source.words.sites
  const { plan, result } = source
  return {
    title: w.chart,
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
  const w = source.words.sites
  const { plan, result } = source
  return {
    id: 'built-by-quarter',
    title: w.byQuarter,
    columns: [quarter(w.quarter), ...plan.sites.map((site) => number(site.name, 'MW IT'))],
    rows: result.periods.map((period, index) => [
      period,
      ...plan.sites.map((site) => buildsOf(source, site.id)[index]?.builtItMw ?? null),
    ]),
  }
}
