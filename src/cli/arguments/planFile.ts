import { hashPlan } from '../../main/hashPlan.ts'
import { asChosen } from '../../plan/asChosen.ts'
import { checkDocument } from '../../plan/checkDocument.ts'
import { AppFault } from '../../plan/fault.ts'
import { readPlanText } from '../../plan/readPlan.ts'
import { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { parseJson, readTextFile } from './textFile.ts'

/** Reads a plan file; a file that is not there is a fault like any other. */
export async function readPlanFile(file: string | undefined): Promise<Plan> {
  return readPlanText(await readTextFile('PLAN', file, 'plan file'))
}

/** Reads a result that solve wrote. */
export async function readResultFile(file: string | undefined): Promise<PlanResult> {
  const text = await readTextFile('RESULT', file, 'result file')
  return checkDocument(PlanResult, parseJson('RESULT', text), 'The result does not fit its schema')
}

interface SolvedPlan {
  readonly plan: Plan
  readonly result: PlanResult
  readonly hash: string
}

/** A plan, with the cooling that its solve chose, and a result, whether it is of these inputs or not. */
export async function readPlanAndResult(
  planFile: string | undefined,
  resultFile: string | undefined,
): Promise<SolvedPlan> {
  const own = await readPlanFile(planFile)
  const result = await readResultFile(resultFile)
  const plan = asChosen(own, result)
  return { plan, result, hash: hashPlan(plan) }
}

/** The same of exactly these inputs: figures that belong to others would mislead. `name`: what a fault calls the plan. */
export async function readSolvedPlan(
  planFile: string | undefined,
  resultFile: string | undefined,
  name = 'the plan',
): Promise<SolvedPlan> {
  const own = await readPlanAndResult(planFile, resultFile)
  const { result, hash } = own
  if (result.inputsHash !== hash) {
    throw new AppFault('conflict', `The result was solved for other inputs than ${name} has now`, [
      { path: 'RESULT.inputsHash', value: result.inputsHash, expected: `${hash}; solve the plan again` },
    ])
  }
  return own
}
