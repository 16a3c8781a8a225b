import type { SolveAnswer } from '../../engine/solvePlan.ts'
import type { SolveProgress } from '../../engine/strategy/solveFormulation.ts'
import type { Infeasibility } from '../../engine/why/conflict/explainInfeasible.ts'
import type { SolveNews, SolveOrder } from './messages.ts'

export interface SolveRun {
  readonly answer: Promise<SolveAnswer | 'stopped'>
  /** Asks for the best plan so far; a page without shared memory can only stop the worker and lose it. */
  readonly cancel: () => void
}

/** The worker of the last solve, which remembers its plan, basis and tree for the next edit. */
let idle: Worker | undefined

interface RunOptions {
  /** Starts from nothing that was solved before. */
  readonly isFresh?: boolean
  /** Receives what cannot hold together, before changes that mend it are known. */
  readonly onConflict?: (found: Infeasibility) => void
}

/** Solves in a worker, so that the screen never waits. */
export function runSolve(
  order: Omit<SolveOrder, 'cancelFlag'>,
  onProgress: (progress: SolveProgress) => void,
  { isFresh = false, onConflict }: RunOptions = {},
): SolveRun {
  const known = isFresh ? undefined : idle
  const worker = known ?? new Worker(new URL('./solver.worker.ts', import.meta.url), { type: 'module' })
  if (!isFresh) idle = undefined
  const cancelFlag = self.crossOriginIsolated ? new SharedArrayBuffer(4) : null
  let stop = (): void => worker.terminate()
  const answer = new Promise<SolveAnswer | 'stopped'>((done, failed) => {
    stop = () => {
      worker.terminate()
      done('stopped')
    }
    worker.onmessage = ({ data }: MessageEvent<SolveNews>) => {
      if (data.kind === 'progress') return onProgress(data.progress)
      if (data.kind === 'conflict') return onConflict?.(data.found)
      if (data.kind === 'answer') {
        if (isFresh) worker.terminate()
        else idle = worker
        return done(data.answer)
      }
      worker.terminate()
      failed(new Error(data.message))
    }
    worker.onerror = (event) => {
      worker.terminate()
      failed(new Error(event.message || 'The solver could not be started'))
    }
  })
  worker.postMessage({ ...order, cancelFlag } satisfies SolveOrder)
  return { answer, cancel: () => (cancelFlag ? Atomics.store(new Int32Array(cancelFlag), 0, 1) : stop()) }
}
