import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { serve } from './serve.ts'

function folderWithPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tokenworks-serve-'))
  writeFileSync(join(folder, 'index.html'), '<head></head>')
  return folder
}

test.each(['-1', '65536', '80.5', 'web', ''])('port %s is refused by name', async (port) => {
  await expect(serve([`--port=${port}`])).rejects.toMatchObject({
    code: 'bad-input',
    faults: [{ path: '--port', value: port }],
  })
})

test('screens that are not built are missed before anything is opened', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokenworks-serve-'))
  const library = join(folder, 'library.sqlite')
  await expect(serve(['--page', folder, '--library', library])).rejects.toMatchObject({ code: 'not-found' })
  expect(existsSync(`${library}.lock`)).toBe(false)
})

test('serves until it is told to stop, alone on its library, and lets go of it', async () => {
  const folder = folderWithPage()
  const library = join(folder, 'library.sqlite')
  const args = ['--page', folder, '--library', library, '--no-open']
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  const running = serve(args)
  await vi.waitFor(() => expect(printed).toHaveBeenCalled())
  const link = String(printed.mock.calls[0]?.[0]).split(' ').at(-1)!
  expect((await fetch(link)).status).toBe(200)
  // Started again, it leads to the one that runs; on a port of its own it would be a second one.
  printed.mockClear()
  expect(await serve(args)).toBe(0)
  const another = printed.mock.calls.map(([line]) => /http:\S+/.exec(String(line))?.[0]).find(Boolean)!
  expect(new URL(another).origin).toBe(new URL(link).origin)
  expect(another).not.toBe(link)
  await expect(serve([...args, '--port=1'])).rejects.toMatchObject({ code: 'conflict' })
  process.emit('SIGTERM')
  expect(await running).toBe(0)
  for (const left of ['lock', 'host']) expect(existsSync(`${library}.${left}`)).toBe(false)
  await expect(fetch(link)).rejects.toThrow()
  printed.mockRestore()
})
