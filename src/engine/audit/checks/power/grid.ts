import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Power } from '../../../../plan/schema/power.ts'
import { type Audited, buildPath, listBuilds } from '../../audited.ts'
import { monthsFrom, wholeMonths } from '../../calendar.ts'
import { atMost } from '../../line.ts'
import { say } from '../../said.ts'

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
        what: say`Contracted power at ${site} in ${build.period}, against the grid`,
        claimed: build.contractedMw,
        recomputed: connectedMw(
          power,
          quartersOn(audited, power, applications[0]?.build.period, build.period),
        ),
        unit: 'MW',
      }),
      ...(power.applyFrom === undefined && build.hasApplied === 0
        ? []
        : [
            atMost({
              ...shared,
              path: buildPath(build, 'hasApplied'),
              what: say`Application for the grid at ${site} by ${build.period}, against its first date`,
              claimed: build.hasApplied,
              recomputed:
                power.applyFrom !== undefined && monthsFrom(power.applyFrom, build.period) >= 0 ? 1 : 0,
              unit: 'applications',
            }),
          ]),
    ]
  })
}

const APPLIED = 0.5

/** Quarters of service by a period, the first included; none before it is energised or without an application. */
function quartersOn({ plan }: Audited, power: Power, appliedIn: string | undefined, period: string): number {
  if (power.applyFrom === undefined) return begunQuarters(monthsFrom(power.energised, period))
  if (appliedIn === undefined) return 0
  return begunQuarters(monthsFrom(appliedIn, period) - wholeMonths(plan, power.queueMonths))
}

function begunQuarters(months: number): number {
  return months < 0 ? 0 : Math.floor(months / 3) + 1
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
