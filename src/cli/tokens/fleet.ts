import { sizeFleet } from '../../engine/demand/fleet.ts'
import { FleetCase } from '../../plan/cases/fleetCase.ts'
import { runCase } from '../arguments/caseCommand.ts'

const HELP = `tokenworks fleet CASE [--out FILE]

The fleet behind a provider's token volumes, from measured rates of a node (two-rate model), with what a day costs
and earns. CASE is JSON (resources/schema/fleet.schema.json):
  { "tokensPerDay": { "input": 608e9, "cachedInput": 342e9, "output": 168e9 },
    "nodeRates": { "accelPerNode": 8, "inputTokS": 73700, "cachedShare": 0.563, "outputTokS": 14800 },
    "utilisationCap": 1, "peakFactor": 1, "usdPerAccelH": 2,
    "prices": { "usdPerMInput": 0.55, "usdPerMCachedInput": 0.14, "usdPerMOutput": 2.19 } }
inputTokS counts all input of a node that only reads, of which cachedShare is found in the cache.
Answer: prefillAccel, cachedAccel, decodeAccel, meanAccel, meanNodes, peakNodes, tokensPerAccelS, costUsdPerDay,
revenueUsdPerDay, marginOnCost, costUsdPerMTok, costUsdPerMOutputTok.`

export function fleet(args: readonly string[]): Promise<number> {
  return runCase(args, { help: HELP, schema: FleetCase, answer: sizeFleet })
}
