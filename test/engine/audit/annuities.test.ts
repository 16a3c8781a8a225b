import { expect, test } from 'vitest'
import { toAudited } from '../../../src/engine/audit/audited.ts'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { checkAfterTax } from '../../../src/engine/audit/checks/wholePlan/afterTax.ts'
import { powerPayments } from '../../../src/engine/audit/money/powerPayments.ts'
import { sitePayments } from '../../../src/engine/audit/money/sitePayments.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { cashFlow, cashSummary } from '../../../src/engine/results/money/cashFlow.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { Plan, PlanInput } from '../../../src/plan/schema/plan.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

const catalog = await readCatalog()
const RATE = 0.08

/** Rooms in phases, servers whose price falls and that leave after a year, engines and sun on the site; all rented. */
async function solveRented(horizon: PlanInput['horizon']) {
  const [server] = auditedSiteDocument.accelerators
  const plan = readPlan({
    ...auditedSiteDocument,
    horizon,
    finance: { discountRatePerYear: RATE, capital: 'annuity', discounting: 'end-of-period' },
    accelerators: [
      {
        ...server!,
        priceChangePerYear: -0.2,
        lifeYears: 4,
        refreshYears: 1,
        leadMonths: 3,
        supplyUnitsPerPeriod: 60,
      },
    ],
  })
  const answer = await solvePlan({ plan, catalog, inputsHash: '', gapShare: plan.solver.gapShare })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const inputs = deriveInputs(plan, catalog)
  return { plan, inputs, result: answer.result, flow: cashFlow(inputs, answer.result) }
}

/** What a bank asks each year for a dollar over a life. */
const rent = (lifeYears: number) => RATE / (1 - (1 + RATE) ** -lifeYears)

const HORIZONS: PlanInput['horizon'][] = [
  { start: '2027Q1', periods: 7, periodLength: 'quarter', blocksPerDay: 4 },
  { start: '2027-02', periods: 15, periodLength: 'month', blocksPerDay: 2 },
]

test.each(HORIZONS)(
  'by $periodLength from $start each period pays the rent of what is then in service',
  async (horizon) => {
    const { plan, result, flow } = await solveRented(horizon)
    const years = horizon.periodLength === 'month' ? 1 / 12 : 1 / 4
    const perYear = Math.round(1 / years)
    const builds = result.builds.filter(({ siteId }) => siteId === 'ash')
    const paidIn = (name: string, t: number) =>
      -flow.payments
        .filter((own) => own.kind === 'capital' && own.name === name)
        .filter((own) => Math.abs(own.years - (t + 1) * years) < 1e-9)
        .reduce((sum, own) => sum + own.musd, 0)
    const { facility, power } = plan.sites[0]!
    const bought = builds.map(({ boughtByAccelerator }, t) => {
      return (boughtByAccelerator.node ?? 0) - (builds[t - 1]?.boughtByAccelerator.node ?? 0)
    })
    expect(builds.at(-1)!.phases).toBeGreaterThan(0)
    expect(bought[0]! + bought[1]! + bought[2]! + bought[3]!).toBeGreaterThan(0)
    for (const [t, build] of builds.entries()) {
      const rooms = build.phases * facility.moduleItMw * facility.capexMusdPerMw * rent(20) * years
      expect(paidIn('Rooms and phases', t)).toBeCloseTo(rooms, 6)
      // A server is 400,000 USD less a fifth a year, three months before its own period's middle, and serves one year.
      const servers = bought.reduce((sum, units, s) => {
        if (s > t || t >= s + perYear) return sum
        const musdEach = 0.4 * 0.8 ** Math.max(0, (s + 0.5) * years - 0.25)
        return sum + units * musdEach * rent(4) * years
      }, 0)
      expect(paidIn('Purchase node', t)).toBeCloseTo(servers, 6)
      for (const { id, energySourceId } of power.onSite) {
        const row = catalog.energy_sources.find((own) => own.id === energySourceId)!
        const musd = ((build.onSiteMw[id] ?? 0) * row.capexUsdPerKw) / 1000
        expect(paidIn(`Plant ${id}`, t)).toBeCloseTo(musd * rent(row.lifetimeYr) * years, 6)
      }
    }
  },
)

test.each(HORIZONS)(
  'by $periodLength from $start line and date are those of the audit’s own ledger',
  async (horizon) => {
    const { plan, result, flow } = await solveRented(horizon)
    const { lines } = auditResult(plan, catalog, result, '')
    expect(lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
    expect(Math.max(...result.builds.map(({ onSiteMw }) => onSiteMw.gas ?? 0))).toBeGreaterThan(0)
    const own = toAudited(plan, catalog, result, '')
    const ledger = [...sitePayments(own), ...powerPayments(own)]
    const key = (name: string, at: number) => `${name} at ${at.toFixed(6)}`
    const total = (list: readonly { name: string; years: number; musd: number }[]) => {
      const sums = new Map<string, number>()
      for (const { name, years, musd } of list)
        if (Math.abs(musd) > 1e-9) sums.set(key(name, years), (sums.get(key(name, years)) ?? 0) + musd)
      return sums
    }
    const isRented = ({ name }: { readonly name: string }) => /^(Rooms|Purchase|Switches|Plant )/.test(name)
    const claimed = total(flow.payments.filter(isRented).map((one) => ({ ...one, musd: -one.musd })))
    const recomputed = total(ledger.filter(isRented).map((one) => ({ ...one, musd: one.usd / 1e6 })))
    expect([...claimed.keys()].sort()).toEqual([...recomputed.keys()].sort())
    for (const [at, musd] of claimed) expect(musd).toBeCloseTo(recomputed.get(at)!, 6)
    const sold = selling(plan)
    const cash = cashSummary(cashFlow(deriveInputs(sold, catalog), result), RATE)
    const taxed = checkAfterTax(toAudited(sold, catalog, { ...result, cash }, ''))
    expect(taxed.length).toBeGreaterThan(10)
    expect(taxed.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
  },
)

/** The plan with a price for its tokens, a tax, and loans for what is no annuity. */
function selling(plan: Plan): Plan {
  const tokens = { usdPerMInput: 10, usdPerMOutput: 40 }
  const { tax, debt } = plan.finance
  return {
    ...plan,
    finance: {
      ...plan.finance,
      tax: { ...tax, rateShare: 0.3, depreciation: 'declining-balance' },
      debt: { ...debt, capitalShare: 0.5 },
    },
    distribution: { ...plan.distribution, sellPrices: { ...plan.distribution.sellPrices, tokens } },
  }
}
