import { periodFrom } from '../../plan/calendar.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Problem } from './problem.ts'

type Site = Plan['sites'][number]
type Path = Problem['path']

/** Factor to the catalog's price beyond which a typed one is worth a second look. */
const FAR = 3

/** Values outside of which a figure is asked about: what projects of 2024 to 2026 are reported at, widened (C). */
const USUAL: readonly (readonly [path: string, unit: string, least: number, most: number])[] = [
  ['facility.capexMusdPerMw', 'M$/MW', 3, 30],
  ['facility.opexMusdPerMwYear', 'M$/MW-year', 0.05, 2],
  ['facility.electricalLossShare', '', 0.01, 0.15],
  ['facility.buildMonths', 'months', 3, 48],
  ['power.demandChargeUsdPerKwMonth', '$/kW-month', 0, 40],
  ['power.connectionMusdPerMw', 'M$/MW', 0, 3],
]

/** What is odd about each site: rows it names, what it can carry, when it can begin, what it costs. */
export function siteProblems(plan: Plan, catalog: Catalog): Problem[] {
  return plan.sites.flatMap((site, index) => {
    const warn = (path: string, code: Problem['code'], ...values: readonly (string | number)[]): Problem => ({
      ...{ severity: 'warning', code, item: site.name, values },
      path: ['sites', index, ...path.split('.')],
    })
    return [
      ...unknownRows(site, index, catalog),
      ...lateness(plan, site, warn),
      ...carrying(site, warn),
      ...prices(site, catalog, warn),
      ...USUAL.flatMap(([path, unit, least, most]) => {
        const value = path.split('.').reduce<unknown>((own, key) => Reflect.get(own as object, key), site)
        const isOdd = typeof value === 'number' && (value < least || value > most)
        return isOdd ? [warn(path, 'unusual', value, unit, least, most)] : []
      }),
    ]
  })
}

type Warn = (path: string, code: Problem['code'], ...values: readonly (string | number)[]) => Problem

function lateness(plan: Plan, site: Site, warn: Warn): Problem[] {
  const end = plan.horizon.periods
  const isAfter = (label: string): boolean => periodFrom(plan, label) >= end
  return [
    ...(isAfter(site.power.energised)
      ? [warn('power.energised', 'after-horizon', site.power.energised)]
      : []),
    ...(isAfter(site.facility.earliest)
      ? [warn('facility.earliest', 'after-horizon', site.facility.earliest)]
      : []),
  ]
}

function carrying({ facility, power }: Site, warn: Warn): Problem[] {
  const firmMw = power.onSite.reduce((sum, plant) => sum + plant.maxMw, power.gridLimitMw)
  const directMw = power.contracts.reduce((sum, own) => sum + (own.isDirect ? own.maxMw : 0), firmMw)
  const isShort = directMw + (power.flexible?.limitMw ?? 0) < facility.maxItMw
  return isShort ? [warn('power.gridLimitMw', 'grid-below-rooms', facility.maxItMw, directMw)] : []
}

function prices({ power, catalogRegionId }: Site, catalog: Catalog, warn: Warn): Problem[] {
  const typed = power.energyUsdPerMwh
  const usual = catalog.regions.find((row) => row.id === catalogRegionId)?.priceUsdMwh
  if (typed === undefined || usual === undefined) return []
  const isFar = typed > usual * FAR || typed < usual / FAR
  return isFar ? [warn('power.energyUsdPerMwh', 'far-from-catalog', typed, usual, '$/MWh')] : []
}

function unknownRows(site: Site, index: number, catalog: Catalog): Problem[] {
  const known = (rows: readonly { readonly id: string }[], id: string, path: Path): Problem[] =>
    rows.some((row) => row.id === id) ? [] : [unknownRow(site.name, ['sites', index, ...path], id)]
  return [
    ...known(catalog.regions, site.catalogRegionId, ['catalogRegionId']),
    ...known(catalog.cooling, site.facility.coolingTechnologyId, ['facility', 'coolingTechnologyId']),
    ...site.facility.coolingBlocks.flatMap((own, at) =>
      known(catalog.cooling, own.technologyId, ['facility', 'coolingBlocks', at, 'technologyId']),
    ),
    ...site.power.onSite.flatMap((own, at) =>
      known(catalog.energy_sources, own.energySourceId, ['power', 'onSite', at, 'energySourceId']),
    ),
    ...site.power.contracts.flatMap((own, at) =>
      known(catalog.energy_sources, own.energySourceId, ['power', 'contracts', at, 'energySourceId']),
    ),
  ]
}

export function unknownRow(item: string, path: Path, id: string): Problem {
  return { severity: 'error', code: 'unknown-row', item, path, values: [id] }
}
