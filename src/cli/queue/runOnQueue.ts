import type { Queue } from 'bullmq'
import { shareOut } from '../../engine/vary/shareOut.ts'
import type { Outcome, Task } from '../../engine/vary/task.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Pool } from '../decide/runInThreads.ts'
import type { SweepWorkerData } from '../decide/sweepWorker.ts'
import type { QueueAddress } from './address.ts'
import { connect, contextKey, sayOnce } from './connect.ts'
import { hashText, readOutcome, writeContext } from './messages.ts'
import type { Version } from './version.ts'

/** Tasks that stand on the queue at once: more than the cores of most clusters, few enough to keep the server small. */
const AT_ONCE = 1000
/** What is on the queue and what was answered stays for so long, for the same command started again. */
const KEEP_S = 7 * 24 * 3600

interface Asked {
  readonly address: QueueAddress
  readonly name: string
  readonly data: SweepWorkerData
  readonly version: Version
  readonly known: ReadonlyMap<string, Outcome>
  readonly onOutcome: (outcome: Outcome) => void
}

/** Tasks answered by whoever takes them from the queue; what is known already is not asked again. */
export async function openOnQueue({ address, name, data, version, known, onOutcome }: Asked): Promise<Pool> {
  const { bullmq, client } = await connect(address)
  const { connection } = address
  const queue = new bullmq.Queue(name, { connection })
  const events = new bullmq.QueueEvents(name, { connection })
  queue.setMaxListeners(0)
  const onError = sayOnce((line) => console.error(line))
  queue.on('error', onError)
  events.on('error', onError)
  const context = writeContext(data)
  await client.set(contextKey(name, context.hash), context.text, 'EX', KEEP_S)
  await warnWithoutWorkers(queue, address, name)
  const open = new Set<string>()
  const ask = async (_: number, task: Task): Promise<Outcome> => {
    const message = { version, contextHash: context.hash, task }
    // The same question has the same name: started again, a sweep gathers what was answered meanwhile.
    const jobId = `task-${hashText(JSON.stringify(message)).slice(0, 40)}`
    const before = await queue.getJob(jobId)
    if (before && (await before.isFailed())) await before.remove()
    const kept = { age: KEEP_S }
    const job = await queue.add('task', message, { jobId, removeOnComplete: kept, removeOnFail: kept })
    open.add(jobId)
    const answer = await job.waitUntilFinished(events).catch((error: Error) => {
      throw new AppFault('conflict', 'A task failed on the queue', [
        {
          path: task.id,
          value: error.message,
          expected: 'workers of the same version, see tokenworks work --help',
        },
      ])
    })
    open.delete(jobId)
    return readOutcome(answer)
  }
  const close = async (): Promise<void> => {
    // Nobody waits for what is left; a task that a worker is at stays with it.
    for (const jobId of open) await queue.remove(jobId).catch(() => 0)
    await Promise.all([queue.close(), events.close()])
    client.disconnect()
  }
  const slots = Array.from({ length: AT_ONCE }, (_, slot) => slot)
  return { run: shareOut(slots, ask, known, onOutcome), close }
}

async function warnWithoutWorkers(queue: Queue, { shown }: QueueAddress, name: string): Promise<void> {
  // A server may refuse to list its clients: then nothing is known.
  const workers = await queue.getWorkers().catch(() => null)
  if (workers?.length === 0)
    console.error(
      `No worker is on the queue yet: start tokenworks work --queue ${shown} --queue-name ${name}`,
    )
}
