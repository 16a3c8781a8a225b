import { getRegion } from '../../../catalog/find.ts'
import type { Audited } from '../audited.ts'
import { yearsIn } from '../calendar.ts'
import { type Payment, paidAt } from './ledger.ts'
import { listStanding } from './sitePayments.ts'
import { gridKgPerMwh, spotUsdPerMwh } from './spot.ts'

const KW_PER_MW = 1000
const MONTHS_PER_YEAR = 12
/** A connection is paid a year before it is energised. */
const CONNECTION_YEARS_AHEAD = 1
/** What is not paid but weighed. */
export const ENERGY_PENALTY_LINE = 'Unserved energy (penalty, not paid)'

/** Connection, deposit, study and exit; demand charge, spot energy, and the penalty for what the fixed load lacks. */
export function gridPayments(audited: Audited): Payment[] {
  const { plan, catalog, result } = audited
  return listStanding(audited).flatMap(({ site, build, t, added }) => {
    const { power } = site
    const region = getRegion(catalog, site.catalogRegionId)
    const now = { siteId: site.id, t, layer: 'power' as const, years: paidAt(plan, t) }
    // What the site brings is used first, and connected already.
    const connectedMw = added(
      (own) => Math.max(0, own.contractedMw + own.releasedMw - power.standingMw) + own.flexibleMw,
    )
    const early = paidAt(plan, t) - (plan.finance.capitalPaid === 'at-order' ? CONNECTION_YEARS_AHEAD : 0)
    const deposit = { ...now, name: 'Interest lost on the grid deposit' }
    const depositUsd = connectedMw * power.depositMusdPerMw * 1e6
    const carbonUsd = (h: number) =>
      (gridKgPerMwh(plan, site, region, result.slices[h]!, t) / 1000) * plan.finance.carbonUsdPerTonne
    const overSlices = (usdPerMwh: (h: number) => number, mw: readonly number[]) =>
      result.slices.reduce((sum, slice, h) => sum + slice.hoursPerPeriod * (mw[h] ?? 0) * usdPerMwh(h), 0)
    const spot = (h: number) => spotUsdPerMwh(plan, site, region, result.slices[h]!, t)
    return [
      { ...now, name: 'Grid connection', years: early, usd: connectedMw * power.connectionMusdPerMw * 1e6 },
      { ...deposit, years: early, usd: depositUsd },
      { ...deposit, years: plan.horizon.periods * yearsIn(plan), usd: -depositUsd },
      {
        ...now,
        name: 'Grid exit fee',
        usd: added((own) => own.releasedMw) * (power.exitMusdPerMw ?? 0) * 1e6,
      },
      {
        ...now,
        name: 'Grid application',
        usd:
          Math.max(
            0,
            added((own) => own.hasApplied),
          ) *
          power.applicationMusd *
          1e6,
      },
      {
        ...now,
        name: 'Interconnection study',
        years: 0,
        usd: t === 0 && hasConnection(audited, site.id, power.standingMw) ? power.studyMusd * 1e6 : 0,
      },
      {
        ...now,
        name: 'Demand charge',
        usd: build.billedMw * KW_PER_MW * power.demandChargeUsdPerKwMonth * MONTHS_PER_YEAR * yearsIn(plan),
      },
      {
        ...now,
        layer: 'facility' as const,
        name: 'Water',
        usd: build.waterM3 * site.facility.waterUsdPerM3,
      },
      { ...now, name: 'Grid energy', usd: overSlices((h) => spot(h) + carbonUsd(h), build.drawnMwBySlice) },
      {
        ...now,
        name: ENERGY_PENALTY_LINE,
        usd: overSlices(() => power.unservedEnergyUsdPerMwh, build.unservedItMwBySlice),
      },
    ]
  })
}

function hasConnection({ result }: Audited, siteId: string, standingMw: number): boolean {
  return result.builds.some(
    (build) =>
      build.siteId === siteId &&
      Math.max(0, build.contractedMw + build.releasedMw - standingMw) + build.flexibleMw > 1e-6,
  )
}
