import { hostname } from 'node:os'
import { checkDocument } from '../../plan/checkDocument.ts'
import { AppFault, describeFault } from '../../plan/fault.ts'
import type { QueueAddress } from './address.ts'
import { connect, contextKey, sayOnce } from './connect.ts'
import { ContextThreads } from './contextThreads.ts'
import { QueuedTask, readContext, readTask, SentVersion } from './messages.ts'
import { isSameVersion, sayVersion, type Version } from './version.ts'

interface Asked {
  readonly address: QueueAddress
  readonly name: string
  readonly threads: number
  /** A task whose worker was not heard of for so long is taken again by another. */
  readonly lostAfterS: number
  readonly version: Version
  readonly say: (line: string) => void
}

/** More than once, so that machines may be switched off at any time; a task that ends every worker ends too. */
const MOST_LOSSES = 5

export interface QueueWorker {
  /** Takes no more; what is begun is finished, or left for another worker. */
  readonly close: (isAtOnce: boolean) => Promise<void>
}

/** Takes tasks from a queue and answers them, on threads, so that the queue hears of it meanwhile. */
export async function openWorker({
  address,
  name,
  threads,
  lostAfterS,
  version,
  say,
}: Asked): Promise<QueueWorker> {
  const { bullmq, client } = await connect(address)
  const pool = new ContextThreads(threads, async (hash) => {
    return readContext(hash, await client.get(contextKey(name, hash)))
  })
  const answer = async (data: unknown) => {
    checkVersion(version, data)
    const asked = checkDocument(QueuedTask, data, 'The task on the queue does not fit its schema')
    say(`${asked.task.id}: taken`)
    const outcome = await pool.run(asked.contextHash, readTask(asked))
    say(`${outcome.id}: ${outcome.message || outcome.kind}`)
    return outcome
  }
  const worker = new bullmq.Worker(name, ({ data }) => answer(data).catch(refuse), {
    connection: { ...address.connection, maxRetriesPerRequest: null },
    ...{ concurrency: threads, lockDuration: lostAfterS * 1000, stalledInterval: lostAfterS * 1000 },
    maxStalledCount: MOST_LOSSES,
  })
  worker.on('error', sayOnce(say))
  worker.on('failed', (job, { message }) => say(`${job?.id ?? 'a task'}: ${message}`))
  await worker.waitUntilReady()
  const close = async (isAtOnce: boolean): Promise<void> => {
    if (isAtOnce) await pool.close()
    await worker.close(isAtOnce)
    await pool.close()
    client.disconnect()
  }
  return { close }
}

function checkVersion(own: Version, data: unknown): void {
  const { version } = checkDocument(SentVersion, data, 'The task on the queue says no version')
  if (isSameVersion(own, version)) return
  throw new AppFault('conflict', `The worker on ${hostname()} is of another version than the sweep`, [
    { path: 'version', value: sayVersion(own), expected: `${sayVersion(version)}: install the same on both` },
  ])
}

/** A queue carries one line of text: faults are said in full. */
function refuse(error: unknown): never {
  if (!(error instanceof AppFault)) throw error
  throw new Error([error.message, ...error.faults.map(describeFault)].join('; '))
}
