import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { audit } from '../../src/cli/plan/audit.ts'
import { solve } from '../../src/cli/plan/solve.ts'
import type { PlanResult } from '../../src/plan/result/result.ts'
import type { PlanInput } from '../../src/plan/schema/plan.ts'
import { printedCase } from '../fixtures/printedCases.ts'

/** Nodes that leave early, as the page of worked cases has them, against every choice of ages tried one by one here. */
const base: PlanInput = {
  ...printedCase('A plan for the cases'),
  ...printedCase('Nodes that leave early'),
}
const [node] = base.accelerators!
const folder = mkdtempSync(join(tmpdir(), 'tokenworks-retirement-case-'))
afterAll(() => rmSync(folder, { recursive: true }))
const [planFile, resultFile] = ['plan.json', 'result.json'].map((name) => join(folder, name)) as [
  string,
  string,
]

async function solved(plan: PlanInput): Promise<PlanResult> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  writeFileSync(planFile, JSON.stringify(plan))
  expect(await solve([planFile, '--out', resultFile])).toBe(0)
  expect(await audit([planFile, resultFile])).toBe(0)
  log.mockRestore()
  return JSON.parse(readFileSync(resultFile, 'utf8'))
}

const withShares = (retireResaleShares: number[]): PlanInput => ({
  ...base,
  accelerators: [{ ...node!, retireResaleShares }],
})
const leaving = ({ retirements }: PlanResult) =>
  retirements.map(({ boughtPeriod, period, units }) => [boughtPeriod, period, units])

test('three ages for three needs, to the dollar of the page', async () => {
  const result = await solved(base)
  expect(leaving(result)).toEqual([
    ['2027Q1', '2029Q1', 10],
    ['2028Q1', '2029Q1', 10],
  ])
  expect(result.retirements.map(({ saleMusd }) => saleMusd)).toEqual([
    expect.closeTo(1.2, 9),
    expect.closeTo(1.28, 9),
  ])
  expect(result.solver.objectiveMusd).toBeCloseTo(10.177152, 9)
  const kept = await solved({
    ...base,
    accelerators: [{ ...node!, retireAtYears: [], retireResaleShares: [] }],
  })
  expect(kept.solver.objectiveMusd).toBeCloseTo(10.56, 9)
})

test('the resale share at which ten nodes rather stay', async () => {
  expect(leaving(await solved(withShares([0.5, 0.2622])))).toHaveLength(2)
  expect(leaving(await solved(withShares([0.5, 0.2621])))).toEqual([['2028Q1', '2029Q1', 10]])
})

interface Draw {
  /** Nodes needed in each of four years. */
  readonly needs: readonly number[]
  readonly change: number
  readonly shares: readonly [number, number]
  readonly rate: number
  readonly hasValueLeft: boolean
}
const YEARS = 4
const LIFE = 6
const PRICE_MUSD = 0.5

/** Present value of a node from year `v` to year `end`, sold then where `share` is given, else kept to the horizon. */
function nodeMusd({ change, rate, hasValueLeft }: Draw, v: number, end: number, share?: number): number {
  const at = v + 0.5
  const paid = PRICE_MUSD * (1 + change) ** at
  const back =
    share !== undefined
      ? share * (1 + rate) ** -(end + 0.5)
      : hasValueLeft
        ? (1 - (YEARS - at) / LIFE) * (1 + rate) ** -YEARS
        : 0
  return paid * ((1 + rate) ** -at - back)
}

/** The least cost of all ways to have the nodes: so many of each year of purchase and age, tried one by one. */
function leastMusd(draw: Draw): number {
  const ways = [0, 1, 2, 3].flatMap((v) =>
    [1, 2, YEARS].flatMap((age) => {
      const isKept = age === YEARS
      if (!isKept && v + age >= YEARS) return []
      const end = isKept ? YEARS : v + age
      return [{ v, end, musd: nodeMusd(draw, v, end, isKept ? undefined : draw.shares[age - 1]) }]
    }),
  )
  const most = Math.max(...draw.needs)
  const spread = (index: number, have: readonly number[], musd: number): number => {
    if (index === ways.length)
      return have.every((units, year) => units >= draw.needs[year]!) ? musd : Number.POSITIVE_INFINITY
    const way = ways[index]!
    let best = Number.POSITIVE_INFINITY
    for (let units = 0; units <= most; units++) {
      const own = have.map((other, year) => (year >= way.v && year < way.end ? other + units : other))
      best = Math.min(best, spread(index + 1, own, musd + units * way.musd))
    }
    return best
  }
  return spread(0, [0, 0, 0, 0], 0)
}

const share = fc.double({ min: 0, max: 0.9, noNaN: true })
const Case: fc.Arbitrary<Draw> = fc.record({
  needs: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: YEARS, maxLength: YEARS }),
  change: fc.double({ min: -0.5, max: 0, noNaN: true }),
  shares: fc.tuple(share, share),
  rate: fc.constantFrom(0, 0.08),
  hasValueLeft: fc.boolean(),
})

test('twelve drawn cases cost what the best of all ways costs', async () => {
  await fc.assert(
    fc.asyncProperty(Case, async (draw) => {
      const { needs, change, shares, rate, hasValueLeft } = draw
      const result = await solved({
        ...base,
        finance: { ...base.finance, discountRatePerYear: rate, residualValue: hasValueLeft },
        accelerators: [
          { ...node!, priceChangePerYear: change, residualShare: 0, retireResaleShares: [...shares] },
        ],
        training: needs.flatMap((units, year) => {
          const [from, until] = [`${2027 + year}Q1`, `${2027 + year}Q4`]
          return units > 0
            ? [{ id: `need-${year}`, siteId: 'far', acceleratorId: 'node', units, from, until }]
            : []
        }),
      })
      expect(result.solver.objectiveMusd).toBeCloseTo(leastMusd(draw), 7)
    }),
    { numRuns: 12, seed: 7 },
  )
}, 120_000)
