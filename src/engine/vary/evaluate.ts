import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault, describeFault } from '../../plan/fault.ts'
import { editedPlan } from '../../plan/planPath.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { deriveInputs } from '../derive/deriveInputs.ts'
import type { Inputs } from '../derive/inputs.ts'
import { type Formulation, formulate } from '../formulate.ts'
import { solveWithHeadroom, type WithHeadroom } from '../headroom/solveWithHeadroom.ts'
import { assembleResult } from '../results/assembleResult.ts'
import { solveFormulation } from '../strategy/solveFormulation.ts'
import { timeLimitOf } from '../strategy/timeLimit.ts'
import { force } from '../why/force.ts'
import { aimAtLeast, leastOf } from './aimAtLeast.ts'
import { operateDesign } from './operateDesign.ts'
import { metricsOf, type Outcome, type Task } from './task.ts'

/** What every task of a sweep starts from. */
export interface SweepContext {
  readonly plan: Plan
  readonly catalog: Catalog
  /** Results whose designs may be kept. */
  readonly designs: readonly PlanResult[]
}

/** Solves one task. What the task asks wrongly is an outcome, so that one bad draw does not end a sweep. */
export async function evaluate({ plan, catalog, designs }: SweepContext, task: Task): Promise<Outcome> {
  const none = { id: task.id, metrics: null, message: '' }
  try {
    const keeps = task.design === 'fixed'
    const edited = editedPlan(plan, task.edits)
    // A design that stays has to be run as it is: what it cannot serve is a shortage, not an end.
    const served = keeps ? { ...edited, routing: { ...edited.routing, mustServe: false } } : edited
    const { formulation, solved } = await solve(deriveInputs(served, catalog), designs, task)
    if (solved.kind !== 'plan') return { ...none, kind: solved.kind }
    if (task.least) return { ...none, kind: 'plan', least: leastOf(task.least, solved) }
    const result = assembleResult(formulation, solved, '', '')
    return { ...none, kind: 'plan', metrics: metricsOf(result, formulation.inputs.periods[0]!.lengthYears) }
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    const message = [error.message, ...error.faults.map(describeFault)].join('; ')
    return { ...none, kind: 'bad-input', message, faults: error.faults }
  }
}

/** As a solve of the plan would size it: queues kept short where the plan asks for it, decisions forced in every round. */
async function solve(
  inputs: Inputs,
  designs: readonly PlanResult[],
  task: Task,
): Promise<Pick<WithHeadroom, 'formulation' | 'solved'>> {
  const formulation = formulate(inputs)
  prepare(formulation, task)
  if (task.design === 'full') {
    const { solver } = inputs.plan
    const options = {
      gapShare: task.gapShare ?? solver.gapShare,
      timeLimitS: task.timeLimitS ?? timeLimitOf(solver, formulation.problem.values.length),
    }
    const solved = await solveFormulation(formulation, options)
    return solveWithHeadroom(inputs, { formulation, solved }, options.timeLimitS, (own, timeLimitS) => {
      prepare(own, task)
      return solveFormulation(own, { ...options, timeLimitS })
    })
  }
  const design = designs[task.designIndex ?? 0]
  if (design) return { formulation, solved: await operateDesign(formulation, design) }
  throw new AppFault('bad-input', 'There is no design to keep', [
    { path: 'design', value: 'fixed', expected: 'a result to go with it, or design full' },
  ])
}

function prepare(formulation: Formulation, { forced = [], least }: Task): void {
  for (const decision of forced) force(formulation, decision)
  if (least) aimAtLeast(formulation, least)
}
