import type { AuditLine } from '../../../plan/result/audit.ts'
import type { Power } from '../../../plan/schema/power.ts'
import { type Audited, buildPath, listBuilds } from '../audited.ts'
import { quartersFrom, quartersOf } from '../calendar.ts'
import { atMost } from '../line.ts'

const CHECK = 'grid'
const EXACT = 1e-6

/** The contract stays within what the grid has connected by then: after the queue, along the ramp, up to the limit. */
export function checkGrid(audited: Audited): AuditLine[] {
  const all = listBuilds(audited)
  return all.flatMap(({ site, build }) => {
    const { power } = site
    const applications = all.filter((own) => own.site === site && own.build.hasApplied > APPLIED)
    const shared = { check: CHECK, toleranceShare: EXACT }
    return [
      atMost({
        ...shared,
        path: buildPath(build, 'contractedMw'),
        what: `Contracted power at ${site.name} in ${build.period}, against the grid`,
        claimed: build.contractedMw,
        recomputed: connectedMw(power, quartersOn(power, applications[0]?.build.period, build.period)),
        unit: 'MW',
      }),
      ...(power.applyFrom === undefined && build.hasApplied === 0
        ? []
        : [
            atMost({
              ...shared,
              path: buildPath(build, 'hasApplied'),
              what: `Application for the grid at ${site.name} by ${build.period}, against its first quarter`,
              claimed: build.hasApplied,
              recomputed:
                power.applyFrom !== undefined && quartersFrom(power.applyFrom, build.period) >= 0 ? 1 : 0,
              unit: 'applications',
            }),
          ]),
    ]
  })
}

const APPLIED = 0.5

/** Quarters of service by a period, the first included; none before it is energised or without an application. */
function quartersOn(power: Power, appliedIn: string | undefined, period: string): number {
  if (power.applyFrom === undefined) return quartersFrom(power.energised, period) + 1
  return appliedIn === undefined ? 0 : quartersFrom(appliedIn, period) - quartersOf(power.queueMonths) + 1
}

function connectedMw(
  { rampMwPerQuarter, rampStepsMw, gridLimitMw, standingMw }: Power,
  quarters: number,
): number {
  const brought = Math.min(standingMw, gridLimitMw)
  if (quarters <= 0) return brought
  const ramped = rampStepsMw
    ? Math.max(brought, rampStepsMw.slice(0, quarters).at(-1)!)
    : brought + quarters * (rampMwPerQuarter ?? gridLimitMw)
  return Math.min(gridLimitMw, ramped)
}
