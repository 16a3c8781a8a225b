import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault, describeFault } from '../../plan/fault.ts'
import { editedPlan } from '../../plan/planPath.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { deriveInputs } from '../derive/deriveInputs.ts'
import { type Formulation, formulate } from '../formulate.ts'
import { assembleResult } from '../results/assembleResult.ts'
import { type Solved, solveFormulation } from '../strategy/solveFormulation.ts'
import { force } from '../why/force.ts'
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
    const formulation = formulate(deriveInputs(served, catalog))
    for (const decision of task.forced ?? []) force(formulation, decision)
    const solved = await solve(formulation, designs, task)
    if (solved.kind !== 'plan') return { ...none, kind: solved.kind }
    const result = assembleResult(formulation, solved, '', '')
    return { ...none, kind: 'plan', metrics: metricsOf(result, formulation.inputs.periods[0]!.lengthYears) }
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    const message = [error.message, ...error.faults.map(describeFault)].join('; ')
    return { ...none, kind: 'bad-input', message }
  }
}

function solve(formulation: Formulation, designs: readonly PlanResult[], task: Task): Promise<Solved> {
  const { gapShare, timeLimitS } = formulation.inputs.plan.solver
  if (task.design === 'full') {
    return solveFormulation(formulation, {
      gapShare: task.gapShare ?? gapShare,
      timeLimitS: task.timeLimitS ?? timeLimitS,
    })
  }
  const design = designs[task.designIndex ?? 0]
  if (design) return operateDesign(formulation, design)
  throw new AppFault('bad-input', 'There is no design to keep', [
    { path: 'design', value: 'fixed', expected: 'a result to go with it, or design full' },
  ])
}
