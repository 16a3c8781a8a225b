import { impliedRatio } from '../../engine/demand/impliedRatio.ts'
import { LAYER_VARIANTS, type LayerVariant, variantEdits } from '../../engine/demand/layerVariants.ts'
import { withoutLimits } from '../../engine/demand/withoutLimits.ts'
import { deriveInputs } from '../../engine/derive/deriveInputs.ts'
import { solvePlan } from '../../engine/solvePlan.ts'
import { hashPlan } from '../../main/hashPlan.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { editedPlan } from '../../plan/planPath.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { readLimits } from '../arguments/options.ts'
import { readPlanFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'

const HELP = `tokenworks demand layer-value PLAN [--unlimited] [--gap SHARE] [--time SECONDS] [--out FILE]

What scheduling and pooling (layers 6 and 5) are worth: the plan is solved as it is, without routing (every task goes to
a model of the higher floor, no services of two models), without waiting (no work is put off) and without pooling (each
region keeps to its nearest site). Answer (JSON), for each: status, gapShare, netPresentCostMusd, levelisedUsdPerMTok,
unservedShare, usedItMwEnd (accelerators of sites in the last period) and leasedAccelEnd; null where no plan was found.
megawatts: usedItMwEnd without each over usedItMwEnd as it is. implied: the share of the tokens that a smaller model
serves with routing, and the ratio of megawatts that the models' speeds imply. Each solve may take the whole time limit.
  --unlimited  the last period alone, with room, grid and supply as much as asked for and nothing leased or bought:
               where limits bind they hide what routing and pooling save`

export async function layerValue(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    unlimited: { type: 'boolean' },
    gap: { type: 'string' },
    time: { type: 'string' },
    out: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const read = await readPlanFile(positionals[0])
  const plan = values.unlimited === true ? withoutLimits(read) : read
  const catalog = await readCatalog()
  const limits = readLimits(values)
  const planOf = (variant: LayerVariant) => editedPlan(plan, variantEdits(plan, variant))
  const found = new Map<LayerVariant, ReturnType<typeof describe> | null>()
  for (const variant of LAYER_VARIANTS) {
    const own = planOf(variant)
    const answer = await solvePlan({ plan: own, catalog, inputsHash: hashPlan(own), ...limits })
    found.set(variant, answer.kind === 'plan' ? describe(answer.result) : null)
  }
  const inputsOf = (variant: LayerVariant) => deriveInputs(planOf(variant), catalog)
  const speeds = impliedRatio(inputsOf('asItIs'), inputsOf('withoutRouting'))
  const implied = speeds && { smallShare: speeds.smallShare, ratio: speeds.ratio }
  const now = found.get('asItIs')?.usedItMwEnd ?? 0
  const megawatts = LAYER_VARIANTS.slice(1).map((variant) => {
    const without = found.get(variant)?.usedItMwEnd
    return [variant, without === undefined || now <= 0 ? null : without / now] as const
  })
  writeJson({ ...Object.fromEntries(found), megawatts: Object.fromEntries(megawatts), implied }, values.out)
  return EXIT.done
}

function describe({ solver, summary, leases, periods }: PlanResult) {
  const atEnd = leases.filter((lease) => lease.period === periods.at(-1))
  return {
    status: solver.status,
    gapShare: solver.gapShare,
    netPresentCostMusd: summary.netPresentCostMusd,
    levelisedUsdPerMTok: summary.levelisedUsdPerMTok,
    unservedShare: summary.unservedShare,
    usedItMwEnd: summary.usedItMwEnd,
    leasedAccelEnd: atEnd.reduce((sum, lease) => sum + lease.accel, 0),
  }
}
