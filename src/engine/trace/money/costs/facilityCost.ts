import { moduleCapexMusdPerMw } from '../../../layers/aidc/facility.ts'
import { toRef } from '../../trace.ts'
import { type At, factor, type Made } from './costPart.ts'

const facilityPath = ({ site }: At, field: string): string => `sites[${site.id}].facility.${field}`

/** What rooms of new phases cost, M$. */
export function roomsCost(at: At): Made {
  const { c, period, site, siteIndex, build, before } = at
  const added = build.phases - (before?.phases ?? 0)
  const { moduleItMw, capexMusdPerMw, buildMonths } = site.facility
  const perMw = moduleCapexMusdPerMw(c.inputs, siteIndex)[period.index]!
  return {
    formula: c.plan.finance.capital === 'annuity' ? 'capital-annuity' : 'capital-lump-sum',
    inputs: [
      { word: 'phases', value: added, unit: '', ref: toRef('phases', site.id, period.label) },
      { word: 'moduleMw', value: moduleItMw, unit: 'MW', path: facilityPath(at, 'moduleItMw') },
      { word: 'price', value: capexMusdPerMw, unit: 'M$/MW', path: facilityPath(at, 'capexMusdPerMw') },
      { word: 'leadMonths', value: buildMonths, unit: 'months', path: facilityPath(at, 'buildMonths') },
      {
        word: 'life',
        value: c.plan.finance.facilityLifeYears,
        unit: 'years',
        path: 'finance.facilityLifeYears',
      },
      { word: 'capitalFactor', of: 'M$/MW', value: perMw, unit: 'M$/MW' },
    ],
    recomputed: added * moduleItMw * perMw,
  }
}

/** What rooms cost to run, M$. */
export function operationCost(at: At): Made {
  const { period, site, build } = at
  const { moduleItMw, opexMusdPerMwYear } = site.facility
  return {
    formula: 'net-present-cost',
    inputs: [
      { word: 'phases', value: build.phases, unit: '', ref: toRef('phases', site.id, period.label) },
      { word: 'moduleMw', value: moduleItMw, unit: 'MW', path: facilityPath(at, 'moduleItMw') },
      {
        word: 'opex',
        value: opexMusdPerMwYear,
        unit: 'M$/MW-year',
        path: facilityPath(at, 'opexMusdPerMwYear'),
      },
      { word: 'years', value: period.lengthYears, unit: 'years' },
      factor(period.discount),
    ],
    recomputed: build.phases * moduleItMw * opexMusdPerMwYear * period.lengthYears * period.discount,
  }
}

/** What a site costs as soon as it is open, M$. */
export function managementCost(at: At): Made {
  const { period, site, build } = at
  const { fixedMusdPerSite } = site.facility
  const open = build.phases > 0 ? 1 : 0
  return {
    formula: 'net-present-cost',
    inputs: [
      { word: 'open', value: open, unit: '' },
      {
        word: 'fixedPerSite',
        value: fixedMusdPerSite,
        unit: 'M$/year',
        path: facilityPath(at, 'fixedMusdPerSite'),
      },
      { word: 'years', value: period.lengthYears, unit: 'years' },
      factor(period.discount),
    ],
    recomputed: open * fixedMusdPerSite * period.lengthYears * period.discount,
  }
}
