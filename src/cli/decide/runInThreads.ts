import { Worker } from 'node:worker_threads'
import { shareOut } from '../../engine/vary/shareOut.ts'
import type { Outcome, RunTasks, Task } from '../../engine/vary/task.ts'
import type { SweepWorkerData } from './sweepWorker.ts'

export interface Pool {
  readonly run: RunTasks
  readonly close: () => Promise<void>
}

/** Threads that answer tasks side by side; what is known already is not asked again. */
export function openThreads(
  workerData: SweepWorkerData,
  count: number,
  known: ReadonlyMap<string, Outcome>,
  onOutcome: (outcome: Outcome) => void,
): Pool {
  const file = new URL('./sweepWorker.ts', import.meta.url)
  const workers = Array.from({ length: count }, () => new Worker(file, { workerData }))
  const run = shareOut(workers, askThread, known, onOutcome)
  return { run, close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))) }
}

/** One task to a thread, and its outcome. */
export function askThread(worker: Worker, task: Task): Promise<Outcome> {
  return new Promise((answer, failed) => {
    const onError = (error: unknown): void => failed(error)
    worker.once('message', (outcome: Outcome) => {
      worker.off('error', onError)
      answer(outcome)
    })
    worker.once('error', onError)
    worker.postMessage(task)
  })
}
