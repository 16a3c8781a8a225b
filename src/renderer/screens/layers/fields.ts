import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Field, Option } from '../../grid/field.ts'
import { byId, choice, ID, NAME, NOTE } from './commonFields.ts'

export const ROUTING_FIELDS: readonly Field[] = [
  {
    ...{ path: 'routing.smallModelsForSimpleTasks', head: 'Small models for simple tasks', kind: 'flag' },
    help: 'No: every task goes to a model of the higher floor, the plan without layer 6',
  },
  {
    ...{ path: 'routing.headroom', head: 'Headroom', kind: 'choice', options: choice('caps', 'queueing') },
    help: 'queueing: small pools get the room in which 95 of 100 calls find a place in time; solves again until they have it',
  },
  { path: 'routing.residency', head: 'Private data stays in its zone', kind: 'flag' },
  {
    ...{ path: 'routing.openZones', head: 'Zones that it may leave', kind: 'words' },
    help: 'Zones whose private demand may be served elsewhere all the same, as in eu',
  },
  {
    ...{ path: 'routing.mustServe', head: 'All demand must be served', kind: 'flag' },
    help: 'Yes: a plan that leaves demand unserved is no plan',
  },
  {
    path: 'routing.unservedUsdPerMTok',
    head: 'Penalty for tokens not served',
    unit: '$/Mtok',
    kind: 'number',
  },
  {
    ...{ path: 'routing.qualityFloorComplex', head: 'Quality floor, complex tasks', kind: 'number' },
    help: '0 to 1, relative to the reference model',
  },
  { path: 'routing.qualityFloorSimple', head: 'Quality floor, simple tasks', kind: 'number' },
  {
    ...{ path: 'routing.qualityRule', head: 'Quality floors hold', kind: 'choice' },
    options: choice('hard', 'average'),
    help: 'hard: for every model that serves a class; average: for its tokens of a region and period together',
  },
  {
    ...{ path: 'routing.poolAcrossSites', head: 'Sites pool their load', kind: 'flag' },
    help: 'No: each region is served by the nearest of the sites that may serve it, by leases and by APIs',
  },
  ...(['realtime', 'interactive', 'standard', 'batch'] as const).map(
    (name): Field => ({
      ...{ path: `routing.utilisationCap.${name}`, head: `Highest utilisation, ${name}`, kind: 'share' },
      help: 'Of capacity at the peak; the rest keeps queues short',
    }),
  ),
  {
    ...{ path: 'routing.stickyShare', head: 'Sticky sessions', kind: 'share' },
    help: 'Calls that come back to where their prefix is cached; fewer mean fewer cache hits',
  },
  ...(['standard', 'batch'] as const).map(
    (name): Field => ({
      ...{ path: `routing.deferrableHours.${name}`, head: `May wait, ${name}`, unit: 'h', kind: 'number' },
      help: 'Hours within which work may be put off to a quieter block; 0: none',
    }),
  ),
  {
    ...{ path: 'routing.barredClasses', head: 'Barred classes', kind: 'words' },
    help: 'Classes that may be served nowhere, as in realtime-complex',
  },
]

export const DISTRIBUTION_FIELDS: readonly Field[] = [
  { path: 'distribution.egressUsdPerGb', head: 'Egress', unit: '$/GB', kind: 'number' },
  {
    ...{ path: 'distribution.bytesPerToken', head: 'Bytes on the wire per token', unit: 'B', kind: 'number' },
    help: 'Both directions, with framing',
  },
]

const SELL = 'distribution.sellPrices'

export const PRICE_FIELDS: readonly Field[] = [
  ...(
    [
      ['usdPerMInput', 'Input tokens'],
      ['usdPerMCachedInput', 'Cached input tokens'],
      ['usdPerMOutput', 'Output tokens'],
    ] as const
  ).map(
    ([name, head]): Field => ({
      ...{ path: `${SELL}.tokens.${name}`, head, unit: '$/Mtok', kind: 'number', isOptional: true },
    }),
  ),
  { path: `${SELL}.changePerYear`, head: 'Change a year', kind: 'share' },
  {
    ...{ path: `${SELL}.computeUsdPerAccelH`, head: 'Accelerators let', unit: '$/accelerator-h' },
    ...{ kind: 'number', isOptional: true },
    help: 'The other business: what an hour of an accelerator would bring',
  },
]

export const LINK_FIELDS: readonly Field[] = [
  { path: 'regionId', head: 'Region', kind: 'choice', options: (plan) => byId(plan.regions), widthPx: 160 },
  { path: 'siteId', head: 'Site', kind: 'choice', options: (plan) => byId(plan.sites), widthPx: 160 },
  { path: 'limitMTokS', head: 'Limit', unit: 'Mtok/s', kind: 'number' },
  NOTE,
]

const acceleratorOptions = (_: Plan, catalog: Catalog): Option[] =>
  catalog.accelerators.map((row) => ({ value: row.id, label: row.accelerator }))

export const LEASE_FIELDS: readonly Field[] = [
  { ...NAME, widthPx: 130 },
  { path: 'acceleratorId', head: 'Accelerator', kind: 'choice', options: acceleratorOptions, widthPx: 116 },
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
    widthPx: 80,
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
  {
    ...{ path: 'country', head: 'Country', kind: 'text', isOptional: true, widthPx: 64 },
    help: 'Where its accelerators stand, for export rules',
  },
  {
    ...{ path: 'isLicensed', head: 'Licensed', kind: 'flag' },
    help: 'Its provider has the export licence that the country needs',
  },
  { ...NOTE, widthPx: 68 },
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

export const PLAN_FIELDS: readonly Field[] = [
  { path: 'name', head: 'Name', kind: 'text' },
  { path: 'description', head: 'Description', kind: 'text' },
  {
    ...{ path: 'horizon.start', head: 'First period', kind: 'date' },
    help: 'A quarter as in 2027Q2, or a month as in 2027-05; months begin where you say, quarters and years with a quarter',
  },
  { path: 'horizon.periods', head: 'Periods', kind: 'number' },
  {
    ...{ path: 'horizon.periodLength', head: 'Length of a period', kind: 'choice' },
    options: choice('month', 'quarter', 'year'),
  },
  {
    ...{ path: 'horizon.blocksPerDay', head: 'Blocks per day', kind: 'number' },
    help: 'Into how many blocks a day is cut: 2, 3, 4, 6, 8, 12 or 24',
  },
  {
    ...{ path: 'horizon.powerDays', head: 'Days of power', kind: 'choice' },
    options: choice('mean', 'representative'),
    help: 'Mean weekday and weekend, or representative days of each site with its peak and stress day',
  },
  { path: 'finance.discountRatePerYear', head: 'Discount rate', kind: 'share' },
  {
    ...{ path: 'finance.objective', head: 'Objective', kind: 'choice' },
    options: choice('cost', 'margin'),
    help: 'Most margin: what does not pay at the selling prices is not served',
  },
  { path: 'finance.carbonUsdPerTonne', head: 'Carbon price', unit: '$/t', kind: 'number' },
  { path: 'finance.facilityLifeYears', head: 'Life of the building', unit: 'years', kind: 'number' },
  {
    ...{ path: 'finance.capital', head: 'Capital', kind: 'choice' },
    options: choice('lump-sum', 'annuity'),
    help: 'Plant, rooms and accelerators: paid once, or as an annuity over their life for each year in service',
  },
  {
    ...{ path: 'finance.capitalPaid', head: 'Lump sums paid', kind: 'choice' },
    options: choice('at-order', 'in-service'),
  },
  { path: 'finance.residualValue', head: 'Value left is given back', kind: 'flag' },
  {
    ...{ path: 'finance.discounting', head: 'Paid in a period', kind: 'choice' },
    options: choice('mid-period', 'end-of-period', 'start-of-period'),
  },
  {
    ...{ path: 'budget.capexMusd', head: 'Capital budget', unit: 'M$', kind: 'number', isOptional: true },
    help: 'Rooms, accelerators, plant and connections ordered through the horizon, not discounted',
  },
  {
    ...{ path: 'budget.capexMusdByYear', head: 'Capital budget by year', unit: 'M$', kind: 'numbers' },
    help: 'The same by year of the plan, the last entry staying; empty: no limit by year',
  },
  {
    ...{ path: 'budget.carbonTonnesPerYear', head: 'Carbon budget', unit: 't/yr', kind: 'number' },
    ...{ isOptional: true, help: 'Electricity of all sites together, each year of the plan' },
  },
  {
    ...{ path: 'budget.waterM3PerYear', head: 'Water budget', unit: 'm³/yr', kind: 'number' },
    ...{ isOptional: true, help: 'Water of all sites together, each year of the plan' },
  },
  {
    ...{ path: 'budget.carbonTonnes', head: 'Carbon cap', unit: 't', kind: 'number', isOptional: true },
    help: 'Electricity of all sites together, over the whole horizon',
  },
  {
    ...{ path: 'budget.unservedMTok', head: 'Unserved cap', unit: 'Mtok', kind: 'number', isOptional: true },
    help: 'Tokens asked for and not served, over the whole horizon',
  },
  {
    ...{ path: 'budget.leasedMTok', head: 'Leased cap', unit: 'Mtok', kind: 'number', isOptional: true },
    help: 'Tokens served on lease or bought, over the whole horizon',
  },
  {
    ...{ path: 'budget.awayFromEdgeMTok', head: 'Cap away from the edge', unit: 'Mtok', kind: 'number' },
    ...{ isOptional: true },
    help: 'Tokens served neither on devices nor at sites of the edge, over the whole horizon',
  },
  { path: 'solver.gapShare', head: 'Gap to prove', kind: 'share' },
  {
    ...{ path: 'solver.timeLimitS', head: 'Time limit', unit: 's', kind: 'number', isOptional: true },
    help: 'On the clock; empty: 2 minutes, of large problems 15 minutes or an hour',
  },
  { path: 'finance.note', head: 'Note', kind: 'text', isOptional: true },
]

/** What the planner aims at; the compare screen holds results against it. */
export const GOAL_FIELDS: readonly Field[] = [
  goal('servedTokensPerDay', 'Served a day at least', 'tokens'),
  goal('levelisedUsdPerMTok', 'Levelised cost at most', '$/Mtok'),
  goal('netPresentCostMusd', 'Net present cost at most', 'M$'),
  goal('unservedShare', 'Unserved at most', '', 'share'),
  goal('leasedShare', 'Leased at most', '', 'share'),
  goal('builtItMw', 'IT built at least', 'MW'),
  goal('contractedMw', 'Contracted at most', 'MW'),
]

function goal(path: string, head: string, unit: string, kind: Field['kind'] = 'number'): Field {
  return { path: `goals.${path}`, head, unit, kind, isOptional: true }
}
