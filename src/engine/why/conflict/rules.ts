import type { PlanEdit } from '../../../plan/planPath.ts'
import type { Inputs, Refusal } from '../../derive/inputs.ts'
import type { Edits } from './lack.ts'

/** Rules that say where work may be served and what may stand where; they hold or they do not. */
export const RULES = [
  'cooling-rule',
  'export-rule',
  'residency',
  'tiers',
  'pooling',
  'barred',
  'quality-floor',
  'model-sets',
  'latency',
] as const
export type RuleName = (typeof RULES)[number]

/** A rule of a plan that keeps something from somewhere, and what takes it away. */
export interface Rule {
  readonly name: RuleName
  readonly edits: Edits
}

/** Why demand may go nowhere, by the rule that says so. */
const RULE_OF: Readonly<Record<Exclude<Refusal, null>, RuleName | null>> = {
  barred: 'barred',
  tier: 'tiers',
  residency: 'residency',
  latency: 'latency',
  'no-speed': 'quality-floor',
  quality: 'quality-floor',
  export: 'export-rule',
  cooling: 'cooling-rule',
  'rack-power': 'cooling-rule',
  'not-nearest': 'pooling',
  spot: null,
}

/**
 * Rules of a plan that may be in a conflict about some classes. Floors of quality and classes barred count only where
 * they leave work with no place at all: less of them would always make a plan easier.
 */
export function listRules(
  inputs: Inputs,
  asked: ReadonlySet<string>,
  nowhere: ReadonlySet<Exclude<Refusal, null>>,
): Rule[] {
  // One demand is named; what keeps all others from every place has to go with it.
  const classIds = new Set([...asked, ...stuckClasses(inputs)])
  const refused = new Set(nowhere)
  for (const row of inputs.fleet.refusals) for (const own of row) if (own !== null) refused.add(own)
  for (const { classIndex, sites, leases, apis } of inputs.eligibility)
    if (classIds.has(inputs.classes[classIndex]!.id))
      for (const own of [...sites, ...leases, ...apis]) if (own !== null && ALWAYS.has(own)) refused.add(own)
  const names = new Set([...refused].map((own) => RULE_OF[own]))
  if (refused.has('no-speed')) names.add('model-sets')
  return RULES.filter((name) => names.has(name)).flatMap((name): Rule[] => {
    const edits = editsOf(name, inputs, classIds)
    return edits.length > 0 ? [{ name, edits }] : []
  })
}

/** Classes of which some region's work may go nowhere. */
function stuckClasses(inputs: Inputs): Set<string> {
  return new Set(stuckWork(inputs).map(({ classIndex }) => inputs.classes[classIndex]!.id))
}

/** Work of a class and a region that may go nowhere. */
function stuckWork({ eligibility }: Inputs): Inputs['eligibility'][number][] {
  return eligibility.filter(({ sites, leases, apis }) =>
    [...sites, ...leases, ...apis].every((own) => own !== null),
  )
}

/** Leases near enough for what may go nowhere: one at the longest round trip that such classes bear. */
function nearerLeases(inputs: Inputs): PlanEdit[] {
  const { plan, leaseSpeed } = inputs
  const stuck = stuckWork(inputs)
  return plan.distribution.leases.flatMap(({ id }, lease): PlanEdit[] => {
    const late = stuck.filter(({ leases }) => leases[lease] === 'latency')
    const slackMs = late.map(({ classIndex }) => leaseSpeed[classIndex]![lease]!.slackMs)
    return slackMs.length > 0
      ? [{ path: `distribution.leases[${id}].rttMs`, value: Math.floor(Math.min(...slackMs)) }]
      : []
  })
}

/** Refusals that count in any conflict. */
const ALWAYS: ReadonlySet<Exclude<Refusal, null>> = new Set([
  ...(['residency', 'tier', 'not-nearest', 'latency'] as const),
])

function editsOf(name: RuleName, inputs: Inputs, classIds: ReadonlySet<string>): PlanEdit[] {
  const { plan } = inputs
  switch (name) {
    case 'cooling-rule':
      return [{ path: 'procurement.coolingRule', value: 'note' }]
    case 'export-rule':
      return [{ path: 'procurement.exportRule', value: 'note' }]
    case 'residency':
      return [{ path: 'routing.residency', value: false }]
    case 'tiers':
      return Object.keys(plan.routing.tiersByClass)
        .filter((id) => classIds.has(id))
        .map((id) => ({ path: `routing.tiersByClass.${id}`, value: null }))
    case 'model-sets':
      return Object.keys(plan.routing.modelsByClass)
        .filter((id) => classIds.has(id))
        .map((id) => ({ path: `routing.modelsByClass.${id}`, value: null }))
    case 'pooling':
      return [{ path: 'routing.poolAcrossSites', value: true }]
    case 'barred': {
      const value = plan.routing.barredClasses.filter((id) => !classIds.has(id))
      return [{ path: 'routing.barredClasses', value }]
    }
    case 'quality-floor': {
      const best = Math.max(0, ...plan.models.map(({ quality }) => quality))
      return [...stuckClasses(inputs)].map((id) => ({
        path: `routing.qualityFloorByClass.${id}`,
        value: best,
      }))
    }
    case 'latency':
      return [
        ...(plan.sites.some(({ extraRttMs }) => extraRttMs > 0)
          ? [{ path: 'sites[*].extraRttMs', value: 0 }]
          : []),
        ...nearerLeases(inputs),
      ]
    default:
      return name satisfies never
  }
}
