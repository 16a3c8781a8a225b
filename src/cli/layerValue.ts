import { solvePlan } from '../engine/solvePlan.ts'
import { hashPlan } from '../main/hashPlan.ts'
import { readCatalog } from '../main/readCatalog.ts'
import type { PlanResult } from '../plan/result/result.ts'
import type { Plan } from '../plan/schema/plan.ts'
import { writeJson } from './caseCommand.ts'
import { EXIT } from './exit.ts'
import { readLimits } from './options.ts'
import { readPlanFile } from './planFile.ts'
import { readArguments } from './readArguments.ts'

const HELP = `tokenworks demand layer-value PLAN [--gap SHARE] [--time SECONDS] [--out FILE]

What scheduling (layer 6) is worth: the plan is solved as it is, without routing (every task goes to a model of the
higher floor, no services of two models) and without waiting (no work is put off). Answer (JSON), for each: status, gapShare,
netPresentCostMusd, levelisedUsdPerMTok, unservedShare, usedItMwEnd (accelerators of sites in the last quarter) and
leasedAccelEnd; null where no plan was found. Each solve may take the whole time limit.`

/** The plan without a part of layer 6. */
const WITHOUT: Readonly<Record<string, (routing: Plan['routing']) => Plan['routing']>> = {
  asItIs: (routing) => routing,
  withoutRouting: (routing) => ({ ...routing, smallModelsForSimpleTasks: false, services: [] }),
  withoutWaiting: (routing) => ({ ...routing, deferrableHours: { standard: 0, batch: 0 } }),
}

export async function layerValue(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    gap: { type: 'string' },
    time: { type: 'string' },
    out: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const plan = await readPlanFile(positionals[0])
  const catalog = await readCatalog()
  const limits = readLimits(values)
  const found: Record<string, ReturnType<typeof describe> | null> = {}
  for (const [name, change] of Object.entries(WITHOUT)) {
    const own = { ...plan, routing: change(plan.routing) }
    const answer = await solvePlan({
      plan: own,
      catalog,
      inputsHash: hashPlan(own),
      ...limits,
    })
    found[name] = answer.kind === 'plan' ? describe(answer.result) : null
  }
  writeJson(found, values.out)
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
