import type { Inputs, OnSiteSource } from '../derive/inputs.ts'
import { discountAt, quarterNumber } from '../derive/periods.ts'
import type { Column, Problem, Row, Term } from '../problem/problem.ts'
import type { Accelerators } from './accelerators.ts'
import { unitItMw } from './facility.ts'
import type { Serving } from './serving.ts'

export interface Supply {
  readonly siteIndex: number
  /** [period] MW contracted with the grid. */
  readonly contracted: readonly Column[]
  /** [period][slice] MW drawn from the grid, mean of the slice. */
  readonly drawn: readonly (readonly Column[])[]
  /** [source][period] units installed (integer). */
  readonly units: readonly (readonly Column[])[]
  /** [source][period][slice] MW generated. */
  readonly generated: readonly (readonly (readonly Column[])[])[]
  /** [period][slice] firm capacity against the peak of the slice. */
  readonly firmRows: readonly (readonly Row[])[]
}

export interface Power {
  readonly supplies: readonly Supply[]
}

/** MW that the grid will have connected by a period: queue, then a ramp, up to the limit. */
export function gridLimitMw(inputs: Inputs, siteIndex: number, period: number): number {
  const { power } = inputs.plan.sites[siteIndex]!
  const since = period - (quarterNumber(power.energised) - quarterNumber(inputs.plan.horizon.start))
  if (since < 0) return 0
  if (power.rampMwPerQuarter === undefined) return power.gridLimitMw
  return Math.min(power.gridLimitMw, power.rampMwPerQuarter * (since + 1))
}

/**
 * Layer 1, power: contracted megawatts, energy by slice, on-site generation.
 *
 *   1. energy  drawn[s,t,h] + sum_k gen[s,k,t,h] >= PUE[s,t,h] x (fixed + sum_g p_g (idle_g active + (1 - idle_g) sum_w busy / peak_w))
 *   2. firm    contracted[s,t] + sum_k credit_k x MW_k >= PUEdesign[s] x (fixed + sum_g p_g (idle_g active + (1 - idle_g) sum_w busy))
 *   3. limit   drawn <= contracted <= grid limit of the period (queue and ramp); contracted monotone
 *   4. on site gen[s,k,t,h] <= availability[k,h] x MW_k; units monotone integers
 *
 * Cost: connection per MW, demand charge on contracted MW (at least the minimum take), energy, carbon, on-site capex.
 */
export function declarePower(
  problem: Problem,
  inputs: Inputs,
  accelerators: Accelerators,
  serving: Serving,
): Power {
  return {
    supplies: inputs.plan.sites.map((_, siteIndex) => {
      const supply = declareSupply(problem, inputs, siteIndex)
      const energyLoad = (t: number, h: number) =>
        loadTerms(inputs, accelerators, serving, siteIndex, t, h, true)
      const peakLoad = (t: number, h: number) =>
        loadTerms(inputs, accelerators, serving, siteIndex, t, h, false)
      const firmRows = declareBalances(problem, inputs, siteIndex, supply, energyLoad, peakLoad)
      return { ...supply, firmRows }
    }),
  }
}

const MONTHS_PER_PERIOD = 3
/** Connection is paid a year before it is energised (deposit, study, works). */
const CONNECTION_QUARTERS_EARLIER = 4

/** [period] present value of one MW of grid connection energised then, million USD. */
export function connectionMusdPerMw({ plan, periods }: Inputs, siteIndex: number): number[] {
  const { connectionMusdPerMw } = plan.sites[siteIndex]!.power
  return periods.map((period) => connectionMusdPerMw * discountAt(plan, period, CONNECTION_QUARTERS_EARLIER))
}

/** Present value of the demand charge on one contracted MW over a period, million USD. */
export function demandChargeMusdPerMw({ plan, periods }: Inputs, siteIndex: number, t: number): number {
  const { demandChargeUsdPerKwMonth } = plan.sites[siteIndex]!.power
  return (demandChargeUsdPerKwMonth * 1000 * MONTHS_PER_PERIOD * periods[t]!.discount) / 1e6
}

/** [period] present value of one MW of on-site plant ready then, million USD, less the value left. */
export function sourceCapexMusdPerMw({ plan, periods }: Inputs, source: OnSiteSource): number[] {
  const end = periods.length / 4
  const endDiscount = (1 + plan.finance.discountRatePerYear) ** -end
  return periods.map((period) => {
    const left = Math.max(0, 1 - (end - period.midYears) / source.lifeYears)
    return source.capexMusdPerMw * (discountAt(plan, period, source.leadQuarters) - left * endDiscount)
  })
}

type Columns = Omit<Supply, 'firmRows'>

function declareSupply(problem: Problem, inputs: Inputs, siteIndex: number): Columns {
  const { plan, periods, slices } = inputs
  const site = plan.sites[siteIndex]!
  const energy = inputs.energy[siteIndex]!
  const contracted = periods.map((period, t) => {
    const connection = connectionMusdPerMw(inputs, siteIndex)
    return problem.variable(`contracted.${site.id}.${period.label}`, 'MW', {
      upper: gridLimitMw(inputs, siteIndex, t),
      cost: connection[t]! - (connection[t + 1] ?? 0) + demandChargeMusdPerMw(inputs, siteIndex, t),
    })
  })
  periods.slice(1).forEach((period, t) => {
    problem.atLeast(
      `contracted-kept.${site.id}.${period.label}`,
      'MW',
      [
        [1, contracted[t + 1]!],
        [-1, contracted[t]!],
      ],
      0,
    )
  })
  const drawn = periods.map((period) =>
    slices.map((slice) => {
      const price = energy.usdPerMwh * (1 + site.power.energyPriceChangePerYear) ** period.midYears
      const usd = price + energy.tco2PerMwh * plan.finance.carbonUsdPerTonne
      return problem.variable(`drawn.${site.id}.${period.label}.${slice.id}`, 'MW', {
        cost: (usd * slice.hoursPerPeriod * period.discount) / 1e6,
      })
    }),
  )
  const units = energy.sources.map((source) => declareUnits(problem, inputs, site.id, source))
  const generated = energy.sources.map((source, k) =>
    declareGeneration(problem, inputs, site.id, source, units[k]!),
  )
  return { siteIndex, contracted, drawn, units, generated }
}

function declareUnits(problem: Problem, inputs: Inputs, siteId: string, source: OnSiteSource): Column[] {
  const { periods } = inputs
  const musd = sourceCapexMusdPerMw(inputs, source).map((perMw) => source.unitMw * perMw)
  const columns = periods.map((period, t) =>
    problem.variable(`units.${siteId}.${source.id}.${period.label}`, 'units', {
      isInteger: true,
      upper: t >= source.leadQuarters ? source.maxUnits : 0,
      cost:
        musd[t]! - (musd[t + 1] ?? 0) + source.unitMw * source.fixedMusdPerMwYear * 0.25 * period.discount,
    }),
  )
  periods.slice(1).forEach((period, t) => {
    problem.atLeast(
      `units-kept.${siteId}.${source.id}.${period.label}`,
      'units',
      [
        [1, columns[t + 1]!],
        [-1, columns[t]!],
      ],
      0,
    )
  })
  return columns
}

function declareGeneration(
  problem: Problem,
  inputs: Inputs,
  siteId: string,
  source: OnSiteSource,
  units: readonly Column[],
): Column[][] {
  return inputs.periods.map((period, t) =>
    inputs.slices.map((slice) => {
      const usd = source.variableUsdPerMwh + source.tco2PerMwh * inputs.plan.finance.carbonUsdPerTonne
      const key = `${siteId}.${source.id}.${period.label}.${slice.id}`
      const column = problem.variable(`generated.${key}`, 'MW', {
        cost: (usd * slice.hoursPerPeriod * period.discount) / 1e6,
      })
      const most = source.availability[slice.index]! * source.unitMw
      problem.atMost(
        `available.${key}`,
        'MW',
        [
          [1, column],
          [-most, units[t]!],
        ],
        0,
      )
      return column
    }),
  )
}

function declareBalances(
  problem: Problem,
  inputs: Inputs,
  siteIndex: number,
  supply: Columns,
  energyLoad: (t: number, h: number) => Term[],
  peakLoad: (t: number, h: number) => Term[],
): Row[][] {
  const site = inputs.plan.sites[siteIndex]!
  const climate = inputs.climate[siteIndex]!
  const fixed = site.facility.fixedItMw
  return inputs.periods.map((period, t) =>
    inputs.slices.map((slice, h) => {
      const name = `${site.id}.${period.label}.${slice.id}`
      const pue = climate.pue[t]![h]!
      const drawn = supply.drawn[t]![h]!
      const energy: Term[] = [[1, drawn], ...supply.generated.map((source): Term => [1, source[t]![h]!])]
      for (const [coefficient, column] of energyLoad(t, h)) energy.push([-pue * coefficient, column])
      problem.atLeast(`energy.${name}`, 'MW', energy, pue * fixed)
      problem.atMost(
        `within-contract.${name}`,
        'MW',
        [
          [1, drawn],
          [-1, supply.contracted[t]!],
        ],
        0,
      )
      const firm: Term[] = [[1, supply.contracted[t]!]]
      inputs.energy[siteIndex]!.sources.forEach((source, k) => {
        firm.push([source.firmShare * source.unitMw, supply.units[k]![t]!])
      })
      for (const [coefficient, column] of peakLoad(t, h))
        firm.push([-climate.pueDesign * coefficient, column])
      return problem.atLeast(`firm.${name}`, 'MW', firm, climate.pueDesign * fixed)
    }),
  )
}

function loadTerms(
  inputs: Inputs,
  accelerators: Accelerators,
  serving: Serving,
  siteIndex: number,
  t: number,
  h: number,
  isMean: boolean,
): Term[] {
  const terms: Term[] = []
  for (const fleet of accelerators.fleets) {
    if (fleet.siteIndex !== siteIndex) continue
    const idle = inputs.plan.accelerators[fleet.acceleratorIndex]!.idleShare
    terms.push([unitItMw(inputs, fleet.acceleratorIndex) * idle, fleet.active[t]!])
  }
  for (const busy of serving.busy) {
    if (busy.siteIndex !== siteIndex) continue
    const idle = inputs.plan.accelerators[busy.acceleratorIndex]!.idleShare
    const peak = isMean ? classPeakFactor(inputs, busy.classIndex, h) : 1
    terms.push([(unitItMw(inputs, busy.acceleratorIndex) * (1 - idle)) / peak, busy.columns[t]![h]!])
  }
  return terms
}

/** Peak over mean of a class in a slice: of its groups, the smallest, so that energy is never understated. */
function classPeakFactor(inputs: Inputs, classIndex: number, slice: number): number {
  const own = inputs.groups.filter((group) => group.classIndex === classIndex)
  return own.length === 0 ? 1 : Math.min(...own.map((group) => group.peakFactor[slice]!))
}
