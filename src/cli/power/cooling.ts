import { coolingBlocks } from '../../engine/facility/coolingBlocks.ts'
import { type CoolingOption, coolingOptions } from '../../engine/facility/coolingOptions.ts'
import { withCooling } from '../../engine/facility/withCooling.ts'
import { solvePlan } from '../../engine/solvePlan.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { notes } from '../../report/words/en/notes.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { readPlanFile, readResultFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'

const HELP = `tokenworks cooling PLAN [--site ID] [--solve | --choose] [--result RESULT] [--out FILE]

Cooling technologies at a site, cheapest first: PUE and WUE in its weather, what a kW of IT costs a year in energy, water
and capital, which accelerators each cannot carry (rack power, kind of cooling) and whether the water permit falls short;
and the cheapest choice for each block of the site within the water permit, with the reason.
  --site    id of the site (default: the first)
  --result  fills the blocks with what the result has there at the end, the densest racks first
  --solve   solves the plan with each technology that refuses nothing, its capex in place of the one chosen, and adds
            objectiveMusd and gapShare; plans with accelerators take a solve each
  --choose  solves likewise and writes the plan with the technology that costs least
Answer (JSON): siteId, options, blocks (chosen: blocks, itMwEach, accelerators, technologyId, usdPerYear, waterM3PerYear,
why, cheapestId; waterM3PerYear, waterLimitM3PerYear, meanPue, usdPerYear); with --choose the plan.`

export async function cooling(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    site: { type: 'string' },
    solve: { type: 'boolean' },
    choose: { type: 'boolean' },
    result: { type: 'string' },
    out: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const plan = await readPlanFile(positionals[0])
  const catalog = await readCatalog()
  const siteId = values.site ?? plan.sites[0]?.id ?? ''
  const options = coolingOptions(plan, catalog, siteId)
  const answered = []
  for (const own of options) {
    const isAsked = (values.solve || values.choose) && own.refused.length === 0 && !own.isOverWater
    const solved = isAsked ? await solveWith(plan, catalog, siteId, own, options) : {}
    const refused = own.refused.map(({ acceleratorId, detail, values }) => ({
      ...{ acceleratorId, why: notes.obstacle({ reason: detail, values: [...values] }) },
    }))
    answered.push({ ...own, refused, ...solved })
  }
  if (values.choose) {
    writeJson(cheapestPlan(plan, siteId, options, answered), values.out)
    return EXIT.done
  }
  const result = values.result === undefined ? undefined : await readResultFile(values.result)
  const { siteId: _site, ...blocks } = await coolingBlocks(plan, catalog, siteId, result)
  writeJson({ siteId, options: answered, blocks }, values.out)
  return EXIT.done
}

interface Solved {
  readonly technologyId: string
  readonly objectiveMusd?: number | null
}

/** The plan with the technology whose solve costs least; a fault where none of them solves. */
function cheapestPlan(
  plan: Plan,
  siteId: string,
  options: readonly CoolingOption[],
  answered: readonly Solved[],
): Plan {
  const solved = answered.flatMap(({ technologyId, objectiveMusd }) =>
    typeof objectiveMusd === 'number' ? [{ technologyId, objectiveMusd }] : [],
  )
  if (solved.length === 0)
    throw new AppFault('bad-input', 'No cooling technology serves the site', [
      {
        path: `sites[${siteId}].facility.coolingTechnologyId`,
        value: options.map((own) => own.technologyId),
        expected:
          'one that carries every accelerator within the water permit; the plan must have a solution with it',
      },
    ])
  const best = solved.reduce((a, b) => (b.objectiveMusd < a.objectiveMusd ? b : a))
  const option = options.find((own) => own.technologyId === best.technologyId)!
  return withCooling(plan, siteId, option, options)
}

async function solveWith(
  plan: Plan,
  catalog: Catalog,
  siteId: string,
  option: CoolingOption,
  options: readonly CoolingOption[],
) {
  const answer = await solvePlan({
    plan: withCooling(plan, siteId, option, options),
    catalog,
    inputsHash: '',
  })
  if (answer.kind !== 'plan') return { objectiveMusd: null, gapShare: null }
  const { objectiveMusd, gapShare } = answer.result.solver
  return { objectiveMusd, gapShare }
}
