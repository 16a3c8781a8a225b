import { shareOut } from '../../engine/vary/shareOut.ts'
import type { Outcome, RunTasks, Task } from '../../engine/vary/task.ts'
import type { VaryNews, VaryOrder } from './vary.worker.ts'

export interface VaryWorkers {
  readonly run: RunTasks
  /** Ends the workers; what is being asked is answered with a failure. */
  readonly stop: () => void
}

const MOST_WORKERS = 4

/** Variants that are solved side by side on this computer, which keeps a core for the page. */
export const variantsAtOnce = (): number =>
  Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1))

/** Workers that answer tasks side by side; what is known already is not asked again. */
export function openVaryWorkers(
  start: Omit<Extract<VaryOrder, { kind: 'start' }>, 'kind'>,
  known: ReadonlyMap<string, Outcome>,
  onOutcome: (outcome: Outcome) => void,
): VaryWorkers {
  const workers = Array.from({ length: variantsAtOnce() }, () => {
    const worker = new Worker(new URL('./vary.worker.ts', import.meta.url), { type: 'module' })
    worker.postMessage({ kind: 'start', ...start } satisfies VaryOrder)
    return worker
  })
  const stops = new Set<() => void>()
  const ask = (worker: Worker, task: Task): Promise<Outcome> =>
    new Promise((answer, failed) => {
      const stop = (): void => failed(new Error(STOPPED))
      stops.add(stop)
      worker.onmessage = ({ data }: MessageEvent<VaryNews>) => {
        stops.delete(stop)
        if (data.kind === 'outcome') answer(data.outcome)
        else failed(new Error(data.message))
      }
      worker.onerror = (event) => failed(new Error(event.message || 'A worker could not be started'))
      worker.postMessage({ kind: 'task', task } satisfies VaryOrder)
    })
  return {
    run: shareOut(workers, ask, known, onOutcome),
    stop: () => {
      for (const worker of workers) worker.terminate()
      for (const stop of stops) stop()
    },
  }
}

/** What a sweep that was stopped on request fails with. */
export const STOPPED = 'stopped'
