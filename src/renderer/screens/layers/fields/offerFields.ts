import type { Catalog } from '../../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../../plan/schema/plan.ts'
import type { Field, Option } from '../../../grid/field.ts'
import { byId, choice, ID, NAME, NOTE } from './commonFields.ts'

const acceleratorOptions = (_: Plan, catalog: Catalog): Option[] =>
  catalog.accelerators.map((row) => ({ value: row.id, label: row.accelerator }))

export const LEASE_FIELDS: readonly Field[] = [
  { ...NAME, widthPx: 220 },
  { path: 'acceleratorId', head: 'Accelerator', kind: 'choice', options: acceleratorOptions, widthPx: 144 },
  { path: 'usdPerAccelH', head: 'Price', unit: '$/accelerator-h', kind: 'number' },
  {
    ...{ path: 'termQuarters', head: 'Term in quarters', kind: 'number' },
    help: '0: on demand, paid by the hour used; else blocks paid for their whole term',
  },
  { path: 'priceChangePerYear', head: 'Change a year', kind: 'share' },
  { path: 'limitAccel', head: 'At most', unit: 'accelerators', kind: 'number' },
  {
    path: 'residencyZones',
    head: 'Zones',
    kind: 'words',
    help: 'Zones whose private data may go there; none: no private data',
    widthPx: 74,
  },
  {
    path: 'isSpot',
    head: 'Spot',
    kind: 'flag',
    widthPx: 52,
    help: 'May be taken away at any time: for batch work only',
  },
  {
    path: 'interruptionShare',
    head: 'Interrupted',
    kind: 'share',
    help: 'Share of the hours lost, restarts among them',
  },
  { path: 'rttMs', head: 'Round trip', unit: 'ms', kind: 'number' },
  { ...NOTE, widthPx: 60 },
]

/** Where leased accelerators stand, for export rules: a table of its own, so that names of leases are read whole. */
export const LEASE_EXPORT_FIELDS: readonly Field[] = [
  NAME,
  {
    ...{ path: 'country', head: 'Country', kind: 'text', isOptional: true },
    help: 'Where its accelerators stand, for export rules',
  },
  {
    ...{ path: 'isLicensed', head: 'Licensed', kind: 'flag' },
    help: 'Its provider has the export licence that the country needs',
  },
]

export const SALE_FIELDS: readonly Field[] = [
  NAME,
  {
    path: 'kind',
    head: 'Sells',
    kind: 'choice',
    options: choice('tokens', 'accelerator-hours'),
    widthPx: 140,
  },
  { path: 'classId', head: 'Class', kind: 'text', isOptional: true, help: 'Of tokens, as in batch-simple' },
  {
    ...{ path: 'acceleratorId', head: 'Accelerator', kind: 'choice', isOptional: true, widthPx: 150 },
    options: (plan) => byId(plan.accelerators),
    help: 'Of accelerator-hours',
  },
  {
    path: 'usd',
    head: 'Price',
    unit: '$',
    kind: 'number',
    help: 'Per million tokens, or per hour of an accelerator',
  },
  { path: 'takeShare', head: 'Market keeps', kind: 'share' },
  { path: 'priceChangePerYear', head: 'Change a year', kind: 'share' },
  {
    path: 'depth',
    head: 'Depth',
    kind: 'number',
    help: 'Million tokens per second, or accelerators, taken at once',
  },
  NOTE,
]

const MODEL_OPTIONS = (plan: Plan): Option[] => byId(plan.models)

export const SERVICE_FIELDS: readonly Field[] = [
  ID,
  {
    ...{ path: 'kind', head: 'Kind', kind: 'choice', options: choice('router', 'cascade') },
    help: 'router: to one model or the other; cascade: the weak one first, some go on to the strong one',
  },
  { path: 'strongModelId', head: 'Strong model', kind: 'choice', options: MODEL_OPTIONS, widthPx: 130 },
  { path: 'weakModelId', head: 'Weak model', kind: 'choice', options: MODEL_OPTIONS, widthPx: 130 },
  { path: 'strongShare', head: 'To the strong model', kind: 'share', help: 'Of the tokens, as measured' },
  {
    path: 'quality',
    head: 'Quality',
    kind: 'number',
    help: 'Of the pair at that share, as measured; 0 to 1',
  },
  NOTE,
]

export const API_FIELDS: readonly Field[] = [
  { ...NAME, widthPx: 140 },
  {
    ...{ path: 'tokenPriceId', head: 'Price of the catalog', kind: 'choice', isOptional: true, widthPx: 140 },
    options: (_, catalog) =>
      catalog.token_prices.map((row) => ({ value: row.id, label: `${row.model}, ${row.provider}` })),
    help: 'All prices of its provider and model hold for their own days',
  },
  {
    ...{ path: 'tier', head: 'Kind', kind: 'choice', options: choice('api', 'device') },
    help: "users' devices: no round trip, no egress, private data too; for nothing where no price is given",
  },
  {
    path: 'uptakeShare',
    head: 'Takes at most',
    kind: 'share',
    help: 'Of a class in a region at any time; of devices, those that can and are used so',
  },
  { path: 'priceChangePerYear', head: 'Change a year', kind: 'share' },
  { path: 'quality', head: 'Quality', kind: 'number', help: '0 to 1, relative to the reference model' },
  { path: 'limitMTokS', head: 'At most', unit: 'Mtok/s', kind: 'number' },
  {
    ...{ path: 'residencyZones', head: 'Zones', kind: 'words', widthPx: 100 },
    help: 'Zones whose private data may go there; none: no private data',
  },
  { path: 'rttMs', head: 'Round trip', unit: 'ms', kind: 'number' },
  { path: 'ttftMs', head: 'Time to first token', unit: 'ms', kind: 'number', isOptional: true },
  { path: 'tpotMs', head: 'Time per token', unit: 'ms', kind: 'number', isOptional: true },
  NOTE,
]
