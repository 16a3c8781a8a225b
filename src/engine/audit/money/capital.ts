import { plantRow } from '../../../catalog/storageOfHours.ts'
import type { Site } from '../../../plan/schema/site.ts'
import type { Audited } from '../audited.ts'
import { leadMonthsOf, wholeMonths, yearsIn } from '../calendar.ts'
import { type Added, listStanding, orderPriceUsd } from './sitePayments.ts'

/** Capital that leaves the firm: when, in whole years from the start of the horizon, and how much. */
export interface Outlay {
  readonly year: number
  readonly usd: number
}

const CONNECTION_MONTHS_AHEAD = 12

/** What everything that stands has cost, as it was ordered; orders before the horizon count in its first year. */
export function capitalOutlays(audited: Audited): Outlay[] {
  const { plan } = audited
  const isEarly = plan.finance.capitalPaid === 'at-order'
  const studied = new Set<string>()
  return listStanding(audited).flatMap(({ site, t, added }) => {
    const outlay = (musd: number, monthsAhead: number): Outlay => {
      const starts = t * yearsIn(plan) - (isEarly ? wholeMonths(plan, monthsAhead) / 12 : 0)
      return { year: Math.max(0, Math.floor(starts + 1e-9)), usd: musd * 1e6 }
    }
    const { facility, power } = site
    const mw = connectedMw(site, added)
    const isStudied = mw > 1e-6 && !studied.has(site.id)
    if (isStudied) studied.add(site.id)
    return [
      outlay(
        added((own) => own.phases) * facility.moduleItMw * facility.capexMusdPerMw,
        facility.buildMonths,
      ),
      ...plan.accelerators.map((own) => {
        const usdEach = orderPriceUsd(plan, own, t) + own.accelPerUnit * own.networkUsdPerAccel
        const units = added((build) => build.boughtByAccelerator[own.id] ?? 0)
        return outlay((units * usdEach) / 1e6, leadMonthsOf(own, t))
      }),
      ...power.onSite.map((plant) => {
        const row = plantRow(audited.catalog, plant)
        const newMw = added((build) => build.onSiteMw[plant.id] ?? 0)
        const usd = newMw * 1000 * (plant.capexUsdPerKw ?? row.capexUsdPerKw)
        return outlay(usd / 1e6, plant.leadMonths ?? row.leadTimeMonths ?? 0)
      }),
      outlay(mw * (power.connectionMusdPerMw + power.depositMusdPerMw), CONNECTION_MONTHS_AHEAD),
      outlay(
        Math.max(
          0,
          added((build) => build.hasApplied),
        ) * power.applicationMusd,
        0,
      ),
      ...(isStudied ? [{ year: 0, usd: power.studyMusd * 1e6 }] : []),
    ]
  })
}

/** New MW of the grid; what the site brings is connected already. */
function connectedMw({ power }: Site, added: Added): number {
  return added((own) => Math.max(0, own.contractedMw + own.releasedMw - power.standingMw) + own.flexibleMw)
}
