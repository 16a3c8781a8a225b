import { MONTHS_PER_YEAR, monthNumber, monthsIn } from '../../plan/calendar.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Demand } from '../../plan/schema/agents.ts'

/** Saturation of the logistic curve over the last value, when the planner gives two points only (grade C). */
const LOGISTIC_HEADROOM = 1.25
/** The market of a Bass curve is sought up to so many times the last value. */
const WIDEST_MARKET = 1e6
const BISECTIONS = 100

export type Growing = Pick<Demand, 'unitsStart' | 'unitsEnd' | 'growth' | 'bass' | 'unitsByPeriod' | 'steps'>

/**
 * Units of an archetype in each period: `unitsStart` in the first, `unitsEnd` in the last.
 *
 *   cagr      N(t) = N0 (N1 / N0)^x          x = t / (T - 1)
 *   logistic  N(t) = K / (1 + exp(a - b x))  K = 1.25 max(N0, N1), a and b through both points
 *   linear    N(t) = N0 + (N1 - N0) x
 *   bass      N(t) = M (1 - e) / (1 + q/p e), e = exp(-(p + q) years), its clock so that N(0) = N0;
 *             M as given, else so that it ends at N1
 *   table     as given, the last staying
 *
 * and then `addUnits` of each step from its quarter or month on. A curve that starts or ends at zero has no growth rate: it
 * is drawn as linear (a Bass curve may start at zero).
 */
export function unitsByPeriod(demand: Growing, periods: readonly string[]): number[] {
  const curve = curveOf(demand, periods.length, yearsEach(periods))
  return periods.map((period, t) => {
    const added = demand.steps.filter((step) => monthNumber(step.from) <= monthNumber(period))
    return curve(t) + added.reduce((sum, step) => sum + step.addUnits, 0)
  })
}

/** Years from one label to the next. */
function yearsEach([first, second]: readonly string[]): number {
  if (first === undefined) return 1
  const months = second === undefined ? monthsIn(first) : monthNumber(second) - monthNumber(first)
  return months / MONTHS_PER_YEAR
}

function curveOf(demand: Growing, periods: number, years: number): (t: number) => number {
  const { unitsStart: start, unitsEnd: end, growth } = demand
  const x = (t: number) => (periods > 1 ? t / (periods - 1) : 0)
  if (growth === 'table') return (t) => demand.unitsByPeriod[t] ?? demand.unitsByPeriod.at(-1) ?? 0
  if (growth === 'bass') return bassCurve(demand, periods, years)
  if (start <= 0 || end <= 0 || growth === 'linear') return (t) => start + (end - start) * x(t)
  if (growth === 'cagr') return (t) => start * (end / start) ** x(t)
  const most = LOGISTIC_HEADROOM * Math.max(start, end)
  const a = Math.log(most / start - 1)
  const b = a - Math.log(most / end - 1)
  return (t) => most / (1 + Math.exp(a - b * x(t)))
}

/** A market smaller than its first or last units has no Bass curve; `readPlan` has refused such a plan. */
function bassCurve(
  { unitsStart, unitsEnd, bass }: Growing,
  periods: number,
  years: number,
): (t: number) => number {
  const { p, q } = bass
  const units = (market: number, t: number) => {
    const share = unitsStart / market
    const e = ((1 - share) / (1 + (q / p) * share)) * Math.exp(-(p + q) * (t * years))
    return (market * (1 - e)) / (1 + (q / p) * e)
  }
  if (bass.marketUnits !== undefined) return (t) => units(bass.marketUnits!, t)
  const last = Math.max(1, periods - 1)
  let low = Math.max(unitsStart, unitsEnd)
  let high = low * WIDEST_MARKET
  if (low <= 0) return () => 0
  for (let n = 0; n < BISECTIONS; n++) {
    const middle = Math.sqrt(low * high)
    if (units(middle, last) < unitsEnd) low = middle
    else high = middle
  }
  return (t) => units(high, t)
}

/** Why a line of demand has no units to grow; thrown, because no curve can be drawn. */
export function checkGrowth(demand: Growing, periods: readonly string[], path: string): void {
  const fault = growthFault(demand, periods, path)
  if (fault) throw new AppFault('bad-input', 'The demand cannot grow like this', [fault])
}

function growthFault(demand: Growing, periods: readonly string[], path: string) {
  const { growth, unitsStart, unitsEnd, bass } = demand
  const { marketUnits } = bass
  if (growth === 'table' && demand.unitsByPeriod.length === 0)
    return { path: `${path}.unitsByPeriod`, value: [], expected: 'units by period, where growth is "table"' }
  if (growth === 'bass' && marketUnits !== undefined && marketUnits <= unitsStart)
    return {
      path: `${path}.bass.marketUnits`,
      value: marketUnits,
      expected: `more than the ${unitsStart} units of the start`,
    }
  if (growth === 'bass' && marketUnits === undefined && unitsEnd < unitsStart)
    return {
      path: `${path}.unitsEnd`,
      value: unitsEnd,
      expected: 'no fewer than unitsStart: a Bass curve only grows',
    }
  const units = unitsByPeriod(demand, periods)
  const t = units.findIndex((value) => value < 0)
  return t < 0
    ? undefined
    : {
        path: `${path}.steps`,
        value: units[t],
        expected: `at least 0 units in ${periods[t]}: steps may not take more than there are`,
      }
}
