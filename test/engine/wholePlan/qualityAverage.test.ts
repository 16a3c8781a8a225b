import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanResult } from '../../../src/plan/result/result.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

const catalog = await readCatalog()
const [site] = oneSiteDocument.sites

/** One class of simple tasks, a weak fast model of quality 0.5 and a strong slow one of 0.9, floor 0.7. */
const base: PlanInput = {
  ...oneSiteDocument,
  horizon: { ...oneSiteDocument.horizon, periods: 2 },
  demand: [
    {
      ...{ id: 'd', archetypeId: 'workflow_agent', unitsStart: 20_000, unitsEnd: 20_000, privacyShare: 0 },
      ...{ complexShare: 0, regionShares: { east: 1 } },
    },
  ],
  models: [
    { id: 'weak', catalogModelId: 'gpt-oss-20b', quality: 0.5, royaltyUsdPerMTok: 0.001 },
    { id: 'strong', catalogModelId: 'DeepSeek-V4-Flash', quality: 0.9, royaltyUsdPerMTok: 0.004 },
  ],
  sites: [{ ...site!, facility: { ...site!.facility, moduleItMw: 0.1 } }],
  routing: { utilisationCap: {}, qualityFloorSimple: 0.7 },
}

function withRule(rule: 'hard' | 'average', distribution: PlanInput['distribution'] = {}): PlanInput {
  return { ...base, distribution, routing: { ...base.routing, qualityRule: rule } }
}

async function solve(document: PlanInput): Promise<PlanResult> {
  const plan = readPlan(document)
  const answer = await solvePlan({ plan, catalog, inputsHash: 'h', gapShare: 0.001 })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  return answer.result
}

function wrongOf(document: PlanInput, result: PlanResult): string[] {
  const { lines } = auditResult(readPlan(document), catalog, result, 'h')
  return lines.filter((line) => !line.isOk && line.check !== 'queueing').map((line) => line.sentence)
}

/** Tokens of the last quarter by model, over all. */
function sharesOf(result: PlanResult): Record<string, number> {
  const sums: Record<string, number> = {}
  const own = result.flows.filter((flow) => flow.period === result.periods.at(-1))
  const add = (id: string, bySlice: readonly number[]) => {
    const tokens = bySlice.reduce((sum, value, h) => sum + value * result.slices[h]!.hoursPerPeriod, 0)
    sums[id] = (sums[id] ?? 0) + tokens
  }
  for (const flow of own)
    for (const [id, values] of Object.entries(flow.tokSBySliceByModel ?? { [flow.to]: flow.tokSBySlice }))
      add(id, values)
  const all = Object.values(sums).reduce((sum, value) => sum + value, 0)
  return Object.fromEntries(Object.entries(sums).map(([id, value]) => [id, value / all]))
}

const costOf = (result: PlanResult) => result.solver.objectiveMusd

test('a hard floor needs the strong model for all; an average one for the half that keeps the mean', async () => {
  const [hard, average] = [await solve(withRule('hard')), await solve(withRule('average'))]
  expect(new Set(hard.placements.map((item) => item.modelId))).toEqual(new Set(['strong']))
  // 0.9 s + 0.5 (1 - s) = 0.7.
  expect(sharesOf(average).strong).toBeCloseTo(0.5, 4)
  expect(costOf(average)).toBeLessThan(costOf(hard) * 0.95)
  expect(wrongOf(withRule('hard'), hard)).toEqual([])
  expect(wrongOf(withRule('average'), average)).toEqual([])
})

test('the mean counts what an API and a lease serve', async () => {
  const apis = [
    {
      ...{ id: 'cheap', name: 'Cheap API', quality: 0.65, limitMTokS: 100 },
      prices: [{ from: '2026-01-01', usdPerMInput: 0.0001, usdPerMOutput: 0.0001 }],
    },
  ]
  const document = withRule('average', { apis })
  const result = await solve(document)
  // The API takes what the strong model can make up for: 0.65 a + 0.9 (1 - a) = 0.7.
  expect(sharesOf(result).cheap).toBeCloseTo(0.8, 3)
  expect(wrongOf(document, result)).toEqual([])
  const leases = [
    { id: 'l', name: 'Lease', acceleratorId: 'nvidia-b300-sxm', usdPerAccelH: 0.2, limitAccel: 1000 },
  ]
  const leased = withRule('average', { leases })
  const onLease = await solve(leased)
  expect(onLease.summary.leasedShare).toBeGreaterThan(0.9)
  expect(sharesOf(onLease).strong).toBeCloseTo(0.5, 3)
  expect(wrongOf(leased, onLease)).toEqual([])
})

test('the audit finds a mean below the floor', async () => {
  const document = withRule('average')
  const result = await solve(document)
  const turned = {
    ...result,
    flows: result.flows.map((flow) => {
      const { weak = [], strong = [] } = flow.tokSBySliceByModel ?? {}
      const more = strong.map((value) => value * 0.2)
      const models = {
        weak: weak.map((value, h) => value + more[h]!),
        strong: strong.map((value, h) => value - more[h]!),
      }
      return { ...flow, tokSBySliceByModel: models }
    }),
  }
  expect(wrongOf(document, turned).join(' ')).toMatch(/Mean quality of standard-simple of East/)
})

test('one class may keep its floor on average where the others keep it hard; without routing none does', async () => {
  const document = {
    ...base,
    routing: { ...base.routing, qualityRuleByClass: { 'standard-simple': 'average' as const } },
  }
  expect(sharesOf(await solve(document)).strong).toBeCloseTo(0.5, 4)
  const off = { ...document, routing: { ...document.routing, smallModelsForSimpleTasks: false } }
  const result = await solve({ ...off, routing: { ...off.routing, qualityFloorComplex: 0.7 } })
  expect(new Set(result.placements.map((item) => item.modelId))).toEqual(new Set(['strong']))
})
