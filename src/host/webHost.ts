import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Dispatch } from '../main/dispatch.ts'
import { readPageFile, securityHeaders } from '../main/pageFiles.ts'
import { bodyLimit, guard } from './guard.ts'
import { proofOf } from './runningHost.ts'

export interface WebHost {
  readonly origin: string
  /** The start link: its ticket stands in the fragment, so it is neither sent nor logged, and works once. */
  readonly link: string
  /** Whoever proves to have it gets a fresh ticket, by a POST to /ticket. */
  readonly key: string
  /** Milliseconds since the last request. */
  readonly idleMs: () => number
  readonly close: () => Promise<void>
}

interface Options {
  readonly dispatch: Dispatch
  readonly pageFolder: string
  /** 0: a free one. */
  readonly port?: number
}

/** Serves the page and its calls to this computer alone. */
export async function startWebHost({ dispatch, pageFolder, port = 0 }: Options): Promise<WebHost> {
  const session = createSession()
  let ownHost = ''
  let lastRequestMs = Date.now()

  const server = createServer((request, response) => {
    lastRequestMs = Date.now()
    answer(request, response).catch(() => refuse(response, 500, 'Internal'))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pathname = (request.url ?? '/').split('?')[0]!
    const { method = '', headers } = request
    const refusal = guard({ method, pathname, headers }, ownHost, session.isSecret)
    if (refusal) return refuse(response, refusal.status, refusal.reason)
    if (method === 'GET') {
      const file = await readPageFile(pageFolder, pathname)
      response.writeHead(file.status, file.headers).end(file.body)
      return
    }
    const text = await readBody(request, bodyLimit(pathname))
    if (text === undefined) return refuse(response, 413, 'Body')
    const body = parseJson(text)
    if (body === undefined) return refuse(response, 400, 'JSON')
    if (pathname === '/ticket') {
      const renewed = session.renew(body)
      return renewed === undefined ? refuse(response, 401, 'Key') : sendJson(response, renewed)
    }
    if (pathname === '/session') {
      const secret = session.trade(body)
      return secret === undefined ? refuse(response, 401, 'Ticket') : sendJson(response, { secret })
    }
    sendJson(response, await dispatch(pathname.slice('/call/'.length), body))
  }

  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', listening)
  })
  ownHost = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin: `http://${ownHost}`,
    link: `http://${ownHost}/#${session.ticket}`,
    key: session.key,
    idleMs: () => Date.now() - lastRequestMs,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/**
 * Tickets, each traded for the secret of the session by one tab alone. That tab may trade it again: a reload can lose
 * the answer after the host has given it, and the tab would have no other way in. Of tickets not traded yet only the
 * newest is good.
 */
function createSession() {
  const secret = randomBytes(32).toString('base64url')
  const key = randomBytes(32).toString('base64url')
  /** By ticket, the tab that traded it. */
  const traded = new Map<string, string>()
  let newest = ''
  const issue = (): string => {
    newest = randomBytes(24).toString('base64url')
    return newest
  }
  return {
    key,
    ticket: issue(),
    isSecret: (text: string): boolean => isSame(text, secret),
    /** A fresh ticket for who has the key, with the proof that it is of this host. */
    renew: (body: unknown) => {
      const nonce = textOf(body, 'nonce')
      if (nonce === '' || !isSame(textOf(body, 'proof'), proofOf(key, 'ask', nonce))) return undefined
      const ticket = issue()
      return { ticket, proof: proofOf(key, 'give', nonce, ticket) }
    },
    trade: (body: unknown): string | undefined => {
      const given = textOf(body, 'ticket')
      const tab = textOf(body, 'tab')
      const ticket = [newest, ...traded.keys()].find((own) => isSame(given, own))
      if (ticket === undefined) return undefined
      const tradedBy = traded.get(ticket)
      if (tradedBy !== undefined && (tab === '' || !isSame(tab, tradedBy))) return undefined
      traded.set(ticket, tab)
      return secret
    },
  }
}

function textOf(body: unknown, name: string): string {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  return typeof value === 'string' ? value : ''
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The body as text; undefined once it exceeds the limit, whatever its Content-Length promised. */
async function readBody(request: IncomingMessage, limit: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...securityHeaders(), 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}

/** Closes the connection: an unread body would otherwise hold a kept-alive one open. */
function refuse(response: ServerResponse, status: number, reason: string): void {
  if (!response.headersSent)
    response.writeHead(status, { ...securityHeaders(), 'content-type': 'text/plain', connection: 'close' })
  response.end(`Refused: ${reason}`)
}
