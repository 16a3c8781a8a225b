import { setImmediate } from 'node:timers/promises'
import { AppFault } from '../../plan/fault.ts'

/** Work of a call that the screen may stop on its way. */
export interface Job {
  /** For what runs beside us, as a printing Chromium. */
  readonly signal: AbortSignal
  /** Lets other calls be answered; throws where the job was stopped meanwhile. */
  readonly breathe: () => Promise<void>
}

interface Jobs {
  /** Does the work under the name that the screen gave it; without one it cannot be stopped. */
  readonly run: <T>(name: string | undefined, work: (job: Job) => Promise<T>) => Promise<T>
  /** Ends the work of this name, where it still runs. */
  readonly stop: (name: string) => void
}

export function createJobs(): Jobs {
  const running = new Map<string, AbortController>()
  return {
    run: async (name, work) => {
      const controller = new AbortController()
      const { signal } = controller
      if (name !== undefined) running.set(name, controller)
      try {
        return await work({ signal, breathe: () => breathe(signal) })
      } catch (error) {
        throw signal.aborted ? stopped() : error
      } finally {
        if (name !== undefined) running.delete(name)
      }
    },
    stop: (name) => running.get(name)?.abort(),
  }
}

async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate()
  if (signal.aborted) throw stopped()
}

const stopped = (): AppFault => new AppFault('conflict', 'The report was stopped', [])
