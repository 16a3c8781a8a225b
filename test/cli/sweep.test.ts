import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { breakeven } from '../../src/cli/decide/breakeven.ts'
import { refreshAge } from '../../src/cli/decide/refreshAge.ts'
import { sweep } from '../../src/cli/decide/sweep.ts'
import { auditedSiteDocument } from '../fixtures/auditedSite.ts'

const folder = mkdtempSync(join(tmpdir(), 'tokenworks-sweep-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, document: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(document))
  return path
}
const plan = file('plan.json', {
  ...auditedSiteDocument,
  horizon: { start: '2027Q1', periods: 2, blocksPerDay: 2 },
})

test('a sweep writes its rows and leaves nothing half done behind', async () => {
  const spec = file('spec.json', {
    kind: 'sensitivity',
    inputs: [{ path: 'demand[*].unitsEnd', low: 0.8, high: 1.2 }],
  })
  const out = join(folder, 'out.json')
  expect(await sweep([plan, spec, '--out', out, '--threads', '2'])).toBe(0)
  const report = JSON.parse(readFileSync(out, 'utf8'))
  expect(report.rows).toHaveLength(3)
  const [bar] = report.tornado
  expect(bar.lowMusd).toBeLessThan(bar.baseMusd)
  expect(bar.highMusd).toBeGreaterThan(bar.baseMusd)
  expect(existsSync(`${out}.part`)).toBe(false)
})

test('break-even of a lease: below some price it is taken', async () => {
  const args = [plan, '--input', 'distribution.leases[b200].usdPerAccelH', '--flips', 'lease:b200']
  const out = join(folder, 'breakeven.json')
  expect(await breakeven([...args, '--from', '0.01', '--to', '20000', '--gap', '0.0001', '--out', out])).toBe(
    0,
  )
  const { threshold } = JSON.parse(readFileSync(out, 'utf8'))
  expect(threshold.below.holds).toBe(true)
  expect(threshold.above.holds).toBe(false)
  expect(threshold.above.value - threshold.below.value).toBeLessThan(0.011 * threshold.value)
})

test('the best age is written into the plan, and an accelerator that is not there is refused', async () => {
  const [out, into] = ['ages.json', 'aged.plan.json'].map((name) => join(folder, name))
  const args = ['--ages', '0.25', '--kept', '0', '--gap', '0.001', '--out', out!, '--into', into!]
  expect(await refreshAge([plan, ...args])).toBe(0)
  const { tried, best } = JSON.parse(readFileSync(out!, 'utf8'))
  expect(tried).toHaveLength(2)
  expect(best).toEqual({ node: null })
  expect(JSON.parse(readFileSync(into!, 'utf8')).accelerators[0].refreshYears).toBeUndefined()
  await expect(refreshAge([plan, '--accelerator', 'nobody'])).rejects.toThrow('option')
})

test('a specification that is wrong is refused by its field', async () => {
  const spec = file('wrong.json', { kind: 'sensitivity', inputs: [{ path: 'a', low: 'much', high: 2 }] })
  await expect(sweep([plan, spec, '--out', join(folder, 'never.json')])).rejects.toThrow('specification')
})
