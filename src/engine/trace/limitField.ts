import { findPaths } from '../../plan/planPath.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { type LimitFamily, WHOLE_PLAN } from '../why/limits/limits.ts'

/** The field by which a planner widens a limit, as in `sites[ash].power.gridLimitMw`; nothing: no one field does. */
export function limitField(plan: Plan, family: LimitFamily, ownerId: string): string | undefined {
  const path = fieldOf(plan, family, ownerId)
  if (path === undefined) return undefined
  try {
    findPaths(plan, path)
    return path
  } catch {
    // A plan of another shape than its limits: nothing to lead to.
    return undefined
  }
}

function fieldOf(plan: Plan, family: LimitFamily, ownerId: string): string | undefined {
  if (ownerId === WHOLE_PLAN) return PLAN_FIELDS[family]
  const [siteId, partId] = ownerId.split('/')
  const site = SITE_FIELDS[family]
  if (site !== undefined) return `sites[${siteId}].${site.replace('PART', partId ?? '')}`
  switch (family) {
    case 'supply':
      return `accelerators[${ownerId}].supplyUnitsPerPeriod`
    case 'api':
      return `distribution.apis[${ownerId}].limitMTokS`
    case 'lease':
      return `distribution.leases[${ownerId}].limitAccel`
    case 'link': {
      const index = plan.distribution.links.findIndex((own) => `${own.regionId}>${own.siteId}` === ownerId)
      return `distribution.links[${index}].limitMTokS`
    }
    default:
      return undefined
  }
}

const PLAN_FIELDS: { readonly [F in LimitFamily]?: string } = {
  capex: 'budget.capexMusd',
  'capex-year': 'budget.capexMusdByYear',
  'carbon-budget': 'budget.carbonTonnesPerYear',
  'water-budget': 'budget.waterM3PerYear',
  'carbon-total': 'budget.carbonTonnes',
  'unserved-total': 'budget.unservedMTok',
  'leased-total': 'budget.leasedMTok',
  'away-from-edge-total': 'budget.awayFromEdgeMTok',
}

const SITE_FIELDS: { readonly [F in LimitFamily]?: string } = {
  grid: 'power.gridLimitMw',
  'flexible-grid': 'power.flexible.limitMw',
  rooms: 'facility.maxItMw',
  hall: 'facility.maxItMw',
  crews: 'facility.maxPhasesPerQuarter',
  cooling: 'facility.coolingLimitItMw',
  plant: 'power.onSite[PART].maxMw',
  contract: 'power.contracts[PART].maxMw',
  'firm-power': 'power.reserveMarginShare',
  'run-hours': 'power.onSite[PART].maxHoursPerYear',
  fuel: 'power.onSite[PART].fuelLimitMmbtuPerDay',
  carbon: 'power.carbonLimitTonnesPerYear',
  water: 'facility.waterLimitM3PerYear',
  'clean-energy': 'power.minimumCleanShare',
  'locked-energy': 'power.minimumLockedShare',
}
