import type { RedisOptions } from 'bullmq'
import { AppFault } from '../../plan/fault.ts'

/** Where a queue is: what to connect with, and how people call it, without its password. */
export interface QueueAddress {
  readonly connection: RedisOptions
  readonly shown: string
}

const DEFAULT_PORT = 6379
const PROTOCOLS = ['redis:', 'rediss:', 'valkey:', 'valkeys:']
const EXPECTED = 'an address as in redis://HOST:PORT, rediss:// where it speaks TLS'

/** Reads `redis://[USER:PASSWORD@]HOST[:PORT][/DATABASE]`; rediss for TLS. */
export function readQueueAddress(text: string): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const db = Number(url?.pathname.replace(/^\//, '') || 0)
  if (!url || !PROTOCOLS.includes(url.protocol) || url.hostname === '' || !Number.isInteger(db))
    throw new AppFault('bad-input', 'The address of the queue is wrong', [
      { path: '--queue', value: text.replace(/\/\/[^@]*@/, '//'), expected: EXPECTED },
    ])
  const port = url.port === '' ? DEFAULT_PORT : Number(url.port)
  const isSecret = url.protocol === 'rediss:' || url.protocol === 'valkeys:'
  return {
    connection: {
      ...{ host: url.hostname.replace(/^\[|\]$/g, ''), port, db },
      ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
      ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
      ...(isSecret ? { tls: {} } : {}),
    },
    shown: `${url.protocol}//${url.hostname}:${port}${db === 0 ? '' : `/${db}`}`,
  }
}
