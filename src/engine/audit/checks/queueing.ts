import type { AuditLine } from '../../../plan/result/audit.ts'
import type { Routing } from '../../../plan/schema/supply.ts'
import { NETWORK_SHARE_OF_TTFT } from '../../derive/servingSpeeds.ts'
import { type Audited, sumOf } from '../audited.ts'
import { atMost } from '../line.ts'
import type { ClassWeek } from '../year/placeWeek.ts'
import { longestWaitS } from '../year/queue.ts'
import type { Simulation } from '../year/siteYear.ts'

const CHECK = 'queueing'
/** Targets are for 95 of 100 calls. */
const LATE_SHARE = 0.05

interface Pool {
  /** Calls in progress at the busiest minute. */
  readonly load: number
  /** Places that the plan's utilisation caps leave room for. */
  readonly places: number
  readonly holdingS: number
  readonly targetMs: number
}

/**
 * At the busiest minute 95 of 100 calls find a place in a batch soon enough: within the share of the tightest time to
 * first token that is not kept for serving. All classes on one model and accelerator of a site share their places.
 * Large pools never wait at the plan's caps; a small one may.
 */
export function checkQueueing(audited: Audited, { sites, weeks }: Simulation): AuditLine[] {
  const { result } = audited
  return sites.flatMap(({ site, build, t }) => {
    const week = weeks.at(site.id, t)
    const placed = result.placements.filter((own) => own.siteId === site.id && own.period === build.period)
    const pools = Map.groupBy(placed, (own) => `${own.modelId} on ${own.acceleratorId}`)
    return [...pools].map(([key, items]) => {
      const parts = [...new Set(items.map((own) => own.classId))].flatMap((classId) => {
        const own = week.get(classId)
        return own ? [poolOf(audited, classId, own)] : []
      })
      const load = sumOf(parts, (own) => own.load)
      const holdingS = load > 0 ? sumOf(parts, (own) => own.load * own.holdingS) / load : 0
      const waitS = longestWaitS(
        load,
        sumOf(parts, (own) => own.places),
        holdingS,
        LATE_SHARE,
      )
      return atMost({
        check: CHECK,
        path: `placements[${key} ${site.id} ${build.period}]`,
        what: `Wait for ${key} at ${site.name} at the busiest minute of ${build.period}`,
        claimed: waitS * 1000,
        recomputed: Math.min(...parts.map((own) => own.targetMs), Number.MAX_VALUE) * NETWORK_SHARE_OF_TTFT,
        unit: 'ms',
        toleranceShare: 0,
      })
    })
  })
}

function poolOf({ plan, streams }: Audited, classId: string, week: ClassWeek): Pool {
  const own = streams.filter((stream) => stream.classId === classId)
  const tokens = sumOf(own, (stream) => sumOf(stream.meanTokS, (tokS) => tokS))
  /** Means over the horizon's mix of the class. */
  const perToken = (pick: (stream: (typeof own)[number]) => number) =>
    sumOf(own, (stream) => (sumOf(stream.meanTokS, (tokS) => tokS) / tokens) * pick(stream))
  const calls = perToken((stream) => 1 / stream.tokensPerCall)
  const holding = perToken((stream) => stream.holdingS / stream.tokensPerCall)
  const load = Math.max(...week.peak) * holding
  return {
    load,
    places: load / capOf(plan.routing, classId),
    holdingS: holding / calls,
    targetMs: Math.min(...own.map((stream) => stream.ttftMs)),
  }
}

function capOf({ utilisationCap }: Routing, classId: string): number {
  const latency = Object.keys(utilisationCap).find((own) => classId.startsWith(`${own}-`))
  return latency === undefined ? 1 : utilisationCap[latency as keyof Routing['utilisationCap']]
}
