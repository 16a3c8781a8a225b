import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Plan } from '../../../../plan/schema/plan.ts'
import type { PlanAccelerator } from '../../../../plan/schema/supply.ts'
import { earlyRows, leavingAges } from '../../ages.ts'
import { type Audited, buildPath, listBuilds, sumOf } from '../../audited.ts'
import { isAfter, leadMonthsOf, listLabels, monthsFrom, periodsOf } from '../../calendar.ts'
import { atMost } from '../../line.ts'
import { say } from '../../said.ts'

const CHECK = 'ownership'
const NOISE_UNITS = 1e-3

/** Units in service were bought and are neither worn out nor sold; all that is bought could be delivered by then. */
export function checkOwnership(audited: Audited): AuditLine[] {
  return audited.plan.accelerators.flatMap((accelerator) => [
    ...serviceLines(audited, accelerator),
    ...supplyLines(audited, accelerator),
  ])
}

function serviceLines(audited: Audited, accelerator: PlanAccelerator): AuditLine[] {
  const builds = listBuilds(audited)
  const lifePeriods = leavingAges(audited.plan, accelerator)[0]!.periods
  const indexOf = (period: string) => audited.quarters.indexOf(period)
  return builds.map(({ site, build, t }) => {
    const retired = builds.find((own) => own.site === site && own.t === t - lifePeriods)?.build
    // Sold early and not yet counted among those that are worn out.
    const sold = earlyRows(audited, site.id, accelerator.id).filter(
      ({ period, boughtPeriod }) => indexOf(period) <= t && indexOf(boughtPeriod) > t - lifePeriods,
    )
    const bought = (own?: typeof build) => own?.boughtByAccelerator[accelerator.id] ?? 0
    return atMost({
      check: CHECK,
      path: buildPath(build, 'unitsByAccelerator'),
      what: say`${audited.names.accelerator(accelerator.id)} in service at ${site} in ${build.period}, against those bought and neither worn out nor sold`,
      claimed: build.unitsByAccelerator[accelerator.id] ?? 0,
      recomputed: bought(build) - bought(retired) - sumOf(sold, ({ units }) => units),
      unit: 'units',
      toleranceShare: 0,
      noise: NOISE_UNITS,
    })
  })
}

function supplyLines({ plan, result, quarters, names }: Audited, accelerator: PlanAccelerator): AuditLine[] {
  let delivered = 0
  const { supplyUnitsByPeriod: table, supplyUnitsPerPeriod } = accelerator
  return quarters.map((period, t) => {
    const offered = table.length === 0 ? supplyUnitsPerPeriod : table[Math.min(t, table.length - 1)]!
    if (isDeliveredIn(plan, accelerator, t)) delivered += offered
    const bought = sumOf(
      result.builds.filter((build) => build.period === period),
      (build) => build.boughtByAccelerator[accelerator.id] ?? 0,
    )
    return atMost({
      check: CHECK,
      path: `builds[${period}].boughtByAccelerator.${accelerator.id}`,
      what: say`${names.accelerator(accelerator.id)} bought by ${period}, against what can be delivered`,
      claimed: bought,
      recomputed: delivered,
      unit: 'units',
      toleranceShare: 0,
      noise: NOISE_UNITS,
    })
  })
}

/** Orders of each period on sale, from the first of the plan on, arrive a lead time later. */
function isDeliveredIn(plan: Plan, accelerator: PlanAccelerator, t: number): boolean {
  const ordered = listLabels(plan)[t - periodsOf(plan, leadMonthsOf(accelerator, t))]
  const { onSaleFrom, onSaleUntil } = accelerator
  return (
    ordered !== undefined &&
    (onSaleFrom === undefined || monthsFrom(onSaleFrom, ordered) >= 0) &&
    (onSaleUntil === undefined || !isAfter(ordered, onSaleUntil))
  )
}
