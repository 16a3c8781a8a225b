import type { Inputs } from '../../derive/inputs.ts'
import { type Draft, type Names, PER_THOUSAND, yearShareFrom } from './limitDraft.ts'

/** Limits of each site: power, contracts and plant, rooms and cooling, permits. */
export function siteLimits(inputs: Inputs, names: Names): Draft[] {
  return [
    ...powerLimits(inputs, names),
    ...contractLimits(inputs, names),
    ...facilityLimits(inputs, names),
    ...permitLimits(inputs, names),
  ]
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
