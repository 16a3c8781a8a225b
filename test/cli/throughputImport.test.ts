import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { throughput } from '../../src/cli/tokens/throughput.ts'
import { throughputImport } from '../../src/cli/tokens/throughputImport.ts'
import { readPlanText } from '../../src/plan/readPlan.ts'
import { auditedSiteDocument } from '../fixtures/auditedSite.ts'

const lines: string[] = []
vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line))

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokenworks-import-'))
})
afterEach(async () => {
  lines.splice(0)
  await rm(folder, { recursive: true, force: true })
})

const run = {
  model_id: 'openai/gpt-oss-20b',
  max_concurrency: 64,
  duration: 100,
  completed: 640,
  failed: 0,
  total_input_tokens: 655_360,
  total_output_tokens: 655_360,
  output_throughput: 6553.6,
}

test('measured runs are kept in the plan, by source, and the rest of its file stays as it was', async () => {
  const [plan, bench] = [join(folder, 'plan.json'), join(folder, 'run.json')]
  await writeFile(plan, JSON.stringify(auditedSiteDocument))
  await writeFile(bench, JSON.stringify(run))
  const args = [bench, '--into', plan, '--accelerator', 'B300', '--n-accel', '1', '--precision', 'fp4']
  expect(await throughputImport(args)).toBe(0)
  expect(await throughputImport(args)).toBe(0)
  const { measurements, ...rest } = JSON.parse(await readFile(plan, 'utf8'))
  expect(rest).toEqual(auditedSiteDocument)
  expect(measurements).toMatchObject([
    { source: 'run.json', model: 'gpt-oss-20b', accelerator: 'nvidia-b300-sxm', outputTokSPerAccel: 6553.6 },
  ])
  expect(readPlanText(await readFile(plan, 'utf8')).measurements).toHaveLength(1)
})

test('a run with a fault is left out, said, and changes no plan', async () => {
  const [plan, bench] = [join(folder, 'plan.json'), join(folder, 'run.json')]
  await writeFile(plan, JSON.stringify(auditedSiteDocument))
  await writeFile(bench, JSON.stringify({ ...run, output_throughput: 0 }))
  expect(await throughputImport([bench, '--into', plan, '--accelerator', 'B300', '--n-accel', '1'])).toBe(2)
  expect(lines.join('\n')).toContain('output_throughput')
  expect(JSON.parse(await readFile(plan, 'utf8'))).toEqual(auditedSiteDocument)
})

test('a question asked with a plan knows its hardware and follows its runs, and says so', async () => {
  const [plan, bench] = [join(folder, 'plan.json'), join(folder, 'run.json')]
  const card = { id: 'lab-x1', name: 'Lab X1', vendor: 'NVIDIA', memoryGb: 192, memBwTbS: 6, source: 'sheet' }
  await writeFile(plan, JSON.stringify({ ...auditedSiteDocument, customAccelerators: [card] }))
  await writeFile(bench, JSON.stringify({ ...run, output_throughput: 3000, duration: 218.45 }))
  const pair = ['--model', 'gpt-oss-20b', '--accelerator', 'Lab X1', '--concurrency', '64', '--plan', plan]
  await throughputImport([
    bench,
    '--into',
    plan,
    '--accelerator',
    'Lab X1',
    '--n-accel',
    '1',
    '--precision',
    'fp8',
  ])
  lines.splice(0)
  expect(await throughput([...pair, '--precision', 'fp8', '--tensor-parallel', '1', '--explain'])).toBe(0)
  expect(lines.join('\n')).toContain('run.json lies near')
  expect(lines.join('\n')).toContain('sources      sheet (C)')
  await expect(throughput(pair.slice(0, -2))).rejects.toThrow('no such accelerator')
})
