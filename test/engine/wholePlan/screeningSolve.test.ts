import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { screeningCurve } from '../../../src/engine/tariff/screeningCurve.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { ScreeningCase } from '../../../src/plan/cases/screeningCase.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'

const catalog = await readCatalog()

/** MW of load by hour of the day, the same every day. */
const LOAD_MW = [...Array<number>(14).fill(40), ...Array<number>(8).fill(60), ...Array<number>(2).fill(90)]
const TECHNOLOGIES = [
  { name: 'base', energySourceId: 'ngcc', capexUsdPerKw: 2800, lifeYears: 30, variableUsdPerMwh: 20 },
  { name: 'middle', energySourceId: 'recip', capexUsdPerKw: 1500, lifeYears: 25, variableUsdPerMwh: 45 },
  { name: 'peak', energySourceId: 'ocgt', capexUsdPerKw: 500, lifeYears: 20, variableUsdPerMwh: 150 },
]
const FIXED_USD = 15
const RATE = 0.07

const plan = readPlan({
  ...{ schemaVersion: 1, id: 'screening', name: 'Screening curve' },
  horizon: { start: '2027Q1', periods: 1, periodLength: 'year', blocksPerDay: 24 },
  finance: { discountRatePerYear: RATE, capital: 'annuity', discounting: 'start-of-period' },
  solver: {},
  regions: [{ id: 'r', name: 'R', catalogRegionId: 'us-nova', utcOffsetH: -5, residencyZone: 'us' }],
  sites: [
    {
      ...{ id: 'site', name: 'Site', catalogRegionId: 'us-nova', residencyZone: 'us' },
      facility: {
        ...{ archetypeId: 'hyperscale_ai_campus', existingItMw: 90, maxItMw: 90, moduleItMw: 10 },
        ...{
          buildMonths: 0,
          earliest: '2027Q1',
          capexMusdPerMw: 0,
          coolingTechnologyId: 'dlc85_w45_drycooler',
        },
        ...{ givenPue: 1, fixedItMw: 90, fixedItShareByHour: LOAD_MW.map((mw) => mw / 90) },
      },
      power: {
        ...{ gridLimitMw: 0, energised: '2027Q1', largestUnitOut: false },
        onSite: TECHNOLOGIES.map(({ name: id, ...own }) => ({
          ...{ id, ...own, maxMw: 200, unitMw: 1, leadMonths: 0, fixedUsdPerKwYear: FIXED_USD },
          ...{ availabilityShare: 1, firmShare: 1, tco2PerMwh: 0 },
        })),
      },
    },
  ],
})

test('the solver builds what the screening curve says, at its cost', async () => {
  const curve = screeningCurve(
    ScreeningCase.parse({
      discountRatePerYear: RATE,
      technologies: TECHNOLOGIES.map(({ energySourceId: _, ...own }) => ({
        ...own,
        fixedUsdPerKwYear: FIXED_USD,
      })),
      durationCurve: [40, 60, 90].map((mw) => {
        return { mw, hours: LOAD_MW.filter((own) => own === mw).length * 365 }
      }),
    }),
  )
  // Break-evens at 776 and 3,877 hours: two hours a day are the peak's, ten the middle's.
  expect(curve.plants.map((plant) => plant.mw)).toEqual([40, 20, 30])
  const answer = await solvePlan({ plan, catalog, inputsHash: 'screening' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const [build] = answer.result.builds
  expect(build!.onSiteMw).toEqual({ base: 40, middle: 20, peak: 30 })
  expect(answer.result.solver.objectiveMusd).toBeCloseTo(curve.totalUsdPerYear / 1e6, 6)
  const audit = auditResult(plan, catalog, answer.result, 'screening')
  expect(audit.lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
})
