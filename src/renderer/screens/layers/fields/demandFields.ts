import type { Catalog } from '../../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../../plan/schema/plan.ts'
import type { Field } from '../../../grid/field.ts'
import { byId, CATALOG_REGION, choice, ID, LATENCY_ID, NAME, NOTE, ZONE } from './commonFields.ts'

export const REGION_FIELDS: readonly Field[] = [
  NAME,
  ID,
  CATALOG_REGION,
  { path: 'utcOffsetH', head: 'UTC offset', unit: 'h', kind: 'number' },
  {
    ...{ path: 'timeZone', head: 'Time zone', kind: 'text', isOptional: true },
    help: 'As in America/New_York: its summer time takes the place of the offset',
  },
  ZONE,
  LATENCY_ID,
]

const archetype = (row: unknown, catalog: Catalog) =>
  catalog.demand_archetypes.find((own) => own.id === (row as { archetypeId: string }).archetypeId)

/** A value in place of the archetype's, which stands in the column `column` of the catalog. */
const own = (path: string, head: string, help: string, column = path): Field => ({
  ...{ path, head, help, kind: path.endsWith('Share') ? 'share' : 'number', isOptional: true },
  fallback: (row, catalog) => {
    const value = Number(Reflect.get(archetype(row, catalog) ?? {}, column))
    if (!Number.isFinite(value)) return ''
    return path.endsWith('Share') ? String(Number((value * 100).toPrecision(6))) : String(value)
  },
})

/** Demand has one column of share for each region of the plan. */
export function demandFields(plan: Plan): readonly Field[] {
  return [
    { ...ID, widthPx: 112 },
    {
      path: 'archetypeId',
      head: 'Archetype',
      kind: 'choice',
      options: (_, catalog) => byId(catalog.demand_archetypes),
      widthPx: 136,
    },
    {
      path: 'unitsStart',
      head: 'Units at start',
      kind: 'number',
      help: 'Users, seats, agents or machines',
      widthPx: 90,
    },
    { path: 'unitsEnd', head: 'Units at end', kind: 'number', widthPx: 90 },
    {
      path: 'growth',
      head: 'Growth',
      kind: 'choice',
      widthPx: 96,
      options: choice('cagr', 'logistic', 'linear', 'bass', 'table'),
    },
    own('tasksPerUnitDay', 'Tasks per unit and day', 'In italics: the archetype of the catalog'),
    own('callsPerTask', 'Calls per task', 'In italics: the archetype of the catalog'),
    own('inputTokensPerCall', 'Input tokens per call', 'In italics: the archetype of the catalog'),
    own('outputTokensPerCall', 'Output tokens per call', 'In italics: the archetype of the catalog'),
    own('cacheHitShare', 'Cached input', 'Share of the input tokens found in the prefix cache'),
    {
      path: 'eventFactor',
      head: 'Event factor',
      kind: 'number',
      help: 'Busiest hour of an event over that of a normal week',
    },
    own('complexShare', 'Complex tasks', 'Share of tasks that need a model of the higher quality floor'),
    own('privacyShare', 'Private', 'Share of tasks that must stay in their residency zone'),
    ...plan.regions.map(
      (region): Field => ({
        ...{
          path: `regionShares.${region.id}`,
          head: region.name,
          kind: 'share',
          isOptional: true,
          widthPx: 58,
        },
        help: 'Share of the units; all shares sum to 100 %',
      }),
    ),
    NOTE,
  ]
}

/** How a line grows and how it is served, beside what the table of demand says. */
export const DEMAND_SHAPE_FIELDS: readonly Field[] = [
  { path: 'id', head: 'Line of demand', kind: 'text', widthPx: 120 },
  {
    ...{ path: 'bass.marketUnits', head: 'Bass: market', kind: 'number', isOptional: true },
    help: 'Units that there can ever be, where growth is Bass; empty: as many as lead to the units at the end',
  },
  {
    ...{ path: 'bass.p', head: 'Bass: innovation', unit: '1/yr', kind: 'number' },
    help: 'Who takes it up of their own accord; 0.03 is a mean of textbooks (C)',
  },
  {
    ...{ path: 'bass.q', head: 'Bass: imitation', unit: '1/yr', kind: 'number' },
    help: 'Who takes it up because others have; 0.38 is a mean of textbooks (C)',
  },
  {
    ...{ path: 'unitsByPeriod', head: 'Units by period', kind: 'numbers', widthPx: 160 },
    help: 'Where growth is a table: one for each period, the last staying',
  },
  own(
    'intrahourPeak',
    'Burst within the hour',
    'Busiest minute over the mean of its hour; at least 1',
    'peakFactorIntrahour',
  ),
  {
    ...own('ttftMs', 'Time to first token', 'That 95 of 100 calls keep', 'ttftMsP95'),
    unit: 'ms',
  },
  { ...own('tpotMs', 'Time per token', 'In italics: the archetype of the catalog'), unit: 'ms' },
]

export const STEP_FIELDS: readonly Field[] = [
  {
    ...{ path: 'from', head: 'Holds from', kind: 'date' },
    help: 'A quarter or month, as in 2027Q2 or 2027-05',
  },
  {
    ...{ path: 'addUnits', head: 'Units that come or leave', kind: 'number' },
    help: 'At once, on top of the curve; below 0 they leave',
    widthPx: 160,
  },
]

/** Of a line's own hours, beside the hours themselves. */
export const PROFILE_FIELDS: readonly Field[] = [
  {
    ...{ path: 'weekendLevel', head: 'Level of weekends', kind: 'number' },
    help: 'An hour of Saturday or Sunday over the same hour of another day',
  },
  {
    ...{ path: 'timeBasis', head: 'Clock', kind: 'choice', options: choice('local', 'utc') },
    help: 'Of the region: on the clock of each, summer time included; UTC: the same hour everywhere',
  },
]
