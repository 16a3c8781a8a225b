import { MONTHS_PER_YEAR } from '../../../plan/calendar.ts'
import { KW_PER_MW } from '../../../plan/units.ts'
import { type Audited, sumOf } from '../audited.ts'
import { yearsIn } from '../calendar.ts'
import { type PowerBlock, powerBlocks } from '../powerBlocks.ts'
import { type Payment, paidAt } from './ledger.ts'
import { listStanding } from './sitePayments.ts'

/** A connection is paid a year before it is energised. */
const CONNECTION_YEARS_AHEAD = 1
/** What is not paid but weighed. */
export const ENERGY_PENALTY_LINE = 'Unserved energy (penalty, not paid)'

/** Connection, deposit, study and exit; demand charge, spot energy, and the penalty for what the fixed load lacks. */
export function gridPayments(audited: Audited): Payment[] {
  const { plan } = audited
  return listStanding(audited).flatMap(({ site, build, t, added }) => {
    const { power } = site
    const now = { siteId: site.id, t, layer: 'power' as const, years: paidAt(plan, t) }
    // What the site brings is used first, and connected already.
    const connectedMw = added(
      (own) => Math.max(0, own.contractedMw + own.releasedMw - power.standingMw) + own.flexibleMw,
    )
    const early = paidAt(plan, t) - (plan.finance.capitalPaid === 'at-order' ? CONNECTION_YEARS_AHEAD : 0)
    const deposit = { ...now, name: 'Interest lost on the grid deposit' }
    const depositUsd = connectedMw * power.depositMusdPerMw * 1e6
    const blocks = powerBlocks(audited, site, build, t)
    const carbonUsd = ({ kgPerMwh }: PowerBlock) => (kgPerMwh / 1000) * plan.finance.carbonUsdPerTonne
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
      {
        ...now,
        name: 'Grid energy',
        usd: sumOf(blocks, (own) => own.hours * own.drawnMw * (own.usdPerMwh + carbonUsd(own))),
      },
      {
        ...now,
        name: ENERGY_PENALTY_LINE,
        usd: sumOf(blocks, (own) => own.hours * own.unservedItMw) * power.unservedEnergyUsdPerMwh,
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
