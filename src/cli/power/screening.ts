import { screeningCurve } from '../../engine/tariff/screeningCurve.ts'
import { ScreeningCase } from '../../plan/cases/screeningCase.ts'
import { runCase } from '../arguments/caseCommand.ts'

const HELP = `tokenworks screening CASE [--out FILE]

Screening curve: which plant is cheapest at how many hours a year, and how much of each a load takes.
CASE is JSON (resources/schema/screening.schema.json, docs/worked-cases.md):
  { "discountRatePerYear": 0.08,
    "technologies": [{ "name": "base", "capexUsdPerKw": 4000, "lifeYears": 40, "fixedUsdPerKwYear": 50,
                       "variableUsdPerMwh": 10 }],
    "durationCurve": [{ "mw": 100, "hours": 8760 }] }
loadMw (a list, one value an hour) in place of durationCurve; annualUsdPerKw in place of capex, life and fixed cost.
Answer: plants (annualUsdPerKw, cheapestFromH, cheapestToH, mw, energyMwh, usdPerYear), breakEvens, totalUsdPerYear.`

export function screening(args: readonly string[]): Promise<number> {
  return runCase(args, { help: HELP, schema: ScreeningCase, answer: screeningCurve })
}
