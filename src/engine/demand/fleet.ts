import type { FleetCase } from '../../plan/cases/fleetCase.ts'
import { AppFault } from '../../plan/fault.ts'
import { HOURS_PER_DAY, SECONDS_PER_DAY } from '../../plan/units.ts'

/** Accelerators that a provider needs, and what a day costs and earns. */
export interface Fleet {
  /** Busy with each kind of work, mean of the day. */
  readonly prefillAccel: number
  readonly cachedAccel: number
  readonly decodeAccel: number
  readonly meanAccel: number
  readonly meanNodes: number
  /** At the busiest minute, with the utilisation cap kept. */
  readonly peakNodes: number
  readonly tokensPerAccelS: number
  readonly costUsdPerDay: number | null
  readonly revenueUsdPerDay: number | null
  /** Revenue over cost, less 1. */
  readonly marginOnCost: number | null
  readonly costUsdPerMTok: number | null
  readonly costUsdPerMOutputTok: number | null
}

/**
 * The two-rate model: an accelerator's time per token of each kind.
 *
 *   accel = uncached / alpha + cached / gamma + output / beta,   tokens per second over tokens per second and accelerator
 *   alpha = node input rate x (1 - cached share) / accelerators per node,   beta = node output rate / accelerators
 */
export function sizeFleet(input: FleetCase): Fleet {
  const { tokensPerDay, nodeRates, usdPerAccelH, prices } = input
  const { input: allInput, cachedInput, output } = tokensPerDay
  if (cachedInput > allInput)
    throw new AppFault('bad-input', 'More input is cached than there is', [
      { path: 'tokensPerDay.cachedInput', value: cachedInput, expected: `at most the input, ${allInput}` },
    ])
  if (nodeRates.cachedShare >= 1 && allInput > cachedInput)
    throw new AppFault('bad-input', 'A rate of cached input alone says nothing of the rest', [
      { path: 'nodeRates.cachedShare', value: nodeRates.cachedShare, expected: 'a share below 1' },
    ])
  const uncached = allInput - cachedInput
  const busy = (tokens: number, nodeTokS: number) =>
    (tokens / SECONDS_PER_DAY / nodeTokS) * nodeRates.accelPerNode
  const prefillAccel = uncached > 0 ? busy(uncached, nodeRates.inputTokS * (1 - nodeRates.cachedShare)) : 0
  const cachedAccel = nodeRates.cachedInputTokS ? busy(cachedInput, nodeRates.cachedInputTokS) : 0
  const decodeAccel = busy(output, nodeRates.outputTokS)
  const meanAccel = prefillAccel + cachedAccel + decodeAccel
  const cost = usdPerAccelH === undefined ? null : meanAccel * HOURS_PER_DAY * usdPerAccelH
  const revenue = prices
    ? (uncached * prices.usdPerMInput +
        cachedInput * prices.usdPerMCachedInput +
        output * prices.usdPerMOutput) /
      1e6
    : null
  const per = (tokens: number) => (cost === null || tokens <= 0 ? null : cost / (tokens / 1e6))
  return {
    prefillAccel,
    cachedAccel,
    decodeAccel,
    meanAccel,
    meanNodes: meanAccel / nodeRates.accelPerNode,
    peakNodes: Math.ceil(
      (meanAccel * input.peakFactor) / input.utilisationCap / nodeRates.accelPerNode - 1e-9,
    ),
    tokensPerAccelS: meanAccel > 0 ? (allInput + output) / SECONDS_PER_DAY / meanAccel : 0,
    costUsdPerDay: cost,
    revenueUsdPerDay: revenue,
    marginOnCost: cost !== null && revenue !== null && cost > 0 ? revenue / cost - 1 : null,
    costUsdPerMTok: per(allInput + output),
    costUsdPerMOutputTok: per(output),
  }
}
