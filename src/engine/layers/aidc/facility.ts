import {
  type Horizon,
  MONTHS_PER_QUARTER,
  monthsPerPeriod,
  periodFrom,
  periodsOf,
} from '../../../plan/calendar.ts'
import { unitKw, unitNetworkKw } from '../../../plan/unitPower.ts'
import { KW_PER_MW } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { type Period, stepAt } from '../../derive/periods.ts'
import type { Column, Problem, Row, Term } from '../../problem/problem.ts'
import type { Accelerators } from '../accelerators/accelerators.ts'
import { type Asset, capitalFactors } from '../allLayers/capital.ts'

export interface Building {
  readonly siteIndex: number
  /** [period] phases energised to date (integer). */
  readonly phases: readonly Column[]
  /** [period] whether the site is open (integer 0..1). */
  readonly open: readonly Column[]
  /** [period] IT MW of the phases must carry the IT load. */
  readonly hallRows: readonly Row[]
  /** [period] rows of the cooling limit, where the site has one. */
  readonly coolingRows: readonly Row[]
}

export interface Facilities {
  readonly buildings: readonly Building[]
}

/** Most phases a site may ever hold. */
export function maxPhases(inputs: Inputs, siteIndex: number): number {
  const { facility } = inputs.plan.sites[siteIndex]!
  const newMw = Math.max(0, facility.maxItMw - facility.existingItMw)
  return Math.floor(newMw / facility.moduleItMw + 1e-9)
}

/** Phases that may be energised by a period, given the earliest date. */
export function phasesAllowed(inputs: Inputs, siteIndex: number, period: number): number {
  const { facility } = inputs.plan.sites[siteIndex]!
  const built = periodsOf(inputs.plan, facility.buildMonths)
  const earliest = Math.max(periodFrom(inputs.plan, facility.earliest), built)
  return period >= earliest ? maxPhases(inputs, siteIndex) : 0
}

/** Periods over which crews are counted, at least a quarter, and the quarters in them. */
export function crewWindow(plan: Horizon): { readonly periods: number; readonly quarters: number } {
  const months = monthsPerPeriod(plan)
  return {
    periods: Math.max(1, MONTHS_PER_QUARTER / months),
    quarters: Math.max(1, months / MONTHS_PER_QUARTER),
  }
}

/** IT MW that is there whatever is served. */
export function fixedItMw(inputs: Inputs, siteIndex: number, period: number): number {
  const { facility } = inputs.plan.sites[siteIndex]!
  return stepAt(facility.fixedItMwByPeriod, period, facility.fixedItMw)
}

/** IT MW of one unit when fully busy, with its network. */
export function unitItMw(inputs: Inputs, acceleratorIndex: number): number {
  const own = inputs.plan.accelerators[acceleratorIndex]
  return own ? unitKw(own) / KW_PER_MW : 0
}

/** IT MW of one unit in service that does nothing, and what work adds to it. */
export function idleAndWorkMw(
  inputs: Pick<Inputs, 'plan'>,
  acceleratorIndex: number,
): { readonly idle: number; readonly work: number } {
  const own = inputs.plan.accelerators[acceleratorIndex]!
  return {
    idle: (own.unitItKw * own.idleShare + unitNetworkKw(own)) / KW_PER_MW,
    work: (own.unitItKw * (1 - own.idleShare)) / KW_PER_MW,
  }
}

/**
 * Layer 2, facility: rooms in phases, cooling.
 *
 *   1. hall     sum_g p_g active[s,g,t] + fixed <= existing + module x phases[s,t]
 *   2. cooling  sum_g p_g active[s,g,t] + fixed <= coolingLimit[s]
 *   3. monotone phases[s,t] >= phases[s,t-1]; nothing before the earliest date
 *   4. crews    phases[s,t] - phases[s,t-k] <= what crews bring into service in a quarter or, of years, in the period;
 *               k = 3 where periods are months, else 1
 *   5. air      sum_{air g} p_g active + (1 - liquid) (sum_{liquid g} p_g active + fixed)
 *                 <= (1 - liquid) x (existing + module x phases)         (only where the plan keeps air and liquid apart)
 *   6. open     phases[s,t] <= maxPhases x open[s,t]; open monotone
 *
 * Capex falls at the order (ready date less build time), less the straight-line share of life left.
 */
export function declareFacilities(problem: Problem, inputs: Inputs, accelerators: Accelerators): Facilities {
  return {
    buildings: inputs.plan.sites.map((_, siteIndex) =>
      declareBuilding(problem, inputs, accelerators, siteIndex),
    ),
  }
}

/** [period] present value of one MW of hall ready then, million USD: paid at the order, less the value left. */
export function moduleCapexMusdPerMw(inputs: Inputs, siteIndex: number): number[] {
  const { facility } = inputs.plan.sites[siteIndex]!
  return capitalFactors(inputs, hallAsset(inputs, siteIndex)).map(
    (factor) => facility.capexMusdPerMw * factor,
  )
}

/** A hall as something that is paid once. */
export function hallAsset({ plan }: Pick<Inputs, 'plan'>, siteIndex: number): Asset {
  const { buildMonths } = plan.sites[siteIndex]!.facility
  return { lifeYears: plan.finance.facilityLifeYears, leadMonths: buildMonths }
}

function declareBuilding(
  problem: Problem,
  inputs: Inputs,
  accelerators: Accelerators,
  siteIndex: number,
): Building {
  const { periods } = inputs
  const { id, facility } = inputs.plan.sites[siteIndex]!
  const phases = declarePhases(problem, inputs, siteIndex)
  const open = periods.map((period) =>
    problem.variable(`open.${id}.${period.label}`, 'sites', {
      isInteger: true,
      upper: maxPhases(inputs, siteIndex) > 0 ? 1 : 0,
      cost: facility.fixedMusdPerSite * period.lengthYears * period.discount,
    }),
  )
  const hallRows: Row[] = []
  const coolingRows: Row[] = []
  periods.forEach((period, t) => {
    const name = `${id}.${period.label}`
    const load = loadTerms(inputs, accelerators, siteIndex, t)
    const fixed = fixedItMw(inputs, siteIndex, t)
    const spare = facility.existingItMw - fixed
    hallRows.push(problem.atMost(`hall.${name}`, 'MW', [...load, [-facility.moduleItMw, phases[t]!]], spare))
    declareAir(problem, inputs, accelerators, { siteIndex, period, phases: phases[t]! })
    if (facility.coolingLimitItMw !== undefined) {
      const limit = facility.coolingLimitItMw - fixed
      coolingRows.push(problem.atMost(`cooling.${name}`, 'MW', load, limit))
    }
    declareOpening(problem, name, maxPhases(inputs, siteIndex), phases[t]!, open[t]!)
    declareCrews(problem, inputs, siteIndex, phases, t)
    if (t === 0) return
    declareKept(problem, `phases-kept.${name}`, 'phases', phases, t)
    declareKept(problem, `open-kept.${name}`, 'sites', open, t)
  })
  return { siteIndex, phases, open, hallRows, coolingRows }
}

/** [period] phases energised to date. */
function declarePhases(problem: Problem, inputs: Inputs, siteIndex: number): Column[] {
  const { id, facility } = inputs.plan.sites[siteIndex]!
  const musdPerMw = moduleCapexMusdPerMw(inputs, siteIndex)
  return inputs.periods.map(({ label, lengthYears, discount }, t) => {
    const built = facility.moduleItMw * (musdPerMw[t]! - (musdPerMw[t + 1] ?? 0))
    const run = facility.opexMusdPerMwYear * facility.moduleItMw * lengthYears * discount
    return problem.variable(`phases.${id}.${label}`, 'phases', {
      isInteger: true,
      upper: phasesAllowed(inputs, siteIndex, t),
      cost: built + run,
    })
  })
}

/** A site has phases where it is open, and is open where it has one: within the gap a plan might else pay for none. */
function declareOpening(problem: Problem, name: string, most: number, phases: Column, open: Column): void {
  const opened: Term[] = [
    [1, phases],
    [-Math.max(1, most), open],
  ]
  problem.atMost(`opened.${name}`, 'phases', opened, 0)
  const managed: Term[] = [
    [1, phases],
    [-1, open],
  ]
  problem.atLeast(`managed.${name}`, 'phases', managed, 0)
}

/** Phases that crews bring into service over their window. */
function declareCrews(
  problem: Problem,
  { plan, periods }: Inputs,
  siteIndex: number,
  phases: readonly Column[],
  t: number,
): void {
  const { id, facility } = plan.sites[siteIndex]!
  if (facility.maxPhasesPerQuarter === undefined) return
  const { periods: window, quarters } = crewWindow(plan)
  const before: Term[] = t >= window ? [[-1, phases[t - window]!]] : []
  const most = facility.maxPhasesPerQuarter * quarters
  problem.atMost(`crews.${id}.${periods[t]!.label}`, 'phases', [[1, phases[t]!], ...before], most)
}

/** No fewer than in the period before. */
function declareKept(
  problem: Problem,
  name: string,
  unit: string,
  columns: readonly Column[],
  t: number,
): void {
  const grown: Term[] = [
    [1, columns[t]!],
    [-1, columns[t - 1]!],
  ]
  problem.atLeast(name, unit, grown, 0)
}

function loadTerms(inputs: Inputs, accelerators: Accelerators, siteIndex: number, t: number): Term[] {
  return accelerators.fleets
    .filter((fleet) => fleet.siteIndex === siteIndex)
    .map((fleet) => [unitItMw(inputs, fleet.acceleratorIndex), fleet.active[t]!])
}

/** Heat that goes into air, with what liquid-cooled units leave in it, against the air cooling of the rooms. */
function declareAir(
  problem: Problem,
  inputs: Inputs,
  accelerators: Accelerators,
  { siteIndex, period, phases }: { siteIndex: number; period: Period; phases: Column },
): void {
  const { plan, fleet } = inputs
  const liquid = fleet.liquidShare[siteIndex]!
  const isLiquid = (g: number) => plan.accelerators[g]!.cooling === 'liquid'
  const own = accelerators.fleets.filter((one) => one.siteIndex === siteIndex)
  if (liquid === null || liquid === 0 || own.every((one) => isLiquid(one.acceleratorIndex))) return
  const { id, facility } = plan.sites[siteIndex]!
  const air = 1 - liquid
  const terms = own.map((one): Term => {
    const share = isLiquid(one.acceleratorIndex) ? air : 1
    return [share * unitItMw(inputs, one.acceleratorIndex), one.active[period.index]!]
  })
  terms.push([-air * facility.moduleItMw, phases])
  const spare = facility.existingItMw - fixedItMw(inputs, siteIndex, period.index)
  problem.atMost(`air.${id}.${period.label}`, 'MW', terms, air * spare)
}
