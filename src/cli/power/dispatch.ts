import { compareDays } from '../../engine/dispatch/compareDays.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { readSolvedPlan } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'

const HELP = `tokenworks dispatch PLAN RESULT [--site ID] [--period 2028Q1] [--out FILE]

Hours of the representative days of a site, with everything that the result has built and nothing more: the days of the
site's imported profiles (tokenworks profiles), else a mean weekday and weekend of synthetic ones.
Answer (JSON, hours in UTC): days (name, weightDays, loadMw, dispatch with drawn, generated, taken, charged, discharged,
unserved, usd), isImported, and what the period costs in spot energy with carbon, fuel and penalty: daysMusd as dispatched,
blocksMusd as the plan's blocks of hours have it, differenceShare between them.`

export async function dispatch(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    site: { type: 'string' },
    period: { type: 'string' },
    out: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const { plan, result } = await readSolvedPlan(positionals[0], positionals[1])
  const siteId = values.site ?? plan.sites[0]?.id ?? ''
  const period = values.period ?? result.periods.at(-1)!
  const answer = await compareDays({ plan, catalog: await readCatalog(), result, siteId, period })
  writeJson({ siteId, period, ...answer }, values.out)
  return EXIT.done
}
