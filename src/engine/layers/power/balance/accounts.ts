import { MWH_PER_GWH, USD_PER_MUSD } from '../../../../plan/units.ts'
import type { Inputs } from '../../../derive/inputs.ts'
import type { Period } from '../../../derive/periods.ts'
import type { Column, Problem, Term } from '../../../problem/problem.ts'
import { fixedItMw } from '../../aidc/facility.ts'
import { type Charge, charge } from '../../allLayers/charge.ts'
import { gridTco2PerMwh, type PowerSite, scale, whereIn } from '../context.ts'
import { type BehindMeter, supplyTerms } from '../plant/behindMeter.ts'
import type { ItLoad } from './load.ts'
import { type UnservedEnergy, unservedTerms } from './unserved.ts'

/** [period][slice] MW drawn from the grid. */
type Drawn = readonly (readonly Column[])[]

const KILO = 1000

/** What a site gives off and takes in over some periods, as terms. */
export type Account = (periods: readonly Period[]) => Term[]

/** sum hours x (grid t/MWh drawn + plant t/MWh generated + contract t/MWh taken), tonnes. */
export function carbonAccount(power: PowerSite, own: BehindMeter, drawn: Drawn): Account {
  return (year) =>
    overSlices(power, year, (t, h) => [
      [gridTco2PerMwh(power, t, h), drawn[t]![h]!],
      ...own.plants.map((plant): Term => [plant.source.tco2PerMwh, plant.generated[t]![h]!]),
      ...own.contracts.flatMap(({ own: { tco2PerMwh }, taken }): Term[] =>
        taken[t] ? [[tco2PerMwh, taken[t][h]!]] : [],
      ),
    ])
}

/** sum hours x WUE / PUE x supplied, cubic metres: litres per kWh of IT on what is supplied, at the slice's PUE. */
export function waterAccount(power: PowerSite, own: BehindMeter, drawn: Drawn): Account {
  const { pue, wueLPerKwh } = power.inputs.climate[power.siteIndex]!
  return (year) =>
    overSlices(power, year, (t, h) => {
      const supplied: Term[] = [[1, drawn[t]![h]!], ...supplyTerms(own, t, h)]
      return scale(supplied, wueLPerKwh[t]![h]! / pue[t]![h]!)
    })
}

interface YearlyLimit {
  /** First part of the rows' names, as in `carbon.ash`. */
  readonly name: string
  readonly unit: string
  readonly perYear: number | undefined
  readonly accounts: readonly Account[]
}

/** In each year of the plan: sum of the accounts <= what a year allows; a short last year has its share. */
export function declareYearlyLimit(problem: Problem, { periods }: Inputs, limit: YearlyLimit): void {
  const { name, unit, perYear, accounts } = limit
  if (perYear === undefined) return
  for (const year of yearsOf(periods)) {
    const terms = accounts.flatMap((account) => account(year))
    const most = perYear * lengthOf(year)
    problem.atMost(`${name}.${year[0]!.label}`, unit, scale(terms, 1 / KILO), most / KILO)
  }
}

/** Price x cubic metres. */
export function chargeWater({ problem, inputs, site }: PowerSite, usedM3: Account): Charge[] {
  const { waterUsdPerM3 } = site.facility
  if (waterUsdPerM3 === 0) return []
  const paid = inputs.periods.map((period) =>
    scale(usedM3([period]), (waterUsdPerM3 * period.discount) / USD_PER_MUSD),
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
  const { problem, inputs, site, siteIndex, energy, slices } = power
  const share = site.power.minimumCleanShare
  if (share === 0) return
  const { pue } = inputs.climate[siteIndex]!
  const fixedMw = (t: number, h: number) =>
    pue[t]![h]! * fixedItMw(inputs, siteIndex, t) * energy.fixedShare.mean[t]![h]!
  const loadTerms = (t: number, h: number): Term[] => [
    ...scale(load.mean(t, slices[h]!.loadIndex), pue[t]![h]!),
    ...unservedTerms(unserved, t, h, -pue[t]![h]!),
  ]
  const matched = inputs.periods.map((period, t) =>
    slices.map((slice, h) => {
      const name = `matched.${site.id}.${period.label}.${slice.id}`
      const column = problem.variable(name, 'MW', whereIn(slice, t))
      if (slice.hoursIn[t]! === 0) return column
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
        sum + slices.reduce((mwh, slice, h) => mwh + slice.hoursIn[t]! * fixedMw(t, h), 0),
      0,
    )
    const name = `clean.${site.id}.${year[0]!.label}`
    problem.atLeast(name, 'GWh', scale(terms, 1 / MWH_PER_GWH), (share * fixed) / MWH_PER_GWH)
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
  { slices }: PowerSite,
  year: readonly Period[],
  terms: (t: number, h: number) => readonly Term[],
): Term[] {
  return year.flatMap(({ index: t }) =>
    slices.flatMap((slice, h) => (slice.hoursIn[t]! > 0 ? scale(terms(t, h), slice.hoursIn[t]!) : [])),
  )
}
