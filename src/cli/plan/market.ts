import { marketView } from '../../engine/derive/distribution/marketView.ts'
import { listPeriods } from '../../engine/derive/periods.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { readPlanFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'

const HELP = `tokenworks market PLAN [--out FILE]

Every price of both sides of the market by period, as JSON, and how it comes about: leases and tokens bought; tokens
and accelerator-hours sold. \`saidUsd\` is the price that holds, said for the day \`from\` (null: for the start of the
horizon); \`usd\` what it has become by its own change a year and by the moves of \`distribution.market\` that hold.
Prices of tokens are those of the mix that the plan's demand has, USD per million.`

export async function market(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, { out: { type: 'string' } })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const plan = await readPlanFile(positionals[0])
  const periods = listPeriods(plan).map((period) => period.label)
  const rows = marketView(plan, await readCatalog()).map(({ prices, ...row }) => ({
    ...row,
    byPeriod: prices.flatMap((price, t) =>
      price === null
        ? []
        : [
            {
              ...{ period: periods[t], usd: price.usd, saidUsd: price.saidUsd, from: price.making.from },
              moves: price.making.moves.map(({ move, factor }) => ({ id: move.id, factor })),
            },
          ],
    ),
  }))
  writeJson({ applies: plan.distribution.market.applies, prices: rows }, values.out)
  return EXIT.done
}
