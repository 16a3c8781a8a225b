import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees, atMost } from '../../line.ts'
import { say } from '../../said.ts'

const CHECK = 'proof'

/**
 * Cost lines make up the objective, the bound does not exceed it, the gap is what lies between, and the result says that it is
 * proven where that is no more than was asked for. That nothing costs less than the bound only another solve can say.
 */
export function checkProof({ result }: Audited): AuditLine[] {
  const { objectiveMusd, boundMusd, gapShare } = result.solver
  return [
    ...checkStatus(result.solver),
    agrees({
      check: CHECK,
      path: 'solver.objectiveMusd',
      what: say`Objective against the sum of the cost lines`,
      claimed: objectiveMusd,
      recomputed: sumOf(result.costs, (line) => line.presentMusd),
      unit: 'million USD',
      toleranceShare: 1e-4,
    }),
    atMost({
      check: CHECK,
      path: 'solver.boundMusd',
      what: say`Bound against the plan`,
      claimed: boundMusd,
      recomputed: objectiveMusd,
      unit: 'million USD',
      toleranceShare: 1e-6,
    }),
    agrees({
      check: CHECK,
      path: 'solver.gapShare',
      what: say`Gap between plan and bound`,
      claimed: gapShare,
      // What costs nothing leaves nothing between it and its bound.
      recomputed: boundMusd >= objectiveMusd ? 0 : (objectiveMusd - boundMusd) / Math.abs(objectiveMusd),
      unit: 'of the plan',
      toleranceShare: 1e-3,
    }),
  ]
}

/** A gap of so much is that of rounding. */
const ROUNDING = 1e-8

/** Results of older versions do not say which gap was asked for. */
function checkStatus({ status, gapShare, gapAskedShare }: Audited['result']['solver']): AuditLine[] {
  if (gapAskedShare === undefined) return []
  return [
    agrees({
      check: CHECK,
      path: 'solver.status',
      what: say`Said to be proven within the gap asked for, against the gap`,
      claimed: Number(status === 'within-gap'),
      recomputed: Number(gapShare <= gapAskedShare + ROUNDING),
      unit: 'plan',
      toleranceShare: 0,
    }),
  ]
}
