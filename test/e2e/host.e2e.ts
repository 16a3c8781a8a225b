import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type E2e, startE2e } from './harness.ts'

let e2e: E2e
let folder: string

const SCRIPT = `
const ask = (path, body, secret) => fetch(path, { method: 'POST', body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...(secret && { 'x-session': secret }) } })
window.trade = async (ticket) => { const reply = await ask('/session', { ticket })
  return { status: reply.status, secret: reply.ok ? (await reply.json()).secret : null } }
window.call = async (channel, body, secret) => { const reply = await ask('/call/' + channel, body, secret)
  return { status: reply.status, reply: reply.ok ? await reply.json() : null } }
document.title = 'loaded'`

/** A page of our own, so that this tests the host and not the screens. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokenworks-page-'))
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><html><head><link rel="icon" href="data:,"><script src="/page.js"></script></head></html>',
  )
  await writeFile(join(folder, 'page.js'), SCRIPT)
  e2e = await startE2e({ pageFolder: folder })
})

afterAll(async () => {
  await e2e?.stop()
  await rm(folder, { recursive: true, force: true })
})

const run = <T>(script: string): Promise<T> => e2e.page.evaluate(script) as Promise<T>

test('the page loads, its ticket works once, and its secret opens the calls', async () => {
  expect(await e2e.page.title()).toBe('loaded')
  const ticket = JSON.stringify(new URL(e2e.link).hash.slice(1))
  const first = await run<{ status: number; secret: string }>(`trade(${ticket})`)
  expect(first.status).toBe(200)
  expect(await run(`trade(${ticket})`)).toEqual({ status: 401, secret: null })
  const info = await run(`call('app.info', null, ${JSON.stringify(first.secret)})`)
  expect(info).toMatchObject({ status: 200, reply: { ok: true, value: { host: 'web' } } })
  expect(await run(`call('app.info', null, 'guess')`)).toMatchObject({ status: 401 })
})

test("a stranger's name that points at us gets neither page nor call", async () => {
  const page = await e2e.browser.newPage()
  const reply = await page.goto(e2e.origin.replace('127.0.0.1', 'evil.example'))
  expect(reply?.status()).toBe(403)
  const status = await page.evaluate(
    `fetch('/call/app.info', { method: 'POST', body: 'null', headers: { 'content-type': 'application/json' } })
      .then((reply) => reply.status)`,
  )
  expect(status).toBe(403)
  await page.close()
})

test('the policy blocks inline script, and lets WebAssembly compile', async () => {
  await run(`(() => { const tag = document.createElement('script'); tag.textContent = 'window.ran = true'
    document.head.append(tag) })()`)
  expect(await run('window.ran === true')).toBe(false)
  expect(await run('WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))')).toBe(true)
  const compiled = `WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'compiled', String)`
  expect(await run(compiled)).toBe('compiled')
})
