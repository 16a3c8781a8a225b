import { cellSource } from '../../catalog/cellSource.ts'
import {
  getAccelerator,
  getArchetype,
  getCooling,
  getEnergySource,
  getModel,
  getRegion,
} from '../../catalog/find.ts'
import { toColumn } from '../../catalog/toColumn.ts'
import type { TableName } from '../../plan/catalog/catalog.ts'
import { coolingParts } from '../../plan/coolingParts.ts'
import type { Source } from '../source.ts'
import { type Entry, readNote } from './entry.ts'
import { unitOfField } from './fieldUnits.ts'

const HOUR = /^h\d\d$/
/** What stands for the hours of a profile, which are one value. */
const HOURS = 'hours'

type Row = Readonly<Record<string, unknown>>

/** Rows of the catalog that a plan leans on, by table. */
function usedRows({ plan, catalog, trains }: Source): readonly (readonly [TableName, readonly Row[]])[] {
  const { sites, regions, demand, models, accelerators, distribution, currency, finance } = plan
  const archetypes = demand.map((own) => getArchetype(catalog, own.archetypeId))
  const profiles = new Set(archetypes.map((row) => row.profileId))
  const equipment = new Set(trains.flatMap((train) => train.lines.map((line) => line.equipmentId)))
  const buildings = new Set(sites.map((site) => site.facility.archetypeId))
  const places = new Set([...sites, ...regions].map((own) => own.latencyId))
  const energy = sites.flatMap(({ power }) => [...power.onSite, ...power.contracts])
  return [
    ['regions', [...regions, ...sites].map((own) => getRegion(catalog, own.catalogRegionId))],
    ['demand_archetypes', archetypes],
    ['demand_profiles', catalog.demand_profiles.filter((row) => profiles.has(row.profileId))],
    ['models', models.map((own) => getModel(catalog, own.catalogModelId))],
    [
      'accelerators',
      [
        ...accelerators.map((own) => getAccelerator(catalog, own.catalogAcceleratorId)),
        ...distribution.leases.map((own) => getAccelerator(catalog, own.acceleratorId)),
      ],
    ],
    [
      'cooling',
      sites.flatMap(({ facility }) =>
        coolingParts(facility).map(({ technologyId }) => getCooling(catalog, technologyId)),
      ),
    ],
    ['building', catalog.building.filter((row) => buildings.has(row.id))],
    ['equipment', catalog.equipment.filter((row) => equipment.has(row.id))],
    ['energy_sources', energy.map((own) => getEnergySource(catalog, own.energySourceId))],
    ['exchange_rates', catalog.exchange_rates.filter((row) => row.id === currency.shown.toLowerCase())],
    ['depreciation_lives', finance.tax.rateShare > 0 ? catalog.depreciation_lives : []],
    ['latency', catalog.latency.filter((row) => places.has(row.from) && places.has(row.to))],
  ]
}

/** Every number of the catalog that a plan leans on, shipped or overridden, with source, date and grade of its own. */
export function catalogEntries(source: Source): Entry[] {
  const { catalogColumns, hoursOfDay } = source.words.assumptions
  const names = new Map(Object.entries(catalogColumns).map(([column, name]) => [toColumn(column), name]))
  names.set(HOURS, hoursOfDay)
  return usedRows(source).flatMap(([table, rows]) =>
    [...new Set(rows)].flatMap((row) =>
      columnsOf(row).map(([column, value]) =>
        toEntry(source, table, row, column, value, names.get(column) ?? column),
      ),
    ),
  )
}

/** Numbers of a row; the hours of a profile are one value. */
function columnsOf(row: Row): [string, number | string][] {
  const numbers = Object.entries(row).filter((own): own is [string, number] => typeof own[1] === 'number')
  const hours = numbers.filter(([column]) => HOUR.test(column)).map(([, value]) => value)
  return [
    ...numbers.filter(([column]) => !HOUR.test(column)),
    ...(hours.length > 0 ? [[HOURS, hours.join(', ')] satisfies [string, string]] : []),
  ]
}

function toEntry(
  { plan, shipped, words }: Source,
  table: TableName,
  row: Row,
  column: string,
  value: number | string,
  field: string,
): Entry {
  const id = String(row.id ?? row.profileId ?? row.from)
  const override = plan.catalogOverrides.find(
    (own) => own.table === table && own.rowId === id && toColumn(own.column) === column,
  )
  const before = shipped[table].find((own: Row) => own.id === row.id) as Row | undefined
  return {
    group: words.assumptions.catalogTable(table.replaceAll('_', ' ')),
    item: itemName(row, words),
    field,
    value,
    unit: unitOfField(column),
    origin: override ? 'override' : 'catalog',
    standard: override ? (before?.[column] as number | null) : null,
    ...(override ? readNote(override.note) : cellSource(row, column)),
  }
}

function itemName(row: Row, { assumptions }: Source['words']): string {
  if (row.from !== undefined) return assumptions.between(String(row.from), String(row.to))
  if (row.dayType !== undefined) return `${row.profileId}, ${row.dayType}`
  const names = [
    row.name,
    row.accelerator,
    row.model,
    row.technology,
    row.equipment,
    row.archetype,
    row.currency,
  ].concat(row.assetClass, row.id)
  return String(names.find((name) => name !== undefined))
}
