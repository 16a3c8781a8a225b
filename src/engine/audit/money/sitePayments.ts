import type { SiteBuild } from '../../../plan/result/siteBuild.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { PlanAccelerator } from '../../../plan/schema/supply.ts'
import { earlyRows, leavingAges } from '../ages.ts'
import { type Audited, listBuilds, sumOf } from '../audited.ts'
import { leadMonthsOf, yearsIn } from '../calendar.ts'
import { middleOf, type Payment, paidAt, toPayments } from './ledger.ts'

type Standing = ReturnType<typeof listBuilds>[number]
/** Value of a build's own field now and a period earlier; what is new is bought now. */
export type Added = (pick: (build: SiteBuild) => number) => number

/** What stands at each site and period, with what was added to it. */
export function listStanding(audited: Audited): (Standing & { readonly added: Added })[] {
  const all = listBuilds(audited)
  return all.map((own) => {
    const before = all.find((other) => other.site === own.site && other.t === own.t - 1)?.build
    return { ...own, added: (pick) => pick(own.build) - (before ? pick(before) : 0) }
  })
}

/** Servers and rooms: bought, kept, run. */
export function sitePayments(audited: Audited): Payment[] {
  const { plan } = audited
  return listStanding(audited).flatMap(({ site, build, t, added }) => {
    const { facility } = site
    const at = { siteId: site.id, t }
    const now = { ...at, years: paidAt(plan, t) }
    const phasesMw = build.phases * facility.moduleItMw
    return [
      ...plan.accelerators.flatMap((accelerator) => [
        ...unitPayments(
          audited,
          accelerator,
          at,
          added((own) => own.boughtByAccelerator[accelerator.id] ?? 0),
        ),
        {
          ...now,
          layer: 'accelerators' as const,
          name: 'Maintenance and spares',
          usd:
            (build.unitsByAccelerator[accelerator.id] ?? 0) *
            accelerator.priceUsdPerUnit *
            accelerator.maintenanceSharePerYear *
            yearsIn(plan),
        },
      ]),
      ...toPayments(
        { ...at, layer: 'facility', name: 'Rooms and phases' },
        {
          usd: added((own) => own.phases) * facility.moduleItMw * facility.capexMusdPerMw * 1e6,
          lifeYears: plan.finance.facilityLifeYears,
          residualShare: 0,
          leadMonths: facility.buildMonths,
        },
        plan,
      ),
      {
        ...now,
        layer: 'facility',
        name: 'Facility operation',
        usd: phasesMw * facility.opexMusdPerMwYear * yearsIn(plan) * 1e6,
      },
      {
        ...now,
        layer: 'facility',
        name: 'Site management',
        usd: build.phases > 0 ? facility.fixedMusdPerSite * yearsIn(plan) * 1e6 : 0,
      },
    ]
  })
}

/** What units delivered in a period cost, themselves and their share of the network; those that leave early apart. */
function unitPayments(
  audited: Audited,
  accelerator: PlanAccelerator,
  at: { readonly siteId: string; readonly t: number },
  units: number,
): Payment[] {
  const { plan, quarters } = audited
  const { id, lifeYears, residualShare, accelPerUnit } = accelerator
  const network = accelPerUnit * accelerator.networkUsdPerAccel
  const rows = earlyRows(audited, at.siteId, id).filter((row) => row.boughtPeriod === quarters[at.t])
  return leavingAges(plan, accelerator).flatMap(({ years, periods, isEarly, sale }) => {
    const leaving = sumOf(
      rows.filter((row) => row.ageYears === years),
      (row) => row.units,
    )
    const count = isEarly ? leaving : units - sumOf(rows, (row) => row.units)
    const terms = { lifeYears, residualShare, leadMonths: leadMonthsOf(accelerator, at.t) }
    const asset = { ...terms, servesPeriods: periods, sale }
    const suffix = isEarly ? ` sold at ${years} years` : ''
    const line = (name: string, usd: number) =>
      toPayments({ ...at, layer: 'accelerators', name: `${name}${suffix}` }, { ...asset, usd }, plan)
    return [
      ...line(`Purchase ${id}`, count * orderPriceUsd(plan, accelerator, at.t)),
      ...(network > 0 ? line(`Switches and optics ${id}`, count * network) : []),
    ]
  })
}

/** Price of the day of the order; an order before the horizon is at today's. */
export function orderPriceUsd(plan: Plan, accelerator: PlanAccelerator, t: number): number {
  const orderYears = Math.max(0, middleOf(plan, t) - leadMonthsOf(accelerator, t) / 12)
  return accelerator.priceUsdPerUnit * (1 + accelerator.priceChangePerYear) ** orderYears
}
