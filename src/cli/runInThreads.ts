import { Worker } from 'node:worker_threads'
import type { Outcome, RunTasks, Task } from '../engine/vary/task.ts'
import type { SweepWorkerData } from './sweepWorker.ts'

interface Pool {
  readonly run: RunTasks
  readonly close: () => Promise<void>
}

/** A task to each free thread until none is left; outcomes that are known already are not asked for again. */
export function openThreads(
  workerData: SweepWorkerData,
  count: number,
  known: ReadonlyMap<string, Outcome>,
  onOutcome: (outcome: Outcome) => void,
): Pool {
  const file = new URL('./sweepWorker.ts', import.meta.url)
  const workers = Array.from({ length: count }, () => new Worker(file, { workerData }))
  const run: RunTasks = async (tasks) => {
    const waiting = tasks.filter(({ id }) => !known.has(id))
    const answered = await Promise.all(workers.map((worker) => drain(worker, waiting, onOutcome)))
    return [...tasks.flatMap(({ id }) => known.get(id) ?? []), ...answered.flat()]
  }
  return { run, close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))) }
}

async function drain(
  worker: Worker,
  waiting: Task[],
  onOutcome: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const found: Outcome[] = []
  for (let task = waiting.shift(); task; task = waiting.shift()) {
    const outcome = await ask(worker, task)
    onOutcome(outcome)
    found.push(outcome)
  }
  return found
}

function ask(worker: Worker, task: Task): Promise<Outcome> {
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
