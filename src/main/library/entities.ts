/** A kind of thing in a plan and the fields of it that have a column, named alike (camelCase, snake_case). */
export interface Entity {
  readonly table: string
  readonly fields: readonly string[]
}

export type Item = Record<string, unknown>
export type Row = Record<string, string | number | null>

export const REGION: Entity = {
  table: 'region',
  fields: ['id', 'name', 'catalogRegionId', 'latencyId', 'utcOffsetH', 'residencyZone'],
}
export const DEMAND: Entity = {
  table: 'demand',
  fields: ['id', 'archetypeId', 'unitsStart', 'unitsEnd', 'growth', 'note'],
}
export const MODEL: Entity = {
  table: 'model',
  fields: ['id', 'catalogModelId', 'quality', 'precision', 'royaltyUsdPerMTok', 'note'],
}
export const ACCELERATOR: Entity = {
  table: 'accelerator',
  fields: [
    ...['id', 'catalogAcceleratorId', 'accelPerUnit', 'unitItKw', 'priceUsdPerUnit', 'cooling', 'leadMonths'],
    ...['supplyUnitsPerPeriod', 'onSaleFrom', 'onSaleUntil', 'note'],
  ],
}
export const SITE: Entity = {
  table: 'site',
  fields: ['id', 'name', 'catalogRegionId', 'latencyId', 'residencyZone', 'note'],
}
export const FACILITY: Entity = {
  table: 'facility',
  fields: [
    ...['archetypeId', 'coolingTechnologyId', 'moduleItMw', 'maxItMw', 'existingItMw', 'buildMonths'],
    ...['earliest', 'capexMusdPerMw', 'coolingLimitItMw', 'note'],
  ],
}
export const GRID: Entity = {
  table: 'grid',
  fields: [
    ...['gridLimitMw', 'energised', 'rampMwPerQuarter', 'energyUsdPerMwh', 'demandChargeUsdPerKwMonth'],
    ...['connectionMusdPerMw', 'note'],
  ],
}
export const LEASE: Entity = {
  table: 'lease',
  fields: ['id', 'name', 'acceleratorId', 'usdPerAccelH', 'limitAccel', 'note'],
}

export const OVERRIDE: Entity = {
  table: 'catalog_override',
  fields: ['table', 'rowId', 'column', 'value', 'note'],
}

/** A plan's thing as a row: its columns, and all other fields as JSON in `rest`. */
export function toRow(entity: Entity, item: Item): Row {
  const row: Row = {}
  const rest: Item = { ...item }
  for (const field of entity.fields) {
    const value = item[field]
    if (value === undefined) row[toColumn(field)] = null
    else if (typeof value === 'string' || typeof value === 'number') row[toColumn(field)] = value
    else continue
    delete rest[field]
  }
  return { ...row, rest: JSON.stringify(rest) }
}

/** The thing that {@link toRow} made a row of. */
export function fromRow(entity: Entity, row: Row): Item {
  const item = JSON.parse(String(row.rest)) as Item
  for (const field of entity.fields) {
    const value = row[toColumn(field)]
    if (value !== null && value !== undefined) item[field] = value
  }
  return item
}

function toColumn(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
