import type { Catalog } from '../../../../plan/catalog/catalog.ts'
import type { Field } from '../../../grid/field.ts'
import { choice, ID, NAME, NOTE } from './commonFields.ts'

/** What a site may draw, from when, and what it pays for it. */
export const POWER_FIELDS: readonly Field[] = [
  NAME,
  { path: 'power.gridLimitMw', head: 'Grid limit', unit: 'MW', kind: 'number' },
  {
    path: 'power.energised',
    head: 'Energised',
    kind: 'date',
    help: 'First quarter or month with grid power, as in 2027Q2 or 2027-05',
  },
  {
    ...{ path: 'power.rampMwPerQuarter', head: 'Ramp', unit: 'MW/quarter', kind: 'number', isOptional: true },
    fallback: () => 'at once',
  },
  {
    ...{ path: 'power.standingMw', head: 'Brought along', unit: 'MW', kind: 'number' },
    help: 'Firm MW that the site brings, such as a mine: no queue, no connection to pay',
  },
  { path: 'power.connectionMusdPerMw', head: 'Connection', unit: 'M$/MW', kind: 'number' },
  {
    ...{ path: 'power.energyUsdPerMwh', head: 'Energy', unit: '$/MWh', kind: 'number', isOptional: true },
    fallback: (row: unknown, catalog: Catalog) => {
      const { catalogRegionId: id } = row as { catalogRegionId: string }
      return String(catalog.regions.find((own) => own.id === id)?.priceUsdMwh ?? '')
    },
    help: 'In italics: the price of the catalog region',
  },
  { path: 'power.energyPriceChangePerYear', head: 'Change a year', kind: 'share' },
  { path: 'power.demandChargeUsdPerKwMonth', head: 'Demand charge', unit: '$/kW-month', kind: 'number' },
  { path: 'power.minimumTakeShare', head: 'Minimum take', kind: 'share' },
  { ...NOTE, path: 'power.note' },
]

/** What it takes to get onto the grid and off it, and how peaks are billed. */
export const CONNECTION_FIELDS: readonly Field[] = [
  NAME,
  {
    ...{ path: 'power.applyFrom', head: 'Apply from', kind: 'date', isOptional: true },
    fallback: () => 'date given',
    help: 'First quarter or month in which to apply: the plan then chooses when, in place of the date energised',
  },
  { path: 'power.queueMonths', head: 'Queue', unit: 'months', kind: 'number' },
  { path: 'power.applicationMusd', head: 'Application fee', unit: 'M$', kind: 'number' },
  { path: 'power.studyMusd', head: 'Study', unit: 'M$', kind: 'number' },
  { path: 'power.depositMusdPerMw', head: 'Deposit', unit: 'M$/MW', kind: 'number' },
  {
    path: 'power.exitMusdPerMw',
    head: 'Exit fee',
    unit: 'M$/MW',
    kind: 'number',
    isOptional: true,
    fallback: () => 'no exit',
  },
  {
    path: 'power.ratchetShare',
    head: 'Ratchet',
    kind: 'share',
    help: 'Of the highest MW of the look-back, billed at least',
  },
  { path: 'power.ratchetQuarters', head: 'Look-back', unit: 'quarters', kind: 'number' },
  {
    ...{ path: 'power.ratchetMonths', head: 'Or look-back', unit: 'months', kind: 'number' },
    isOptional: true,
    help: 'In place of the quarters; bills are exact where the periods of the plan are months',
  },
  {
    ...{ path: 'power.ratchetOnlyMonths', head: 'Ratchet months', kind: 'numbers', isOptional: true },
    fallback: () => 'all months',
    help: 'Months of the year (1 to 12) whose peaks the ratchet looks at; a quarter with one of them counts whole',
  },
]

/** What the supply of a site has to keep. */
export const SUPPLY_RULE_FIELDS: readonly Field[] = [
  NAME,
  { path: 'power.minimumLockedShare', head: 'Locked at least', kind: 'share' },
  {
    path: 'power.minimumCleanShare',
    head: 'Clean at least',
    kind: 'share',
    help: 'Of each year, matched in the same hours',
  },
  {
    path: 'power.carbonLimitTonnesPerYear',
    head: 'Carbon limit',
    unit: 't/year',
    kind: 'number',
    isOptional: true,
    fallback: () => 'none',
  },
  { path: 'power.reserveMarginShare', head: 'Reserve margin', kind: 'share' },
  { path: 'power.rideThroughMinutes', head: 'Storage kept', unit: 'minutes of peak', kind: 'number' },
  { path: 'power.largestUnitOut', head: 'Largest unit out', kind: 'flag' },
]

/** A value of the source's catalog row that may be known better. */
const own = (path: string, head: string, unit: string): Field => ({
  ...{ path, head, unit, kind: 'number', isOptional: true, fallback: () => 'catalog' },
})

const SUPPLY_ID: Field = { ...ID, widthPx: 88 }
const SUPPLY_NAME: Field = { ...NAME, widthPx: 104, isOptional: true, fallback: () => 'its technology' }

const SOURCE: Field = {
  path: 'energySourceId',
  head: 'Source',
  kind: 'choice',
  options: (_, catalog) => catalog.energy_sources.map((row) => ({ value: row.id, label: row.technology })),
  widthPx: 140,
}

export const CONTRACT_FIELDS: readonly Field[] = [
  SUPPLY_ID,
  SUPPLY_NAME,
  {
    ...{ path: 'kind', head: 'Contract', kind: 'choice', widthPx: 108 },
    options: choice('pay-as-produced', 'baseload', 'virtual'),
    help: 'As the plant produces; the same MW in every hour; or settled in money against the spot price',
  },
  SOURCE,
  { path: 'maxMw', head: 'At most', unit: 'MW', kind: 'number' },
  own('usdPerMwh', 'Price', '$/MWh'),
  { path: 'escalatorPerYear', head: 'Change a year', kind: 'share' },
  { path: 'start', head: 'From', kind: 'text', widthPx: 72 },
  { path: 'termYears', head: 'Term', unit: 'years', kind: 'number' },
  { path: 'takeOrPayShare', head: 'Take or pay', kind: 'share' },
  { path: 'isDirect', head: 'Own line', kind: 'flag', help: 'Past the meter of the grid' },
  { path: 'firmShare', head: 'Firm', kind: 'share' },
  NOTE,
]

export const ON_SITE_FIELDS: readonly Field[] = [
  SUPPLY_ID,
  SUPPLY_NAME,
  SOURCE,
  { path: 'maxMw', head: 'At most', unit: 'MW', kind: 'number' },
  { path: 'unitMw', head: 'Unit', unit: 'MW', kind: 'number' },
  own('capexUsdPerKw', 'Capex', '$/kW'),
  own('fixedUsdPerKwYear', 'Fixed a year', '$/kW'),
  own('variableUsdPerMwh', 'Variable cost', '$/MWh'),
  own('leadMonths', 'Lead time', 'months'),
  own('maxHoursPerYear', 'Hours a year', 'h'),
  {
    path: 'availabilityShare',
    head: 'Output at most',
    kind: 'share',
    isOptional: true,
    fallback: () => 'catalog',
  },
  own('durationH', 'Storage', 'h'),
  NOTE,
]
