import { beforeAll, describe, expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { budgetUses } from '../../../src/engine/results/money/budgetUse.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanResult } from '../../../src/plan/result/result.ts'
import type { Plan } from '../../../src/plan/schema/plan.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

const catalog = await readCatalog()

/** Cooled with water, without plant of its own. */
const document = {
  ...auditedSiteDocument,
  horizon: { start: '2027Q1', periods: 6, blocksPerDay: 2 as const },
  sites: auditedSiteDocument.sites.map((site) => ({
    ...site,
    facility: { ...site.facility, coolingTechnologyId: 'dlc85_w32_tower' },
    power: { ...site.power, onSite: [], contracts: [] },
  })),
}
const withBudget = (budget: Partial<Plan['budget']>) => readPlan({ ...document, budget })

async function solve(plan: Plan): Promise<PlanResult> {
  const answer = await solvePlan({ plan, catalog, inputsHash: 'x' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  return answer.result
}

const linesOf = (plan: Plan, result: PlanResult) =>
  auditResult(plan, catalog, result, 'x').lines.filter(({ check }) => check === 'budget')

/** Budgets that nothing reaches: the audit then says what each is asked for. */
const wide = withBudget({
  ...{ capexMusd: 1e4, capexMusdByYear: [1e4], carbonTonnesPerYear: 1e6, waterM3PerYear: 1e6 },
  ...{ carbonTonnes: 1e6, unservedMTok: 1e12, leasedMTok: 1e12, awayFromEdgeMTok: 1e12 },
})

describe('budgets of the whole plan', () => {
  let free: PlanResult
  beforeAll(async () => {
    free = await solve(wide)
  })

  const spentOf = (path: string): number => {
    const line = linesOf(wide, free).find((own) => own.path === path)
    if (!line) throw new Error(path)
    return line.claimed
  }

  test('capital is what was ordered, at its price: by hand', () => {
    const last = free.builds.at(-1)!
    const power = auditedSiteDocument.sites[0]!.power
    const units = free.builds.map(({ boughtByAccelerator }) => boughtByAccelerator.node ?? 0)
    // No lead time: bought at the price of the middle of its quarter, here without change over time.
    const servers = units.at(-1)! * 0.4
    const rooms = last.phases * 0.5 * 10
    const connected = last.contractedMw + last.releasedMw
    const grid = connected * (0.15 + (power.depositMusdPerMw ?? 0)) + (power.studyMusd ?? 0)
    expect(spentOf('budget.capexMusd')).toBeCloseTo(servers + rooms + grid, 4)
    const years = spentOf('budget.capexMusdByYear[0]') + spentOf('budget.capexMusdByYear[1]')
    expect(years).toBeCloseTo(spentOf('budget.capexMusd'), 6)
  })

  test('what is shown of each budget is what the audit finds, and what is left', () => {
    const uses = budgetUses(deriveInputs(wide, catalog), free)
    const audited = linesOf(wide, free).map(({ claimed, recomputed }) => [claimed, recomputed - claimed])
    const shown = uses.map(({ used, left }) => [used, left!])
    const byUse = (a: number[], b: number[]) => a[0]! - b[0]! || a[1]! - b[1]!
    expect(shown.length).toBe(audited.length)
    audited.sort(byUse).forEach(([used, left], index) => {
      const [own, rest] = shown.sort(byUse)[index]!
      expect(own).toBeCloseTo(used!, 4)
      expect(Math.abs(rest! - left!)).toBeLessThan(1e-6 * Math.abs(left!))
    })
    expect(budgetUses(deriveInputs(withBudget({}), catalog), free).every(({ limit }) => limit === null)).toBe(
      true,
    )
  })

  test.each([
    ['capexMusd', 'budget.capexMusd', (half: number) => ({ capexMusd: half })],
    ['capexMusdByYear', 'budget.capexMusdByYear[0]', (half: number) => ({ capexMusdByYear: [half] })],
    ['carbonTonnesPerYear', 'builds[2027Q1].co2Tonnes', (half: number) => ({ carbonTonnesPerYear: half })],
    ['waterM3PerYear', 'builds[2027Q1].waterM3', (half: number) => ({ waterM3PerYear: half })],
    ['carbonTonnes', 'budget.carbonTonnes', (half: number) => ({ carbonTonnes: half })],
    ['leasedMTok', 'budget.leasedMTok', (half: number) => ({ leasedMTok: half })],
    ['awayFromEdgeMTok', 'budget.awayFromEdgeMTok', (half: number) => ({ awayFromEdgeMTok: half })],
  ])('a part of %s binds, is kept and is audited', async (_name, path, budgetOf) => {
    const plan = withBudget(budgetOf(spentOf(path) / 2))
    const result = await solve(plan)
    expect(result.solver.objectiveMusd).toBeGreaterThan(free.solver.objectiveMusd)
    const tight = budgetUses(deriveInputs(plan, catalog), result).filter(({ limit }) => limit !== null)
    expect(tight.some(({ left, limit }) => left! < 0.1 * limit!)).toBe(true)
    expect(tight.some(({ worthUsdPerUnit }) => worthUsdPerUnit !== null && worthUsdPerUnit > 0)).toBe(true)
    const report = auditResult(plan, catalog, result, 'x')
    // The plan does not ask for room against waits in small pools.
    const wrong = report.lines.filter(({ isOk, check }) => !isOk && check !== 'queueing')
    expect(wrong.map(({ sentence }) => sentence)).toEqual([])
    const { builds, demand, leases, flows } = free
    const before = linesOf(plan, { ...result, builds, demand, leases, flows })
    expect(before.some(({ isOk }) => !isOk)).toBe(true)
  })

  test('where going without is cheap, a cap on it has more served, and is audited', async () => {
    const unservedOf = (result: PlanResult) => result.demand.reduce((sum, own) => sum + own.unservedTokS, 0)
    const most = spentOf('budget.unservedMTok')
    const cheap = (unservedMTok?: number) =>
      readPlan({
        ...document,
        routing: { ...document.routing, unservedUsdPerMTok: 1e-3 },
        budget: unservedMTok === undefined ? {} : { unservedMTok },
      })
    const left = await solve(cheap())
    expect(unservedOf(left)).toBeGreaterThan(1.5 * unservedOf(free))
    const plan = cheap(1.2 * most)
    const capped = await solve(plan)
    expect(unservedOf(capped)).toBeLessThan(1.201 * unservedOf(free))
    expect(linesOf(plan, capped).every(({ isOk }) => isOk)).toBe(true)
    expect(linesOf(plan, left).every(({ isOk }) => isOk)).toBe(false)
  })
})
