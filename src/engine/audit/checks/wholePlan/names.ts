import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Audited } from '../../audited.ts'
import { agrees, forbids } from '../../line.ts'
import { say } from '../../said.ts'

const CHECK = 'names'

/** Nothing in the result is of a site, a plant, a contract, a class or another thing that the plan does not have. */
export function checkNames(audited: Audited): AuditLine[] {
  const strange = new Set(listNames(audited))
  return [
    agrees({
      check: CHECK,
      path: 'planId',
      what: say`Names in the result that the plan does not have`,
      claimed: strange.size,
      recomputed: 0,
      unit: 'names',
      toleranceShare: 0,
    }),
    ...[...strange].map((name) =>
      forbids({ check: CHECK, path: name, claimed: 1, unit: 'names' }, say`The plan has no ${name}`),
    ),
  ]
}

/** Fields of any line of a result that name a thing, by the kind of what they name. */
const NAMING_FIELDS = [
  ['period', 'period'],
  ['boughtPeriod', 'period'],
  ['siteId', 'site'],
  ['regionId', 'region'],
  ['classId', 'class'],
  ['leaseId', 'lease'],
  ['apiId', 'API'],
  ['saleId', 'market'],
  ['modelId', 'model'],
  ['acceleratorId', 'accelerator'],
] as const

/** Those that are strange, as in `accelerator h100 (placements)`. */
function listNames(audited: Audited): string[] {
  const { plan, result } = audited
  const known = namesOf(audited)
  const strangeIn = (where: string, kind: keyof typeof known, id: string): string[] =>
    known[kind].has(id) ? [] : [`${kind} ${id} (${where})`]
  const lists = {
    ...{ builds: result.builds, retirements: result.retirements, placements: result.placements },
    ...{ deployments: result.deployments, flows: result.flows, leases: result.leases, sales: result.sales },
    ...{ purchases: result.purchases, demand: result.demand, cake: result.cake, siteDays: result.siteDays },
    ...{ costs: result.costs, binding: result.binding },
  }
  const ofLine = (where: string, line: object): string[] =>
    NAMING_FIELDS.flatMap(([field, kind]) => {
      const id: unknown = Reflect.get(line, field)
      return typeof id === 'string' ? strangeIn(where, kind, id) : []
    })
  const kindOfPlace = (id: string) => (known.API.has(id) ? 'API' : known.lease.has(id) ? 'lease' : 'site')
  return [
    ...Object.entries(lists).flatMap(([where, lines]) => lines.flatMap((line) => ofLine(where, line))),
    ...result.periods.flatMap((period) => strangeIn('periods', 'period', period)),
    ...result.flows.flatMap(({ to }) => strangeIn('flows', kindOfPlace(to), to)),
    ...result.builds.flatMap((build) => strangeParts(plan, build)),
    ...result.deployments.flatMap(({ heldUnitsBySlice }) =>
      Object.keys(heldUnitsBySlice).flatMap((id) => strangeIn('deployments', 'accelerator', id)),
    ),
  ]
}

/** Everything that the plan has, by kind. */
function namesOf({ plan, quarters, streams }: Audited) {
  const ids = (own: readonly { readonly id: string }[]) => new Set(own.map(({ id }) => id))
  const { leases, apis, sales } = plan.distribution
  return {
    period: new Set(quarters),
    site: ids(plan.sites),
    region: ids(plan.regions),
    class: new Set(streams.map(({ classId }) => classId)),
    lease: ids(leases),
    API: ids(apis),
    market: ids(sales),
    model: ids([...plan.models, ...plan.routing.services]),
    accelerator: ids(plan.accelerators),
  }
}

/** Accelerators, plant and contracts that a site's build names and the plan does not have there. */
function strangeParts(plan: Audited['plan'], build: Audited['result']['builds'][number]): string[] {
  const site = plan.sites.find(({ id }) => id === build.siteId)
  if (!site) return []
  const missing = (kind: string, has: readonly { readonly id: string }[], tables: readonly object[]) =>
    [...new Set(tables.flatMap((table) => Object.keys(table)))]
      .filter((id) => !has.some((own) => own.id === id))
      .map((id) => `${kind} ${id} (builds of ${build.siteId})`)
  const { unitsByAccelerator, boughtByAccelerator, trainingByAccelerator } = build
  const { onSiteMw, onSiteUnits, generatedMwBySlice, storageMwBySlice, stressMw } = build
  return [
    ...missing('accelerator', plan.accelerators, [
      unitsByAccelerator,
      boughtByAccelerator,
      trainingByAccelerator,
    ]),
    ...missing('plant', site.power.onSite, [
      onSiteMw,
      onSiteUnits,
      generatedMwBySlice,
      storageMwBySlice,
      stressMw,
      ...build.dayBlocks.flatMap((own) => [own.generatedMw, own.chargedMw, own.dischargedMw]),
    ]),
    ...missing('contract', site.power.contracts, [
      build.contractMw,
      build.contractMwBySlice,
      ...build.dayBlocks.map((own) => own.contractMw),
    ]),
  ]
}
