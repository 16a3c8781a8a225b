import type { Redis } from 'ioredis'
import { AppFault } from '../../plan/fault.ts'
import type { QueueAddress } from './address.ts'

const REACH_MS = 5000

export interface Connected {
  readonly bullmq: typeof import('bullmq')
  /** For what tasks start from, which stands beside the queue. */
  readonly client: Redis
}

/** Reaches the server of the queue; BullMQ and its client are loaded here and only here. */
export async function connect({ connection, shown }: QueueAddress): Promise<Connected> {
  const [bullmq, ioredis] = await Promise.all([import('bullmq'), import('ioredis')])
  let isReached = false
  let reason = `no answer within ${REACH_MS / 1000} s`
  const client = new ioredis.Redis({
    ...connection,
    ...{ lazyConnect: true, connectTimeout: REACH_MS, maxRetriesPerRequest: null },
    // At first an address that does not answer is wrong; later the server may come back.
    retryStrategy: (times: number) => (isReached ? Math.min(times * 200, REACH_MS) : null),
  })
  client.on('error', (error: Error) => {
    reason = error.message
  })
  try {
    await client.connect()
    await client.ping()
    isReached = true
    return { bullmq, client }
  } catch (error) {
    client.disconnect()
    if (error instanceof Error && !/closed/i.test(error.message)) reason = error.message
    throw new AppFault('not-found', 'The queue cannot be reached', [
      {
        ...{ path: '--queue', value: `${shown} (${reason})` },
        expected:
          'a Redis or Valkey server that answers there: start it, open its port, or correct the address',
      },
    ])
  }
}

/** Under which what tasks start from is kept. */
export const contextKey = (queueName: string, hash: string): string => `${queueName}:context:${hash}`

/** Says what is wrong with a connection once, not at every attempt; it comes back by itself. */
export function sayOnce(say: (line: string) => void): (error: Error) => void {
  let last = ''
  return ({ message }) => {
    if (message !== last) say(`The queue: ${message}; trying again`)
    last = message
  }
}
