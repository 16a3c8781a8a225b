import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { HOURS_PER_WEEK, hoursIn } from '../../calendar.ts'
import { agrees } from '../../line.ts'
import { say } from '../../said.ts'
import type { Simulation } from '../../year/siteYear.ts'

const CHECK = 'slices'
const TOLERANCE = 1e-3
const NOISE_TOK_S = 10

/**
 * The slices cover the week once, their flows average to the week's, and in each of them a class's and region's tokens
 * over all places equal its demand in those hours.
 */
export function checkSlices(audited: Audited, { weeks }: Simulation): AuditLine[] {
  return [
    ...coverLines(audited, weeks.sliceOfHour),
    ...meanLines(audited),
    ...balanceLines(audited, weeks.sliceOfHour),
  ]
}

function coverLines({ plan, result }: Audited, sliceOfHour: readonly number[]): AuditLine[] {
  return result.slices.map((slice, h) =>
    agrees({
      check: CHECK,
      path: `slices[${slice.id}]`,
      what: say`Hours a period of slice ${slice.id}`,
      claimed: slice.hoursPerPeriod,
      recomputed: (sliceOfHour.filter((own) => own === h).length / HOURS_PER_WEEK) * hoursIn(plan),
      unit: 'h',
      toleranceShare: 1e-6,
    }),
  )
}

function meanLines({ plan, result, names }: Audited): AuditLine[] {
  const meanOf = (bySlice: readonly number[]) =>
    sumOf([...result.slices.keys()], (h) => (bySlice[h] ?? 0) * result.slices[h]!.hoursPerPeriod) /
    hoursIn(plan)
  const shared = { check: CHECK, unit: 'tok/s', toleranceShare: TOLERANCE, noise: NOISE_TOK_S }
  return [
    ...result.flows.map((flow) =>
      agrees({
        ...shared,
        path: `flows[${flow.classId} ${flow.regionId} ${flow.to} ${flow.period}].tokSBySlice`,
        what: say`${flow.classId} from ${names.region(flow.regionId)} to ${names.place(flow.to)} in ${flow.period}, mean of its slices`,
        claimed: flow.tokS,
        recomputed: meanOf(flow.tokSBySlice),
      }),
    ),
    ...result.demand.map((item) =>
      agrees({
        ...shared,
        path: `demand[${item.classId} ${item.regionId} ${item.period}].unservedTokSBySlice`,
        what: say`Unserved ${item.classId} of ${names.region(item.regionId)} in ${item.period}, mean of its slices`,
        claimed: item.unservedTokS,
        recomputed: meanOf(item.unservedTokSBySlice),
      }),
    ),
  ]
}

function balanceLines(
  { result, quarters, streams, names }: Audited,
  sliceOfHour: readonly number[],
): AuditLine[] {
  const flows = Map.groupBy(result.flows, (flow) => `${flow.classId} ${flow.regionId} ${flow.period}`)
  const unserved = Map.groupBy(result.demand, (item) => `${item.classId} ${item.regionId} ${item.period}`)
  const bySource = Map.groupBy(streams, (stream) => `${stream.classId} ${stream.regionId}`)
  return [...bySource].flatMap(([source, own]) =>
    quarters.map((period, t) => {
      const key = `${source} ${period}`
      const slices = result.slices.map((slice, h) => {
        const hours = [...sliceOfHour.keys()].filter((hour) => sliceOfHour[hour] === h)
        const asked = sumOf(
          own,
          (stream) => stream.meanTokS[t]! * sumOf(hours, (hour) => stream.shape[t]![hour]!),
        )
        const went = sumOf(flows.get(key) ?? [], (flow) => flow.tokSBySlice[h] ?? 0)
        const missed = sumOf(unserved.get(key) ?? [], (item) => item.unservedTokSBySlice[h] ?? 0)
        const waited = sumOf(unserved.get(key) ?? [], (item) => item.waitedTokSBySlice[h] ?? 0)
        return {
          slice,
          claimed: went + missed - waited,
          recomputed: hours.length > 0 ? asked / hours.length : 0,
        }
      })
      const [worst] = slices.sort(
        (a, b) => Math.abs(b.claimed - b.recomputed) - Math.abs(a.claimed - a.recomputed),
      )
      return agrees({
        check: CHECK,
        path: `flows[${key} ${worst!.slice.id}]`,
        what: say`Served, leased and unserved ${say`${own[0]!.classId} of ${names.region(own[0]!.regionId)}`} in ${worst!.slice.id} of ${period}`,
        claimed: worst!.claimed,
        recomputed: worst!.recomputed,
        unit: 'tok/s',
        toleranceShare: TOLERANCE,
        noise: NOISE_TOK_S,
      })
    }),
  )
}
