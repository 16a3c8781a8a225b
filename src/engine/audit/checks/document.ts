import type { AuditLine } from '../../../plan/result/audit.ts'
import type { Audited } from '../audited.ts'
import { agrees, atLeast, forbids } from '../line.ts'

const CHECK = 'document'

/** The result belongs to this plan: its periods, one build a site and quarter, and no name that the plan lacks. */
export function checkDocument({ plan, result, inputsHash, quarters }: Audited): AuditLine[] {
  const known = {
    period: new Set(quarters),
    site: new Set(plan.sites.map((own) => own.id)),
    region: new Set(plan.regions.map((own) => own.id)),
    lease: new Set(plan.distribution.leases.map((own) => own.id)),
    API: new Set(plan.distribution.apis.map((own) => own.id)),
    model: new Set([...plan.models, ...plan.routing.services].map((own) => own.id)),
    accelerator: new Set(plan.accelerators.map((own) => own.id)),
  }
  const strange: string[] = []
  const see = (kind: keyof typeof known, id: string) => {
    if (!known[kind].has(id)) strange.push(`${kind} ${id}`)
  }
  for (const period of result.periods) see('period', period)
  for (const build of result.builds) {
    see('period', build.period)
    see('site', build.siteId)
    for (const id of Object.keys(build.unitsByAccelerator)) see('accelerator', id)
  }
  for (const item of result.placements) {
    see('period', item.period)
    see('site', item.siteId)
    see('model', item.modelId)
    see('accelerator', item.acceleratorId)
  }
  for (const item of result.flows) {
    see('period', item.period)
    see('region', item.regionId)
    see(known.API.has(item.to) ? 'API' : known.lease.has(item.to) ? 'lease' : 'site', item.to)
  }
  for (const item of result.leases) see('lease', item.leaseId)
  for (const item of result.purchases) see('API', item.apiId)
  const standing = new Set(result.builds.map((build) => `${build.siteId} ${build.period}`))
  return [
    atLeast({
      check: CHECK,
      path: 'slices',
      what: 'Slices by which the result keeps its dispatch (results of older versions keep none: solve again)',
      claimed: result.slices.length,
      recomputed: 1,
      unit: 'slices',
      toleranceShare: 0,
    }),
    agrees({
      check: CHECK,
      path: 'inputsHash',
      what: 'The result was made from this state of the plan',
      claimed: result.inputsHash === inputsHash ? 1 : 0,
      recomputed: 1,
      unit: 'plan',
      toleranceShare: 0,
    }),
    agrees({
      check: CHECK,
      path: 'builds',
      what: 'Sites and quarters with a build',
      claimed: standing.size,
      recomputed: plan.sites.length * quarters.length,
      unit: 'builds',
      toleranceShare: 0,
    }),
    agrees({
      check: CHECK,
      path: 'periods',
      what: 'Quarters of the horizon',
      claimed: result.periods.filter((label, t) => label === quarters[t]).length,
      recomputed: quarters.length,
      unit: 'quarters',
      toleranceShare: 0,
    }),
    ...[...new Set(strange)].map((name) =>
      forbids({ check: CHECK, path: name, claimed: 1, unit: 'names' }, `The plan has no ${name}`),
    ),
  ]
}
