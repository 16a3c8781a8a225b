import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { canonicalPlanText } from '../plan/canonicalPlan.ts'
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

/** SHA-256 of the canonical plan: equal plans have equal hashes, whatever their layout. */
export function hashPlan(plan: Plan): string {
  return createHash('sha256').update(canonicalPlanText(plan)).digest('hex')
}
