import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees, atMost } from '../../line.ts'
import { say } from '../../said.ts'

const CHECK = 'proof'

/** Cost lines make up the objective, the bound does not exceed it, and the gap is what lies between. */
export function checkProof({ result }: Audited): AuditLine[] {
  const { objectiveMusd, boundMusd, gapShare } = result.solver
  return [
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
