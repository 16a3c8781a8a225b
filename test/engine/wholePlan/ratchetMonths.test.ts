import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { yearBill } from '../../../src/engine/tariff/yearBill.ts'
import { toRef } from '../../../src/engine/trace/trace.ts'
import { TraceContext } from '../../../src/engine/trace/traceContext.ts'
import { traceOf } from '../../../src/engine/trace/traceOf.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { TariffCase } from '../../../src/plan/cases/tariffCase.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { loaded, months } from '../../fixtures/loadedSite.ts'
import { billed, PEAKS, solveAudited } from '../../fixtures/solveAudited.ts'

const catalog = await readCatalog()

test('a summer ratchet looks at the peaks of its months alone: the bills of the tariff, month by month', async () => {
  const rules = { ratchetShare: 0.75, ratchetMonths: 11, ratchetOnlyMonths: [6, 7, 8, 9] }
  const peaks = [95, ...PEAKS.slice(1), 40, 40, 40, 40, 40, 40, 40, 40, 40]
  const result = await solveAudited(
    loaded(months('2027-01', peaks.length), peaks, { ...rules, gridLimitMw: 100 }),
  )
  // January's 95 MW count for nothing; June's 80 MW hold 60 MW until the May after, then July's 78 and August's 70.
  const byHand = [95, 38, 35, 50, 62, 80, 78, 70, 60, 60, 60, 60, 60, 60, 60, 60, 60, 58.5, 52.5, 40, 40]
  byHand[19] = 0.75 * 45
  expect(billed(result)).toEqual(byHand.map((mw, t) => Math.max(mw, peaks[t]!)))
  const tariff = TariffCase.parse({
    ...{ ...rules, contractedMw: 100, demandChargeUsdPerKwMonth: 8 },
    months: peaks.map((peakMw) => ({ peakMw, energyMwh: 0 })),
  })
  expect(billed(result)).toEqual(yearBill(tariff).months.map(({ billedMw }) => billedMw))
})

test('by quarter a summer ratchet looks at the whole of a quarter that has a month of it; trace and audit know', async () => {
  const power = { ratchetShare: 0.5, ratchetQuarters: 4, ratchetOnlyMonths: [6, 7] }
  const document = loaded({ start: '2027Q1', periods: 6, blocksPerDay: 2 }, [90, 60, 50, 20, 20, 10], power)
  const result = await solveAudited(document)
  // The first quarter never counts; the second and third do, with June and July.
  expect(billed(result)).toEqual([90, 60, 50, 30, 30, 30])
  const plan = readPlan(document)
  const trace = traceOf(new TraceContext(plan, catalog, result), toRef('billed', 'site', '2028Q1'))!
  expect(trace.recomputed).toBeCloseTo(30, 6)
  expect(trace.inputs.filter(({ of }) => of !== undefined).map(({ of }) => of)).toEqual(['2027Q2', '2027Q3'])
  expect(trace.inputs).toContainEqual(expect.objectContaining({ word: 'ratchetMonths', value: '6, 7' }))
  // An auditor told of other months finds the bills wrong.
  const winter = readPlan(
    loaded(document.horizon, [90, 60, 50, 20, 20, 10], { ...power, ratchetOnlyMonths: [1] }),
  )
  const lines = auditResult(winter, catalog, result, '').lines.filter((own) => own.check === 'demand-charge')
  expect(lines.filter(({ isOk }) => !isOk).length).toBeGreaterThan(0)
})

test('a month that no calendar has is refused', () => {
  const power = { ratchetOnlyMonths: [6, 13] }
  expect(() => readPlan(loaded(months('2027-01', 2), [1], power))).toThrow(
    expect.objectContaining({
      faults: [expect.objectContaining({ path: 'sites[0].power.ratchetOnlyMonths[1]', value: 13 })],
    }),
  )
})
