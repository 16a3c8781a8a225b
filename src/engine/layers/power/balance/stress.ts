import type { Column, Term } from '../../../problem/problem.ts'
import { type Charge, charge } from '../../allLayers/charge.ts'
import { musdThrough, type PowerSite, scale, spotUsdPerMwh } from '../context.ts'
import { flexibleTerms, type GridService, heldTerms } from '../grid/gridService.ts'
import type { BehindMeter } from '../plant/behindMeter.ts'
import { type Plant, runningUsdPerMwh } from '../plant/plant.ts'

export interface Stress {
  /** [plant][period] MW run while the grid curtails; empty where it cannot. */
  readonly ran: readonly (readonly Column[])[]
  readonly hoursPerPeriod: number
  readonly charges: readonly Charge[]
}

const NONE: Stress = { ran: [], hoursPerPeriod: 0, charges: [] }

/**
 * Hours of stress, in which the utility curtails its flexible service at the site's peak.
 *
 *   1. carry    held + (1 - curtailed) flexible + sum_k ran[k] + sum_b given[b] + firm direct contracts >= critical
 *   2. plant    ran[k,t] <= MW of units and standby; weather counts for nothing
 *   3. storage  given[b,t] <= MW and <= stored hours x MW / hours of the event
 *
 * Cost: what running costs above the grid's price; the energy itself is in the slices.
 */
export function declareStress(
  power: PowerSite,
  critical: readonly Column[],
  service: GridService,
  own: BehindMeter,
): Stress {
  const { problem, inputs, site } = power
  const { flexible } = site.power
  if (!flexible || flexible.hoursPerYear === 0) return NONE
  const runners = own.plants.filter(({ source }) => source.kind !== 'weather')
  const ran = own.plants.map((plant) => (runners.includes(plant) ? declareRun(power, plant) : []))
  inputs.periods.forEach((period, t) => {
    const terms = [
      ...heldTerms(service, t),
      ...flexibleTerms(service, t, 1 - flexible.curtailedShare),
      ...ran.flatMap((columns): Term[] => (columns[t] === undefined ? [] : [[1, columns[t]]])),
      ...own.storages.map((storage): Term => {
        const { unitMw, durationH, roundTripShare } = storage.own
        const lasting = (durationH * Math.sqrt(roundTripShare)) / flexible.hoursPerEvent
        return [unitMw * Math.min(1, lasting), storage.units[t]!]
      }),
      ...own.contracts.flatMap(({ own: { firmShare }, inForce }) => scale(inForce[t]!, firmShare)),
    ]
    problem.atLeast(`stress.${site.id}.${period.label}`, 'MW', [...terms, [-1, critical[t]!]], 0)
  })
  const hoursPerPeriod = flexible.hoursPerYear * inputs.periods[0]!.lengthYears
  const charges = own.plants.flatMap((plant, k) => {
    const columns = ran[k]!
    if (columns.length === 0) return []
    const terms = inputs.periods.map((period, t): Term[] => {
      const usd = Math.max(0, runningUsdPerMwh(power, plant.source) - meanSpot(power, t))
      return [[musdThrough(usd, hoursPerPeriod, period), columns[t]!]]
    })
    return [charge(problem, `Hours of stress ${plant.source.id}`, terms)]
  })
  return { ran, hoursPerPeriod, charges }
}

function declareRun({ problem, inputs, site }: PowerSite, { source, units }: Plant): Column[] {
  return inputs.periods.map((period, t) => {
    const name = `stress-run.${site.id}.${source.id}.${period.label}`
    const column = problem.variable(name, 'MW')
    const within: Term[] = [
      [1, column],
      [-source.unitMw, units[t]!],
    ]
    problem.atMost(`${name}.units`, 'MW', within, 0)
    return column
  })
}

function meanSpot(power: PowerSite, t: number): number {
  const { slices } = power
  const hours = slices.reduce((sum, slice) => sum + slice.hoursIn[t]!, 0)
  return slices.reduce((sum, slice, h) => sum + spotUsdPerMwh(power, t, h) * slice.hoursIn[t]!, 0) / hours
}
