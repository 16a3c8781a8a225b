import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { z } from 'zod'
import { checkDocument } from '../../plan/checkDocument.ts'
import { editedPlan, PlanEdit } from '../../plan/planPath.ts'
import { readPlanText } from '../../plan/readPlan.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import { Id } from '../../plan/schema/common.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Db } from './openDatabase.ts'
import { addPlan } from './plans.ts'
import { addResult } from './results.ts'

const SAMPLE = 'meridian'

/** A story told of the sample: what is changed, and how the plan is then called. */
const Branches = z.array(
  z.strictObject({ id: Id, name: z.string(), description: z.string(), edits: z.array(PlanEdit) }),
)

export interface SampleFiles {
  readonly plan: Plan
  readonly branches: readonly Plan[]
}

/** The sample and its branches as plans. */
export function readSample(resourcesFolder: string): SampleFiles {
  const read = (name: string): string => readFileSync(join(resourcesFolder, 'samples', name), 'utf8')
  const plan = readPlanText(read(`${SAMPLE}.plan.json`))
  const stories = checkDocument(
    Branches,
    JSON.parse(read(`${SAMPLE}.branches.json`)),
    'The branches of the sample cannot be read',
  )
  const branches = stories.map(({ id, name, description, edits }) => {
    return { ...editedPlan(plan, edits), id: `${SAMPLE}-${id}`, name, description }
  })
  return { plan, branches }
}

export const sampleResultFile = (resourcesFolder: string): string =>
  join(resourcesFolder, 'samples', `${SAMPLE}.result.json`)

export const branchResultFile = (resourcesFolder: string, { id }: Plan): string =>
  join(resourcesFolder, 'samples/branches', `${id}.result.json.br`)

/** The stored result of a branch; undefined: it was not solved. */
export function readBranchResult(resourcesFolder: string, branch: Plan): PlanResult | undefined {
  const file = branchResultFile(resourcesFolder, branch)
  if (!existsSync(file)) return undefined
  return shipped(brotliDecompressSync(readFileSync(file)).toString('utf8'))
}

/** Results of our own making, which a test holds to the schema: checking them again would hold up the first start. */
const shipped = (text: string): PlanResult => JSON.parse(text) as PlanResult

/** Puts the sample into a new library, solved, and its branches below it; the sample is the newest. */
export function addSample(db: Db, resourcesFolder: string, now: Date): void {
  const { plan, branches } = readSample(resourcesFolder)
  const secondsAgo = (seconds: number): string => new Date(now.getTime() - seconds * 1000).toISOString()
  const id = addPlan(db, plan, now.toISOString())
  const file = sampleResultFile(resourcesFolder)
  if (existsSync(file)) addResult(db, id, shipped(readFileSync(file, 'utf8')), now.toISOString())
  branches.forEach((branch, index) => {
    const at = secondsAgo(index + 1)
    const branchId = addPlan(db, branch, at, id)
    const result = readBranchResult(resourcesFolder, branch)
    if (result) addResult(db, branchId, result, at)
  })
}
