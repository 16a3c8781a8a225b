import { moneyView } from '../../engine/results/money/moneyView.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { readSolvedPlan } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'

const HELP = `tokenworks money PLAN RESULT [--out FILE]

Revenue, gross margin and levelised cost of a solved plan, as JSON: in all, by class, by place (sites, leases, APIs) and
by model. Levelised cost over all tokens, over output tokens and over tokens weighed by price. The prices of an
accelerator-hour and of a million tokens at which others would do the work of the own sites for the same money, and
what letting the own accelerators would bring. Prices: distribution.sellPrices of the plan.`

export async function money(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, { out: { type: 'string' } })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const { plan, result } = await readSolvedPlan(positionals[0], positionals[1])
  writeJson(moneyView(plan, await readCatalog(), result), values.out)
  return EXIT.done
}
