import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { audit as english } from '../../src/report/words/en/audit.ts'
import { audit as chinese } from '../../src/report/words/zh/audit.ts'

const FOLDER = 'src/engine/audit/checks'

test('every check of the audit has a name in both languages', async () => {
  const files = (await readdir(FOLDER)).filter((name) => !name.endsWith('.test.ts'))
  const texts = await Promise.all(files.map((name) => readFile(`${FOLDER}/${name}`, 'utf8')))
  const checks = new Set(
    texts.flatMap((text) => [...text.matchAll(/(?:CHECK =|check:) '([a-z-]+)'/g)].map((found) => found[1]!)),
  )
  expect(checks.size).toBeGreaterThan(30)
  expect([...checks].filter((name) => !(name in english.names))).toEqual([])
  expect([...checks].filter((name) => !(name in chinese.names))).toEqual([])
})
