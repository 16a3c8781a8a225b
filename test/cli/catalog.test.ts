import { afterEach, expect, test, vi } from 'vitest'
import { catalog } from '../../src/cli/plan/catalog.ts'

const lines: string[] = []
vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line))
afterEach(() => void lines.splice(0))

test('a name in another script leads to its rows, with grade, and to what covers it', async () => {
  expect(await catalog(['沐曦'])).toBe(0)
  expect(lines).toContain('accelerators:metax-c500  MetaX C500 (B)')
  expect(lines.join('\n')).toContain('coverage:65  Muoxi\n    see suppliers:metax, accelerators:metax-c500')
})

test('what is missing is said', async () => {
  await catalog(['transceivers'])
  expect(lines.join('\n')).toMatch(/not here: lead times of transceivers/)
})

test('a machine gets whole rows', async () => {
  await catalog(['B300', '--table', 'accelerators', '--json'])
  expect(JSON.parse(lines[0]!)[0]).toMatchObject({
    table: 'accelerators',
    id: 'nvidia-b300-sxm',
    memoryGb: 270,
    ecosystem: 'CUDA',
    estimatedFields: ['price_usd_low'],
  })
})

test('a table without words comes whole; nothing found, no words and no such table are wrong input', async () => {
  expect(await catalog(['--table', 'cooling'])).toBe(0)
  expect(JSON.parse(lines[0]!)).toHaveLength(11)
  expect(await catalog(['perpetuum', 'mobile'])).toBe(2)
  expect(await catalog([])).toBe(2)
  await expect(catalog(['--table', 'dreams'])).rejects.toThrow('An option is wrong')
})
