import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Queue } from 'bullmq'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { sweep } from '../../src/cli/decide/sweep.ts'
import { readQueueAddress } from '../../src/cli/queue/address.ts'
import { openWorker, type QueueWorker } from '../../src/cli/queue/openWorker.ts'
import { readVersion, type Version } from '../../src/cli/queue/version.ts'
import { auditedSiteDocument } from '../fixtures/auditedSite.ts'

/** The first of the servers that is installed here. */
function findServer(): string | undefined {
  return ['redis-server', 'valkey-server'].find((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}
const server = findServer()
if (!server)
  console.warn('Skipped: sweeps on a queue, as neither redis-server nor valkey-server is installed here')

const folder = mkdtempSync(join(tmpdir(), 'tokenworks-queue-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, document: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(document))
  return path
}
const horizon = { start: '2027Q1', periods: 2, blocksPerDay: 2 }
const plan = file('plan.json', { ...auditedSiteDocument, horizon })
const spec = file('spec.json', {
  kind: 'pareto',
  ...{ against: 'carbon', shares: [0.9, 0.8], least: true },
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => probe.once('listening', done))
  const { port } = probe.address() as { port: number }
  await new Promise((done) => probe.close(done))
  return port
}

test('an address that is wrong, or where nobody answers, is named with the remedy', async () => {
  const args = [plan, spec, '--out', join(folder, 'never.json'), '--queue']
  const port = await freePort()
  await expect(sweep([...args, `redis://127.0.0.1:${port}`])).rejects.toMatchObject({
    message: 'The queue cannot be reached',
    faults: [
      {
        value: expect.stringContaining(`redis://127.0.0.1:${port} (`),
        expected: expect.stringContaining('start it'),
      },
    ],
  })
  await expect(sweep([...args, 'https://me:secret@host'])).rejects.toMatchObject({
    faults: [{ path: '--queue', value: 'https://host' }],
  })
  expect(readQueueAddress('rediss://me:secret@queue.example/2')).toEqual({
    connection: { host: 'queue.example', port: 6379, db: 2, username: 'me', password: 'secret', tls: {} },
    shown: 'rediss://queue.example:6379/2',
  })
})

describe.skipIf(!server)(`on a queue (${server ?? 'not run here'})`, () => {
  let process_: ChildProcess
  let queue = ''
  let version: Version
  let local: string
  const open: QueueWorker[] = []

  beforeAll(async () => {
    const port = await freePort()
    queue = `redis://127.0.0.1:${port}`
    process_ = spawn(server!, ['--port', String(port), '--save', '', '--dir', folder, '--bind', '127.0.0.1'])
    await new Promise<void>((done) => {
      process_.stdout?.on('data', (text: Buffer) => {
        if (/ready to accept/i.test(text.toString())) done()
      })
    })
    version = await readVersion()
    const out = join(folder, 'local.json')
    expect(await sweep([plan, spec, '--out', out, '--threads', '1'])).toBe(0)
    local = readFileSync(out, 'utf8')
  }, 120_000)
  afterEach(async () => {
    for (const worker of open.splice(0)) await worker.close(true)
  })
  afterAll(() => {
    process_.kill()
  })

  async function work(name: string, own = version, lostAfterS = 30): Promise<string[]> {
    const said: string[] = []
    const say = (line: string) => void said.push(line)
    const address = readQueueAddress(queue)
    open.push(await openWorker({ address, name, threads: 2, lostAfterS, version: own, say }))
    return said
  }

  function onQueue(name: string): { readonly done: Promise<number>; readonly read: () => string } {
    const out = join(folder, `${name}.json`)
    const done = sweep([plan, spec, '--out', out, '--queue', queue, '--queue-name', name])
    return { done, read: () => readFileSync(out, 'utf8') }
  }

  test('the same sweep is the same to the byte, and started again it is gathered without being solved again', async () => {
    const said = await work('same')
    const { done, read } = onQueue('same')
    expect(await done).toBe(0)
    expect(read()).toBe(local)
    const taken = said.filter((line) => line.endsWith('taken')).length
    expect(taken).toBe(5)
    expect(await onQueue('same').done).toBe(0)
    expect(said.filter((line) => line.endsWith('taken'))).toHaveLength(taken)
  }, 120_000)

  test('a worker of another version refuses, and the sweep says whose version is which', async () => {
    await work('versions', { ...version, catalog: 'f'.repeat(64) })
    await expect(onQueue('versions').done).rejects.toMatchObject({
      message: 'A task failed on the queue',
      faults: [
        { value: expect.stringMatching(/another version than the sweep.*catalog f{12}.*install the same/) },
      ],
    })
  }, 120_000)

  test('what is no task, and a plan that was changed on the way, are refused', async () => {
    const said = await work('wrong')
    const raw = new Queue('wrong', { connection: readQueueAddress(queue).connection })
    await raw.add('task', { version, contextHash: 'x', task: { id: 'a', edits: [], design: 'none' } })
    await raw.add('task', { version, contextHash: 'x', task: { id: 'b', edits: [], design: 'full' } })
    await raw.add('task', 'nonsense')
    await expect
      .poll(() => said.filter((line) => !line.endsWith('taken')).length, { timeout: 20_000 })
      .toBe(3)
    const all = said.join('\n')
    for (const part of ['design', 'is not on the queue, or was changed', 'says no version'])
      expect(all).toContain(part)
    await raw.close()
  }, 60_000)

  test('the task of a worker that was killed is taken by another', async () => {
    const command = ['src/cli/main.ts', 'work', '--queue', queue, '--queue-name', 'lost', '--threads', '1']
    const lost = spawn(process.execPath, [...command, '--lost-after', '2'], {
      cwd: join(import.meta.dirname, '../..'),
    })
    const taken = new Promise<void>((done) => {
      lost.stderr.on('data', (text: Buffer) => {
        if (text.toString().includes('taken')) done()
      })
    })
    const { done, read } = onQueue('lost')
    await taken
    lost.kill('SIGKILL')
    const said = await work('lost', version, 2)
    expect(await done).toBe(0)
    expect(read()).toBe(local)
    expect(said).toContain('base: taken')
  }, 120_000)
})
