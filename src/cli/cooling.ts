import { type CoolingOption, coolingOptions } from '../engine/facility/coolingOptions.ts'
import { solvePlan } from '../engine/solvePlan.ts'
import { readCatalog } from '../main/readCatalog.ts'
import type { Catalog } from '../plan/catalog/catalog.ts'
import type { Plan } from '../plan/schema/plan.ts'
import { notes } from '../report/words/en/notes.ts'
import { writeJson } from './caseCommand.ts'
import { EXIT } from './exit.ts'
import { readPlanFile } from './planFile.ts'
import { readArguments } from './readArguments.ts'

const HELP = `tokenworks cooling PLAN [--site ID] [--solve] [--out FILE]

Cooling technologies at a site, cheapest first: PUE and WUE in its weather, what a kW of IT costs a year in energy, water
and capital, which accelerators each cannot carry (rack power, kind of cooling) and whether the water permit falls short.
  --site   id of the site (default: the first)
  --solve  solves the plan with each technology that refuses nothing, its capex in place of the one chosen, and adds
           objectiveMusd and gapShare; plans with accelerators take a solve each
Answer (JSON): siteId, options.`

export async function cooling(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    site: { type: 'string' },
    solve: { type: 'boolean' },
    out: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const plan = await readPlanFile(positionals[0])
  const catalog = await readCatalog()
  const siteId = values.site ?? plan.sites[0]?.id ?? ''
  const options = coolingOptions(plan, catalog, siteId)
  const chosen = options.find((own) => own.isChosen)
  const answered = []
  for (const own of options) {
    const isOpen = own.refused.length === 0 && !own.isOverWater
    const solved = values.solve && isOpen ? await solveWith(plan, catalog, siteId, own, chosen) : {}
    const refused = own.refused.map(({ acceleratorId, detail, values }) => ({
      ...{ acceleratorId, why: notes.obstacle({ reason: detail, values: [...values] }) },
    }))
    answered.push({ ...own, refused, ...solved })
  }
  writeJson({ siteId, options: answered }, values.out)
  return EXIT.done
}

/** The plan with another technology at one site; rooms cost as much more as its machines do. */
async function solveWith(
  plan: Plan,
  catalog: Catalog,
  siteId: string,
  option: CoolingOption,
  chosen: CoolingOption | undefined,
) {
  const extraMusdPerMw = (option.capexUsdPerKwIt - (chosen?.capexUsdPerKwIt ?? option.capexUsdPerKwIt)) / 1000
  const sites = plan.sites.map((site) => {
    if (site.id !== siteId) return site
    const capexMusdPerMw = Math.max(0, site.facility.capexMusdPerMw + extraMusdPerMw)
    return {
      ...site,
      facility: { ...site.facility, coolingTechnologyId: option.technologyId, capexMusdPerMw },
    }
  })
  const answer = await solvePlan({ plan: { ...plan, sites }, catalog, inputsHash: '' })
  if (answer.kind !== 'plan') return { objectiveMusd: null, gapShare: null }
  const { objectiveMusd, gapShare } = answer.result.solver
  return { objectiveMusd, gapShare }
}
