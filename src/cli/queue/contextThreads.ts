import { Worker } from 'node:worker_threads'
import type { Outcome, Task } from '../../engine/vary/task.ts'
import { askThread } from '../decide/runInThreads.ts'
import type { SweepWorkerData } from '../decide/sweepWorker.ts'

interface Slot {
  contextHash: string
  readonly worker: Worker
}

const FILE = new URL('../decide/sweepWorker.ts', import.meta.url)
/** Sweeps whose plans are kept in memory. */
const MOST_CONTEXTS = 4

/** Threads that each hold the plan of one sweep; a task of another gets a thread of its own in the place of one. */
export class ContextThreads {
  readonly #load: (contextHash: string) => Promise<SweepWorkerData>
  readonly #contexts = new Map<string, Promise<SweepWorkerData>>()
  readonly #free: Slot[] = []
  readonly #busy = new Set<Slot>()
  readonly #most: number

  constructor(most: number, load: (contextHash: string) => Promise<SweepWorkerData>) {
    this.#most = most
    this.#load = load
  }

  async run(contextHash: string, task: Task): Promise<Outcome> {
    const data = await this.#context(contextHash)
    const slot = await this.#take(contextHash, data)
    this.#busy.add(slot)
    try {
      const outcome = await askThread(slot.worker, task)
      this.#free.push(slot)
      return outcome
    } catch (error) {
      await slot.worker.terminate()
      throw error
    } finally {
      this.#busy.delete(slot)
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#free, ...this.#busy].map(({ worker }) => worker.terminate()))
  }

  async #take(contextHash: string, workerData: SweepWorkerData): Promise<Slot> {
    const place = this.#free.findIndex((own) => own.contextHash === contextHash)
    if (place >= 0) return this.#free.splice(place, 1)[0]!
    if (this.#free.length + this.#busy.size >= this.#most) await this.#free.shift()?.worker.terminate()
    return { contextHash, worker: new Worker(FILE, { workerData }) }
  }

  /** One that cannot be read is asked for again by the next task. */
  async #context(hash: string): Promise<SweepWorkerData> {
    const known = this.#contexts.get(hash) ?? this.#load(hash)
    this.#contexts.delete(hash)
    this.#contexts.set(hash, known)
    const [oldest] = this.#contexts.keys()
    if (this.#contexts.size > MOST_CONTEXTS) this.#contexts.delete(oldest!)
    try {
      return await known
    } catch (error) {
      this.#contexts.delete(hash)
      throw error
    }
  }
}
