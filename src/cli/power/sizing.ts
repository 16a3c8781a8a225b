import { parseArgs } from 'node:util'
import { planTrains } from '../../engine/facility/planTrains.ts'
import { siteTrain } from '../../engine/facility/siteTrain.ts'
import { sizeUnits } from '../../engine/facility/sizeUnits.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { SizingCase } from '../../plan/cases/sizingCase.ts'
import { runCase, writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { readPlanAndResult } from '../arguments/planFile.ts'

const HELP = `tokenworks sizing CASE [--out FILE]
tokenworks sizing --plan PLAN --result RESULT [--out FILE]

Whole units under redundancy schemes, and the electrical and cooling train of a site: units, prices, lead times and
order-by dates for each step of its rooms.
  N        as many as the load needs             2N       two full sets       2(N+1)  two sets with a spare each
  N+1..9   so many spare, once in each block     4N3R     four share the load of three, in fours (any xNyR, x > y)
  block    one catcher for every five
CASE is JSON (resources/schema/sizing.schema.json, docs/worked-cases.md), with either part or both:
  { "units": [{ "name": "UPS", "load": 10, "unitSize": 1.875, "scheme": "N+1", "blocks": 1,
                "leadWeeks": 36, "neededFrom": "2028Q3" }],
    "site": { "catalogRegionId": "us-nova", "coolingTechnologyId": "dlc85_w45_drycooler", "planStart": "2027Q1",
              "redundancy": { "ups": "4N3R", "generatorShare": 0.5, "blockMw": 10 },
              "designDryBulbC": 35.6, "designWetBulbC": 25.1,
              "steps": [{ "period": "2029Q1", "itMw": 20 }] } }
blockLoad in place of blocks gives the load of one block. Answer: units (blocks, needed, installed, spare, orderBy) and
train (one line a kind and step).
With a plan and its result: the trains of every site for the rooms that were planned, and how likely their generators
carry an outage of 1, 8, 24 and 72 hours.`

export async function sizing(args: readonly string[]): Promise<number> {
  return args.some((arg) => arg.startsWith('--plan')) ? sizePlan(args) : sizeCase(args)
}

async function sizePlan(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { plan: { type: 'string' }, result: { type: 'string' }, out: { type: 'string' } },
  })
  const { plan, result } = await readPlanAndResult(values.plan, values.result)
  writeJson({ trains: planTrains(plan, await readCatalog(), result) }, values.out)
  return EXIT.done
}

function sizeCase(args: readonly string[]): Promise<number> {
  return runCase(args, {
    help: HELP,
    schema: SizingCase,
    answer: async ({ units, site }) => ({
      units: sizeUnits(units),
      train: site
        ? siteTrain(
            {
              catalogRegionId: site.catalogRegionId,
              facility: site,
              design: { dryBulbC: site.designDryBulbC, wetBulbC: site.designWetBulbC },
            },
            await readCatalog(),
            site.planStart,
            site.steps,
          )
        : [],
    }),
  })
}
