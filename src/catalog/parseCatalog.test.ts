import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TABLES } from '../plan/catalog/catalog.ts'
import { AppFault } from '../plan/fault.ts'
import { getAccelerator, getModel } from './find.ts'
import { parseCatalog } from './parseCatalog.ts'

const folder = join(import.meta.dirname, '../../resources/catalog')
const shipped = Object.fromEntries(
  Object.keys(TABLES).map((name) => [name, readFileSync(join(folder, `${name}.csv`), 'utf8')]),
)

function faultsOf(files: Record<string, string>) {
  try {
    parseCatalog(files)
  } catch (error) {
    if (error instanceof AppFault) return error.faults
    throw error
  }
  return []
}

test('every shipped row is read', () => {
  const catalog = parseCatalog(shipped)
  expect(catalog.accelerators).toHaveLength(62)
  expect(catalog.models).toHaveLength(38)
  expect(catalog.latency.length).toBeGreaterThan(2000)
  expect(getAccelerator(catalog, 'NVIDIA B300 SXM').memoryGb).toBe(270)
  expect(getModel(catalog, 'gpt-oss-20b').activeParamsB).toBe(3.6)
})

test('an unknown accelerator is answered with near names', () => {
  expect(() => getAccelerator(parseCatalog(shipped), 'nvidia-b3')).toThrow(/no such accelerator/)
})

test('a word in a number column is named by file, row and column', () => {
  const regions = shipped.regions!.replace('39.04', 'north')
  expect(faultsOf({ ...shipped, regions })[0]).toMatchObject({
    path: 'regions.csv row 2, column lat',
    value: 'north',
  })
})

test('a duplicate id is a fault', () => {
  const lines = shipped.cooling!.trimEnd().split('\n')
  const cooling = [...lines, lines[1]].join('\n')
  expect(faultsOf({ ...shipped, cooling })[0]?.expected).toBe('an id used once')
})
