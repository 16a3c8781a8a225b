import { getCooling, getRegion } from '../../catalog/find.ts'
import { climateBySlice } from '../../engine/climate/climateBySlice.ts'
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
  const rows = plan.sites.map((site): Cell[] => {
    const region = getRegion(catalog, site.catalogRegionId)
    const { coolingTechnologyId: technologyId, electricalLossShare } = site.facility
    const allDay = [{ hours: Array.from({ length: 24 }, (_, hour) => hour) }]
    const climate = climateBySlice({
      technologyId,
      region,
      electricalLossShare,
      slices: allDay,
      utcOffsetH: 0,
    })
    const mean = (table: readonly (readonly number[])[]) => sumOf(table, (row) => row[0]!) / table.length
    const build = lastBuilds(source).find((own) => own.siteId === site.id)
    return [
      site.name,
      getCooling(catalog, technologyId).technology,
      region.meanDbC,
      region.ashrae04DbC,
      region.ashrae04WbC,
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
