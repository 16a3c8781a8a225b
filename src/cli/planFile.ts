import { readFile } from 'node:fs/promises'
import { AppFault } from '../plan/fault.ts'
import { readPlanText } from '../plan/readPlan.ts'
import type { Plan } from '../plan/schema/plan.ts'

/** Reads a plan file; a file that is not there is a fault like any other. */
export async function readPlanFile(file: string | undefined): Promise<Plan> {
  if (file === undefined) {
    throw new AppFault('bad-input', 'No plan was given', [
      { path: 'PLAN', value: undefined, expected: 'the path of a plan file' },
    ])
  }
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw new AppFault('not-found', `The plan file cannot be read (${code})`, [
      { path: 'PLAN', value: file, expected: 'a readable plan file' },
    ])
  }
  return readPlanText(text)
}
