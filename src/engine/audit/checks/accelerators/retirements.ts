import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Retirement } from '../../../../plan/result/siteBuild.ts'
import type { PlanAccelerator } from '../../../../plan/schema/supply.ts'
import { earlyRows, type LeavingAge, leavingAges } from '../../ages.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees, atMost, forbids } from '../../line.ts'
import { paidAt } from '../../money/ledger.ts'
import { listStanding, orderPriceUsd } from '../../money/sitePayments.ts'
import { say } from '../../said.ts'

const CHECK = 'retirements'
const NOISE_UNITS = 1e-3
const NOISE_MUSD = 1e-4

/**
 * What leaves service leaves at an age that the plan offers, in whole units, no more than were delivered, and is paid
 * what it is then worth; what did not leave early leaves at the plan's age.
 */
export function checkRetirements(audited: Audited): AuditLine[] {
  const { plan, result } = audited
  const hasChoice = plan.accelerators.some(({ retireAtYears }) => retireAtYears.length > 0)
  // Results of older versions list none, and a plan without the choice needs none to be audited.
  if (result.retirements.length === 0 && !hasChoice) return []
  return [...result.retirements.flatMap((row) => rowLines(audited, row)), ...deliveryLines(audited)]
}

const pathOf = ({ siteId, acceleratorId, boughtPeriod, ageYears }: Retirement): string =>
  `retirements[${siteId} ${acceleratorId} ${boughtPeriod} ${ageYears}]`

function rowLines(audited: Audited, row: Retirement): AuditLine[] {
  const { plan, quarters, names } = audited
  const own = plan.accelerators.find(({ id }) => id === row.acceleratorId)
  if (!own) return []
  const path = pathOf(row)
  const { boughtPeriod, ageYears } = row
  const [name, place] = [names.accelerator(row.acceleratorId), names.place(row.siteId)]
  const age = leavingAges(plan, own).find(
    ({ years, isEarly }) => years === row.ageYears && isEarly === row.isEarly,
  )
  if (!age) {
    const claim = { check: CHECK, path: `${path}.ageYears`, claimed: row.units, unit: 'units' }
    const what = say`The plan offers no age of ${ageYears} years to ${name} of ${boughtPeriod} at ${place}`
    return [forbids(claim, what)]
  }
  const shared = { check: CHECK, toleranceShare: 0, noise: NOISE_UNITS }
  const bought = quarters.indexOf(row.boughtPeriod)
  return [
    agrees({
      ...{ ...shared, path: `${path}.period`, unit: 'quarters' },
      what: say`Periods that ${name} of ${boughtPeriod} at ${place} serves at an age of ${ageYears} years`,
      claimed: quarters.indexOf(row.period) - bought,
      recomputed: age.periods,
    }),
    agrees({
      ...{ ...shared, path: `${path}.units`, unit: 'units' },
      what: say`Whole units of ${name} of ${boughtPeriod} at ${place} that leave`,
      claimed: row.units,
      recomputed: Math.round(row.units),
    }),
    agrees({
      ...{ check: CHECK, path: `${path}.saleMusd`, unit: 'million USD' },
      what: say`Paid for ${name} of ${boughtPeriod} at ${place} at an age of ${ageYears} years`,
      claimed: row.saleMusd,
      recomputed: (row.units * worthUsd(audited, own, age, bought)) / 1e6,
      ...{ toleranceShare: 1e-6, noise: NOISE_MUSD },
    }),
  ]
}

/** What one unit with its network is sold for: a share of what it cost, or what straight-line writing off has left. */
function worthUsd({ plan }: Audited, own: PlanAccelerator, age: LeavingAge, bought: number): number {
  if (!age.sale || plan.finance.capital === 'annuity') return 0
  const costUsd = orderPriceUsd(plan, own, bought) + own.accelPerUnit * own.networkUsdPerAccel
  const servedYears = paidAt(plan, bought + age.periods) - paidAt(plan, bought)
  const writtenOffUsd = (costUsd - costUsd * own.residualShare) * Math.min(1, servedYears / own.lifeYears)
  return age.sale.share === undefined ? costUsd - writtenOffUsd : costUsd * age.sale.share
}

/** Of each delivery: no more leave early than came, and the others at the plan's age. */
function deliveryLines(audited: Audited): AuditLine[] {
  const { plan, result, quarters, names } = audited
  return listStanding(audited).flatMap(({ site, t, added }) =>
    plan.accelerators.flatMap((own) => {
      const units = added((build) => build.boughtByAccelerator[own.id] ?? 0)
      const isOf = (row: Retirement) => row.boughtPeriod === quarters[t]
      const early = earlyRows(audited, site.id, own.id).filter(isOf)
      const last = result.retirements.filter(
        (row) => !row.isEarly && row.siteId === site.id && row.acceleratorId === own.id && isOf(row),
      )
      if (units < NOISE_UNITS && early.length + last.length === 0) return []
      const sold = sumOf(early, (row) => row.units)
      const isWithin = t + leavingAges(plan, own)[0]!.periods < quarters.length
      const shared = { check: CHECK, unit: 'units', toleranceShare: 0, noise: NOISE_UNITS }
      const path = `retirements[${site.id} ${own.id} ${quarters[t]}]`
      const period = quarters[t]!
      return [
        atMost({
          ...{ ...shared, path },
          what: say`${names.accelerator(own.id)} delivered to ${site} in ${period} that leave early, against those delivered`,
          ...{ claimed: sold, recomputed: units },
        }),
        agrees({
          ...{ ...shared, path },
          what: say`${names.accelerator(own.id)} delivered to ${site} in ${period} that leave at the age of the plan`,
          claimed: sumOf(last, (row) => row.units),
          recomputed: isWithin ? units - sold : 0,
        }),
      ]
    }),
  )
}
