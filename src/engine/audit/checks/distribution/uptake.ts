import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Audited } from '../../audited.ts'
import { atMost } from '../../line.ts'
import { say } from '../../said.ts'
import type { Simulation } from '../../year/siteYear.ts'

type Offer = Audited['plan']['distribution']['apis'][number]

/** An offer takes at most its share of every class and region, in every slice. */
export function uptakeLines(
  { result, streams }: Audited,
  { weeks }: Simulation,
  offer: Offer,
  t: number,
): AuditLine[] {
  if (offer.uptakeShare >= 1) return []
  const period = result.periods[t]!
  const shares = result.flows
    .filter((flow) => flow.to === offer.id && flow.period === period)
    .flatMap(({ classId, regionId, tokSBySlice }) => {
      const asked = tokSBySlice.map(() => 0)
      const hours = tokSBySlice.map(() => 0)
      weeks.sliceOfHour.forEach((h, hour) => {
        hours[h] = hours[h]! + 1
        for (const stream of streams)
          if (stream.classId === classId && stream.regionId === regionId)
            asked[h] = asked[h]! + stream.meanTokS[t]! * stream.shape[t]![hour]!
      })
      return tokSBySlice.map((tokS, h) => (asked[h]! > 0 ? (tokS * hours[h]!) / asked[h]! : 0))
    })
  return [
    atMost({
      check: 'purchases',
      path: `flows[${offer.id} ${period}]`,
      what: say`Share of a class that ${offer} takes in ${period}, at most`,
      claimed: Math.max(0, ...shares),
      recomputed: offer.uptakeShare,
      unit: 'of the demand',
      toleranceShare: 1e-6,
    }),
  ]
}
