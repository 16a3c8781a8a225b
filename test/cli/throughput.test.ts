import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { throughput } from '../../src/cli/tokens/throughput.ts'
import { oneSiteDocument } from '../fixtures/oneSite.ts'

const lines: string[] = []
vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))

const PAIR = [
  '--model',
  'deepseek-r1',
  '--accelerator',
  'nvidia-b200-sxm',
  '--input',
  '8000',
  '--output',
  '1000',
]
let folder = ''
let plan = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokenworks-throughput-'))
  plan = join(folder, 'plan.json')
  const [model] = oneSiteDocument.models
  const own = { ...model, catalogModelId: 'deepseek-r1', precision: 'fp4', prefill: 'disaggregated' }
  await writeFile(plan, JSON.stringify({ ...oneSiteDocument, models: [own] }))
})
afterEach(async () => {
  lines.splice(0)
  await rm(folder, { recursive: true, force: true })
})

test.each([['--curve'], ['--explain', '--tpot-ms', '50'], ['--tpot-ms', '50']])(
  'a model is shown as the plan has it deployed, else in chunks: %s',
  async (...options) => {
    expect(await throughput([...PAIR, ...options])).toBe(0)
    expect(lines.join('\n')).not.toMatch(/disaggregated|for prompts/)
    lines.splice(0)
    expect(await throughput([...PAIR, ...options, '--plan', plan])).toBe(0)
    expect(lines.join('\n')).toMatch(/disaggregated|fp4: \d+ for prompts, \d+ for answers/)
    lines.splice(0)
    expect(await throughput([...PAIR, ...options, '--plan', plan, '--prefill', 'chunked'])).toBe(0)
    expect(lines.join('\n')).not.toMatch(/disaggregated|for prompts/)
  },
)

test('both ways to read prompts are shown side by side, for a machine by name', async () => {
  expect(await throughput([...PAIR, '--curve', '--prefill', 'both'])).toBe(0)
  expect(lines.join('\n')).toMatch(/chunked.*disaggregated/s)
  lines.splice(0)
  expect(await throughput([...PAIR, '--explain', '--tpot-ms', '50', '--prefill', 'both', '--json'])).toBe(0)
  const own = JSON.parse(lines.join('\n')) as Record<string, { prediction: { outputTokSPerAccel: number } }>
  expect(Object.keys(own)).toEqual(['chunked', 'disaggregated'])
  expect(own.disaggregated!.prediction.outputTokSPerAccel).toBeGreaterThan(
    own.chunked!.prediction.outputTokSPerAccel,
  )
})

test('another way to read prompts is refused with those that there are', async () => {
  await expect(throughput([...PAIR, '--prefill', 'mixed'])).rejects.toMatchObject({
    faults: [{ path: '--prefill', value: 'mixed', expected: expect.stringContaining('fastest, both') }],
  })
})
