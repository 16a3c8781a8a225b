import type { Inputs } from '../../derive/inputs.ts'
import type { Column, Problem, Row } from '../../problem/problem.ts'
import type { Accelerators } from '../accelerators/accelerators.ts'
import type { Charge } from '../allLayers/charge.ts'
import type { Serving } from '../models/serving.ts'
import {
  type Account,
  carbonAccount,
  chargeWater,
  declareCleanShare,
  declareYearlyLimit,
  waterAccount,
} from './balance/accounts.ts'
import { declareAdequacy } from './balance/adequacy.ts'
import { type Balance, declareBalance } from './balance/balance.ts'
import { declareCritical } from './balance/critical.ts'
import { itLoad } from './balance/load.ts'
import { declareStress, type Stress } from './balance/stress.ts'
import { declareUnserved, type UnservedEnergy } from './balance/unserved.ts'
import { type PowerSite, powerSlicesOf } from './context.ts'
import { declareContract, declareLockedShare } from './grid/contracts.ts'
import { declareDemandCharge, type Metering } from './grid/demandCharge.ts'
import { declareGridService, type GridService } from './grid/gridService.ts'
import type { BehindMeter } from './plant/behindMeter.ts'
import { declareLargestUnitOut } from './plant/largestUnit.ts'
import { declarePlant } from './plant/plant.ts'
import { declareRideThrough } from './plant/rideThrough.ts'
import { declareRunLimits } from './plant/runLimits.ts'
import { declareStorage } from './plant/storage.ts'

/** Handles of one site's power. */
export interface Supply extends BehindMeter {
  readonly siteIndex: number
  readonly service: GridService
  readonly metering: Metering
  readonly balance: Balance
  readonly stress: Stress
  readonly unserved: UnservedEnergy
  /** [period] facility MW at the busiest minute under design conditions. */
  readonly critical: readonly Column[]
  /** [period] firm capacity against it. */
  readonly adequacyRows: readonly Row[]
  /** Every line of the power bill. */
  readonly charges: readonly Charge[]
  /** Cooling's water: a line of the facility. */
  readonly waterCharges: readonly Charge[]
  readonly carbonT: Account
  readonly waterM3: Account
}

export interface Power {
  readonly supplies: readonly Supply[]
}

/**
 * Layer 1, power: each rule stands in a file of its own beside this one.
 *
 *   grid service    MW held, firm and curtailable
 *   plant, storage  on the site, in whole units; run limits
 *   contracts       locked energy; locked share
 *   critical        the peak that must be carried
 *   demand charge   metered, billed: minimum take and ratchet
 *   balance         energy by slice
 *   ride-through    storage kept for the moment when the grid goes
 *   adequacy        firm capacity against the peak; largest unit out; hours of stress
 *   accounts        carbon, water, carbon-free energy in the same hours
 *   unserved        what the fixed load does not get
 */
export function declarePower(
  problem: Problem,
  inputs: Inputs,
  accelerators: Accelerators,
  serving: Serving,
): Power {
  const supplies = inputs.plan.sites.map((site, siteIndex) => {
    const power: PowerSite = {
      ...{ problem, inputs, siteIndex, site, energy: inputs.energy[siteIndex]! },
      slices: powerSlicesOf(inputs, siteIndex),
    }
    return declareSupply(power, accelerators, serving)
  })
  const { carbonTonnesPerYear, waterM3PerYear } = inputs.plan.budget
  declareYearlyLimit(problem, inputs, {
    ...{ name: 'budget.carbon', unit: 'kt', perYear: carbonTonnesPerYear },
    accounts: supplies.map(({ carbonT }) => carbonT),
  })
  declareYearlyLimit(problem, inputs, {
    ...{ name: 'budget.water', unit: '1000 m3', perYear: waterM3PerYear },
    accounts: supplies.map(({ waterM3 }) => waterM3),
  })
  return { supplies }
}

function declareSupply(power: PowerSite, accelerators: Accelerators, serving: Serving): Supply {
  const { problem, inputs, site, siteIndex, energy } = power
  const load = itLoad(inputs, accelerators, serving, siteIndex)
  const service = declareGridService(power)
  const own: BehindMeter = {
    plants: energy.sources.map((source) => declarePlant(power, source)),
    storages: energy.storages.map((storage) => declareStorage(power, storage)),
    contracts: energy.contracts.map((contract) => declareContract(power, contract)),
  }
  const unserved = declareUnserved(power)
  const critical = declareCritical(power, load, unserved)
  const metering = declareDemandCharge(power, critical, service, own)
  const balance = declareBalance(power, load, metering, own, unserved)
  declareLockedShare(power, own.contracts, balance.drawn)
  const carbonT = carbonAccount(power, own, balance.drawn)
  declareYearlyLimit(problem, inputs, {
    ...{ name: `carbon.${site.id}`, unit: 'kt', perYear: site.power.carbonLimitTonnesPerYear },
    accounts: [carbonT],
  })
  declareCleanShare(power, own, load, unserved)
  const adequacyRows = declareAdequacy(power, critical, service, own)
  declareLargestUnitOut(power, critical, service, own)
  declareRideThrough(power, critical, own.storages)
  const stress = declareStress(power, critical, service, own)
  own.plants.forEach((plant, k) => {
    declareRunLimits(power, plant, (t) => {
      const column = stress.ran[k]?.[t]
      return column === undefined ? [] : [[stress.hoursPerPeriod, column]]
    })
  })
  const waterM3 = waterAccount(power, own, balance.drawn)
  declareYearlyLimit(problem, inputs, {
    ...{ name: `water.${site.id}`, unit: '1000 m3', perYear: site.facility.waterLimitM3PerYear },
    accounts: [waterM3],
  })
  const charges = [
    ...service.charges,
    metering.charge,
    balance.charge,
    ...[...own.plants, ...own.storages, ...own.contracts].flatMap((part) => part.charges),
    ...stress.charges,
    ...unserved.charges,
  ]
  return {
    siteIndex,
    service,
    ...own,
    metering,
    balance,
    stress,
    unserved,
    critical,
    adequacyRows,
    charges,
    waterCharges: chargeWater(power, waterM3),
    carbonT,
    waterM3,
  }
}
