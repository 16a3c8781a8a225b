import { AppFault, type InputFault } from '../../../plan/fault.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { crewWindow, fixedItMw, phasesAllowed } from './facility.ts'

/**
 * A fixed IT load that no room or cooling can carry by its period makes every plan infeasible, whatever else it says:
 * the first such period of each site is named. Power it may lack: that is unserved energy at its price.
 */
export function checkFixedLoad(inputs: Inputs): void {
  const crew = crewWindow(inputs.plan)
  const faults = inputs.plan.sites.flatMap(({ facility }, siteIndex): InputFault[] => {
    const crews =
      (facility.maxPhasesPerQuarter ?? Number.POSITIVE_INFINITY) * facility.moduleItMw * crew.quarters
    const most = inputs.periods.map((period, t) => {
      const sinceEarliest = inputs.periods.slice(0, t + 1).filter((own) => {
        return phasesAllowed(inputs, siteIndex, own.index) > 0
      }).length
      const rooms = Math.min(
        facility.moduleItMw * phasesAllowed(inputs, siteIndex, period.index),
        sinceEarliest > 0 ? crews * Math.ceil(sinceEarliest / crew.periods) : 0,
      )
      return Math.min(facility.existingItMw + rooms, facility.coolingLimitItMw ?? Number.POSITIVE_INFINITY)
    })
    const t = most.findIndex((mw, period) => fixedItMw(inputs, siteIndex, period) > mw + 1e-9)
    if (t < 0) return []
    const field = facility.fixedItMwByPeriod.length > 0 ? `fixedItMwByPeriod[${t}]` : 'fixedItMw'
    const period = inputs.periods[t]!.label
    return [
      {
        path: `sites[${siteIndex}].facility.${field}`,
        value: fixedItMw(inputs, siteIndex, t),
        expected: `at most ${most[t]} MW, what rooms and cooling can carry in ${period}; start it later, or change maxItMw, moduleItMw, earliest, buildMonths or coolingLimitItMw`,
      },
    ]
  })
  if (faults.length > 0) throw new AppFault('bad-input', 'A fixed IT load has no room', faults)
}
