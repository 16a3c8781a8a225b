import type { Plan } from '../../plan/schema/plan.ts'
import type { Site } from '../../plan/schema/site.ts'
import { listPeriods } from '../derive/periods.ts'
import { unitsByPeriod } from './growth.ts'

/** Rooms and grid for so many times the site's own: more than any demand of the plan asks for. */
const WIDE = 100
const UNITS = 1e6

/**
 * The plan's last period alone with nothing in its way: no lead times, rooms, grid and supply as much as asked for,
 * nothing leased, bought or sold. What megawatts its demand needs then says what a rule is worth, and not what a limit
 * hides.
 */
export function withoutLimits(plan: Plan): Plan {
  const periods = listPeriods(plan)
  const last = periods.at(-1)!
  const labels = periods.map((period) => period.label)
  return {
    ...plan,
    horizon: { ...plan.horizon, start: last.label, periods: 1 },
    demand: plan.demand.map((own) => {
      const units = unitsByPeriod(own, labels).at(-1)!
      return { ...own, growth: 'linear', unitsStart: units, unitsEnd: units, unitsByPeriod: [], steps: [] }
    }),
    routing: { ...plan.routing, headroom: 'caps' },
    distribution: { ...plan.distribution, links: [], leases: [], apis: [], sales: [] },
    accelerators: plan.accelerators
      .filter((own) => (own.onSaleFrom ?? '') <= last.label)
      .map(({ onSaleFrom: _from, onSaleUntil: _until, ...own }) => ({
        ...own,
        priceUsdPerUnit: own.priceUsdPerUnit * (1 + own.priceChangePerYear) ** last.midYears,
        ...{ leadMonths: 0, leadMonthsByPeriod: [], supplyUnitsPerPeriod: UNITS, supplyUnitsByPeriod: [] },
      })),
    sites: plan.sites.map((site) => widened(site, last.label)),
    training: [],
  }
}

function widened(site: Site, start: string): Site {
  const { coolingLimitItMw: _cooling, waterLimitM3PerYear: _water, ...facility } = site.facility
  const { maxPhasesPerQuarter: _crews, ...rooms } = facility
  const { applyFrom: _apply, flexible: _flexible, carbonLimitTonnesPerYear: _carbon, ...power } = site.power
  const { rampMwPerQuarter: _ramp, rampStepsMw: _steps, ...grid } = power
  const mw = WIDE * Math.max(1, facility.maxItMw)
  return {
    ...site,
    facility: {
      ...rooms,
      ...{ maxItMw: mw, buildMonths: 0, earliest: start, fixedItMw: 0, fixedItMwByPeriod: [] },
    },
    power: {
      ...grid,
      ...{ gridLimitMw: 2 * mw, energised: start, contracts: [], onSite: [], minimumLockedShare: 0 },
      minimumCleanShare: 0,
    },
  }
}
