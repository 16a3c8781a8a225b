import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

test('every command that the README shows is one that the program lists', () => {
  const help = execFileSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), '--help'], { encoding: 'utf8' })
  const listed = new Set([...help.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name))
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const shown = [...readme.matchAll(/npm run tokenworks -- ([a-z-]+)/g)].map(([, name]) => name)
  expect(shown).toContain('serve')
  expect(shown.filter((name) => !listed.has(name))).toEqual([])
})
