import type { CostLine } from '../../../plan/result/money.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { PENALTY_LINES } from './costs.ts'

/** Cost lines that somebody pays: all but the penalties, which stand in the objective alone. */
export function paidLines({ costs }: { readonly costs: readonly CostLine[] }): CostLine[] {
  return costs.filter(({ name }) => !PENALTY_LINES.includes(name))
}

/** Calendar years of the periods of a result, in order, such as `2027`. */
export function costYears({ periods }: Pick<PlanResult, 'periods'>): string[] {
  return [...new Set(periods.map((period) => period.slice(0, 4)))]
}

/** Present value of some cost lines in the periods of one calendar year, million USD. */
export function yearCostMusd(
  lines: readonly CostLine[],
  { periods }: Pick<PlanResult, 'periods'>,
  year: string,
): number {
  const ofLine = ({ byPeriodMusd }: CostLine): number =>
    byPeriodMusd.reduce((sum, musd, t) => sum + (periods[t]!.startsWith(year) ? musd : 0), 0)
  return lines.reduce((sum, line) => sum + ofLine(line), 0)
}
