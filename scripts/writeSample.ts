import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { auditResult } from '../src/engine/audit/auditResult.ts'
import { solvePlan } from '../src/engine/solvePlan.ts'
import { hashPlan } from '../src/main/hashPlan.ts'
import { branchResultFile, readSample, sampleResultFile } from '../src/main/library/sample.ts'
import { readCatalog } from '../src/main/readCatalog.ts'
import { writeAtomically } from '../src/main/writeAtomically.ts'
import type { PlanResult } from '../src/plan/result/result.ts'
import type { Plan } from '../src/plan/schema/plan.ts'

/**
 * `npm run sample [-- NAME ...]`: solves the sample and its branches anew, or those whose id holds one of the names (the
 * sample's own id: it alone), for the results that a new library opens on. Nothing is written that the audit does not
 * agree with.
 */
const resources = join(import.meta.dirname, '../resources')
const only = process.argv.slice(2)
/**
 * Shares of the plan's gap, tried in turn: of plans good enough one without a pool so small that calls wait for a place at
 * its busiest minute.
 */
const GAP_SHARES = [1, 0.8, 0.6, 0.5, 0.4]
/** Figures kept of each number: far more than the audit's tolerance sees. */
const DIGITS = 10

const catalog = await readCatalog()
const { plan: sample, branches } = readSample(resources)

async function solved(plan: Plan): Promise<PlanResult> {
  const inputsHash = hashPlan(plan)
  const refused: string[] = []
  for (const share of GAP_SHARES) {
    const gapShare = share * plan.solver.gapShare
    const answer = await solvePlan({ plan, catalog, inputsHash, gapShare })
    if (answer.kind !== 'plan') throw new Error(`${plan.name} has no plan: ${answer.kind}`)
    const { solver } = answer.result
    if (solver.status !== 'within-gap')
      throw new Error(`${plan.name} is not within its gap: ${solver.gapShare}`)
    const differences = auditResult(plan, catalog, answer.result, inputsHash).lines.filter(
      ({ isOk }) => !isOk,
    )
    if (differences.length === 0) {
      console.log(`${plan.name}: gap ${(100 * solver.gapShare).toFixed(2)} %, ${solver.timeS.toFixed(0)} s`)
      return answer.result
    }
    refused.push(...differences.map(({ sentence }) => `gap of ${gapShare}: ${sentence}`))
  }
  throw new Error(`${plan.name}: ${refused.join('\n')}`)
}

const isAsked = ({ id }: Plan): boolean =>
  only.length === 0 || only.some((name) => name !== sample.id && id.includes(name))
const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value

if (only.length === 0 || only.includes(sample.id))
  writeAtomically(sampleResultFile(resources), `${JSON.stringify(await solved(sample))}\n`)
for (const branch of branches.filter(isAsked)) {
  const file = branchResultFile(resources, branch)
  mkdirSync(dirname(file), { recursive: true })
  writeAtomically(file, brotliCompressSync(JSON.stringify(await solved(branch), rounded)))
}
