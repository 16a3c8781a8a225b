import { getAccelerator } from '../../../../catalog/find.ts'
import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { PlanResult } from '../../../../plan/result/result.ts'
import { allowsTier, tierOf } from '../../../../plan/tiers.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees, forbids } from '../../line.ts'
import { type Said, say } from '../../said.ts'

const CHECK = 'eligibility'

type Flow = PlanResult['flows'][number]

/** Private tokens stay in their zone, barred classes go nowhere, and a model is good enough for what it serves. */
export function checkEligibility(audited: Audited): AuditLine[] {
  const { plan, catalog, result, names } = audited
  const breaches = [
    ...result.flows.flatMap((flow) => {
      const why = breachOf(audited, flow)
      return why === null
        ? []
        : [
            {
              why,
              path: `flows[${flow.classId} ${flow.regionId} ${flow.to} ${flow.period}]`,
              tokS: flow.tokS,
            },
          ]
    }),
    ...result.placements.flatMap((item) => {
      const pair = plan.routing.services.find((own) => own.id === item.modelId)
      const models = pair ? [pair.strongModelId, pair.weakModelId] : [item.modelId]
      const ruled = plan.models.filter((own) => models.includes(own.id) && own.ecosystems.length > 0)
      const hardware = plan.accelerators.find((own) => own.id === item.acceleratorId)
      if (!hardware) return []
      const { ecosystem } = getAccelerator(catalog, hardware.catalogAcceleratorId)
      const wrong = ruled.find(
        (own) => !own.ecosystems.some((name) => name.toLowerCase() === ecosystem.toLowerCase()),
      )
      if (!wrong) return []
      const why = say`${names.model(wrong.id)}, served with ${wrong.ecosystems.join(', ')}, runs on ${ecosystem}`
      return [{ why, path: `placements[${item.classId} ${item.siteId} ${item.period}]`, tokS: item.tokS }]
    }),
    ...result.placements.flatMap((item) => {
      const set = plan.routing.modelsByClass[item.classId]
      if (!set || set.length === 0 || set.includes(item.modelId)) return []
      const why = say`${names.model(item.modelId)} serves ${item.classId}, which is kept to ${set.map(names.model).join(', ')}`
      return [{ why, path: `placements[${item.classId} ${item.siteId} ${item.period}]`, tokS: item.tokS }]
    }),
    ...result.placements.flatMap((item) => {
      const served = [...plan.models, ...plan.routing.services].find((own) => own.id === item.modelId)
      const quality = served?.quality ?? 0
      const floor = floorOf(plan, item.classId)
      if (quality >= floor || isAverage(plan, item.classId)) return []
      const why = say`${names.model(item.modelId)} of quality ${quality} serves ${item.classId}, whose floor is ${floor}`
      return [{ why, path: `placements[${item.classId} ${item.siteId} ${item.period}]`, tokS: item.tokS }]
    }),
  ]
  return [
    agrees({
      check: CHECK,
      path: 'flows',
      what: say`Tokens that go where they may not`,
      claimed: sumOf(breaches, (breach) => breach.tokS),
      recomputed: 0,
      unit: 'tok/s',
      toleranceShare: 0,
    }),
    ...breaches.map(({ why, path, tokS }) =>
      forbids({ check: CHECK, path, claimed: tokS, unit: 'tok/s' }, why),
    ),
  ]
}

/** Does the class keep its floor on average, and not token by token? */
export function isAverage({ routing }: Audited['plan'], classId: string): boolean {
  const rule = routing.qualityRuleByClass[classId] ?? routing.qualityRule
  return rule === 'average' && routing.smallModelsForSimpleTasks
}

/** Lowest quality that may serve a class. */
export function floorOf({ routing }: Audited['plan'], classId: string): number {
  const needsStrong = classId.split('-').includes('complex') || !routing.smallModelsForSimpleTasks
  const named = needsStrong ? classId.replace('-simple', '-complex') : classId
  const general = needsStrong ? routing.qualityFloorComplex : routing.qualityFloorSimple
  return routing.qualityFloorByClass[named] ?? general
}

/** Why a flow may not be; null: it may. */
function breachOf({ plan, names }: Audited, flow: Flow): Said | null {
  const { routing } = plan
  if (routing.barredClasses.includes(flow.classId)) return say`${flow.classId} is barred`
  const tier = tierOf(plan, flow.to)
  if (!allowsTier(plan, flow.classId, tier)) return say`${flow.classId} may not go to the tier ${tier}`
  const lease = plan.distribution.leases.find((own) => own.id === flow.to)
  if (lease?.isSpot && !flow.classId.startsWith('batch-')) return say`${flow.classId} goes to spot capacity`
  const api = plan.distribution.apis.find((own) => own.id === flow.to)
  if (api && !isAverage(plan, flow.classId) && api.quality < floorOf(plan, flow.classId))
    return say`${api} of quality ${api.quality} serves ${flow.classId}`
  if (!routing.residency || !flow.classId.endsWith('-private')) return null
  const zone = plan.regions.find((own) => own.id === flow.regionId)?.residencyZone ?? ''
  if (routing.openZones.includes(zone)) return null
  if (tier === 'device') return null
  const site = plan.sites.find((own) => own.id === flow.to)
  const zones = site ? [site.residencyZone] : ((lease ?? api)?.residencyZones ?? [])
  return zones.includes(zone)
    ? null
    : say`Private data of zone ${zone} goes to ${names.place(flow.to)} (${zones.join(', ') || say`no zone`})`
}
