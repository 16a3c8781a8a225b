import { checkDocument } from './checkDocument.ts'
import { AppFault, type InputFault } from './fault.ts'
import { findHorizonFaults } from './horizonFaults.ts'
import { jsonPlace } from './jsonPlace.ts'
import { migratePlan } from './migrate/migratePlan.ts'
import { Plan, SCHEMA_VERSION } from './schema/plan.ts'
import { findSupplyFaults } from './supplyFaults.ts'
import { findTimeZone, TIME_ZONE_EXPECTED } from './timeZone.ts'

/** Reads a plan from text: JSON, then {@link readPlan}. */
export function readPlanText(text: string): Plan {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    throw new AppFault('bad-input', 'The plan is not JSON', [
      { ...jsonPlace(text, error), expected: 'a plan in JSON, as it is exported' },
    ])
  }
  return readPlan(document)
}

/** Checks a document against the schema and its own references; throws an AppFault with one fault a field. */
export function readPlan(document: unknown): Plan {
  const isObject = typeof document === 'object' && document !== null && !Array.isArray(document)
  const newest = isObject ? migratePlan({ ...document }, SCHEMA_VERSION) : document
  const plan = checkDocument(Plan, newest, 'The plan does not fit its schema')
  const faults = findReferenceFaults(plan)
  if (faults.length > 0) throw new AppFault('bad-input', 'The plan contradicts itself', faults)
  return plan
}

function findReferenceFaults(plan: Plan): InputFault[] {
  const faults: InputFault[] = []
  const lists = {
    regions: plan.regions,
    demand: plan.demand,
    models: plan.models,
    accelerators: plan.accelerators,
    sites: plan.sites,
    training: plan.training,
  }
  for (const [name, list] of Object.entries(lists)) {
    const seen = new Set<string>()
    list.forEach((item, index) => {
      if (seen.has(item.id))
        faults.push({ path: `${name}[${index}].id`, value: item.id, expected: 'an id used once' })
      seen.add(item.id)
    })
  }
  const regionIds = new Set(plan.regions.map((region) => region.id))
  const siteIds = new Set(plan.sites.map((site) => site.id))
  plan.regions.forEach(({ timeZone }, index) => {
    if (timeZone !== undefined && findTimeZone(timeZone) === undefined)
      faults.push({
        path: `regions[${index}].timeZone`,
        value: timeZone,
        expected: TIME_ZONE_EXPECTED,
      })
  })
  plan.demand.forEach((demand, index) => {
    const path = `demand[${index}].regionShares`
    for (const id of Object.keys(demand.regionShares)) {
      if (!regionIds.has(id))
        faults.push({ path: `${path}.${id}`, value: id, expected: 'the id of a region of this plan' })
    }
    const total = Object.values(demand.regionShares).reduce((sum, share) => sum + share, 0)
    if (Math.abs(total - 1) > 1e-6) faults.push({ path, value: total, expected: 'shares that sum to 1' })
  })
  plan.sites.forEach(({ power }, index) => {
    if (power.minimumLockedShare > 0 && power.contracts.length === 0)
      faults.push({
        path: `sites[${index}].power.minimumLockedShare`,
        value: power.minimumLockedShare,
        expected: 'contracts that can lock it, or 0',
      })
    const seen = new Set<string>()
    for (const { id } of [...power.onSite, ...power.contracts]) {
      if (seen.has(id))
        faults.push({
          path: `sites[${index}].power`,
          value: id,
          expected: 'an id used once over plant and contracts',
        })
      seen.add(id)
    }
  })
  faults.push(...findOfferFaults(plan), ...findServiceFaults(plan), ...findModelSetFaults(plan))
  plan.distribution.links.forEach((link, index) => {
    if (!regionIds.has(link.regionId))
      faults.push({
        path: `distribution.links[${index}].regionId`,
        value: link.regionId,
        expected: 'the id of a region of this plan',
      })
    if (!siteIds.has(link.siteId))
      faults.push({
        path: `distribution.links[${index}].siteId`,
        value: link.siteId,
        expected: 'the id of a site of this plan',
      })
  })
  return [...faults, ...findHorizonFaults(plan), ...findSupplyFaults(plan)]
}

/** Sites, leases and APIs are told apart by id alone, and an API has a price. */
function findOfferFaults(plan: Plan): InputFault[] {
  const { sites } = plan
  const { leases, apis } = plan.distribution
  const seen = new Set(sites.map((site) => site.id))
  const named = [
    ...leases.map(({ id }, index) => ({ id, path: `distribution.leases[${index}].id` })),
    ...apis.map(({ id }, index) => ({ id, path: `distribution.apis[${index}].id` })),
  ]
  const shared = named.flatMap(({ id, path }) => {
    const isShared = seen.has(id)
    seen.add(id)
    return isShared ? [{ path, value: id, expected: 'an id used once over sites, leases and APIs' }] : []
  })
  const priceless = apis.flatMap(({ tier, tokenPriceId, prices }, index) =>
    tier === 'api' && tokenPriceId === undefined && prices.length === 0
      ? [
          {
            path: `distribution.apis[${index}].prices`,
            value: [],
            expected: 'a price, or a tokenPriceId of the catalog',
          },
        ]
      : [],
  )
  return [...shared, ...priceless, ...findSaleFaults(plan)]
}

/** A market says what it takes. */
function findSaleFaults({ accelerators, distribution }: Plan): InputFault[] {
  return distribution.sales.flatMap(({ kind, classId, acceleratorId }, index): InputFault[] => {
    const path = `distribution.sales[${index}]`
    if (kind === 'tokens')
      return classId === undefined
        ? [{ path: `${path}.classId`, value: classId, expected: 'a class of tasks, as in batch-simple' }]
        : []
    return accelerators.some((own) => own.id === acceleratorId)
      ? []
      : [
          {
            path: `${path}.acceleratorId`,
            value: acceleratorId,
            expected: 'the id of an accelerator of this plan',
          },
        ]
  })
}

/** A class may be kept to models and services that the plan has. */
function findModelSetFaults({ models, routing }: Plan): InputFault[] {
  const known = new Set([...models, ...routing.services].map((own) => own.id))
  return Object.entries(routing.modelsByClass).flatMap(([classId, ids]) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => ({
        path: `routing.modelsByClass.${classId}`,
        value: id,
        expected: `ids of models and services of this plan: ${[...known].join(', ')}`,
      })),
  )
}

/** A service is a pair of the plan's models under a name of its own. */
function findServiceFaults({ models, routing }: Plan): InputFault[] {
  const known = new Set(models.map((own) => own.id))
  const taken = new Set(known)
  return routing.services.flatMap(({ id, strongModelId, weakModelId }, index): InputFault[] => {
    const path = `routing.services[${index}]`
    const expected = 'the id of a model of this plan'
    const isTaken = taken.has(id)
    taken.add(id)
    return [
      ...(isTaken ? [{ path: `${path}.id`, value: id, expected: 'an id that no model or service has' }] : []),
      ...(known.has(strongModelId)
        ? []
        : [{ path: `${path}.strongModelId`, value: strongModelId, expected }]),
      ...(known.has(weakModelId) ? [] : [{ path: `${path}.weakModelId`, value: weakModelId, expected }]),
    ]
  })
}
