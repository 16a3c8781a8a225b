import { getCooling, getRegion } from '../../catalog/find.ts'
import { designDay } from '../../engine/climate/designDay.ts'
import { siteClimate } from '../../engine/derive/aidc/siteClimate.ts'
import { listPeriods } from '../../engine/derive/periods.ts'
import { listSlices } from '../../engine/derive/slices.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { SiteProfiles } from '../../plan/schema/profiles.ts'
import type { Site } from '../../plan/schema/site.ts'
import { type Cell, number, type Section, section, type Table, words } from '../document.ts'
import { lastBuilds, type Source, sumOf } from '../source.ts'

export function coolingSection(source: Source): Section {
  const w = source.words.cooling
  return section('cooling', w.heading, {
    paragraphs: [w.about],
    tables: [coolingTable(source)],
  })
}

function coolingTable(source: Source): Table {
  const w = source.words.cooling
  const { plan, catalog } = source
  const periods = listPeriods(plan)
  const slices = listSlices(plan)
  const hours = sumOf(slices, (slice) => slice.hoursPerPeriod)
  const mean = (table: readonly (readonly number[])[]) =>
    sumOf(table, (row) => sumOf(slices, ({ index, hoursPerPeriod }) => row[index]! * hoursPerPeriod)) /
    (hours * table.length)
  const rows = plan.sites.map((site): Cell[] => {
    const region = getRegion(catalog, site.catalogRegionId)
    const { givenPue } = site.facility
    const climate = siteClimate(site, catalog, periods, slices)
    const weather = site.profiles?.weather
    const design = designDay(weather, region)
    const build = lastBuilds(source).find((own) => own.siteId === site.id)
    return [
      site.name,
      coolingNames(site.facility, catalog),
      givenPue === undefined ? (weather?.place ?? w.synthetic) : w.given,
      weather ? meanDryBulbC(weather) : region.meanDbC,
      design.dryC,
      design.wetC,
      mean(climate.pue),
      climate.pueDesign,
      mean(climate.wueLPerKwh),
      site.facility.coolingLimitItMw ?? null,
      build?.usedItMw ?? null,
    ]
  })
  return {
    id: 'cooling',
    title: w.bySite,
    columns: [
      words(w.site),
      words(w.technology),
      words(w.weather),
      number(w.meanDb, '°C'),
      number(w.designDb, '°C'),
      number(w.designWb, '°C'),
      number(w.pueMean),
      number(w.pueDesign),
      number(w.water, 'L/kWh IT'),
      number(w.limit, 'MW IT'),
      number(w.inUse(source.end), 'MW IT'),
    ],
    rows,
  }
}

/** The technology of a site's rooms, or those of its blocks with their numbers. */
export function coolingNames(facility: Site['facility'], catalog: Catalog): string {
  const { coolingBlocks, coolingChoice, coolingTechnologyId } = facility
  if (coolingBlocks.length === 0 || coolingChoice === 'given')
    return getCooling(catalog, coolingTechnologyId).technology
  return coolingBlocks
    .map(({ technologyId, blocks }) => `${blocks} × ${getCooling(catalog, technologyId).technology}`)
    .join('; ')
}

function meanDryBulbC({ dryBulbC }: NonNullable<SiteProfiles['weather']>): number {
  const all = dryBulbC.flat(2)
  return sumOf(all, (value) => value) / all.length
}
