import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { MOST_FILE_BYTES } from '../../contract/desktop.ts'
import { createFileInbox } from './fileInbox.ts'

const home = mkdtempSync(join(tmpdir(), 'tokenworks-inbox-test-'))
afterAll(() => rmSync(home, { recursive: true }))

const fileOf = (name: string, bytes: number): string => {
  const path = join(home, name)
  writeFileSync(path, '')
  truncateSync(path, bytes)
  return path
}

test('a file as large as the import takes comes in, a larger one is refused', () => {
  const inbox = createFileInbox(home, () => undefined)
  const trace = fileOf('trace.csv', 7_000_000)
  inbox.hand([trace])
  expect(
    inbox.take().map(({ fileName, base64 }) => [fileName, Buffer.from(base64, 'base64').length]),
  ).toEqual([['trace.csv', 7_000_000]])
  expect(inbox.recent()).toEqual([trace])
  expect(() => inbox.read(fileOf('huge.csv', MOST_FILE_BYTES + 1))).toThrow('too large')
  expect(() => inbox.read(join(home, 'gone.csv'))).toThrow('no longer there')
})
