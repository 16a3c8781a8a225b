import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { type ImportOrder, previewImport } from '../../src/exchange/importFile.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { AppFault } from '../../src/plan/fault.ts'
import { readPlanText } from '../../src/plan/readPlan.ts'
import { faultWords } from '../../src/renderer/words/faultWords.ts'

const plan = readPlanText(readFileSync('resources/templates/campus.plan.json', 'utf8'))
const catalog = await readCatalog()
const fixture = (file: string) => gunzipSync(readFileSync(join(import.meta.dirname, '../fixtures', file)))
const [site] = plan.sites
const [line] = plan.demand

const preview = (fileName: string, file: Uint8Array | string, more: Partial<ImportOrder> = {}) =>
  previewImport(plan, catalog, {
    fileName,
    bytes: typeof file === 'string' ? strToU8(file) : file,
    ...more,
  })

/** New York Central Park, TMY3 of NREL (public domain), its first ten columns. */
test('a real EPW file becomes weather of the site, by which its cooling is computed', () => {
  const {
    target,
    changes,
    plan: after,
  } = preview('newYork.epw', fixture('weather/newYork-tmy3-first-10-columns.epw.gz'))
  expect(target).toBe('weather-epw')
  expect(changes).toMatchObject([
    { field: 'profiles', after: 'newYork.epw: New York Central Prk Obs Belv, 12.5 °C' },
  ])
  const { weather, days } = after!.sites[0]!.profiles!
  expect(weather!.place).toBe('New York Central Prk Obs Belv')
  expect(weather!.designDryBulbC).toBeGreaterThan(30)
  expect(days.reduce((sum, day) => sum + day.weightDays, 0)).toBeCloseTo(365, 9)
})

/** Azure LLM inference trace 2023, conversation (CC-BY, Azure Public Dataset). */
test('a real trace of Azure becomes sizes and burst of a line of demand; one of BurstGPT too', () => {
  const azure = preview('conv.csv', fixture('traces/azure-conv-2023-first-10000.csv.gz'), {
    demandId: line!.id,
    timeZone: 'America/New_York',
  })
  expect(azure.target).toBe('request-trace')
  expect(azure.plan!.demand[0]!.inputTokensPerCall).toBeGreaterThan(500)
  expect(azure.plan!.provenance[`demand[${line!.id}].inputTokensPerCall`]?.source).toContain('10000 requests')
  const burst = preview(
    'BurstGPT_1.csv',
    'Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type\n5,ChatGPT,472,18,490,Conversation log\n45,ChatGPT,1087,230,1317,Conversation log\n118,GPT-4,417,276,693,Conversation log\n',
  )
  expect(burst).toMatchObject({ target: 'request-trace', faults: [] })
  expect(burst.changes.filter(({ kind }) => kind === 'repaired').length).toBeGreaterThan(0)
  expect(preview('conv.csv', 'timestamp,input_tokens,output_tokens\nnever,1,1\n')).toMatchObject({
    plan: null,
    faults: expect.arrayContaining([expect.objectContaining({ row: 2, value: 'never' })]),
  })
})

/** In the shapes that `vllm bench serve --save-result` and AIPerf write. */
test('outputs of vLLM and AIPerf become measured runs; what they do not say is asked for by field', () => {
  const vllm = JSON.stringify({
    model_id: 'meta-llama/Llama-3.3-70B-Instruct-FP8',
    num_prompts: 640,
    max_concurrency: 64,
    duration: 250,
    completed: 640,
    total_input_tokens: 655_360,
    total_output_tokens: 655_360,
    request_throughput: 2.56,
    output_throughput: 2621.44,
    total_token_throughput: 5242.88,
    mean_ttft_ms: 210,
    mean_tpot_ms: 24,
  })
  const silent = preview('run.json', vllm)
  expect(silent).toMatchObject({ target: 'benchmarks', plan: null, changes: [] })
  expect(silent.faults.some(({ column }) => column.includes('accelerator'))).toBe(true)
  const run = { accelerator: 'H200', nAccel: 4, precision: 'fp8' }
  const told = preview('run.json', vllm, { run })
  expect(told.changes).toMatchObject([{ kind: 'added', after: 2621.44 / 4 }])
  expect(told.plan!.measurements).toHaveLength(plan.measurements.length + 1)
  const aiperf = `Metric,avg,min,max,p99,p50
Time To First Token (ms),300.0,200,400,390,300
Inter Token Latency (ms),24.10,20,30,29,24
Request Latency (ms),"25,000.00",24000,26000,25900,25000
Output Sequence Length (tokens),1024,1024,1024,1024,1024
Input Sequence Length (tokens),1024,1024,1024,1024,1024

Metric,Value
Output Token Throughput (per sec),"2,560.00"
Request Throughput (per sec),2.50
`
  const read = preview('profile_export.csv', aiperf, {
    run: { ...run, model: 'llama-3.3-70b', concurrency: 64 },
  })
  expect(read).toMatchObject({ target: 'benchmarks', faults: [] })
  expect(read.plan!.measurements.at(-1)!.outputTokSPerAccel).toBeCloseTo(640, 9)
})

test('a year of grid carbon goes into the profiles of the site, beside what they hold already', () => {
  const year = ['carbon kg/MWh', ...Array.from({ length: 8760 }, (_, hour) => (hour % 24 < 12 ? 300 : 500))]
  const { target, changes, plan: after } = preview('grid.csv', year.join('\n'))
  expect(target).toBe('hourly-carbon')
  expect(changes).toMatchObject([{ where: `sites, ${site!.id}`, after: 'grid.csv: 400 kg/MWh' }])
  expect(after!.sites[0]!.profiles!.kgCo2PerMwh!.weekday[0]!.slice(10, 14)).toEqual([300, 300, 500, 500])
  const more = previewImport(after!, catalog, {
    fileName: 'newYork.epw',
    bytes: fixture('weather/newYork-tmy3-first-10-columns.epw.gz'),
  })
  expect(more.plan!.sites[0]!.profiles).toMatchObject({
    note: 'Imported from grid.csv; newYork.epw',
    kgCo2PerMwh: after!.sites[0]!.profiles!.kgCo2PerMwh,
    weather: { place: 'New York Central Prk Obs Belv' },
  })
  const short = preview('grid carbon.csv', year.slice(0, 8750).join('\n'))
  expect(short).toMatchObject({ target: 'hourly-carbon', plan: null })
  expect(short.faults.map(({ expected }) => expected).join()).toContain('8,760 rows')
})

test.each([
  ['empty.csv', '', 'The file is empty'],
  ['blank.csv', '\n\n', 'The file is empty'],
  ['photo.png', Uint8Array.of(137, 80, 78, 71), 'The file cannot be read as a table'],
  ['other.bin', 'a\0b', 'The file cannot be read as a table'],
  ['huge.csv', 'Site,Grid limit (MW)\n'.repeat(100_001), 'The file cannot be read as a table'],
  ['wide.csv', 'a,'.repeat(2001), 'The file cannot be read as a table'],
])('%s is refused by a sentence, in Chinese too', (fileName, file, sentence) => {
  const { message, faults } = refusalOf(() => preview(fileName, file))
  expect(message).toBe(sentence)
  for (const { expected } of faults) expect(faultWords('zh').expected(expected)).toMatch(/\p{Script=Han}/u)
})

test('heads that no table has are answered by some that it has, in Chinese too', () => {
  const { faults } = preview('notes.txt', 'hello\n')
  expect(faults).toHaveLength(1)
  expect(faultWords('zh').expected(faults[0]!.expected)).toMatch(/^表头，例如 id/)
})

function refusalOf(work: () => unknown): AppFault {
  try {
    work()
  } catch (error) {
    if (error instanceof AppFault) return error
    throw error
  }
  throw new Error('Nothing was refused')
}
