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

/** A plan, with the cooling that its solve chose, and the result of exactly these inputs: figures that belong to others would mislead. */
export async function readSolvedPlan(
  planFile: string | undefined,
  resultFile: string | undefined,
): Promise<{ readonly plan: Plan; readonly result: PlanResult; readonly hash: string }> {
  const own = await readPlanFile(planFile)
  const result = await readResultFile(resultFile)
  const plan = asChosen(own, result)
  const hash = hashPlan(plan)
  if (result.inputsHash !== hash) {
    throw new AppFault('conflict', 'The result was solved for other inputs than the plan has now', [
      { path: 'RESULT.inputsHash', value: result.inputsHash, expected: `${hash}; solve the plan again` },
    ])
  }
  return { plan, result, hash }
}
