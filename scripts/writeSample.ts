import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { solvePlan } from '../src/engine/solvePlan.ts'
import { hashPlan } from '../src/main/hashPlan.ts'
import { readCatalog } from '../src/main/readCatalog.ts'
import { writeAtomically } from '../src/main/writeAtomically.ts'
import { readPlanText } from '../src/plan/readPlan.ts'

/** `npm run sample`: solves the sample anew, for the result that a new library opens on. */
const folder = join(import.meta.dirname, '../resources/samples')
const plan = readPlanText(readFileSync(join(folder, 'meridian.plan.json'), 'utf8'))
/** Of equally good plans one without a pool so small that calls wait for a place at its busiest minute. */
const SEED = 2
const answer = await solvePlan({
  plan,
  catalog: await readCatalog(),
  inputsHash: hashPlan(plan),
  seed: SEED,
})
if (answer.kind !== 'plan') throw new Error(`The sample has no plan: ${answer.kind}`)
writeAtomically(join(folder, 'meridian.result.json'), `${JSON.stringify(answer.result)}\n`)
