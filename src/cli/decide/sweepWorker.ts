import { parentPort, workerData } from 'node:worker_threads'
import { evaluate } from '../../engine/vary/evaluate.ts'
import type { Task } from '../../engine/vary/task.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'

/** What a worker of a sweep is given once. */
export interface SweepWorkerData {
  readonly plan: Plan
  readonly designs: readonly PlanResult[]
}

const { plan, designs }: SweepWorkerData = workerData
const context = { plan, designs, catalog: await readCatalog() }

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await evaluate(context, task)))
