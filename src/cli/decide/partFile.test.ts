import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Outcome } from '../../engine/vary/task.ts'
import { PartFile } from './partFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'tokenworks-part-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const outcome = (id: string): Outcome => ({ id, metrics: null, message: '', kind: 'no-plan', faults: [] })

test('a sweep goes on from the whole outcomes of its own file', () => {
  const file = join(folder, 'own.part')
  new PartFile(file, 'this sweep').add(outcome('a'))
  expect([...new PartFile(file, 'this sweep').known]).toEqual([['a', outcome('a')]])
  expect(new PartFile(file, 'another sweep').known.size).toBe(0)
})

test('a line cut short, or that is no outcome, is solved again and spoils none that comes after', () => {
  const file = join(folder, 'cut.part')
  writeFileSync(file, 'this sweep\n')
  appendFileSync(file, '{"id":"strange","kind":"plan"}\n')
  appendFileSync(file, JSON.stringify(outcome('cut')).replace('"faults":[]}', '"faults":[{}'))
  const part = new PartFile(file, 'this sweep')
  expect(part.known.size).toBe(0)
  part.add(outcome('b'))
  expect([...new PartFile(file, 'this sweep').known.keys()]).toEqual(['b'])
  part.remove()
  expect(existsSync(file)).toBe(false)
})
