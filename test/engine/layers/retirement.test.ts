import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formulate } from '../../../src/engine/formulate.ts'
import { HighsModel } from '../../../src/engine/problem/highsModel.ts'
import { retirements } from '../../../src/engine/results/builds/retirements.ts'
import { costLines } from '../../../src/engine/results/money/costs.ts'
import { Reader } from '../../../src/engine/results/reader.ts'
import { solveFormulation } from '../../../src/engine/strategy/solveFormulation.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import { oneSiteDocument, oneSiteInputs } from '../../fixtures/oneSite.ts'

type Server = PlanInput['accelerators'][number]
const [server] = oneSiteDocument.accelerators
const [site] = oneSiteDocument.sites
const old: Server = {
  ...server!,
  ...{ priceUsdPerUnit: 100_000, maintenanceSharePerYear: 0, idleShare: 1, spareShare: 0, lifeYears: 6 },
}
const lean: Server = { ...old, id: 'lean', unitItKw: 2, priceUsdPerUnit: 40_000, onSaleFrom: '2028Q4' }

/** Four years by the year; 1 Mtok/s needs 100 servers of either kind. */
function inputsOf(accelerators: readonly Server[], demandMTokS = 1, finance: PlanInput['finance'] = {}) {
  const plan = readPlan({
    ...oneSiteDocument,
    horizon: { start: '2026Q4', periods: 4, periodLength: 'year', blocksPerDay: 2 },
    finance: { discountRatePerYear: 0.1, residualValue: false, ...finance },
    accelerators: [...accelerators],
    sites: [{ ...site!, power: { ...site!.power, demandChargeUsdPerKwMonth: 0, exitMusdPerMw: 0 } }],
  })
  const inputs = oneSiteInputs({ demandMTokS, change: () => plan })
  const [speed] = inputs.speed[0]!
  return { ...inputs, speed: [accelerators.map(() => speed!)] }
}

async function solve(inputs: ReturnType<typeof inputsOf>, gapShare = 1e-6) {
  const formulation = formulate(inputs)
  const solved = await solveFormulation(formulation, { gapShare, timeLimitS: 30 })
  if (solved.kind !== 'plan') throw new Error(solved.kind)
  return { formulation, solved, reader: new Reader(formulation, solved) }
}

test('servers are sold for leaner ones where the energy saved and the price paid are worth it: by hand', async () => {
  const kept = await solve(inputsOf([old, lean]))
  const chosen = await solve(
    inputsOf([{ ...old, retireAtYears: [1, 2, 3], retireResaleShares: [0.6, 0.4, 0.2] }, lean]),
  )
  expect(retirements(chosen.reader)).toEqual([
    {
      ...{ siteId: 'ash', acceleratorId: 'node', boughtPeriod: '2026Q4', period: '2028Q4' },
      ...{ ageYears: 2, isEarly: true, units: 100, saleMusd: expect.closeTo(100 * 0.1 * 0.4, 9) },
    },
  ])
  // Bought in the middle of the third year, 40,000 each; 40 % of 100,000 comes back; 8 kW less at PUE 1.2 and 80 $/MWh.
  const paid = 100 * (0.04 - 0.4 * 0.1) * 1.1 ** -2.5
  const saved = 0.8 * 1.2 * 8760 * 80e-6 * (1.1 ** -2.5 + 1.1 ** -3.5)
  expect(chosen.solved.objectiveMusd - kept.solved.objectiveMusd).toBeCloseTo(paid - saved, 4)
  // Without the sale the new ones would not pay for themselves, so that the old ones stayed.
  expect(100 * 0.04 * 1.1 ** -2.5).toBeGreaterThan(saved)
})

test('costs of units that stay and of those that are sold stand in lines of their own and sum to the objective', async () => {
  const { reader, solved } = await solve(
    inputsOf([{ ...old, retireAtYears: [2], networkUsdPerAccel: 500 }, lean]),
  )
  const lines = costLines(reader)
  const line = (name: string) => lines.find((own) => own.name === name)?.presentMusd
  // Straight-line book value after two of six years of which a tenth stays.
  const left = (1 - (1 - 0.1) * (2 / 6)) * 1.1 ** -2.5
  expect(line('Purchase node sold at 2 years')).toBeCloseTo(100 * 0.1 * (1.1 ** -0.5 - left), 6)
  expect(line('Switches and optics node sold at 2 years')).toBeCloseTo(0.4 * (1.1 ** -0.5 - left), 6)
  expect(line('Purchase node')).toBeUndefined()
  expect(lines.reduce((sum, own) => sum + own.presentMusd, 0)).toBeCloseTo(solved.objectiveMusd, 6)
})

test('no ages, no columns: a plan without the choice is the problem it was', () => {
  const plain = formulate(inputsOf([old, lean])).problem
  expect(plain.columnNames.some((name) => name.startsWith('early.'))).toBe(false)
  const { problem } = formulate(inputsOf([{ ...old, retireAtYears: [1, 3] }, lean]))
  // Three periods of delivery leave at one year within the horizon, one at three: a column each, one row for the first.
  expect(problem.columnNames.filter((name) => name.startsWith('early.'))).toHaveLength(4)
  expect(problem.rowNames.length - plain.rowNames.length).toBe(1)
})

const Case = fc.record({
  demand: fc.double({ min: 0.05, max: 0.6, noNaN: true }),
  change: fc.double({ min: -0.4, max: 0, noNaN: true }),
  leanUsd: fc.integer({ min: 20_000, max: 120_000 }),
  leanKw: fc.integer({ min: 2, max: 12 }),
  shares: fc.tuple(...[1, 2, 3].map(() => fc.double({ min: 0, max: 0.9, noNaN: true }))),
  residualValue: fc.boolean(),
})

test('the choice costs no more than any one age for all, and as much as all whole numbers searched at once', async () => {
  await fc.assert(
    fc.asyncProperty(Case, async ({ demand, change, leanUsd, leanKw, shares, residualValue }) => {
      const kinds = (own: Partial<Server>): Server[] => [
        { ...old, priceChangePerYear: change, ...own },
        { ...lean, priceUsdPerUnit: leanUsd, unitItKw: leanKw, onSaleFrom: '2027Q4' },
      ]
      const inputs = (own: Partial<Server>) => inputsOf(kinds(own), demand, { residualValue })
      const { formulation, solved } = await solve(
        inputs({ retireAtYears: [1, 2, 3], retireResaleShares: [...shares] }),
      )
      const model = await HighsModel.open(formulation.problem)
      const exact = model.solveInteger(formulation.problem.isInteger, { gapShare: 0 })
      model.close()
      expect(solved.objectiveMusd).toBeGreaterThanOrEqual(exact.objective - 1e-6)
      expect(solved.objectiveMusd).toBeLessThanOrEqual(exact.objective * (1 + 1e-3) + 1e-6)
      const single = await Promise.all([
        solve(inputs({})),
        ...[1, 2, 3].map((years, k) => solve(inputs({ refreshYears: years, resaleShare: shares[k]! }))),
      ])
      const best = Math.min(...single.map((own) => own.solved.objectiveMusd))
      expect(exact.objective).toBeLessThanOrEqual(best + 1e-6)
      expect(solved.objectiveMusd).toBeLessThanOrEqual(best * (1 + 1e-3) + 1e-6)
    }),
    { numRuns: 15, seed: 4 },
  )
}, 120_000)
