import type { AuditLine } from '../../../plan/result/audit.ts'
import type { Power } from '../../../plan/schema/power.ts'
import { type Audited, buildPath, listBuilds } from '../audited.ts'
import { quartersFrom } from '../calendar.ts'
import { atMost } from '../line.ts'

const CHECK = 'grid'
const EXACT = 1e-6

/** The contract stays within what the grid has connected by then: after the queue, along the ramp, up to the limit. */
export function checkGrid(audited: Audited): AuditLine[] {
  return listBuilds(audited).map(({ site, build }) =>
    atMost({
      check: CHECK,
      path: buildPath(build, 'contractedMw'),
      what: `Contracted power at ${site.name} in ${build.period}, against the grid`,
      claimed: build.contractedMw,
      recomputed: connectedMw(site.power, build.period),
      unit: 'MW',
      toleranceShare: EXACT,
    }),
  )
}

function connectedMw(
  { energised, rampMwPerQuarter, rampStepsMw, gridLimitMw }: Power,
  period: string,
): number {
  const quartersOn = quartersFrom(energised, period) + 1
  if (quartersOn <= 0) return 0
  const ramped = rampStepsMw
    ? rampStepsMw.slice(0, quartersOn).at(-1)!
    : quartersOn * (rampMwPerQuarter ?? gridLimitMw)
  return Math.min(gridLimitMw, ramped)
}
