import { existsSync, statSync } from 'node:fs'
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { askForLink, leaveNote } from './runningHost.ts'
import { startWebHost, type WebHost } from './webHost.ts'

const closings: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closings.splice(0)) await close()
})

async function startHost(): Promise<{ host: WebHost; libraryFile: string; takeNote: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tokenworks-host-'))
  await writeFile(join(folder, 'index.html'), '<html><head></head></html>')
  const host = await startWebHost({
    pageFolder: folder,
    dispatch: async () => ({ ok: true as const, value: null }),
  })
  closings.push(host.close)
  const libraryFile = join(folder, 'library.sqlite')
  return { host, libraryFile, takeNote: leaveNote(libraryFile, host) }
}

async function trade(link: string, tab: string): Promise<unknown> {
  const { origin, hash } = new URL(link)
  const headers = { 'content-type': 'application/json', origin }
  const body = JSON.stringify({ ticket: hash.slice(1), tab })
  const reply = await fetch(`${origin}/session`, { method: 'POST', headers, body })
  return reply.ok ? ((await reply.json()) as { secret: string }).secret : reply.status
}

test('who comes back to a running host gets a link that works once, after the first link is used up', async () => {
  const { host, libraryFile } = await startHost()
  const secret = await trade(host.link, 'first')
  expect(await trade(host.link, 'second')).toBe(401)
  const link = (await askForLink(libraryFile))!
  expect(new URL(link).origin).toBe(host.origin)
  expect(await trade(link, 'second')).toBe(secret)
  expect(await trade(link, 'third')).toBe(401)
  // Each tab may trade its own again, as after a reload.
  expect(await trade(host.link, 'first')).toBe(secret)
  expect(await trade(link, 'second')).toBe(secret)
})

test('a link that nobody has used is void once a newer one is given', async () => {
  const { host, libraryFile } = await startHost()
  const link = (await askForLink(libraryFile))!
  expect(await trade(host.link, 'first')).toBe(401)
  expect(await trade(link, 'first')).toMatch(/^[\w-]{43}$/)
})

test('no link without the key', async () => {
  const { host } = await startHost()
  const headers = { 'content-type': 'application/json', origin: host.origin }
  for (const body of ['null', '{"nonce":"a","proof":"guess"}', '{"nonce":"","proof":""}']) {
    const reply = await fetch(`${host.origin}/ticket`, { method: 'POST', headers, body })
    expect(reply.status).toBe(401)
  }
})

test.skipIf(process.getuid === undefined)(
  'the note is its owner’s alone, and one that others could write is not believed',
  async () => {
    const { libraryFile } = await startHost()
    const file = `${libraryFile}.host`
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await chmod(file, 0o622)
    expect(await askForLink(libraryFile)).toBeUndefined()
    await chmod(file, 0o600)
    expect(await askForLink(libraryFile)).toBeDefined()
  },
)

test('a note is gone with its host; one of a host that was killed leads nowhere, nor does its key', async () => {
  const { host, libraryFile, takeNote } = await startHost()
  const note = await readFile(`${libraryFile}.host`, 'utf8')
  await takeNote()
  expect(existsSync(`${libraryFile}.host`)).toBe(false)
  expect(await askForLink(libraryFile)).toBeUndefined()
  await writeFile(`${libraryFile}.host`, note, { mode: 0o600 })
  await host.close()
  expect(await askForLink(libraryFile)).toBeUndefined()
  // Another program has its port by now, and would have the planner's browser.
  let heard = ''
  const other = createServer(async (request, response) => {
    for await (const chunk of request) heard += chunk
    response.end(JSON.stringify({ ticket: 'of-another-program', proof: 'guess' }))
  })
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  closings.push(() => new Promise((done) => other.close(() => done())))
  const origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
  await writeFile(`${libraryFile}.host`, JSON.stringify({ ...JSON.parse(note), origin }))
  expect(await askForLink(libraryFile)).toBeUndefined()
  expect(heard).toContain('nonce')
  expect(heard).not.toContain(host.key)
})

test('a note of a newer host is left where it is', async () => {
  const { host, libraryFile, takeNote } = await startHost()
  leaveNote(libraryFile, { origin: host.origin, key: 'k'.repeat(43) })
  await takeNote()
  expect(existsSync(`${libraryFile}.host`)).toBe(true)
})
