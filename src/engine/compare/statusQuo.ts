import type { Plan } from '../../plan/schema/plan.ts'

/**
 * The plan with nothing built: rooms that stand today, no purchase of accelerators, no new plant and no new contract
 * for electricity; leases and purchased tokens as the plan offers them. What they cannot serve goes unserved.
 */
export function statusQuo(plan: Plan): Plan {
  return {
    ...plan,
    training: [],
    routing: { ...plan.routing, mustServe: false },
    accelerators: plan.accelerators.map((own) => ({
      ...own,
      supplyUnitsPerPeriod: 0,
      supplyUnitsByPeriod: [],
    })),
    sites: plan.sites.map((site) => ({
      ...site,
      facility: { ...site.facility, maxItMw: site.facility.existingItMw },
      power: { ...site.power, onSite: [], contracts: [], minimumLockedShare: 0, minimumCleanShare: 0 },
    })),
  }
}
