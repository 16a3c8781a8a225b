import { getCooling, getRegion } from '../../catalog/find.ts'
import { climateBySlice } from '../../engine/climate/climateBySlice.ts'
import { type Cell, number, type Section, section, type Table, words } from '../document.ts'
import { lastBuilds, type Source, sumOf } from '../source.ts'

export function coolingSection(source: Source): Section {
  return section('cooling', 'Cooling', {
    paragraphs: [
      [
        'PUE is facility power over IT power. The mean is that of the year under synthetic weather made from the mean ',
        'and the ASHRAE 0.4 % design temperatures of the place; the design value holds at those temperatures and sizes ',
        'transformers, generators and the grid connection.',
      ],
    ],
    tables: [coolingTable(source)],
  })
}

function coolingTable(source: Source): Table {
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
    title: 'Cooling by site',
    columns: [
      words('Site'),
      words('Technology'),
      number('Mean dry bulb', '°C'),
      number('Design dry bulb', '°C'),
      number('Design wet bulb', '°C'),
      number('PUE, mean'),
      number('PUE, design'),
      number('Water', 'L/kWh IT'),
      number('Limit', 'MW IT'),
      number(`In use in ${source.end}`, 'MW IT'),
    ],
    rows,
  }
}
