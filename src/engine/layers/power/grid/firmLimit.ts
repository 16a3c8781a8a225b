import { periodsOf } from '../../../../plan/calendar.ts'
import type { Inputs } from '../../../derive/inputs.ts'
import { firstPeriod } from './contracts.ts'
import { flexibleLimitMw, gridLimitMw } from './gridLimit.ts'

/** Firm MW that a site could have in a period if it bought all it may: grid, curtailable service kept, own supply. */
export function firmLimitMw(inputs: Inputs, siteIndex: number, t: number): number {
  const kept = 1 - (inputs.plan.sites[siteIndex]!.power.flexible?.curtailedShare ?? 0)
  const { sources, storages, contracts } = inputs.energy[siteIndex]!
  const units = [...sources, ...storages].filter((own) => t >= periodsOf(inputs.plan, own.leadMonths))
  const onSite = units.reduce((sum, own) => sum + own.firmShare * own.unitMw * own.maxUnits, 0)
  const direct = contracts
    .filter((own) => t >= firstPeriod(inputs, own))
    .reduce((sum, own) => sum + own.firmShare * own.maxMw, 0)
  return gridLimitMw(inputs, siteIndex, t) + kept * flexibleLimitMw(inputs, siteIndex, t) + onSite + direct
}
