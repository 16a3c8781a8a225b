import { create } from 'zustand'
import { attribute, keyOf, mixturesFor, type Worth } from '../../../engine/compare/attribution.ts'
import { differingGroups, mixPlans } from '../../../engine/compare/inputGroups.ts'
import { statusQuo } from '../../../engine/compare/statusQuo.ts'
import type { SolveAnswer } from '../../../engine/solvePlan.ts'
import type { BridgeTo } from '../../../engine/trace/decisions/asked.ts'
import { AppFault } from '../../../plan/fault.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { runSolve } from '../../worker/runSolve.ts'
import { guarded, useSession } from '../plan/session.ts'

/** A plan with its result, as compared. */
interface Side {
  readonly plan: Plan
  readonly result: PlanResult
}

interface Comparing {
  /** What stands today and can be leased, by the hash of the result that it is set against. */
  readonly statusQuo: Readonly<Record<string, PlanResult>>
  /** Bridges by {@link bridgeKey}. */
  readonly bridges: Readonly<Record<string, BridgeTo>>
  /** What is being solved, by key, and how many of how many; null: nothing. */
  readonly running: { readonly key: string; readonly done: number; readonly of: number } | null
  readonly cancel: () => void
}

export const useComparing = create<Comparing>(() => ({
  statusQuo: {},
  bridges: {},
  running: null,
  cancel: () => undefined,
}))

export function bridgeKey(a: Side, b: Side): string {
  return `${a.result.inputsHash} ${b.result.inputsHash}`
}

/** Solves the plan with nothing built. */
export function solveStatusQuo({ plan, result }: Side): Promise<void> {
  return run(result.inputsHash, [statusQuo(plan)], ([own]) =>
    useComparing.setState((state) => ({
      statusQuo: { ...state.statusQuo, [result.inputsHash]: own! },
    })),
  )
}

/** Solves every mixture of the two plans' inputs that the bridge between them needs. */
export function solveBridge(a: Side, b: Side): Promise<void> {
  const groups = differingGroups(a.plan, b.plan)
  const mixtures = mixturesFor(groups)
  const plans = mixtures.map((mixture) => mixPlans(a.plan, b.plan, mixture))
  return run(bridgeKey(a, b), plans, (results) => {
    const worths = new Map<string, Worth>(
      mixtures.map((mixture, index) => [keyOf(mixture), toWorth(results[index]!)]),
    )
    worths.set('', toWorth(a.result)).set(keyOf(groups), toWorth(b.result))
    const parts = attribute(groups, (key) => worths.get(key)!)
    const bridge: BridgeTo = { plan: b.plan, result: b.result, groups, worths, parts }
    useComparing.setState((state) => ({ bridges: { ...state.bridges, [bridgeKey(a, b)]: bridge } }))
  })
}

export function toWorth({ costs, summary }: PlanResult): Worth {
  return {
    costMusd: costs.reduce((sum, line) => sum + line.presentMusd, 0),
    levelisedUsdPerMTok: summary.levelisedUsdPerMTok,
  }
}

/** Solves plans one after another, off the screen's thread, until done or cancelled. */
async function run(
  key: string,
  plans: readonly Plan[],
  use: (results: readonly PlanResult[]) => void,
): Promise<void> {
  if (useComparing.getState().running) return
  const { catalogFiles } = useSession.getState()
  let isCancelled = false
  await guarded(async () => {
    const results: PlanResult[] = []
    for (const [done, plan] of plans.entries()) {
      const solve = runSolve({ plan, inputsHash: '', catalogFiles }, () => undefined)
      const cancel = (): void => {
        isCancelled = true
        solve.cancel()
      }
      useComparing.setState({ running: { key, done, of: plans.length }, cancel })
      const answer = await solve.answer
      if (isCancelled) return
      results.push(resultOf(answer, plan))
    }
    use(results)
  })
  useComparing.setState({ running: null, cancel: () => undefined })
}

function resultOf(answer: SolveAnswer | 'stopped', plan: Plan): PlanResult {
  if (answer !== 'stopped' && answer.kind === 'plan') return answer.result
  throw new AppFault('bad-input', `A mixture of the inputs of both plans has no plan (${plan.name})`, [
    {
      path: 'routing.mustServe',
      value: plan.routing.mustServe,
      expected: 'plans whose mixtures can be solved',
    },
  ])
}
