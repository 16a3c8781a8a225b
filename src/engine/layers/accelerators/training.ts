import { periodFrom, periodUntil } from '../../../plan/calendar.ts'
import { AppFault, type InputFault } from '../../../plan/fault.ts'
import type { Training } from '../../../plan/schema/supply.ts'
import { unitKw } from '../../../plan/unitPower.ts'
import { KW_PER_MW } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { supplyToDate } from './purchase.ts'

interface Block {
  readonly training: Training
  readonly siteIndex: number
  readonly acceleratorIndex: number
  readonly isOn: (period: number) => boolean
}

/** Blocks of training at a site on an accelerator. */
function listBlocks({ plan }: Inputs): Block[] {
  return plan.training.map((training) => ({
    training,
    siteIndex: plan.sites.findIndex((site) => site.id === training.siteId),
    acceleratorIndex: plan.accelerators.findIndex((own) => own.id === training.acceleratorId),
    isOn: (period) =>
      period >= periodFrom(plan, training.from) &&
      (training.until === undefined || period <= periodUntil(plan, training.until)),
  }))
}

/** Units kept for training, and how many of them their work fills: the same units where it draws full power. */
export function trainingUnits(
  inputs: Inputs,
  siteIndex: number,
  acceleratorIndex: number,
  period: number,
): { readonly kept: number; readonly full: number } {
  const own = listBlocks(inputs).filter(
    (block) =>
      block.siteIndex === siteIndex && block.acceleratorIndex === acceleratorIndex && block.isOn(period),
  )
  return {
    kept: own.reduce((sum, { training }) => sum + training.units, 0),
    full: own.reduce((sum, { training }) => sum + training.units * training.loadShare, 0),
  }
}

/** IT MW of nameplate that training keeps at a site. */
export function trainingItMw(inputs: Inputs, siteIndex: number, period: number): number {
  return inputs.plan.accelerators.reduce(
    (sum, own, g) => sum + (trainingUnits(inputs, siteIndex, g, period).kept * unitKw(own)) / KW_PER_MW,
    0,
  )
}

/** Training that no delivery can reach by its period makes every plan infeasible: it is named before the solve. */
export function checkTraining(inputs: Inputs): void {
  const faults = inputs.plan.training.flatMap((training, index): InputFault[] => {
    const block = listBlocks(inputs)[index]!
    const refusal = inputs.fleet.refusals[block.siteIndex]![block.acceleratorIndex]!
    if (refusal !== null) {
      const expected = `an accelerator that may stand at ${training.siteId} (refused: ${refusal})`
      return [{ path: `training[${index}].acceleratorId`, value: training.acceleratorId, expected }]
    }
    const short = inputs.periods.find((period) => {
      const kept = inputs.plan.sites.reduce(
        (sum, _, s) => sum + trainingUnits(inputs, s, block.acceleratorIndex, period.index).kept,
        0,
      )
      return (
        block.isOn(period.index) && kept > supplyToDate(inputs, block.acceleratorIndex, period.index) + 1e-9
      )
    })
    if (!short) return []
    const most = supplyToDate(inputs, block.acceleratorIndex, short.index)
    const expected = `at most ${most} units, what can be delivered by ${short.label}; start it later, or change supply or lead time`
    return [{ path: `training[${index}].units`, value: training.units, expected }]
  })
  if (faults.length > 0) throw new AppFault('bad-input', 'Training has no accelerators', faults)
}
