import type { AuditLine } from '../../../../plan/result/audit.ts'
import { NETWORK_SHARE_OF_TTFT } from '../../../derive/models/servingSpeeds.ts'
import type { Audited } from '../../audited.ts'
import { atMost } from '../../line.ts'
import { roundTripMs } from '../../roundTrip.ts'
import { say } from '../../said.ts'

const CHECK = 'latency'

/** The round trip of every pair that exchanges tokens fits into the network's share of the tightest target there. */
export function checkLatency(audited: Audited): AuditLine[] {
  const { result, streams, names } = audited
  const pairs = Map.groupBy(result.flows, (flow) => `${flow.classId} ${flow.regionId} ${flow.to}`)
  return [...pairs].map(([key, [flow]]) => {
    const { classId, regionId, to } = flow!
    const targets = streams
      .filter((stream) => stream.classId === classId && stream.regionId === regionId)
      .map((stream) => stream.ttftMs)
    return atMost({
      check: CHECK,
      path: `flows[${key}]`,
      what: say`Round trip of ${classId} from ${names.region(regionId)} to ${names.place(to)}`,
      claimed: roundTripMs(audited, regionId, to),
      recomputed: targets.length > 0 ? Math.min(...targets) * NETWORK_SHARE_OF_TTFT : 0,
      unit: 'ms',
      toleranceShare: 0,
    })
  })
}
