import type { Period } from '../../derive/periods.ts'
import type { Column, Term } from '../../problem/problem.ts'
import { type Charge, charge } from '../charge.ts'
import { fixedItMw } from '../facility.ts'
import { type BehindMeter, supplyTerms } from './behindMeter.ts'
import { gridTco2PerMwh, type PowerSite, scale } from './context.ts'
import type { ItLoad } from './load.ts'
import { type UnservedEnergy, unservedTerms } from './unserved.ts'

/** [period][slice] MW drawn from the grid. */
type Drawn = readonly (readonly Column[])[]

const KILO = 1000

/**
 * Carbon account, each year of the plan:
 *
 *   sum hours x (grid t/MWh drawn + plant t/MWh generated + contract t/MWh taken) <= tonnes a year
 */
export function declareCarbonLimit(power: PowerSite, own: BehindMeter, drawn: Drawn): void {
  const { problem, inputs, site } = power
  const limit = site.power.carbonLimitTonnesPerYear
  if (limit === undefined) return
  for (const year of yearsOf(inputs.periods)) {
    const emitted = overSlices(power, year, (t, h) => [
      [gridTco2PerMwh(power, t, h), drawn[t]![h]!],
      ...own.plants.map((plant): Term => [plant.source.tco2PerMwh, plant.generated[t]![h]!]),
      ...own.contracts.flatMap(({ own: { tco2PerMwh }, taken }): Term[] =>
        taken[t] ? [[tco2PerMwh, taken[t][h]!]] : [],
      ),
    ])
    const most = limit * lengthOf(year)
    problem.atMost(`carbon.${site.id}.${year[0]!.label}`, 'kt', scale(emitted, 1 / KILO), most / KILO)
  }
}

/**
 * Water account: litres per kWh of IT on what is supplied, at the PUE of the slice.
 *
 *   sum hours x WUE / PUE x supplied <= cubic metres a year;  cost: price x the same
 */
export function declareWater(power: PowerSite, own: BehindMeter, drawn: Drawn): Charge[] {
  const { problem, inputs, site, siteIndex } = power
  const { waterLimitM3PerYear: limit, waterUsdPerM3 } = site.facility
  const { pue, wueLPerKwh } = inputs.climate[siteIndex]!
  const usedM3 = (year: readonly Period[]) =>
    overSlices(power, year, (t, h) => {
      const supplied: Term[] = [[1, drawn[t]![h]!], ...supplyTerms(own, t, h)]
      return scale(supplied, wueLPerKwh[t]![h]! / pue[t]![h]!)
    })
  if (limit !== undefined) {
    for (const year of yearsOf(inputs.periods)) {
      const most = (limit * lengthOf(year)) / KILO
      problem.atMost(`water.${site.id}.${year[0]!.label}`, '1000 m3', scale(usedM3(year), 1 / KILO), most)
    }
  }
  if (waterUsdPerM3 === 0) return []
  const paid = inputs.periods.map((period) =>
    scale(usedM3([period]), (waterUsdPerM3 * period.discount) / 1e6),
  )
  return [charge(problem, 'Water', paid)]
}

/**
 * Carbon-free energy in the same hours:
 *
 *   1. matched[t,h] <= carbon-free plant and contracts[t,h]
 *   2. matched[t,h] <= PUE[t,h] x (fixed[t,h] - unserved[t,h] + IT mean[t,h])
 *   3. sum hours matched >= share x sum hours load, each year
 */
export function declareCleanShare(
  power: PowerSite,
  own: BehindMeter,
  load: ItLoad,
  unserved: UnservedEnergy,
): void {
  const { problem, inputs, site, siteIndex, energy } = power
  const share = site.power.minimumCleanShare
  if (share === 0) return
  const { pue } = inputs.climate[siteIndex]!
  const fixedMw = (t: number, h: number) =>
    pue[t]![h]! * fixedItMw(inputs, siteIndex, t) * energy.fixedShare.mean[h]!
  const loadTerms = (t: number, h: number): Term[] => [
    ...scale(load.mean(t, h), pue[t]![h]!),
    ...unservedTerms(unserved, t, h, -pue[t]![h]!),
  ]
  const matched = inputs.periods.map((period, t) =>
    inputs.slices.map((slice, h) => {
      const name = `matched.${site.id}.${period.label}.${slice.id}`
      const column = problem.variable(name, 'MW')
      const clean = scale(cleanTerms(own, t, h), -1)
      problem.atMost(`${name}.supply`, 'MW', [[1, column], ...clean], 0)
      problem.atMost(`${name}.load`, 'MW', [[1, column], ...scale(loadTerms(t, h), -1)], fixedMw(t, h))
      return column
    }),
  )
  for (const year of yearsOf(inputs.periods)) {
    const terms = overSlices(power, year, (t, h) => [[1, matched[t]![h]!], ...scale(loadTerms(t, h), -share)])
    const fixed = year.reduce(
      (sum, { index: t }) =>
        sum + inputs.slices.reduce((mwh, slice, h) => mwh + slice.hoursPerPeriod * fixedMw(t, h), 0),
      0,
    )
    const name = `clean.${site.id}.${year[0]!.label}`
    problem.atLeast(name, 'GWh', scale(terms, 1 / KILO), (share * fixed) / KILO)
  }
}

function cleanTerms({ plants, contracts }: BehindMeter, t: number, h: number): Term[] {
  return [
    ...plants.flatMap(({ source, generated }): Term[] =>
      source.tco2PerMwh === 0 ? [[1, generated[t]![h]!]] : [],
    ),
    ...contracts.flatMap(({ own, taken }): Term[] =>
      own.tco2PerMwh === 0 && taken[t] ? [[1, taken[t][h]!]] : [],
    ),
  ]
}

/** Years of the plan from its start; the last may be short. */
function yearsOf(periods: readonly Period[]): Period[][] {
  return [...Map.groupBy(periods, (period) => Math.floor(period.midYears)).values()]
}

function lengthOf(year: readonly Period[]): number {
  return year.reduce((sum, period) => sum + period.lengthYears, 0)
}

function overSlices(
  { inputs }: PowerSite,
  year: readonly Period[],
  terms: (t: number, h: number) => readonly Term[],
): Term[] {
  return year.flatMap(({ index: t }) =>
    inputs.slices.flatMap((slice, h) => scale(terms(t, h), slice.hoursPerPeriod)),
  )
}
