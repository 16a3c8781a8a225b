import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const MOST_LINES = 400

test('no file of src has more than 400 lines', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
  expect(files.length).toBeGreaterThan(500)
  const long = files.filter(
    (file) => readFileSync(join(root, file), 'utf8').split('\n').length - 1 > MOST_LINES,
  )
  expect(long).toEqual([])
})
