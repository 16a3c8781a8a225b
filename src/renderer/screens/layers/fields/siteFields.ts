import type { Site } from '../../../../plan/schema/site.ts'
import { tierOfSite } from '../../../../plan/tiers.ts'
import type { Field, Option } from '../../../grid/field.ts'
import { CATALOG_REGION, choice, codes, ID, LATENCY_ID, NAME, NOTE, ZONE } from './commonFields.ts'
import { ofBuilding } from './ofCatalog.ts'

export const SITE_FIELDS: readonly Field[] = [
  NAME,
  ID,
  CATALOG_REGION,
  ZONE,
  {
    ...{ path: 'tier', head: 'Tier', kind: 'choice', isOptional: true },
    options: choice('edge', 'site', 'campus'),
    fallback: (row) => tierOfSite(row as Site),
    help: 'Kind of place; left empty: up to 5 MW of IT the edge, from 10 MW a campus',
  },
  LATENCY_ID,
  { path: 'extraRttMs', head: 'Extra round trip', unit: 'ms', kind: 'number' },
  NOTE,
]

export const FACILITY_FIELDS: readonly Field[] = [
  NAME,
  {
    path: 'facility.archetypeId',
    head: 'Building',
    kind: 'choice',
    options: (_, catalog) => catalog.building.map((row) => ({ value: row.id, label: row.archetype })),
    widthPx: 170,
  },
  {
    ...{ path: 'facility.moduleItMw', head: 'Phase', unit: 'MW IT', kind: 'number' },
    ofCatalog: ofBuilding('moduleMwIt'),
  },
  { path: 'facility.maxItMw', head: 'At most', unit: 'MW IT', kind: 'number' },
  { path: 'facility.existingItMw', head: 'Existing', unit: 'MW IT', kind: 'number' },
  { path: 'facility.earliest', head: 'Earliest', kind: 'text' },
  {
    ...{ path: 'facility.buildMonths', head: 'Building time', unit: 'months', kind: 'number' },
    ofCatalog: ofBuilding('buildMonthsTyp'),
  },
  {
    ...{ path: 'facility.capexMusdPerMw', head: 'Capex', unit: 'M$/MW', kind: 'number' },
    ofCatalog: ofBuilding('capexMusdPerMwTotal'),
  },
  { path: 'facility.fixedMusdPerSite', head: 'Fixed a year', unit: 'M$', kind: 'number' },
  { path: 'facility.opexMusdPerMwYear', head: 'Opex', unit: 'M$/MW-year', kind: 'number' },
  {
    path: 'facility.coolingTechnologyId',
    head: 'Cooling',
    kind: 'choice',
    options: (_, catalog) => catalog.cooling.map((row) => ({ value: row.id, label: row.technology })),
    widthPx: 170,
  },
]

/** How a room is cooled, what its plant loses, and what limits it. */
export const COOLING_FIELDS: readonly Field[] = [
  NAME,
  {
    path: 'facility.coolingChoice',
    head: 'Cooling chosen',
    kind: 'choice',
    options: choice('given', 'solve'),
    help: 'By you, or by the solve: block by block within rack density and water permit, written here as an edit',
  },
  {
    ...{ path: 'facility.coolingLimitItMw', head: 'Cooling limit', unit: 'MW IT', kind: 'number' },
    isOptional: true,
    fallback: () => 'none',
  },
  { path: 'facility.electricalLossShare', head: 'Electrical losses', kind: 'share' },
  {
    ...{ path: 'facility.givenPue', head: 'Given PUE', kind: 'number', isOptional: true },
    fallback: () => 'by weather',
    help: 'A PUE that is known, electrical losses included: in place of the formula of the cooling',
  },
  {
    path: 'facility.waterLimitM3PerYear',
    head: 'Water limit',
    unit: 'm³/year',
    kind: 'number',
    isOptional: true,
    fallback: () => 'none',
  },
  { path: 'facility.waterUsdPerM3', head: 'Water price', unit: '$/m³', kind: 'number' },
  { path: 'facility.fixedItMw', head: 'Fixed IT load', unit: 'MW', kind: 'number' },
  {
    path: 'facility.maxPhasesPerQuarter',
    head: 'Phases a quarter',
    kind: 'number',
    isOptional: true,
    fallback: () => 'any',
  },
  { ...NOTE, path: 'facility.note' },
]

const SCHEMES = (): Option[] => [
  ...codes('N', 'N+1', 'N+2', '2N', '2(N+1)', '3N2R', '4N3R')(),
  ...choice('block')(),
]
const scheme = (path: string, head: string): Field => ({
  ...{ path: `facility.redundancy.${path}`, head, kind: 'choice', options: SCHEMES },
  help: 'N carries the load; N+1 has one spare; 2N two whole sets; 4N3R four blocks of which three carry the load; block one catcher for up to five',
})

export const REDUNDANCY_FIELDS: readonly Field[] = [
  NAME,
  scheme('ups', 'UPS'),
  scheme('generators', 'Generators'),
  scheme('transformers', 'Transformers'),
  scheme('switchgear', 'Switchgear'),
  scheme('cooling', 'Cooling units'),
  { path: 'facility.redundancy.generatorShare', head: 'Load on generators', kind: 'share' },
  {
    path: 'facility.redundancy.blockMw',
    head: 'Block',
    unit: 'MW IT',
    kind: 'number',
    isOptional: true,
    fallback: () => 'one',
  },
  { path: 'facility.redundancy.powerFactor', head: 'Power factor', kind: 'number' },
]
