import { yearBill } from '../engine/tariff/yearBill.ts'
import { TariffCase } from '../plan/cases/tariffCase.ts'
import { runCase } from './caseCommand.ts'

const HELP = `tokenworks tariff CASE [--out FILE]

Bills of a year, month by month: the highest of metered peak, minimum take and ratchet, and what set it.
CASE is JSON (resources/schema/tariff.schema.json):
  { "contractedMw": 100, "demandChargeUsdPerKwMonth": 8, "energyUsdPerMwh": 60,
    "minimumTakeShare": 0.85, "ratchetShare": 0.8, "ratchetMonths": 11, "ratchetOnlyMonths": [6, 7, 8, 9],
    "startMonth": 1, "earlierPeaksMw": [70, 75], "months": [{ "peakMw": 80, "energyMwh": 48000 }] }
Answer: months (meteredMw, minimumTakeMw, ratchetMw, billedMw, setBy, demandUsd, energyUsd) and their sums in USD.`

export function tariff(args: readonly string[]): Promise<number> {
  return runCase(args, { help: HELP, schema: TariffCase, answer: yearBill })
}
