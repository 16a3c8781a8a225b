import { parseArgs } from 'node:util'
import { moneyView } from '../engine/results/moneyView.ts'
import { readCatalog } from '../main/readCatalog.ts'
import { writeJson } from './caseCommand.ts'
import { EXIT } from './exit.ts'
import { readPlanFile, readResultFile } from './planFile.ts'

const HELP = `tokenworks money PLAN RESULT [--out FILE]

Revenue, gross margin and levelised cost of a solved plan, as JSON: in all, by class, by place (sites, leases, APIs) and
by model. Levelised cost over all tokens, over output tokens and over tokens weighed by price. The prices of an
accelerator-hour and of a million tokens at which others would do the work of the own sites for the same money, and
what letting the own accelerators would bring. Prices: distribution.sellPrices of the plan.`

export async function money(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' }, out: { type: 'string' } },
    allowPositionals: true,
  })
  if (values.help) {
    console.log(HELP)
    return EXIT.done
  }
  const plan = await readPlanFile(positionals[0])
  const result = await readResultFile(positionals[1])
  writeJson(moneyView(plan, await readCatalog(), result), values.out)
  return EXIT.done
}
