import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planSchema, type SchemaNode } from '../../src/exchange/tables/planFields.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** Cells of the rows of terms: what stands between backticks, empty where nothing does. */
const rows = read('docs/rules.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
  .map((line) => line.split('|').map((cell) => /`([^`]+)`/.exec(cell)?.[1] ?? ''))

/** Whether a path such as `sites.power.onSite.maxMw` leads through things and lists of the plan's schema. */
function isField(node: SchemaNode | undefined, [key, ...rest]: readonly string[]): boolean {
  if (node?.items) return isField(node.items, key === undefined ? [] : [key, ...rest])
  if (key === undefined) return node !== undefined
  return isField(node?.properties?.[key], rest)
}

test('every term names fields and files that are there', () => {
  expect(rows.length).toBeGreaterThan(45)
  const fields = rows.map(([, , field]) => field!).filter(Boolean)
  expect(fields.filter((field) => !isField(planSchema(), field.split('.')))).toEqual([])
  const files = rows.flatMap(([, , , rule, audit]) => [
    `src/engine/${rule}`,
    ...(audit === '' ? [] : [`src/engine/audit/${audit}`]),
  ])
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
})

test('every file that ARCHITECTURE names is there', () => {
  const all = globSync('{src,test,bench,scripts}/**/*.{ts,tsx}', { cwd: ROOT }).map((file) =>
    file.replaceAll('\\', '/'),
  )
  const named = [...read('ARCHITECTURE.md').matchAll(/`([\w/]+(?:\.view)?\.tsx?)`/g)].map(([, file]) => file!)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !all.some((file) => file === name || file.endsWith(`/${name}`)))).toEqual([])
})
