import { gridWorth } from '../../engine/gridWorth.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { readLimits, readNumber } from '../arguments/options.ts'
import { readPlanFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'

const HELP = `tokenworks grid-worth PLAN [--site ID] [--quarters N] [--gap SHARE] [--time SECONDS] [--out FILE]

What it is worth to get a site's firm grid earlier: the plan is solved as it is and with the grid N quarters earlier.
  --site      id of the site (default: the first)
  --quarters  how much earlier (default 4, a year)
Answer (JSON): asPlanned and earlier (energised, objectiveMusd, paidMusd, gapShare, periods with contractedMw, peakMw,
onSiteUnits, onSiteMw), worthMusd. Power-only plans need no demand, models or accelerators: docs/worked-cases.md.`

export async function gridWorthCommand(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    site: { type: 'string' },
    quarters: { type: 'string' },
    gap: { type: 'string' },
    time: { type: 'string' },
    out: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const plan = await readPlanFile(positionals[0])
  const quarters = readNumber('--quarters', values.quarters, 0, 80) ?? 4
  const request = {
    plan,
    catalog: await readCatalog(),
    ...readLimits(values),
  }
  const siteId = values.site ?? plan.sites[0]?.id ?? ''
  writeJson(await gridWorth(request, siteId, Math.round(quarters)), values.out)
  return EXIT.done
}
