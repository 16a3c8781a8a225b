import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { gridWorth } from '../../../src/engine/gridWorth.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { Plan, PlanInput } from '../../../src/plan/schema/plan.ts'

const catalog = await readCatalog()

/** Engines of 10 MW carry a load at PUE 1.2 until the grid comes in the fifth of six years. */
function bridging(finance: Partial<PlanInput['finance']> = {}, leadMonths = 0): Plan {
  const engine = {
    ...{ id: 'engine', energySourceId: 'recip', maxMw: 200, unitMw: 10, leadMonths, lifeYears: 20 },
    ...{ capexUsdPerKw: 1500, fixedUsdPerKwYear: 20, variableUsdPerMwh: 95 },
    ...{ availabilityShare: 1, firmShare: 1, tco2PerMwh: 0 },
  }
  return readPlan({
    ...{ schemaVersion: 1, id: 'bridging', name: 'Bridging power' },
    horizon: { start: '2027Q1', periods: 6, periodLength: 'year', blocksPerDay: 2 },
    finance: { discountRatePerYear: 0.08, ...finance },
    solver: {},
    regions: [{ id: 'here', name: 'Here', catalogRegionId: 'us-nova', utcOffsetH: -5, residencyZone: 'us' }],
    sites: [
      {
        ...{ id: 'site', name: 'Site', catalogRegionId: 'us-nova', residencyZone: 'us' },
        facility: {
          ...{ archetypeId: 'hyperscale_ai_campus', existingItMw: 100, maxItMw: 100, moduleItMw: 20 },
          ...{ buildMonths: 0, earliest: '2027Q1', capexMusdPerMw: 0 },
          coolingTechnologyId: 'dlc85_w45_drycooler',
          givenPue: 1.2,
          fixedItMwByPeriod: [20, 40, 60, 80, 100, 100],
        },
        power: {
          ...{ gridLimitMw: 200, energised: '2031Q1', energyUsdPerMwh: 60, connectionMusdPerMw: 0.15 },
          onSite: [engine],
        },
      },
    ],
  })
}

const LOAD_MW = [24, 48, 72, 96, 120, 120]
/** Present value of a year's middle, its start or end. */
const pv = (years: number) => 1.08 ** -years

/** By hand: units for the load with one out while there is no grid; then the grid carries all. */
function byHand(gridYear: number, capitalOf: (unit: { mw: number; year: number }) => number, paidAt = 0.5) {
  const units: number[] = []
  let musd = 0
  for (const [year, mw] of LOAD_MW.entries()) {
    const before = units[year - 1] ?? 0
    units.push(Math.max(before, year < gridYear ? Math.ceil(mw / 10) + 1 : 0))
    const now = pv(year + paidAt)
    musd += capitalOf({ mw: 10 * (units[year]! - before), year }) + units[year]! * 10 * 0.02 * now
    if (year < gridYear) musd += ((mw * 8760 * 95) / 1e6) * now
    else {
      const connected = mw - (year > gridYear ? LOAD_MW[year - 1]! : 0)
      musd += ((mw * 8760 * 60) / 1e6 + (mw * 8 * 12) / 1000) * now
      musd += connected * 0.15
    }
  }
  return { units, musd }
}

test('a bridge of six years: units a year, cost to six digits, the worth of the grid a year earlier', async () => {
  // The connection is paid a year before; a unit's 20 years leave value at the end of year six.
  const capitalOf = ({ mw, year }: { mw: number; year: number }) =>
    mw * 1.5 * (pv(year + 0.5) - (1 - (5.5 - year) / 20) * pv(6))
  const connection = (gridYear: number) =>
    LOAD_MW.reduce((sum, mw, year) => {
      if (year < gridYear) return sum
      const added = mw - (year > gridYear ? LOAD_MW[year - 1]! : 0)
      return sum + added * 0.15 * (pv(year - 0.5) - 1)
    }, 0)
  const late = byHand(4, capitalOf)
  const early = byHand(3, capitalOf)
  const answer = await gridWorth({ plan: bridging(), catalog }, 'site', 4)
  expect(answer.asPlanned.periods.map((own) => own.onSiteUnits.engine)).toEqual([4, 6, 9, 11, 11, 11])
  expect(answer.earlier.periods.map((own) => own.onSiteUnits.engine)).toEqual([4, 6, 9, 9, 9, 9])
  expect(late.units).toEqual([4, 6, 9, 11, 11, 11])
  expect(answer.asPlanned.objectiveMusd).toBeCloseTo(late.musd + connection(4), 6)
  expect(answer.earlier.objectiveMusd).toBeCloseTo(early.musd + connection(3), 6)
  // Computed apart in Python.
  expect(answer.asPlanned.objectiveMusd).toBeCloseTo(351.127858, 6)
  expect(answer.worthMusd).toBeCloseTo(21.787979, 6)
})

test('the same as an annuity, paid at the end of each year', async () => {
  const crf = 0.08 / (1 - 1.08 ** -20)
  const capitalOf = ({ mw, year }: { mw: number; year: number }) => {
    let musd = 0
    for (let own = year; own < 6; own++) musd += mw * 1.5 * crf * pv(own + 1)
    return musd
  }
  const hand = byHand(4, capitalOf, 1)
  // byHand takes the connection at face value; here it is paid with service, at the end of the fifth year.
  const connection = 120 * 0.15 * (pv(5) - 1)
  const finance = { capital: 'annuity', capitalPaid: 'in-service', discounting: 'end-of-period' } as const
  const plan = bridging(finance)
  const answer = await solvePlan({ plan, catalog, inputsHash: 'annuity' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  expect(answer.result.solver.objectiveMusd).toBeCloseTo(hand.musd + connection, 6)
  const audit = auditResult(plan, catalog, answer.result, 'annuity')
  expect(audit.lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
})

test('without residual value a lump sum stays paid, at the order before it serves', async () => {
  const plan = bridging({ residualValue: false }, 12)
  const answer = await solvePlan({ plan, catalog, inputsHash: 'order' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const units = answer.result.builds.map((build) => build.onSiteUnits.engine!)
  // A lead time of a year: none in the first, whose load goes unserved.
  expect(units).toEqual([0, 6, 9, 11, 11, 11])
  const plantMusd = answer.result.costs.find((line) => line.name === 'Plant engine')!.presentMusd
  expect(plantMusd).toBeCloseTo(15 * (6 * pv(0.5) + 3 * pv(1.5) + 2 * pv(2.5)), 6)
  const audit = auditResult(plan, catalog, answer.result, 'order')
  expect(audit.lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
})

test('the date of the application as a choice: the same bridge, and an audit that agrees', async () => {
  const given = bridging()
  const sites = given.sites.map((site) => ({
    ...site,
    power: { ...site.power, applyFrom: '2027Q1', queueMonths: 48, applicationMusd: 1, standingMw: 12 },
  }))
  const plan = readPlan({ ...given, sites })
  const answer = await solvePlan({ plan, catalog, inputsHash: 'apply' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const { builds } = answer.result
  expect(builds.map((build) => build.hasApplied)).toEqual([1, 1, 1, 1, 1, 1])
  // 24 MW, 12 of them brought: two engines and one that may be out; then 36, 60 and 84 MW.
  expect(builds.map((build) => build.onSiteUnits.engine)).toEqual([3, 5, 7, 10, 10, 10])
  const audit = auditResult(plan, catalog, answer.result, 'apply')
  expect(audit.lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
})

test('lead times below 0 and ramps that shrink are refused by field', () => {
  const plan = bridging()
  const [site] = plan.sites
  const withPower = (power: object) => () =>
    readPlan({ ...plan, sites: [{ ...site!, power: { ...site!.power, ...power } }] })
  const [engine] = site!.power.onSite
  expect(withPower({ onSite: [{ ...engine!, leadMonths: -6 }] })).toThrow(
    expect.objectContaining({
      faults: [
        expect.objectContaining({
          path: 'sites[0].power.onSite[0].leadMonths',
          value: -6,
          expected: expect.stringContaining('months from 0'),
        }),
      ],
    }),
  )
  expect(withPower({ rampStepsMw: [20, 40, 30] })).toThrow(
    expect.objectContaining({
      faults: [
        expect.objectContaining({
          path: 'sites[0].power.rampStepsMw[2]',
          value: 30,
          expected: expect.stringContaining('40 MW or more'),
        }),
      ],
    }),
  )
})
