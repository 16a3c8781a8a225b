import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditedSiteDocument } from '../../../test/fixtures/auditedSite.ts'
import { demand } from './demand.ts'
import { fleet } from './fleet.ts'

const folder = mkdtempSync(join(tmpdir(), 'tokenworks-demand-'))
const out = join(folder, 'answer.json')
const planFile = join(folder, 'plan.json')
writeFileSync(planFile, JSON.stringify(auditedSiteDocument))
const answered = () => JSON.parse(readFileSync(out, 'utf8'))

test('tokens of every line and quarter of a plan', async () => {
  expect(await demand([planFile, '--out', out])).toBe(0)
  const [coders] = answered().lines
  // 20,000 developers x 12 tasks x 20 calls x 75,250 tokens.
  expect(coders.quarters[0].tokensPerDay).toBeCloseTo(20_000 * 12 * 20 * 75_250, -3)
  expect(coders.quarters[0].tokensPerS).toBeCloseTo(coders.quarters[0].tokensPerDay / 86_400, 3)
})

test('a trace goes into a line of a plan, out of order or not', async () => {
  const trace = join(folder, 'trace.csv')
  const rows = ['2024-05-06 10:00:01,900,100', '2024-05-06 10:00:00,1100,100', '2024-05-06 10:01:00,1000,100']
  writeFileSync(trace, ['TIMESTAMP,ContextTokens,GeneratedTokens', ...rows].join('\n'))
  const into = join(folder, 'changed.json')
  const args = [
    'import-trace',
    trace,
    '--plan',
    planFile,
    '--demand',
    'service',
    '--into',
    into,
    '--out',
    out,
  ]
  expect(await demand(args)).toBe(0)
  const changed = JSON.parse(readFileSync(into, 'utf8'))
  expect(changed.demand[1]).toMatchObject({ inputTokensPerCall: 1000, outputTokensPerCall: 100 })
  expect(answered().repairs[0]).toMatch(/out of order/)
  const unknown = demand(['import-trace', trace, '--plan', planFile, '--demand', 'nobody'])
  await expect(unknown).rejects.toMatchObject({ code: 'bad-input' })
})

test('a table of years is the growth of a line of a plan; a row that cannot be read is named', async () => {
  const table = join(folder, 'growth.csv')
  const into = join(folder, 'grown.json')
  const args = [
    'growth-table',
    table,
    '--plan',
    planFile,
    '--demand',
    'service',
    '--into',
    into,
    '--out',
    out,
  ]
  writeFileSync(table, 'year;users\n2027;1,000\n2028;5,000\n')
  expect(await demand(args)).toBe(0)
  const grown = JSON.parse(readFileSync(into, 'utf8')).demand[1]
  expect(grown.growth).toBe('table')
  expect(grown.unitsByPeriod.slice(0, 4)).toEqual([1000, 2000, 3000, 4000])
  expect(answered().units['2027Q2']).toBe(2000)
  writeFileSync(table, '2027;1,000\nlater;5,000\n')
  await expect(demand(args)).rejects.toMatchObject({ faults: [{ path: 'row 2, period', value: 'later' }] })
})

test('what layer 6 is worth: megawatts and money with and without it', async () => {
  const short = { ...auditedSiteDocument, horizon: { start: '2027Q1', periods: 2, blocksPerDay: 2 } }
  writeFileSync(planFile, JSON.stringify(short))
  expect(await demand(['layer-value', planFile, '--time', '20', '--out', out])).toBe(0)
  const { asItIs, withoutRouting, withoutWaiting, withoutPooling } = answered()
  // One site: nothing to pool.
  expect(withoutPooling.netPresentCostMusd).toBeCloseTo(asItIs.netPresentCostMusd, 1)
  expect(withoutRouting.netPresentCostMusd + withoutRouting.unservedShare).toBeGreaterThan(
    asItIs.netPresentCostMusd + asItIs.unservedShare,
  )
  expect(withoutWaiting.netPresentCostMusd).toBeCloseTo(asItIs.netPresentCostMusd, 1)
})

test('the sample without limits: off, routing needs as many more megawatts as the small models imply; pooling saves some', async () => {
  const sample = join(import.meta.dirname, '../../../resources/samples/meridian.plan.json')
  expect(await demand(['layer-value', sample, '--unlimited', '--gap', '0.005', '--out', out])).toBe(0)
  const { megawatts, implied, asItIs, withoutPooling } = answered()
  // A rack that would serve the last millionth costs more than leaving it.
  expect(asItIs.unservedShare).toBeLessThan(1e-5)
  expect(implied.smallShare).toBeGreaterThan(0.5)
  expect(Math.abs(megawatts.withoutRouting / implied.ratio - 1)).toBeLessThan(0.03)
  expect(withoutPooling.usedItMwEnd).toBeGreaterThan(asItIs.usedItMwEnd * 1.1)
}, 120_000)

test('a fleet as a worked case', async () => {
  const file = join(folder, 'fleet.json')
  const nodeRates = { accelPerNode: 8, inputTokS: 8000, outputTokS: 800 }
  writeFileSync(file, JSON.stringify({ tokensPerDay: { input: 86_400e6, output: 8640e6 }, nodeRates }))
  expect(await fleet([file, '--out', out])).toBe(0)
  expect(answered().meanNodes).toBeCloseTo(125 + 125, 9)
})
