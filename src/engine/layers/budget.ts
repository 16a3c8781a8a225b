import { countedMonths, MONTHS_PER_YEAR } from '../../plan/calendar.ts'
import type { Inputs } from '../derive/inputs.ts'
import type { Column, Problem, Term } from '../problem/problem.ts'
import type { Accelerators } from './accelerators.ts'
import { onAdditions } from './charge.ts'
import type { Facilities } from './facility.ts'
import type { Supply } from './power/declarePower.ts'
import { CONNECTION_MONTHS } from './power/gridService.ts'
import { leadMonthsAt, unitNetworkUsd, unitPriceUsd } from './purchase.ts'

/** The layers that spend capital. */
interface Spending {
  readonly accelerators: Accelerators
  readonly facilities: Facilities
  readonly power: { readonly supplies: readonly Supply[] }
}

/** Million USD, not discounted, for what serves from a period on, paid a lead time before. */
interface Outlay {
  readonly period: number
  readonly leadMonths: number
  readonly musd: readonly Term[]
}

/**
 * Capital of the whole plan, not discounted, in the year of the plan in which it is paid; an order before the horizon
 * counts in its first year.
 *
 *   1. sum over all that is bought of price x added <= budget of the horizon
 *   2. the same, paid in a year                     <= budget of the year
 */
export function declareBudget(problem: Problem, inputs: Inputs, spending: Spending): void {
  const { capexMusd, capexMusdByYear } = inputs.plan.budget
  if (capexMusd === undefined && capexMusdByYear.length === 0) return
  const outlays = listOutlays(inputs, spending)
  if (capexMusd !== undefined) {
    const all = outlays.flatMap(({ musd }) => musd)
    problem.atMost('budget.capex', 'M$', all, capexMusd)
  }
  if (capexMusdByYear.length === 0) return
  const byYear = Map.groupBy(outlays, (outlay) => yearOf(inputs, outlay))
  const years = Map.groupBy(inputs.periods, ({ midYears }) => Math.floor(midYears))
  for (const [year, [first]] of years) {
    const paid = (byYear.get(year) ?? []).flatMap(({ musd }) => musd)
    const most = capexMusdByYear[Math.min(year, capexMusdByYear.length - 1)]!
    problem.atMost(`budget.capex.${first!.label}`, 'M$', paid, most)
  }
}

function yearOf({ plan, periods }: Inputs, { period, leadMonths }: Outlay): number {
  const early =
    plan.finance.capitalPaid === 'at-order' ? countedMonths(plan, leadMonths) / MONTHS_PER_YEAR : 0
  const years = period * periods[period]!.lengthYears - early
  return Math.max(0, Math.floor(years + 1e-9))
}

function listOutlays(inputs: Inputs, { accelerators, facilities, power }: Spending): Outlay[] {
  const { plan } = inputs
  return [
    ...accelerators.fleets.flatMap(({ acceleratorIndex: g, bought }) => {
      const network = unitNetworkUsd(plan.accelerators[g]!)
      const prices = unitPriceUsd(inputs, g).map((usd) => (usd + network) / 1e6)
      return onAdditions(bought, prices).map((musd, t): Outlay => {
        const lead = leadMonthsAt(plan.accelerators[g]!, t)
        return { period: t, leadMonths: lead, musd }
      })
    }),
    ...facilities.buildings.flatMap(({ siteIndex, phases }) => {
      const { capexMusdPerMw, moduleItMw, buildMonths } = plan.sites[siteIndex]!.facility
      return outlaysOf(phases, capexMusdPerMw * moduleItMw, buildMonths)
    }),
    ...power.supplies.flatMap((supply) => powerOutlays(inputs, supply)),
  ]
}

function outlaysOf(columns: readonly Column[], musdEach: number, leadMonths: number): Outlay[] {
  const prices = columns.map(() => musdEach)
  return onAdditions(columns, prices).map((musd, period) => ({ period, leadMonths, musd }))
}

/** Plant, storage, connections; an application when it goes out, a study at the start. */
function powerOutlays({ plan }: Inputs, supply: Supply): Outlay[] {
  const { connectionMusdPerMw, depositMusdPerMw, applicationMusd, studyMusd } =
    plan.sites[supply.siteIndex]!.power
  const { contracted, flexible, applied, studied } = supply.service
  const units = [
    ...supply.plants.map((plant) => ({ own: plant.source, columns: plant.units })),
    ...supply.storages.map((storage) => ({ own: storage.own, columns: storage.units })),
  ]
  const fee = (musd: number, column: Column, period: number): Outlay => {
    return { period, leadMonths: 0, musd: [[musd, column]] }
  }
  return [
    ...units.flatMap(({ own, columns }) =>
      outlaysOf(columns, own.capexMusdPerMw * own.unitMw, own.leadMonths),
    ),
    ...[contracted, flexible].flatMap((columns) =>
      outlaysOf(columns, connectionMusdPerMw + depositMusdPerMw, CONNECTION_MONTHS),
    ),
    ...applied.map((column, t) => fee(applicationMusd, column, t)),
    ...studied.map((column) => fee(studyMusd, column, 0)),
  ]
}
