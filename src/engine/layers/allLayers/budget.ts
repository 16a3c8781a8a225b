import type { Inputs } from '../../derive/inputs.ts'
import type { Column, Problem, Term } from '../../problem/problem.ts'
import { onAdditions } from './charge.ts'
import { listBought, type Spending, yearPaid } from './outlays.ts'

/** Million USD, not discounted, of a year of the plan. */
interface Outlay {
  readonly year: number
  readonly musd: readonly Term[]
}

/**
 * Capital of the whole plan, not discounted, in the year of the plan in which it is paid; an order before the horizon
 * counts in its first year.
 *
 *   1. sum over all that is bought of price x added <= budget of the horizon
 *   2. the same, paid in a year                     <= budget of the year
 */
export function declareBudget(problem: Problem, inputs: Inputs, spending: Spending<Column>): void {
  const { capexMusd, capexMusdByYear } = inputs.plan.budget
  if (capexMusd === undefined && capexMusdByYear.length === 0) return
  const outlays = listOutlays(inputs, spending)
  if (capexMusd !== undefined) {
    const all = outlays.flatMap(({ musd }) => musd)
    problem.atMost('budget.capex', 'M$', all, capexMusd)
  }
  if (capexMusdByYear.length === 0) return
  const byYear = Map.groupBy(outlays, ({ year }) => year)
  const years = Map.groupBy(inputs.periods, ({ midYears }) => Math.floor(midYears))
  for (const [year, [first]] of years) {
    const paid = (byYear.get(year) ?? []).flatMap(({ musd }) => musd)
    const most = capexMusdByYear[Math.min(year, capexMusdByYear.length - 1)]!
    problem.atMost(`budget.capex.${first!.label}`, 'M$', paid, most)
  }
}

function listOutlays(inputs: Inputs, spending: Spending<Column>): Outlay[] {
  return listBought(inputs, spending).flatMap(({ amounts, isToDate, musdEach, leadMonths }) => {
    const terms = isToDate
      ? onAdditions(amounts, musdEach)
      : amounts.map((column, t): Term[] => [[musdEach[t]!, column]])
    return terms.map((musd, t) => ({ year: yearPaid(inputs, t, leadMonths[t]!), musd }))
  })
}
