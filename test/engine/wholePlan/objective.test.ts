import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

const catalog = await readCatalog()

/** Tokens sold at one price, whatever they are. */
function sellingAt(usdPerMTok: number, own: Partial<PlanInput> = {}): PlanInput {
  return {
    ...oneSiteDocument,
    finance: { objective: 'margin' },
    demand: [
      {
        ...{ id: 'd', archetypeId: 'workflow_agent', unitsStart: 3000, unitsEnd: 3000, privacyShare: 0 },
        ...{ complexShare: 0, ttftMs: 3000, regionShares: { east: 1 } },
      },
    ],
    distribution: {
      sellPrices: {
        tokens: {
          usdPerMInput: usdPerMTok,
          usdPerMCachedInput: usdPerMTok,
          usdPerMOutput: usdPerMTok,
        },
        changePerYear: -0.2,
      },
    },
    ...own,
  }
}

async function solve(document: PlanInput) {
  const plan = readPlan(document)
  const answer = await solvePlan({ plan, catalog, inputsHash: 'h', gapShare: 0.001 })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const wrong = auditResult(plan, catalog, answer.result, 'h').lines.filter((line) => !line.isOk)
  expect(wrong.filter((line) => line.check !== 'queueing').map((line) => line.sentence)).toEqual([])
  return answer.result
}

test('for the most margin, tokens that sell below their cost are not served, and those above it are', async () => {
  const all = await solve(sellingAt(1000))
  expect(all.summary.unservedShare).toBeLessThan(1e-6)
  const cost = all.summary.levelisedUsdPerMTok
  const none = await solve(sellingAt(cost * 0.2))
  expect(none.summary.unservedShare).toBeCloseTo(1, 6)
  // What is lost is the sale: tokens x price, falling by a fifth a year, discounted to the middle of each quarter.
  const sold = none.periods.reduce((sum, period, t) => {
    const tokS = none.demand
      .filter((item) => item.period === period)
      .reduce((total, item) => total + item.tokS, 0)
    const years = (t + 0.5) / 4
    return sum + ((tokS * 8760 * 3600) / 4 / 1e6) * cost * 0.2 * 0.8 ** years * 1.1 ** -years
  }, 0)
  expect((none.solver.objectiveMusd * 1e6) / sold).toBeCloseTo(1, 5)
})

test('the most margin needs a price, and the freedom not to serve', () => {
  const faultsOf = (own: Partial<PlanInput>) => {
    try {
      readPlan(sellingAt(1, own))
    } catch (error) {
      return (error as { faults: readonly { path: string; expected: string }[] }).faults
    }
    return []
  }
  expect(faultsOf({ distribution: {} })).toMatchObject([{ path: 'finance.objective' }])
  expect(faultsOf({ routing: { mustServe: true } })).toMatchObject([{ path: 'finance.objective' }])
  expect(faultsOf({})).toEqual([])
})
