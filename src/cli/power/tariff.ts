import { yearBill } from '../../engine/tariff/yearBill.ts'
import { TariffCase } from '../../plan/cases/tariffCase.ts'
import { runCase } from '../arguments/caseCommand.ts'

const HELP = `tokenworks tariff CASE [--out FILE]

Bills of a year, month by month: the highest of metered peak, minimum take and ratchet, and what set it.
CASE is JSON (resources/schema/tariff.schema.json, docs/worked-cases.md):
  { "contractedMw": 100, "demandChargeUsdPerKwMonth": 8, "energyUsdPerMwh": 60, "fixedUsdPerMonth": 0,
    "minimumTakeShare": 0.85, "ratchetShare": 0.8, "ratchetMonths": 11, "ratchetOnlyMonths": [6, 7, 8, 9],
    "ratchetBasis": "metered", "yearRepeats": false, "startMonth": 1, "earlierPeaksMw": [70, 75],
    "months": [{ "peakMw": 80, "energyMwh": 48000 }] }
  ratchetMonths      months before the billed one that the ratchet looks at (11)
  ratchetOnlyMonths  of these, the months of the year that count; empty: all
  ratchetBasis       metered: it looks at the meter; billed: at what was billed, minimum take and ratchet included
  yearRepeats        the months before the first bill are the last of the same year
  earlierPeaksMw     or their peaks, the latest last
A month may have contractedMw, demandChargeUsdPerKwMonth and energyUsdPerMwh of its own. In place of months: hourlyMw,
and with it hourlyUsdPerMwh, 8,760 values from 1 January.
demandWindows charges the highest MW of hours of the day beside it:
  [{ "name": "peak", "usdPerKwMonth": 12, "hours": [17, 18, 19, 20], "months": [6, 7, 8, 9], "weekdaysOnly": true }]
with hourlyMw (firstWeekday: 1 where 1 January is a Monday), or with windowPeaksMw ({ "peak": 70 }) in each month.
Answer: months (meteredMw, minimumTakeMw, ratchetMw, billedMw, setBy, demandUsd, windows, energyUsd, fixedUsd, totalUsd) and sums.`

export function tariff(args: readonly string[]): Promise<number> {
  return runCase(args, { help: HELP, schema: TariffCase, answer: yearBill })
}
