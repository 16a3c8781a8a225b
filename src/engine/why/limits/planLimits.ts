import type { Inputs } from '../../derive/inputs.ts'
import { type Draft, type Names, PER_THOUSAND, yearShareFrom } from './limitDraft.ts'
import { WHOLE_PLAN } from './limits.ts'

/** Limits of the plan over its sites: budgets, supply, distribution, demand, quality. */
export function planLimits(inputs: Inputs, names: Names): Draft[] {
  return [
    ...budgetLimits(inputs, names),
    ...supplyLimits(inputs, names),
    ...distributionLimits(inputs, names),
    ...demandLimits(inputs, names),
    ...qualityLimits(inputs, names),
  ]
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
    {
      ...at,
      family: 'away-from-edge-total',
      unit: 'Mtok',
      rowsUp: rows('away-from-edge', 1e-6),
      weightMusd: 1e-6,
    },
  ]
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
