import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Audited } from '../../audited.ts'
import { agrees, atLeast } from '../../line.ts'
import { say } from '../../said.ts'

const CHECK = 'document'

/** The result belongs to this plan: its periods, and one build a site and quarter. */
export function checkDocument({ plan, result, inputsHash, quarters }: Audited): AuditLine[] {
  const standing = Map.groupBy(result.builds, (build) => `${build.siteId} ${build.period}`)
  return [
    atLeast({
      check: CHECK,
      path: 'slices',
      what: say`Slices by which the result keeps its dispatch (results of older versions keep none: solve again)`,
      claimed: result.slices.length,
      recomputed: 1,
      unit: 'slices',
      toleranceShare: 0,
    }),
    agrees({
      check: CHECK,
      path: 'inputsHash',
      what: say`The result was made from this state of the plan`,
      claimed: result.inputsHash === inputsHash ? 1 : 0,
      recomputed: 1,
      unit: 'plan',
      toleranceShare: 0,
    }),
    agrees({
      check: CHECK,
      path: 'builds',
      what: say`Sites and quarters with one build`,
      claimed: [...standing.values()].filter((own) => own.length === 1).length,
      recomputed: plan.sites.length * quarters.length,
      unit: 'builds',
      toleranceShare: 0,
    }),
    agrees({
      check: CHECK,
      path: 'periods',
      what: say`Quarters of the horizon`,
      claimed: result.periods.filter((label, t) => label === quarters[t]).length,
      recomputed: quarters.length,
      unit: 'quarters',
      toleranceShare: 0,
    }),
  ]
}
