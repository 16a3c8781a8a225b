import { checkDocument } from '../plan/checkDocument.ts'
import { readPlanText } from '../plan/readPlan.ts'
import { PlanResult } from '../plan/result/result.ts'
import type { Plan } from '../plan/schema/plan.ts'
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
