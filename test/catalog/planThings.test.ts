import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSample } from '../../src/main/library/sample.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { findCommands } from '../../src/renderer/commands/findCommands.ts'
import { planThings } from '../../src/renderer/commands/planThings.ts'
import { readAt } from '../../src/renderer/grid/field.ts'

const { plan } = readSample(join(import.meta.dirname, '../../resources'))
const things = planThings(plan, await readCatalog(), 'en')
const found = (text: string) => findCommands(things, text).map(({ kind, id }) => `${kind} ${id}`)

test.each([
  ['dallas', 'site dal'],
  ['达拉斯', 'site dal'],
  ['b300', 'accelerator b300-node'],
  ['B 300', 'accelerator b300-node'],
  ['gpt oss 20b', 'model small'],
])('%s finds %s', (text, thing) => {
  expect(found(text)).toContain(thing)
})

test('each is said where its path leads, and none that bears another name is found', () => {
  for (const { path } of things) expect(readAt(plan, path), path.join('.')).toBeTypeOf('string')
  expect(found('no such thing')).toEqual([])
  expect(found('dallas')).not.toContain('site ash')
})
