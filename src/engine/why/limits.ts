import type { Inputs } from '../derive/inputs.ts'
import type { Formulation } from '../formulate.ts'
import type { Problem } from '../problem/problem.ts'

/** What a planner may widen, narrow or ask for, by the word it goes by. */
export const LIMIT_FAMILIES = [
  'grid',
  'flexible-grid',
  'rooms',
  'crews',
  'hall',
  'cooling',
  'air-cooling',
  'plant',
  'contract',
  'firm-power',
  'ride-through',
  'run-hours',
  'fuel',
  'supply',
  'home-share',
  'link',
  'lease',
  'api',
  'carbon',
  'water',
  'clean-energy',
  'locked-energy',
  'capex',
  'capex-year',
  'carbon-budget',
  'water-budget',
  'carbon-total',
  'unserved-total',
  'leased-total',
  'average-quality',
  'demand',
] as const
export type LimitFamily = (typeof LIMIT_FAMILIES)[number]

/** Owner of the limits of the whole plan. */
export const WHOLE_PLAN = 'plan'

/** Families whose bounds are those of whole numbers: with the structure fixed they have no price. */
export const STRUCTURAL: ReadonlySet<LimitFamily> = new Set(['rooms', 'crews', 'plant'])

/** One bound of the problem that moves with a limit: by `factor` for each unit of the limit. */
export interface Moved {
  readonly index: number
  readonly factor: number
}

/** One limit of the plan in one quarter (or year, for permits), as rows and columns of its problem. */
export interface Limit {
  readonly family: LimitFamily
  /** What it belongs to: the plan, site, accelerator, lease, link (region>site), group of demand; contracts and plant as site/id. */
  readonly ownerId: string
  readonly siteId: string | null
  /** First quarter for which it holds. */
  readonly period: string
  readonly unit: string
  /** Upper bounds of rows that rise as the limit is widened; lower ones (and equalities) that fall. */
  readonly rowsUp: readonly Moved[]
  readonly rowsDown: readonly Moved[]
  /** Upper bounds of columns that rise. */
  readonly columns: readonly Moved[]
  /** Order of magnitude of what a unit costs, million USD (an estimate): which shortfall to look for first. */
  readonly weightMusd: number
}

/** Finds rows and columns by the names that the layers gave. */
class Names {
  readonly #rows: ReadonlyMap<string, number>
  readonly #columns: ReadonlyMap<string, number>

  constructor({ rowNames, columnNames }: Problem) {
    this.#rows = new Map(rowNames.map((name, index) => [name, index]))
    this.#columns = new Map(columnNames.map((name, index) => [name, index]))
  }

  rows(names: readonly string[], factor = 1): Moved[] {
    return find(this.#rows, names, factor)
  }

  columns(names: readonly string[], factor = 1): Moved[] {
    return find(this.#columns, names, factor)
  }
}

function find(all: ReadonlyMap<string, number>, names: readonly string[], factor: number): Moved[] {
  return names.flatMap((name) => {
    const index = all.get(name)
    return index === undefined ? [] : [{ index, factor }]
  })
}

type Draft = Omit<Limit, 'rowsUp' | 'rowsDown' | 'columns' | 'weightMusd'> &
  Partial<Pick<Limit, 'rowsUp' | 'rowsDown' | 'columns' | 'weightMusd'>>

/**
 * Every limit of a formulated plan; those that the plan does not have are left out. Each is one row or bound (a link,
 * a lease and a demand have a row a slice): bounds that only repeat a row are lifted, see `impliedBounds.ts`.
 */
export function listLimits({ problem, inputs }: Formulation): Limit[] {
  const names = new Names(problem)
  const drafts = [
    ...powerLimits(inputs, names),
    ...contractLimits(inputs, names),
    ...facilityLimits(inputs, names),
    ...permitLimits(inputs, names),
    ...budgetLimits(inputs, names),
    ...supplyLimits(inputs, names),
    ...distributionLimits(inputs, names),
    ...demandLimits(inputs, names),
    ...qualityLimits(inputs, names),
  ]
  return drafts
    .map((draft) => ({ rowsUp: [], rowsDown: [], columns: [], weightMusd: 1, ...draft }))
    .filter((limit) => limit.rowsUp.length + limit.rowsDown.length + limit.columns.length > 0)
}

function powerLimits({ plan, periods, slices }: Inputs, names: Names): Draft[] {
  return plan.sites.flatMap(({ id, power }) =>
    periods.flatMap(({ label }): Draft[] => {
      const at = { ownerId: id, siteId: id, period: label, unit: 'MW' }
      return [
        {
          ...at,
          family: 'grid',
          columns: names.columns([`contracted.${id}.${label}`]),
          weightMusd: 3,
        },
        {
          ...at,
          family: 'flexible-grid',
          columns: names.columns([`flexible.${id}.${label}`]),
          weightMusd: 4,
        },
        {
          ...at,
          family: 'firm-power',
          rowsDown: names.rows([
            `adequacy.${id}.${label}`,
            `stress.${id}.${label}`,
            ...power.onSite.map((own) => `largest-out.${id}.${own.id}.${label}`),
          ]),
          weightMusd: 5,
        },
        {
          ...{ ...at, unit: 'MWh kept' },
          family: 'ride-through',
          rowsDown: names.rows(slices.map((slice) => `ride-through.${id}.${label}.${slice.id}`)),
          weightMusd: 1,
        },
      ]
    }),
  )
}

function contractLimits({ plan, periods }: Inputs, names: Names): Draft[] {
  return plan.sites.flatMap(({ id, power }) =>
    periods.flatMap(({ label }): Draft[] => [
      ...power.contracts.map((own): Draft => {
        const key = `${id}.${own.id}.${label}`
        const at = { ownerId: `${id}/${own.id}`, siteId: id, period: label, unit: 'MW' }
        return {
          ...at,
          family: 'contract',
          rowsUp: names.rows([`in-force.${key}`]),
          weightMusd: 2,
        }
      }),
      ...power.onSite.flatMap((own): Draft[] => {
        const key = `${id}.${own.id}.${label}`
        const at = { ownerId: `${id}/${own.id}`, siteId: id, period: label }
        return [
          {
            ...at,
            family: 'plant',
            unit: 'MW',
            columns: names.columns([`units.${key}`], 1 / own.unitMw),
            weightMusd: 4,
          },
          {
            ...at,
            family: 'run-hours',
            unit: 'MWh',
            rowsUp: names.rows([`run-hours.${key}`]),
            weightMusd: 1e-3,
          },
          { ...at, family: 'fuel', unit: 'MWh', rowsUp: names.rows([`fuel.${key}`]), weightMusd: 1e-3 },
        ]
      }),
    ]),
  )
}

function facilityLimits({ plan, periods }: Inputs, names: Names): Draft[] {
  return plan.sites.flatMap(({ id, facility }) =>
    periods.flatMap(({ label }): Draft[] => {
      const key = `${id}.${label}`
      const at = { ownerId: id, siteId: id, period: label, unit: 'MW of IT' }
      const perMw = 1 / facility.moduleItMw
      return [
        {
          ...at,
          family: 'rooms',
          columns: names.columns([`phases.${key}`], perMw),
          rowsUp: names.rows([`opened.${key}`], perMw),
          weightMusd: facility.capexMusdPerMw,
        },
        { ...at, family: 'crews', rowsUp: names.rows([`crews.${key}`], perMw), weightMusd: 8 },
        { ...at, family: 'hall', rowsUp: names.rows([`hall.${key}`]), weightMusd: facility.capexMusdPerMw },
        { ...at, family: 'cooling', rowsUp: names.rows([`cooling.${key}`]), weightMusd: 2 },
        { ...at, family: 'air-cooling', rowsUp: names.rows([`air.${key}`]), weightMusd: 2 },
      ]
    }),
  )
}

const PER_THOUSAND = 1 / 1000

/** A limit is by the year; of a last year that is cut short, so much of it. */
function yearShareFrom(periods: Inputs['periods'], index: number): number {
  return Math.min(
    1,
    periods.slice(index).reduce((sum, period) => sum + period.lengthYears, 0),
  )
}

/** Limits of the whole plan; those of the horizon stand under its first period. */
function budgetLimits({ periods }: Inputs, names: Names): Draft[] {
  return periods.flatMap(({ label, index }): Draft[] => {
    const at = { ownerId: WHOLE_PLAN, siteId: null, period: label }
    const perYear = yearShareFrom(periods, index) * PER_THOUSAND
    const money = { ...at, unit: 'M$', weightMusd: 1 }
    return [
      { ...money, family: 'capex', rowsUp: index === 0 ? names.rows(['budget.capex']) : [] },
      { ...money, family: 'capex-year', rowsUp: names.rows([`budget.capex.${label}`]) },
      {
        ...{ ...at, family: 'carbon-budget', unit: 't a year', weightMusd: 1e-4 },
        rowsUp: names.rows([`budget.carbon.${label}`], perYear),
      },
      {
        ...{ ...at, family: 'water-budget', unit: 'm³ a year', weightMusd: 1e-5 },
        rowsUp: names.rows([`budget.water.${label}`], perYear),
      },
      ...(index === 0 ? horizonLimits(at, names) : []),
    ]
  })
}

function horizonLimits(at: Pick<Draft, 'ownerId' | 'siteId' | 'period'>, names: Names): Draft[] {
  const rows = (name: string, factor: number) => names.rows([`budget.horizon-${name}`], factor)
  return [
    { ...at, family: 'carbon-total', unit: 't', rowsUp: rows('carbon', 1e-3), weightMusd: 1e-4 },
    { ...at, family: 'unserved-total', unit: 'Mtok', rowsUp: rows('unserved', 1e-6), weightMusd: 1e-6 },
    { ...at, family: 'leased-total', unit: 'Mtok', rowsUp: rows('leased', 1e-6), weightMusd: 1e-6 },
  ]
}

function permitLimits({ plan, periods }: Inputs, names: Names): Draft[] {
  return plan.sites.flatMap(({ id }) =>
    periods.flatMap(({ label, index }): Draft[] => {
      const key = `${id}.${label}`
      const at = { ownerId: id, siteId: id, period: label }
      const yearShare = yearShareFrom(periods, index)
      return [
        {
          ...at,
          family: 'carbon',
          unit: 't a year',
          rowsUp: names.rows([`carbon.${key}`], yearShare * PER_THOUSAND),
          weightMusd: 1e-4,
        },
        {
          ...at,
          family: 'water',
          unit: 'm³ a year',
          rowsUp: names.rows([`water.${key}`], yearShare * PER_THOUSAND),
          weightMusd: 1e-5,
        },
        {
          ...at,
          family: 'clean-energy',
          unit: 'MWh',
          rowsDown: names.rows([`clean.${key}`], PER_THOUSAND),
          weightMusd: 1e-4,
        },
        {
          ...at,
          family: 'locked-energy',
          unit: 'MWh',
          rowsDown: names.rows([`locked.${key}`], PER_THOUSAND),
          weightMusd: 1e-4,
        },
      ]
    }),
  )
}

function supplyLimits({ plan, periods }: Inputs, names: Names): Draft[] {
  const home = Object.keys(plan.procurement.minimumDomesticShare).flatMap((country) =>
    periods.map(({ label }): Draft => {
      const at = { ownerId: country, siteId: null, period: label, unit: 'MW of IT' }
      return {
        ...at,
        family: 'home-share',
        rowsDown: names.rows([`home.${country}.${label}`]),
        weightMusd: 20,
      }
    }),
  )
  const supply = plan.accelerators.flatMap(({ id, priceUsdPerUnit }) =>
    periods.map(({ label }): Draft => {
      return {
        family: 'supply',
        ownerId: id,
        siteId: null,
        period: label,
        unit: 'units',
        rowsUp: names.rows([`supply.${id}.${label}`]),
        weightMusd: priceUsdPerUnit / 1e6,
      }
    }),
  )
  return [...home, ...supply]
}

function distributionLimits({ plan, periods, slices }: Inputs, names: Names): Draft[] {
  const { links, leases, apis } = plan.distribution
  return periods.flatMap(({ label }): Draft[] => [
    ...links.map(({ regionId, siteId }): Draft => {
      return {
        family: 'link',
        ownerId: `${regionId}>${siteId}`,
        siteId,
        period: label,
        unit: 'Mtok/s',
        rowsUp: names.rows(slices.map((slice) => `link.${regionId}.${siteId}.${label}.${slice.id}`)),
        weightMusd: 1,
      }
    }),
    ...apis.map(({ id }): Draft => {
      return {
        family: 'api',
        ownerId: id,
        siteId: null,
        period: label,
        unit: 'Mtok/s',
        rowsUp: names.rows(slices.map((slice) => `api.${id}.${label}.${slice.id}`)),
        weightMusd: 3,
      }
    }),
    ...leases.map(({ id, termQuarters, usdPerAccelH }): Draft => {
      const used = slices.map((slice) => `lease-use.${id}.${label}.${slice.id}`)
      const rows = termQuarters > 0 ? [`lease-held.${id}.${label}`] : used
      return {
        family: 'lease',
        ownerId: id,
        siteId: null,
        period: label,
        unit: 'accelerators',
        rowsUp: names.rows(rows, PER_THOUSAND),
        weightMusd: (usdPerAccelH * 2190) / 1e6,
      }
    }),
  ])
}

/** Floors that hold on average: tokens that may come short of the floor by one. */
function qualityLimits({ groups, periods }: Inputs, names: Names): Draft[] {
  return groups.flatMap(({ id }) =>
    periods.map(({ label }): Draft => {
      const at = { ownerId: id, siteId: null, period: label, unit: 'Mtok/s' }
      return {
        ...at,
        family: 'average-quality',
        rowsDown: names.rows([`quality.${id}.${label}`]),
        weightMusd: 50,
      }
    }),
  )
}

/** Demand is widened by asking for less. */
function demandLimits({ groups, periods, slices }: Inputs, names: Names): Draft[] {
  return groups.flatMap(({ id }) =>
    periods.map(
      ({ label }): Draft => ({
        ...{ family: 'demand', ownerId: id, siteId: null, period: label, unit: 'Mtok/s' },
        rowsDown: names.rows(slices.map((slice) => `balance.${id}.${label}.${slice.id}`)),
        weightMusd: 100,
      }),
    ),
  )
}
