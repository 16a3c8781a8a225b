import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees } from '../../line.ts'
import { say } from '../../said.ts'

const CHECK = 'token-balance'
/** Flows below a tenth of a token per second are left out of results. */
const NOISE_TOK_S = 5
const TOLERANCE = 1e-3

/**
 * Tokens come from demand alone and go somewhere: by class, region and quarter, what is served at sites, leased and
 * unserved equals the demand computed from the archetypes up.
 */
export function checkTokenBalance({ result, quarters, streams, names }: Audited): AuditLine[] {
  const flows = Map.groupBy(result.flows, keyOf)
  const claims = Map.groupBy(result.demand, keyOf)
  const asked = Map.groupBy(streams, (stream) => `${stream.classId} ${stream.regionId}`)
  const keys = new Set([...flows.keys(), ...claims.keys()])
  for (const pair of asked.keys()) for (const period of quarters) keys.add(`${pair} ${period}`)
  return [...keys].flatMap((key) => {
    const [classId, regionId, period] = key.split(' ') as [string, string, string]
    const t = quarters.indexOf(period)
    const demand = sumOf(asked.get(`${classId} ${regionId}`) ?? [], (stream) => stream.meanTokS[t] ?? 0)
    const claim = claims.get(key) ?? []
    const unserved = sumOf(claim, (item) => item.unservedTokS)
    const shared = {
      check: CHECK,
      recomputed: demand,
      unit: 'tok/s',
      noise: NOISE_TOK_S,
      toleranceShare: TOLERANCE,
    }
    return [
      agrees({
        ...shared,
        path: `demand[${key}].tokS`,
        what: say`Demand for ${classId} in ${names.region(regionId)}, ${period}`,
        claimed: sumOf(claim, (item) => item.tokS),
      }),
      agrees({
        ...shared,
        path: `flows[${key}]`,
        what: say`Served, leased and unserved ${classId} of ${names.region(regionId)}, ${period}`,
        claimed: sumOf(flows.get(key) ?? [], (item) => item.tokS) + unserved,
      }),
    ]
  })
}

function keyOf(item: { classId: string; regionId: string; period: string }): string {
  return `${item.classId} ${item.regionId} ${item.period}`
}
