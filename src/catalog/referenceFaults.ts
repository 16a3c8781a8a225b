import type { Catalog, TableName } from '../plan/catalog/catalog.ts'
import type { InputFault } from '../plan/fault.ts'
import { nameKey } from './nameKey.ts'
import { toColumn } from './toColumn.ts'

/** What rows say of other rows and of themselves: ids that exist, ranges the right way round. */
export function findReferenceFaults(catalog: Catalog): InputFault[] {
  return [
    ...findUnknownIds(catalog),
    ...findUnknownRows(catalog),
    ...findSharedNames(catalog),
    ...findTurnedRanges(catalog),
    ...findUndatedPrices(catalog),
    ...findOverlappingPrices(catalog),
    ...findUnknownEstimates(catalog),
  ]
}

interface Reference {
  readonly table: TableName
  readonly rowId: string
  readonly column: string
  readonly id: string | null
}

function findUnknownIds(catalog: Catalog): InputFault[] {
  const profiles = new Set(catalog.demand_profiles.map((row) => row.profileId))
  const accelerators = idsOf(catalog.accelerators)
  const models = idsOf(catalog.models)
  const unknown = (known: ReadonlySet<string>, what: string, named: readonly Reference[]) =>
    named
      .filter(({ id }) => id !== null && !known.has(id))
      .map(({ table, rowId, column, id }) => fault(table, rowId, column, id, `the id of ${what}`))
  return [
    ...unknown(
      profiles,
      'a profile',
      references('demand_archetypes', catalog.demand_archetypes, 'profile_id', (row) => row.profileId),
    ),
    ...unknown(
      accelerators,
      'an accelerator, or nothing',
      references('leasing_offers', catalog.leasing_offers, 'accelerator_id', (row) => row.acceleratorId),
    ),
    ...unknown(
      accelerators,
      'an accelerator',
      references('systems', catalog.systems, 'accelerator_id', (row) => row.acceleratorId),
    ),
    ...unknown(
      models,
      'a model, or nothing',
      references('token_prices', catalog.token_prices, 'model_id', (row) => row.modelId),
    ),
  ]
}

/** What the rows of a table name in one of its columns. */
function references<Row extends { readonly id: string }>(
  table: TableName,
  rows: readonly Row[],
  column: string,
  idOf: (row: Row) => string | null,
): Reference[] {
  return rows.map((row) => ({ table, rowId: row.id, column, id: idOf(row) }))
}

function idsOf(rows: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(rows.map((row) => row.id))
}

/** What is not a row but a part of the program; its existence is a matter of the tests. */
const OTHER_PLACES = ['plan', 'result', 'template', 'command']

function findUnknownRows(catalog: Catalog): InputFault[] {
  const known = new Map(
    Object.entries(catalog).map(([table, rows]) => [
      table,
      new Set(rows.flatMap((row) => ('id' in row ? [row.id] : []))),
    ]),
  )
  const isKnown = (reference: string) => {
    const [place = '', ...rest] = reference.split(':')
    return OTHER_PLACES.includes(place) || known.get(place)?.has(rest.join(':')) === true
  }
  const unknown = (table: TableName, rowId: string, column: string, references: readonly string[]) =>
    references
      .filter((reference) => !isKnown(reference))
      .map((reference) => fault(table, rowId, column, reference, 'table:id of a row of the catalog'))
  return [
    ...catalog.suppliers.flatMap((row) => unknown('suppliers', row.id, 'stands_for', row.standsFor)),
    ...catalog.coverage.flatMap((row) => unknown('coverage', row.number, 'covered_by', row.coveredBy)),
  ]
}

/** A name has to lead to one row. */
function findSharedNames(catalog: Catalog): InputFault[] {
  const shared = <T extends { readonly id: string; readonly aliases: readonly string[] }>(
    table: TableName,
    rows: readonly T[],
    nameOf: (row: T) => string,
  ) => {
    const owners = new Map<string, string>()
    return rows.flatMap((row) =>
      [row.id, nameOf(row), ...row.aliases].flatMap((name) => {
        const owner = owners.get(nameKey(name)) ?? row.id
        owners.set(nameKey(name), owner)
        return owner === row.id ? [] : [fault(table, row.id, 'aliases', name, `a name that ${owner} has not`)]
      }),
    )
  }
  return [
    ...shared('accelerators', catalog.accelerators, (row) => row.accelerator),
    ...shared('models', catalog.models, (row) => row.model),
    ...shared('systems', catalog.systems, (row) => row.system),
    ...shared('suppliers', catalog.suppliers, (row) => row.supplier),
  ]
}

function findTurnedRanges(catalog: Catalog): InputFault[] {
  const turned = (
    table: TableName,
    rowId: string,
    column: string,
    values: readonly (number | string | null)[],
  ) => {
    const known = values.filter((value) => value !== null)
    const isTurned = known.some((value, index) => index > 0 && value < known[index - 1]!)
    return isTurned ? [fault(table, rowId, column, known.join(' to '), 'low before high')] : []
  }
  return [
    ...catalog.accelerators.flatMap((row) => [
      ...turned('accelerators', row.id, 'price_usd_high', [row.priceUsdLow, row.priceUsdHigh]),
      ...turned('accelerators', row.id, 'server_w_per_accel_high', [
        row.serverWPerAccelLow,
        row.serverWPerAccelHigh,
      ]),
    ]),
    ...catalog.models.flatMap((row) =>
      turned('models', row.id, 'active_params_b', [row.activeParamsB, row.totalParamsB]),
    ),
    ...catalog.energy_sources.flatMap((row) =>
      turned('energy_sources', row.id, 'capex_usd_per_kw', [row.capexLow, row.capexUsdPerKw, row.capexHigh]),
    ),
    ...catalog.building.flatMap((row) => [
      ...turned('building', row.id, 'max_mw_it', [row.minMwIt, row.maxMwIt]),
      ...turned('building', row.id, 'build_months_max', [
        row.buildMonthsMin,
        row.buildMonthsTyp,
        row.buildMonthsMax,
      ]),
    ]),
    ...catalog.equipment.flatMap((row) =>
      turned('equipment', row.id, 'lead_weeks_max', [row.leadWeeksMin, row.leadWeeksMax]),
    ),
    ...catalog.token_prices.flatMap((row) =>
      turned('token_prices', row.id, 'valid_to', [row.validFrom, row.validTo]),
    ),
  ]
}

/** A lease without a date has no price either: it stands for a quote that has to be asked for. */
function findUndatedPrices(catalog: Catalog): InputFault[] {
  return catalog.leasing_offers
    .filter((row) => row.date === null)
    .filter((row) =>
      [row.usdPerGpuHOnDemand, row.usdPerGpuHReserved, row.usdPerGpuHSpot].some((price) => price !== null),
    )
    .map((row) => fault('leasing_offers', row.id, 'date', row.date, 'the day on which the price was seen'))
}

/** What is said to be an estimate is a column with a value. */
function findUnknownEstimates(catalog: Catalog): InputFault[] {
  const unknown = (table: TableName, row: Readonly<Record<string, unknown>>, fields: readonly string[]) =>
    fields
      .filter((field) => (row[toColumn(field)] ?? null) === null)
      .map((field) =>
        fault(table, String(row.id), 'estimated_fields', field, 'a column that has a value here'),
      )
  return [
    ...catalog.accelerators.flatMap((row) => unknown('accelerators', row, row.estimatedFields)),
    ...catalog.models.flatMap((row) => unknown('models', row, row.estimatedFields)),
  ]
}

/** A provider's prices of one model follow each other. */
function findOverlappingPrices(catalog: Catalog): InputFault[] {
  const histories = Map.groupBy(catalog.token_prices, (row) => `${row.provider} ${row.model}`)
  return [...histories.values()].flatMap((rows) => {
    const inOrder = rows.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
    return inOrder.slice(1).flatMap((row, index) => {
      const before = inOrder[index]!
      const isApart = before.validTo !== null && row.validFrom !== null && before.validTo <= row.validFrom
      return isApart
        ? []
        : [fault('token_prices', row.id, 'valid_from', row.validFrom, `a day when ${before.id} has ended`)]
    })
  })
}

function fault(
  table: TableName,
  rowId: string,
  column: string,
  value: unknown,
  expected: string,
): InputFault {
  return { path: `${table}.csv ${rowId}, column ${column}`, value, expected }
}
