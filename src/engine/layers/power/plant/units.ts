import { periodsOf } from '../../../../plan/calendar.ts'
import type { OnSiteUnits } from '../../../derive/power/energyInputs.ts'
import type { Column } from '../../../problem/problem.ts'
import { capitalFactors } from '../../allLayers/capital.ts'
import { type Charge, charge, onAdditions } from '../../allLayers/charge.ts'
import { keep, type PowerSite } from '../context.ts'

export interface Units {
  /** [period] units installed to date (integer). */
  readonly columns: readonly Column[]
  readonly charges: readonly Charge[]
}

/**
 * Whole units of plant or storage: monotone, none before the lead time.
 *
 * Cost: capex at the order less the straight-line value left at the horizon, fixed operation.
 */
export function declareUnits(power: PowerSite, own: OnSiteUnits): Units {
  const { problem, inputs, site } = power
  const columns = inputs.periods.map((period, t) =>
    problem.variable(`units.${site.id}.${own.id}.${period.label}`, 'units', {
      isInteger: true,
      upper: t >= periodsOf(inputs.plan, own.leadMonths) ? own.maxUnits : 0,
    }),
  )
  keep(power, `units.${own.id}`, 'units', columns)
  const capex = capitalFactors(inputs, own).map((factor) => factor * own.capexMusdPerMw * own.unitMw)
  const fixed = inputs.periods.map(
    ({ lengthYears, discount }) => own.unitMw * own.fixedMusdPerMwYear * lengthYears * discount,
  )
  return {
    columns,
    charges: [
      charge(problem, `Plant ${own.id}`, onAdditions(columns, capex)),
      charge(
        problem,
        `Fixed operation ${own.id}`,
        columns.map((column, t) => [[fixed[t]!, column]]),
      ),
    ],
  }
}
