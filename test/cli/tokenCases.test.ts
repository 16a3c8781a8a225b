import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test, vi } from 'vitest'
import { breakeven } from '../../src/cli/decide/breakeven.ts'
import { sweep } from '../../src/cli/decide/sweep.ts'
import { check } from '../../src/cli/plan/check.ts'
import { market } from '../../src/cli/plan/market.ts'
import { solve } from '../../src/cli/plan/solve.ts'
import { demand } from '../../src/cli/tokens/demand.ts'
import { fleet } from '../../src/cli/tokens/fleet.ts'
import type { PlanResult } from '../../src/plan/result/result.ts'
import type { PlanInput } from '../../src/plan/schema/plan.ts'
import { printedCase } from '../fixtures/printedCases.ts'

/** Every case of the page, with the documents that it prints, as a reader would run them. */
const base: PlanInput = printedCase('A plan for the cases')

const folder = mkdtempSync(join(tmpdir(), 'tokenworks-token-cases-'))
afterAll(() => rmSync(folder, { recursive: true }))
const out = join(folder, 'out.json')
const answered = () => JSON.parse(readFileSync(out, 'utf8'))
const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const solved = async (plan: object): Promise<PlanResult> => {
  expect(await solve([file('plan.json', plan), '--out', out])).toBe(0)
  return answered()
}
const near = (found: number, expected: number, share: number) =>
  expect(Math.abs(found / expected - 1)).toBeLessThan(share)

test('the published fleet, its cost and revenue, within 1 %', async () => {
  expect(await fleet([file('fleet.json', printedCase('published fleet')), '--out', out])).toBe(0)
  const { meanNodes, costUsdPerDay, revenueUsdPerDay } = answered()
  near(meanNodes, 226.75, 0.01)
  near(costUsdPerDay, 87_072, 0.01)
  near(revenueUsdPerDay, 562_027, 0.01)
})

test('latency, privacy or quality alone decides where tokens are served', async () => {
  const spec = printedCase('Latency, privacy or quality')
  const args = [file('plan.json', base), file('spec.json', spec), '--out', out, '--threads', '1']
  expect(await sweep(args)).toBe(0)
  const taken = (id: string) => {
    const { metrics } = answered().rows.find((row: { id: string }) => row.id === id)
    const sizes: [string, number][] = Object.entries(metrics.decisions)
    return sizes.filter(([name, size]) => !name.startsWith('accelerator') && size > 0).map(([name]) => name)
  }
  expect(taken('as-it-is')).toEqual(['site:far'])
  expect(taken('latency')).toEqual(['site:near'])
  expect(taken('privacy')).toEqual(['site:near'])
  expect(taken('cheap-api')).toEqual(['api:weak'])
  expect(taken('quality')).toEqual(['site:far'])
})

test('the lease price at which the answer turns, to 1 % of what is calculated by hand', async () => {
  const asked = ['--input', 'distribution.leases[lease].usdPerAccelH', '--flips', 'site:far']
  expect(
    await breakeven([file('plan.json', base), ...asked, '--from', '1', '--to', '20', '--out', out]),
  ).toBe(0)
  near(answered().threshold.value, 400_000 / 8 / 8760, 0.01)
})

test('both sides of the market move: prices, the answer and where it turns, by hand', async () => {
  const plan = { ...base, ...printedCase('Leases get 30 % cheaper') }
  const { moves } = plan.distribution.market
  const asideMarket = { moves, applies: false }
  const aside = { ...plan, distribution: { ...plan.distribution, market: asideMarket } }
  const priced = async (own: object) => {
    expect(await market([file('plan.json', own), '--out', out])).toBe(0)
    return Object.fromEntries(
      answered().prices.map(({ kind, byPeriod }: { kind: string; byPeriod: { usd: number }[] }) => [
        kind,
        byPeriod.map(({ usd }) => Number(usd.toPrecision(9))),
      ]),
    )
  }
  expect(await priced(plan)).toEqual({ lease: [3.2, 2.24], sell: [1, 0.54] })
  expect(await priced(aside)).toEqual({ lease: [3.2, 3.2], sell: [1, 0.9] })
  const [moved, kept] = [await solved(plan), await solved(aside)]
  expect(moved.summary.leasedShare).toBeCloseTo(1, 9)
  // Within the gap a lease may stand in for a unit that would hardly work.
  expect(kept.summary.leasedShare).toBeLessThan(0.01)
  near(moved.cash!.revenueMusd, 407.407 * 31.536 * 1.54, 1e-4)
  near(kept.cash!.revenueMusd, 407.407 * 31.536 * 1.9, 1e-4)
  const turns = async (own: object) => {
    const asked = ['--input', 'distribution.leases[lease].usdPerAccelH', '--flips', 'site:far']
    await breakeven([file('plan.json', own), ...asked, '--from', '1', '--to', '20', '--out', out])
    return answered().threshold.value
  }
  near(await turns(plan), (400_000 / 8 / 17_520) * (2 / 1.7), 0.01)
  near(await turns(aside), 400_000 / 8 / 17_520, 0.01)
})

const busy = { ...base, ...printedCase('Tokens are conserved') }

test('tokens are conserved in every block of hours while some are served, leased, bought and unserved', async () => {
  const { flows, demand: asked, slices, summary } = await solved(busy)
  for (const to of ['near', 'lease', 'weak']) expect(flows.some((own) => own.to === to)).toBe(true)
  expect(summary.unservedShare).toBeGreaterThan(0.01)
  const profile = busy.demand[0].profile
  const inHour = (hour: number, dayType: string) =>
    profile.hours[hour] * (dayType === 'weekend' ? profile.weekendLevel : 1)
  const weekMean = (5 + 2 * profile.weekendLevel) / 7
  for (const { classId, regionId, unservedTokSBySlice, waitedTokSBySlice } of asked)
    slices.forEach(({ hoursUtc, dayType }, h) => {
      const served = flows
        .filter((own) => own.classId === classId && own.regionId === regionId)
        .reduce((sum, own) => sum + own.tokSBySlice[h]!, 0)
      const level =
        hoursUtc.reduce((sum, hour) => sum + inHour(hour, dayType), 0) / hoursUtc.length / weekMean
      const expected = (busy.demand[0].unitsStart * 44_000 * level) / 86_400
      near(served + (unservedTokSBySlice[h] ?? 0) - (waitedTokSBySlice[h] ?? 0), expected, 1e-6)
    })
  expect(new Set(asked.map(({ classId }) => classId))).toEqual(new Set(['standard-simple', 'batch-simple']))
})

test('work that may wait fills the nights: two thirds of the nodes do', async () => {
  const [site] = busy.sites
  const wide = {
    ...busy,
    distribution: { egressUsdPerGb: 0 },
    sites: [{ ...site, facility: { ...site.facility, existingItMw: 100, maxItMw: 100 } }],
  }
  const nodes = ({ builds }: PlanResult) => builds[0]!.unitsByAccelerator.node!
  const waiting = await solved(wide)
  const atOnce = await solved({ ...wide, routing: { ...busy.routing, deferrableHours: { batch: 0 } } })
  near(nodes(atOnce) / nodes(waiting), 1.5, 0.01)
  const tokensOf = (classId: string) => waiting.flows.find((own) => own.classId === classId)!.tokSBySlice
  const [agents, documents] = [tokensOf('standard-simple'), tokensOf('batch-simple')]
  near(documents[0]! / agents[0]!, 3, 0.01)
  near(documents[1]! / agents[1]!, 1 / 3, 0.01)
})

test('without routing the plan needs as many more megawatts as the share of the small model implies', async () => {
  const plan = { ...base, ...printedCase('Routing off') }
  expect(await demand(['layer-value', file('plan.json', plan), '--unlimited', '--out', out])).toBe(0)
  const { megawatts, implied } = answered()
  expect(implied.smallShare).toBeCloseTo(0.7, 9)
  expect(implied.ratio).toBeGreaterThan(1.2)
  near(megawatts.withoutRouting, implied.ratio, 0.01)
}, 60_000)

test('tiers: devices take their share at the user, and a class kept to the edge goes there alone', async () => {
  const plan = { ...base, ...printedCase('Devices, the edge') }
  const { summary, flows, builds, purchases } = await solved(plan)
  near(summary.deviceShare!, 0.5 * 0.4, 1e-3)
  near(summary.edgeShare!, 0.5 * 0.4 + 0.5, 1e-3)
  expect(purchases).toEqual([])
  const tokS = (to: string) => flows.filter((own) => own.to === to).reduce((sum, own) => sum + own.tokS, 0)
  near(tokS('far') / (tokS('far') + tokS('near') + tokS('phones')), 0.3, 1e-3)
  expect(flows.filter((own) => own.classId === 'standard-complex').map((own) => own.to)).toEqual(['near'])
  const usedMw = builds.reduce((sum, own) => sum + own.usedItMw, 0)
  const all = await solved(base)
  near(usedMw, 0.8 * all.builds.reduce((sum, own) => sum + own.usedItMw, 0), 0.01)
})

const traces = join(import.meta.dirname, '../fixtures/traces')

test('10,000 requests of Azure: the figures that the page prints', async () => {
  const csv = gunzipSync(readFileSync(join(traces, 'azure-conv-2023-first-10000.csv.gz'))).toString('utf8')
  expect(await demand(['import-trace', file('azure.csv', csv), '--out', out])).toBe(0)
  const { requests, input, output, burstFactor, tokSByHour } = answered()
  expect(requests).toBe(10_000)
  near(input.mean, 1242.43, 0.02)
  near(output.mean, 218.41, 0.02)
  near(burstFactor, 1.592, 0.02)
  near(tokSByHour[18], 8173, 0.02)
})

test('BurstGPT: seconds, failures, two sizes of day and night', async () => {
  const args = ['import-trace', join(traces, 'burstgpt-format.csv'), '--start', '2024-01-01T00:00']
  expect(await demand([...args, '--out', out])).toBe(0)
  const { requests, repairs, tokSByHour, demand: overrides } = answered()
  expect(requests).toBe(48)
  expect(repairs).toEqual(['4 requests without a token in or out (failures) left out.'])
  // Two requests an hour: 2 x 1,100 tokens before noon, 2 x 3,100 after it.
  near(tokSByHour[3], 2200 / 3600, 1e-9)
  near(tokSByHour[15], 6200 / 3600, 1e-9)
  near(overrides.profile.hours[15] / overrides.profile.hours[3], 6200 / 2200, 1e-9)
  near(overrides.inputTokensPerCall, 2000, 1e-9)
})

test('Azure 2024: offsets, microseconds and none; a busy minute', async () => {
  expect(await demand(['import-trace', join(traces, 'azure-2024-format.csv'), '--out', out])).toBe(0)
  const { from, requests, repairs, burstFactor, demand: overrides } = answered()
  expect(from).toBe('2024-05-10T00:00:10.000Z')
  expect(requests).toBe(24 * 20 + 9)
  expect(repairs).toEqual([])
  // Hour 9: 29 requests of 2,050 tokens, 10 of them in one minute.
  near(burstFactor, 10 / (29 / 60), 0.001)
  near(overrides.profile.hours[9] / overrides.profile.hours[3], (29 * 2050) / (20 * 520), 0.001)
})

test('what is refused, in the words of the page', async () => {
  const refused = (own: object) => refusedPlan({ demand: [{ ...base.demand![0]!, ...own }] })
  const refusedPlan = async (own: object) => {
    const fault = await check([file('wrong.json', { ...base, ...own })]).then(
      () => undefined,
      (error: { code: string; faults: readonly object[] }) => error,
    )
    expect(fault?.code).toBe('bad-input')
    return fault?.faults[0]
  }
  const [path, value, expected] = ['demand[0].regionShares', 0.7, 'shares that sum to 1']
  expect(await refused({ regionShares: { east: 0.7 } })).toEqual({ path, value, expected })
  expect(await refused({ profile: { hours: Array(23).fill(1) } })).toMatchObject({
    ...{ path: 'demand[0].profile.hours', expected: '24 hours of a day or 168 of a week' },
  })
  expect(await refused({ steps: [{ from: '2027Q1', addUnits: -9e8 }] })).toMatchObject({
    ...{ path: 'demand[0].steps', value: -1e8 },
    expected: expect.stringContaining('at least 0 units in 2027Q1'),
  })
  expect(await refused({ unitsEnd: -1 })).toMatchObject({ path: 'demand[0].unitsEnd', value: -1 })
  expect(await refused({ complexShare: 1.2 })).toMatchObject({ path: 'demand[0].complexShare', value: 1.2 })
  const leased = (prices: object[]) => ({
    distribution: { ...base.distribution, leases: [{ ...base.distribution!.leases![0]!, prices }] },
  })
  const at = (from: string) => ({ from, usdPerAccelH: 1 })
  expect(await refusedPlan(leased([at('2028-13')]))).toMatchObject({
    ...{ path: 'distribution.leases[0].prices[0].from', value: '2028-13' },
    expected: expect.stringContaining('a day, month or quarter'),
  })
  expect(await refusedPlan(leased([at('2028Q1'), at('2028-01')]))).toMatchObject({
    ...{ path: 'distribution.leases[0].prices[1].from', value: '2028-01' },
    expected: 'a day on which no other price of this list begins',
  })
  const { distribution } = printedCase('Leases get 30 % cheaper')
  const moves = [{ ...distribution.market.moves[0], until: '2027Q1' }]
  expect(await refusedPlan({ distribution: { ...distribution, market: { moves } } })).toMatchObject({
    ...{ path: 'distribution.market.moves[0].until', value: '2027Q1', expected: 'a day after 2028Q1' },
  })
})

test('a region with no route: a warning, unserved tokens, and no plan where all must be served', async () => {
  const stranded = {
    ...base,
    demand: [{ ...base.demand![0]!, privacyShare: 1 }],
    sites: [base.sites[1]!],
  }
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const said = () => log.mock.calls.flat().join('\n')
  expect(await check([file('stranded.json', stranded)])).toBe(0)
  expect(said()).toContain('warning: standard-simple-private.east may be served nowhere')
  expect((await solved(stranded)).summary.unservedShare).toBeCloseTo(1, 9)
  const must = file('must.json', { ...stranded, routing: { mustServe: true } })
  expect(await solve([must, '--out', out])).toBe(3)
  log.mockRestore()
})
