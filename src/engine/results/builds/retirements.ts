import type { Retirement } from '../../../plan/result/siteBuild.ts'
import { USD_PER_MUSD } from '../../../plan/units.ts'
import type { Fleet } from '../../layers/accelerators/accelerators.ts'
import {
  type EarlyAge,
  servicePeriods,
  unitAsset,
  unitNetworkUsd,
  unitPriceUsd,
} from '../../layers/accelerators/purchase.ts'
import { instalments } from '../../layers/allLayers/capital.ts'
import type { Reader } from '../reader.ts'

/** Below this many units a value is solver noise. */
const NOISE = 1e-6

/** Units delivered in a period that share the age at which they leave. */
export interface Vintage {
  readonly bought: number
  /** Undefined: they stay as long as the plan's age says. */
  readonly early: EarlyAge | undefined
  readonly units: number
}

/** What was delivered in each period, by the age at which it leaves. */
export function listVintages(reader: Reader, { bought, early }: Fleet): Vintage[] {
  return bought.flatMap((column, t) => {
    const added = reader.at(column) - (t > 0 ? reader.at(bought[t - 1]!) : 0)
    const exits = early
      .filter((exit) => exit.bought === t)
      .map((exit) => ({ bought: t, early: exit.age, units: reader.at(exit.column) }))
    const stays = exits.reduce((units, exit) => units - exit.units, added)
    return [{ bought: t, early: undefined, units: stays }, ...exits].filter(({ units }) => units > NOISE)
  })
}

/** Units that leave service within the horizon, and what is paid for them then. */
export function retirements(reader: Reader): Retirement[] {
  const { inputs, accelerators } = reader.formulation
  const { plan, periods } = inputs
  return accelerators.fleets
    .flatMap((fleet) => {
      const own = plan.accelerators[fleet.acceleratorIndex]!
      const prices = unitPriceUsd(inputs, fleet.acceleratorIndex)
      return listVintages(reader, fleet).flatMap(({ bought, early, units }): Retirement[] => {
        const leaves = periods[bought + servicePeriods(inputs, own, early)]
        if (!leaves) return []
        const period = periods[bought]!
        const asset = unitAsset(inputs, own, period, early)
        const sold = asset.sale ? instalments(inputs, asset, period).filter(({ share }) => share < 0) : []
        const usdEach = prices[bought]! + unitNetworkUsd(own)
        return [
          {
            siteId: plan.sites[fleet.siteIndex]!.id,
            acceleratorId: own.id,
            boughtPeriod: period.label,
            period: leaves.label,
            ageYears: early?.years ?? own.refreshYears ?? own.lifeYears,
            isEarly: early !== undefined,
            units,
            saleMusd: (sold.reduce((sum, { share }) => sum - share, 0) * units * usdEach) / USD_PER_MUSD,
          },
        ]
      })
    })
    .toSorted(
      (a, b) =>
        periods.findIndex((own) => own.label === a.period) -
        periods.findIndex((own) => own.label === b.period),
    )
}
