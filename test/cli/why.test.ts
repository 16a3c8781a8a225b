import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { why } from '../../src/cli/decide/why.ts'
import { solve } from '../../src/cli/plan/solve.ts'
import { auditedSiteDocument } from '../fixtures/auditedSite.ts'

const folder = mkdtempSync(join(tmpdir(), 'tokenworks-why-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

const small = { ...auditedSiteDocument, horizon: { start: '2027Q1', periods: 3, blocksPerDay: 2 } }
const file = (name: string, document: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(document))
  return path
}

test('a plan that nothing satisfies ends with 3 and names what is in conflict and what would mend it', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const routing = { ...auditedSiteDocument.routing, residency: false, mustServe: true }
  expect(await solve([file('infeasible.json', { ...small, routing })])).toBe(3)
  const text = said.mock.calls.flat().join('\n')
  expect(text).toContain('cannot hold together')
  expect(text).toMatch(/demand for .*too much/)
  expect(text).toContain('set routing.mustServe to false')
})

test('why ranks what binds, prices a forced decision, and refuses the result of another plan', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const plan = file('plan.json', small)
  const result = join(folder, 'result.json')
  expect(await solve([plan, '--out', result])).toBe(0)
  const out = join(folder, 'why.json')
  expect(await why([plan, result, '--quarters', '1', '--demand', '--out', out])).toBe(0)
  const { limits } = JSON.parse(readFileSync(out, 'utf8'))
  expect(limits.length).toBeGreaterThan(0)
  expect(await why([plan, result, '--not', 'lease:b200<=0'])).toBe(0)
  const inDollars = said.mock.calls.flat().at(-1)
  expect(inDollars).toMatch(/lease:b200<=0 costs [\d.]+ M\$/)
  const euros = file('euros.json', { ...small, currency: { shown: 'EUR', perUsd: { EUR: 2 } } })
  expect(await why([euros, result, '--not', 'lease:b200<=0'])).toBe(0)
  const cost = (text: string): number => Number(/costs ([\d.]+) M[$€]/.exec(text)?.[1])
  expect(said.mock.calls.flat().at(-1)).toContain(' M€ (between ')
  expect(cost(said.mock.calls.flat().at(-1))).toBeCloseTo(2 * cost(inDollars), 1)
  await expect(why([plan, result, '--not', 'site:moon=closed'])).rejects.toThrow('decision')
  const other = file('other.json', { ...small, horizon: { ...small.horizon, periods: 2 } })
  await expect(why([other, result])).rejects.toThrow('other inputs')
})
