import { expect, test } from 'vitest'
import { FleetCase } from '../../plan/cases/fleetCase.ts'
import { sizeFleet } from './fleet.ts'

/**
 * DeepSeek's own disclosure of 24 hours to 2025-02-28 (deepseek-ai/open-infra-index, day 6): 608 B input tokens, 342 B
 * of them cached, 168 B output tokens, on 226.75 nodes of 8 H800 on average; 73.7k input tokens/s (cache hits included)
 * and 14.8k output tokens/s a node; 2 USD per H800 hour: 87,072 USD a day, 562,027 USD at the prices of R1.
 */
const disclosed = {
  tokensPerDay: { input: 608e9, cachedInput: 342e9, output: 168e9 },
  nodeRates: { accelPerNode: 8, inputTokS: 73_700, cachedShare: 0.563, outputTokS: 14_800 },
  usdPerAccelH: 2,
  prices: { usdPerMInput: 0.55, usdPerMCachedInput: 0.14, usdPerMOutput: 2.19 },
}

const within1Percent = (found: number, published: number) =>
  expect(Math.abs(found / published - 1)).toBeLessThan(0.01)

test('the published fleet, cost and revenue of a large provider within 1 %', () => {
  const fleet = sizeFleet(FleetCase.parse(disclosed))
  within1Percent(fleet.meanNodes, 226.75)
  within1Percent(fleet.meanAccel, 1814)
  within1Percent(fleet.costUsdPerDay!, 87_072)
  within1Percent(fleet.revenueUsdPerDay!, 562_027)
  expect(fleet.marginOnCost!).toBeCloseTo(5.45, 1)
})

test('caps and peaks make whole nodes; a rate for cached input costs time', () => {
  const rates = { ...disclosed.nodeRates, cachedInputTokS: 480_000 }
  const sized = FleetCase.parse({ ...disclosed, nodeRates: rates, utilisationCap: 0.8, peakFactor: 1.2 })
  const fleet = sizeFleet(sized)
  expect(fleet.cachedAccel).toBeCloseTo(342e9 / 86_400 / 60_000, 6)
  expect(fleet.peakNodes).toBe(Math.ceil((fleet.meanNodes * 1.2) / 0.8))
})

test('more cached than input is a fault that names the field', () => {
  const wrong = FleetCase.parse({ ...disclosed, tokensPerDay: { input: 1, cachedInput: 2, output: 1 } })
  expect(() => sizeFleet(wrong)).toThrowError(/More input is cached/)
})
