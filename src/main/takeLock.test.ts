import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeLock } from './takeLock.ts'

const fresh = () => join(mkdtempSync(join(tmpdir(), 'tokenworks-lock-')), 'library.sqlite')

test('one holder at a time', () => {
  const file = fresh()
  const release = takeLock(file)
  expect(() => takeLock(file)).toThrow('open in another')
  release()
  expect(existsSync(`${file}.lock`)).toBe(false)
  takeLock(file)()
})

test.each(['2147483646', 'nonsense', ''])('a lock left by a crash (%s) is taken over', (owner) => {
  const file = fresh()
  writeFileSync(`${file}.lock`, owner)
  expect(() => takeLock(file)()).not.toThrow()
})
