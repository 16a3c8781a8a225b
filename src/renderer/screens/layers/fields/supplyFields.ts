import type { Catalog } from '../../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../../plan/schema/plan.ts'
import { PRECISIONS } from '../../../../plan/schema/supply.ts'
import type { Field } from '../../../grid/field.ts'
import { byId, choice, codes, ID, NOTE } from './commonFields.ts'
import { ofAccelerator } from './ofCatalog.ts'

const TABLE = {
  kind: 'numbers',
  widthPx: 110,
  help: 'By period of the horizon, the last staying, as in 0, 50, 100; takes the place of the one number',
} as const
const NETWORK_HELP =
  'Switches, optics and cables beside the price of the unit; 0 where that price has them in it'

export const MODEL_FIELDS: readonly Field[] = [
  ID,
  {
    path: 'catalogModelId',
    head: 'Model',
    kind: 'choice',
    options: (_, catalog) => catalog.models.map((row) => ({ value: row.id, label: row.model })),
    widthPx: 170,
  },
  { path: 'quality', head: 'Quality', kind: 'number', help: '0 to 1, relative to the reference model' },
  {
    ...{ path: 'precision', head: 'Precision', kind: 'choice', isOptional: true },
    options: codes(...PRECISIONS),
    help: 'Left out: FP8 where the accelerator has it, else INT8 or BF16. INT4 computes in 16 bits; MXFP4 keeps all but the experts in them',
  },
  {
    ...{ path: 'prefill', head: 'Prefill', kind: 'choice' },
    options: choice('chunked', 'disaggregated', 'fastest'),
    help: 'Prompts in chunks between answers, or on accelerators of their own in the ratio that keeps both busy',
  },
  { path: 'royaltyUsdPerMTok', head: 'Royalty', unit: '$/Mtok', kind: 'number' },
  { path: 'licenceUsdPerSiteYear', head: 'Licence a site', unit: '$/year', kind: 'number' },
  {
    ...{ path: 'minimumReplicas', head: 'Ready replicas', kind: 'number' },
    help: 'Stand ready wherever the model is deployed, busy or not',
  },
  {
    ...{ path: 'ecosystems', head: 'Software', kind: 'words', widthPx: 110 },
    help: 'Runs only on accelerators of these, as in CUDA, ROCm or CANN; none: on any',
  },
  NOTE,
]

export const ACCELERATOR_FIELDS: readonly Field[] = [
  ID,
  {
    path: 'catalogAcceleratorId',
    head: 'Accelerator',
    kind: 'choice',
    options: (_, catalog) => catalog.accelerators.map((row) => ({ value: row.id, label: row.accelerator })),
    widthPx: 160,
    isWhole: true,
  },
  { path: 'accelPerUnit', head: 'Accelerators per unit', kind: 'number' },
  {
    ...{ path: 'unitItKw', head: 'IT power per unit', unit: 'kW', kind: 'number' },
    ofCatalog: ofAccelerator('unitItKw'),
  },
  {
    ...{ path: 'networkWPerAccel', head: 'Network power', unit: 'W/accelerator', kind: 'number' },
    help: 'Switches and optics in the IT load of rack and room; 0 where the power of the unit has them',
  },
  { path: 'unitsPerRack', head: 'Units a rack', kind: 'number' },
  { path: 'cooling', head: 'Cooling', kind: 'choice', options: choice('air', 'liquid') },
  { path: 'idleShare', head: 'Power when idle', kind: 'share', help: 'Share of nameplate; an estimate' },
  { path: 'spareShare', head: 'Spares', kind: 'share' },
  {
    path: 'memoryGb',
    head: 'Memory',
    unit: 'GB',
    kind: 'number',
    isOptional: true,
    fallback: (row, catalog) => {
      const { catalogAcceleratorId: id } = row as { catalogAcceleratorId: string }
      return String(catalog.accelerators.find((own) => own.id === id)?.memoryGb ?? '')
    },
    help: 'In italics: the accelerator of the catalog',
  },
  NOTE,
]

export const SUPPLY_FIELDS: readonly Field[] = [
  ID,
  {
    ...{ path: 'priceUsdPerUnit', head: 'Price per unit', unit: '$', kind: 'number', widthPx: 120 },
    ofCatalog: ofAccelerator('priceUsdPerUnit'),
  },
  { path: 'priceChangePerYear', head: 'Price change a year', kind: 'share' },
  { path: 'networkUsdPerAccel', head: 'Network', unit: '$/accelerator', kind: 'number', help: NETWORK_HELP },
  { path: 'leadMonths', head: 'Lead time', unit: 'months', kind: 'number' },
  { path: 'supplyUnitsPerPeriod', head: 'Supply a period', unit: 'units', kind: 'number' },
  { path: 'onSaleFrom', head: 'On sale from', kind: 'text', isOptional: true },
  { path: 'onSaleUntil', head: 'On sale until', kind: 'text', isOptional: true },
  { path: 'leadMonthsByPeriod', head: 'Lead time by period', unit: 'months', ...TABLE },
  { path: 'supplyUnitsByPeriod', head: 'Supply by period', unit: 'units', ...TABLE },
  {
    path: 'licensedCountries',
    head: 'Export licences',
    kind: 'words',
    help: 'Countries of two letters, as in AE',
  },
]

export const LIFE_FIELDS: readonly Field[] = [
  ID,
  { path: 'lifeYears', head: 'Life', unit: 'years', kind: 'number' },
  { path: 'residualShare', head: 'Residual value', kind: 'share' },
  {
    ...{ path: 'refreshYears', head: 'Refresh at', unit: 'years', kind: 'number' },
    isOptional: true,
    fallback: () => 'life',
    help: 'Age at which units leave service and are sold',
  },
  {
    ...{ path: 'resaleShare', head: 'Resale value', kind: 'share', isOptional: true },
    fallback: () => 'book',
    help: 'Of the price, when units are refreshed; left out: their book value',
  },
  {
    ...{ path: 'retireAtYears', head: 'May leave earlier at', unit: 'years', kind: 'numbers' },
    widthPx: 110,
    help: 'Ages among which the solve chooses for what it buys in each period, as in 2, 3; none: no choice',
  },
  {
    ...{ path: 'retireResaleShares', head: 'Resale value then', kind: 'numbers', widthPx: 110 },
    help: 'Share of the price at each of those ages, as in 0.5, 0.3; none: their book value',
  },
  { path: 'maintenanceSharePerYear', head: 'Maintenance a year', kind: 'share' },
]

export const TRAINING_FIELDS: readonly Field[] = [
  ID,
  { path: 'siteId', head: 'Site', kind: 'choice', options: (plan) => byId(plan.sites), widthPx: 140 },
  {
    ...{ path: 'acceleratorId', head: 'Accelerator', kind: 'choice', widthPx: 140 },
    options: (plan) => plan.accelerators.map((own) => ({ value: own.id, label: own.id })),
  },
  { path: 'units', head: 'Units', kind: 'number' },
  { path: 'from', head: 'From', kind: 'text' },
  { path: 'until', head: 'Until', kind: 'text', isOptional: true, fallback: () => 'the end' },
  { path: 'loadShare', head: 'Load', kind: 'share', help: 'Of the power between idle and full, all hours' },
  NOTE,
]

const RULE = choice('note', 'refuse')

/** Rules, and a least share for each country with sites of the plan and makers of the catalog. */
export function procurementFields({ sites }: Plan, catalog: Catalog): Field[] {
  const countries = new Set(
    sites.map((site) => catalog.regions.find((row) => row.id === site.catalogRegionId)?.country),
  )
  const makers = new Set<string>(catalog.accelerators.map((row) => row.origin))
  return [
    {
      ...{
        path: 'procurement.exportRule',
        head: 'What needs an export licence',
        kind: 'choice',
        options: RULE,
      },
      help: 'refuse: is not bought for sites of its country without one; note: only said in the result',
    },
    {
      ...{
        path: 'procurement.coolingRule',
        head: 'Racks that a site cannot cool',
        kind: 'choice',
        options: RULE,
      },
      help: 'refuse: units only where cooling and building carry their racks, air and liquid apart',
    },
    ...[...countries]
      .filter((own) => own !== undefined && makers.has(own))
      .map(
        (own): Field => ({
          ...{ path: `procurement.minimumDomesticShare.${own}`, head: `Least from makers at home · ${own}` },
          ...{ kind: 'share', isOptional: true, fallback: () => 'none' },
          help: 'Of the IT power bought to date for its sites',
        }),
      ),
    { path: 'procurement.note', head: 'Note', kind: 'text', isOptional: true },
  ]
}
