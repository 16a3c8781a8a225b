import { readPlanText } from '../plan/readPlan.ts'
import type { Plan } from '../plan/schema/plan.ts'
import { readTextFile } from './textFile.ts'

/** Reads a plan file; a file that is not there is a fault like any other. */
export async function readPlanFile(file: string | undefined): Promise<Plan> {
  return readPlanText(await readTextFile('PLAN', file, 'plan file'))
}
