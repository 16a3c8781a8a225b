import type { AuditLine } from '../../../plan/result/audit.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { type Audited, sumOf } from '../audited.ts'
import { agrees, forbids } from '../line.ts'

const CHECK = 'eligibility'

type Flow = PlanResult['flows'][number]

/** Private tokens stay in their zone, barred classes go nowhere, and a model is good enough for what it serves. */
export function checkEligibility(audited: Audited): AuditLine[] {
  const { plan, result } = audited
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
      const { quality } = plan.models.find((own) => own.id === item.modelId) ?? { quality: 0 }
      const isComplex = item.classId.split('-').includes('complex')
      const needsStrong = isComplex || !plan.routing.smallModelsForSimpleTasks
      const named = needsStrong ? item.classId.replace('-simple', '-complex') : item.classId
      const general = needsStrong ? plan.routing.qualityFloorComplex : plan.routing.qualityFloorSimple
      const floor = plan.routing.qualityFloorByClass[named] ?? general
      if (quality >= floor) return []
      const why = `${item.modelId} of quality ${quality} serves ${item.classId}, whose floor is ${floor}`
      return [{ why, path: `placements[${item.classId} ${item.siteId} ${item.period}]`, tokS: item.tokS }]
    }),
  ]
  return [
    agrees({
      check: CHECK,
      path: 'flows',
      what: 'Tokens that go where they may not',
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

/** Why a flow may not be; null: it may. */
function breachOf({ plan }: Audited, flow: Flow): string | null {
  const { routing } = plan
  if (routing.barredClasses.includes(flow.classId)) return `${flow.classId} is barred`
  if (!routing.residency || !flow.classId.endsWith('-private')) return null
  const zone = plan.regions.find((own) => own.id === flow.regionId)?.residencyZone ?? ''
  const site = plan.sites.find((own) => own.id === flow.to)
  const lease = plan.distribution.leases.find((own) => own.id === flow.to)
  const zones = site ? [site.residencyZone] : (lease?.residencyZones ?? [])
  return zones.includes(zone)
    ? null
    : `Private data of zone ${zone} goes to ${flow.to} (${zones.join(', ') || 'no zone'})`
}
