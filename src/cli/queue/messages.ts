import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Outcome, Task } from '../../engine/vary/task.ts'
import { hashPlan } from '../../main/hashPlan.ts'
import { checkDocument } from '../../plan/checkDocument.ts'
import { AppFault } from '../../plan/fault.ts'
import { PlanEdit } from '../../plan/planPath.ts'
import { readPlan } from '../../plan/readPlan.ts'
import { PlanResult } from '../../plan/result/result.ts'
import { Positive, Share } from '../../plan/schema/common.ts'
import { SweepOutcome } from '../decide/sweepOutcome.ts'
import type { SweepWorkerData } from '../decide/sweepWorker.ts'
import { Version } from './version.ts'

const SweepTask = z.strictObject({
  id: z.string().min(1).max(200),
  edits: z.array(PlanEdit),
  design: z.enum(['full', 'fixed']),
  forced: z.array(z.string()).optional(),
  designIndex: z.int().min(0).optional(),
  gapShare: Share.optional(),
  timeLimitS: Positive.optional(),
  least: z.enum(['carbon', 'unserved', 'leased', 'edge']).optional(),
})

/** One task on the queue; what it starts from is kept beside, under its hash. */
export const QueuedTask = z.strictObject({
  version: Version,
  /** SHA-256 of the text of the context. */
  contextHash: z.string(),
  task: SweepTask,
})
export type QueuedTask = z.infer<typeof QueuedTask>

/** What a task of any version says first. */
export const SentVersion = z.object({ version: Version })

/** What a worker answered, checked. */
export function readOutcome(document: unknown): Outcome {
  return checkDocument(SweepOutcome, document, 'A worker answered what is no outcome of a task') as Outcome
}

export function readTask({ task }: QueuedTask): Task {
  return task as Task
}

const Context = z.strictObject({ planHash: z.string(), plan: z.unknown(), designs: z.array(PlanResult) })

/** What all tasks of a sweep start from, as text under its hash. */
export function writeContext({ plan, designs }: SweepWorkerData): {
  readonly hash: string
  readonly text: string
} {
  const text = JSON.stringify({ planHash: hashPlan(plan), plan, designs })
  return { hash: hashText(text), text }
}

/** The same read and checked: the text has its hash, the plan fits its schema and has its own. */
export function readContext(hash: string, text: string | null): SweepWorkerData {
  if (text === null || hashText(text) !== hash)
    throw new AppFault('not-found', 'What the task starts from is not on the queue, or was changed there', [
      { path: 'contextHash', value: hash, expected: 'the same sweep started again' },
    ])
  const { planHash, plan: document, designs } = checkDocument(Context, JSON.parse(text), 'The sweep is wrong')
  const plan = readPlan(document)
  if (hashPlan(plan) !== planHash)
    throw new AppFault('conflict', 'The plan on the queue has another hash than was said', [
      { path: 'planHash', value: hashPlan(plan), expected: planHash },
    ])
  return { plan, designs }
}

export const hashText = (text: string): string => createHash('sha256').update(text).digest('hex')
