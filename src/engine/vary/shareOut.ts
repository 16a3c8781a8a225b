import type { Outcome, RunTasks, Task } from './task.ts'

/**
 * A task to each free worker until none is left; outcomes that are known already are not asked for again, and stand
 * first in the answer.
 */
export function shareOut<Worker>(
  workers: readonly Worker[],
  ask: (worker: Worker, task: Task) => Promise<Outcome>,
  known: ReadonlyMap<string, Outcome>,
  onOutcome: (outcome: Outcome) => void,
): RunTasks {
  const drain = async (worker: Worker, waiting: Task[]): Promise<Outcome[]> => {
    const found: Outcome[] = []
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      const outcome = await ask(worker, task)
      onOutcome(outcome)
      found.push(outcome)
    }
    return found
  }
  return async (tasks) => {
    const waiting = tasks.filter(({ id }) => !known.has(id))
    const answered = await Promise.all(workers.map((worker) => drain(worker, waiting)))
    return [...tasks.flatMap(({ id }) => known.get(id) ?? []), ...answered.flat()]
  }
}
