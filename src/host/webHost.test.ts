import { mkdtemp, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWebHost, type WebHost } from './webHost.ts'

let host: WebHost
let secret = ''
let folder = ''
const calls: [string, unknown][] = []

interface Ask {
  method?: string
  path?: string
  headers?: Record<string, string | undefined>
  body?: string
}

/** A raw request, since fetch would not let a test lie about its Host or Origin. */
function ask({ method = 'POST', path = '/call/plans.list', headers = {}, body = 'null' }: Ask) {
  const { hostname, port, host: ownHost } = new URL(host.origin)
  const all = {
    host: ownHost,
    origin: host.origin,
    'content-type': 'application/json',
    'x-session': secret,
    ...headers,
  }
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((done, failed) => {
    const outgoing = httpRequest({ hostname, port, method, path, headers: sent as Record<string, string> })
    outgoing.on('error', failed)
    outgoing.on('response', (incoming) => {
      let text = ''
      incoming.on('data', (chunk) => {
        text += chunk
      })
      incoming.on('end', () => done({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }))
    })
    if (method === 'GET') outgoing.end()
    else outgoing.end(body)
  })
}

beforeAll(async () => {
  const outer = await mkdtemp(join(tmpdir(), 'tokenworks-page-'))
  await writeFile(join(outer, 'secret.html'), 'outside')
  folder = await mkdtemp(join(outer, 'page-'))
  await writeFile(join(folder, 'index.html'), '<html><head><title>T</title></head></html>')
  await writeFile(join(folder, 'highs.wasm'), 'wasm')
  const dispatch = async (channel: string, body: unknown) => {
    calls.push([channel, body])
    return { ok: true as const, value: 'answered' }
  }
  host = await startWebHost({ dispatch, pageFolder: folder })
  const ticket = new URL(host.link).hash.slice(1)
  const traded = await ask({ path: '/session', body: JSON.stringify({ ticket }) })
  secret = JSON.parse(traded.text).secret
})

afterAll(() => host.close())

test('a call of the page itself is answered', async () => {
  const reply = await ask({ headers: { 'sec-fetch-site': 'same-origin' }, body: '{"a":1}' })
  expect(reply.status).toBe(200)
  expect(JSON.parse(reply.text)).toEqual({ ok: true, value: 'answered' })
  expect(calls.at(-1)).toEqual(['plans.list', { a: 1 }])
})

const refused: [string, number, Ask][] = [
  ['call: name that DNS points at us', 403, { headers: { host: 'evil.example' } }],
  ['call: localhost by name', 403, { headers: { host: 'localhost' } }],
  ['page: name that DNS points at us', 403, { method: 'GET', path: '/', headers: { host: 'evil.example' } }],
  ['call by GET', 405, { method: 'GET' }],
  ['call by PUT', 405, { method: 'PUT' }],
  ['preflight', 405, { method: 'OPTIONS' }],
  ['page by POST', 405, { path: '/' }],
  ['form', 415, { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['plain text', 415, { headers: { 'content-type': 'text/plain' } }],
  ['no content type', 415, { headers: { 'content-type': undefined } }],
  ['other origin', 403, { headers: { origin: 'http://evil.example' } }],
  ['other local port', 403, { headers: { origin: 'http://127.0.0.1:1' } }],
  ['null origin', 403, { headers: { origin: 'null' } }],
  ['no origin', 403, { headers: { origin: undefined } }],
  ['same site, other origin', 403, { headers: { 'sec-fetch-site': 'same-site' } }],
  ['cross site', 403, { headers: { 'sec-fetch-site': 'cross-site' } }],
  ['no secret', 401, { headers: { 'x-session': undefined } }],
  ['wrong secret', 401, { headers: { 'x-session': 'A'.repeat(43) } }],
  ['wrong ticket', 401, { path: '/session', body: '{"ticket":"guess"}' }],
  ['ticket of no string', 401, { path: '/session', body: 'null' }],
  ['broken JSON', 400, { body: '{' }],
  ['declared too large', 413, { headers: { 'content-length': String(9 * 1024 * 1024) }, body: '' }],
  ['path out of the folder', 404, { method: 'GET', path: '/../secret.html' }],
  ['encoded path out of the folder', 404, { method: 'GET', path: '/%2e%2e%2fsecret.html' }],
  ['backslash', 404, { method: 'GET', path: '/..%5csecret.html' }],
  ['unknown file', 404, { method: 'GET', path: '/nothing.js' }],
]
test.each(refused)('refused: %s (%i)', async (_name, status, request) => {
  const before = calls.length
  const reply = await ask(request)
  expect(reply.status).toBe(status)
  expect(calls).toHaveLength(before)
  expect(reply.headers['access-control-allow-origin']).toBeUndefined()
})

test('the ticket works once', async () => {
  const ticket = new URL(host.link).hash.slice(1)
  expect((await ask({ path: '/session', body: JSON.stringify({ ticket }) })).status).toBe(401)
  const other = JSON.stringify({ ticket, tab: 'another' })
  expect((await ask({ path: '/session', body: other })).status).toBe(401)
})

test('the tab that traded the ticket may trade it again, as after a reload; no other may', async () => {
  const again = await startWebHost({ pageFolder: folder, dispatch: async () => ({ ok: true, value: null }) })
  const ticket = new URL(again.link).hash.slice(1)
  const trade = async (body: unknown) => {
    const headers = { 'content-type': 'application/json', origin: again.origin }
    const reply = await fetch(`${again.origin}/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return reply.ok ? ((await reply.json()) as { secret: string }).secret : reply.status
  }
  expect(await trade({ ticket: 'guess', tab: 'one' })).toBe(401)
  const secret = await trade({ ticket, tab: 'one' })
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(await trade({ ticket, tab: 'one' })).toBe(secret)
  for (const tab of ['two', '', null, undefined]) expect(await trade({ ticket, tab })).toBe(401)
  await again.close()
})

test('a body beyond the cap gets 413 and a closed connection', async () => {
  const reply = await ask({
    headers: { 'transfer-encoding': 'chunked' },
    body: 'x'.repeat(8 * 1024 * 1024 + 1),
  })
  expect(reply).toMatchObject({ status: 413, headers: { connection: 'close' } })
})

test('the page carries its policy and a nonce that changes; no cookie is set', async () => {
  const [one, two] = [await ask({ method: 'GET', path: '/' }), await ask({ method: 'GET', path: '/' })]
  const nonce = /name="style-nonce" content="([^"]+)"/.exec(one.text)?.[1]
  expect(one.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
  expect(two.text).not.toBe(one.text)
  expect(one.headers).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
  expect(one.headers['set-cookie']).toBeUndefined()
})

test('the solver is served as WebAssembly', async () => {
  const reply = await ask({ method: 'GET', path: '/highs.wasm' })
  expect(reply.headers['content-type']).toBe('application/wasm')
})
