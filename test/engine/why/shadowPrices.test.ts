import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { formulate } from '../../../src/engine/formulate.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { openFixedDesign } from '../../../src/engine/why/fixedDesign.ts'
import { explainWorth, type LimitWorth } from '../../../src/engine/why/limits/shadowPrices.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { Plan } from '../../../src/plan/schema/plan.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

const catalog = await readCatalog()

async function solved(plan: Plan, { gapShare = 0.01, byQuarter = 99 } = {}) {
  const answer = await solvePlan({ plan, catalog, inputsHash: 'x', gapShare })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const { result } = answer
  const formulation = formulate(deriveInputs(plan, catalog))
  const report = await explainWorth({ formulation, result, byQuarter })
  /** Present value of an edited plan with the structure as built, USD. */
  const costUsd = async (change: (draft: Plan) => void) => {
    const draft = structuredClone(plan)
    change(draft)
    const model = await openFixedDesign(formulate(deriveInputs(readPlan(draft), catalog)), result)
    const { status, objective } = model.solveLinear()
    model.close()
    expect(status).toBe('optimal')
    return objective * 1e6
  }
  const worthOf = (family: string, ownerId: string): LimitWorth => {
    const found = report.limits.find((own) => own.family === family && own.ownerId === ownerId)
    if (!found) throw new Error(`${family} ${ownerId} does not bind`)
    return found
  }
  return { result, report, costUsd, worthOf }
}

/** Five percent, what the finite difference of the edited plan may differ. */
const isNear = (said: number, found: number) => expect(Math.abs(said - found)).toBeLessThan(0.05 * found)

const permits = { carbonLimitTonnesPerYear: 900 }
const document = {
  ...auditedSiteDocument,
  demand: auditedSiteDocument.demand!.map((own) => ({ ...own, unitsEnd: 1.8 * own.unitsEnd! })),
  sites: auditedSiteDocument.sites.map((site) => ({
    ...site,
    facility: { ...site.facility, coolingLimitItMw: 0.6 },
    power: { ...site.power, ...permits },
  })),
}

describe('one site with limits of many kinds', async () => {
  const site = await solved(readPlan(document))

  test('prices are taken at the plan: racks as fractions cost no more than whole ones', () => {
    const { objectiveMusd } = site.result.solver
    expect(site.report.objectiveMusd).toBeLessThanOrEqual(objectiveMusd + 1e-6)
    expect(site.report.objectiveMusd).toBeGreaterThan(objectiveMusd * 0.98)
  })

  test.each<[string, string, (draft: Plan, step: number) => void]>([
    [
      'grid',
      'ash',
      ({ sites: [own] }, step) => {
        own!.power.rampStepsMw = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((t) => Math.min(0.7, 0.15 * t) + step)
        own!.power.gridLimitMw += step
      },
    ],
    [
      'cooling',
      'ash',
      ({ sites: [own] }, step) => {
        own!.facility.coolingLimitItMw! += step
      },
    ],
    [
      'carbon',
      'ash',
      ({ sites: [own] }, step) => {
        // A permit of the last, short year is a quarter of it: its own step is a quarter too.
        own!.power.carbonLimitTonnesPerYear! += step
      },
    ],
    [
      'link',
      'lon>ash',
      ({ distribution }, step) => {
        distribution.links[0]!.limitMTokS += step
      },
    ],
    [
      'lease',
      'b200',
      ({ distribution }, step) => {
        distribution.leases[0]!.limitAccel += step
      },
    ],
  ])('a step more of %s %s saves what the edited plan saves', async (family, ownerId, change) => {
    const worth = site.worthOf(family, ownerId)
    const before = await site.costUsd(() => {})
    const after = await site.costUsd((draft) => change(draft, worth.step))
    isNear(worth.savedByStepUsd, before - after)
  })

  test('the price of one quarter is the slope of the edited plan within its range', async () => {
    const { quarters } = site.worthOf('grid', 'ash')
    expect(quarters.length).toBeGreaterThan(0)
    for (const { period, usdPerUnit, holdsForUnits } of quarters) {
      const t = [
        '2027Q1',
        '2027Q2',
        '2027Q3',
        '2027Q4',
        '2028Q1',
        '2028Q2',
        '2028Q3',
        '2028Q4',
        '2029Q1',
      ].indexOf(period)
      const steps = Array.from({ length: 9 }, (_, own) => Math.min(0.7, 0.15 * (own + 1)))
      const withMw = (mw: number) =>
        site.costUsd(({ sites: [own] }) => {
          own!.power.gridLimitMw = 1
          own!.power.rampStepsMw = steps.map((step, own) => (own === t ? step + mw : step))
        })
      const [from, to] = [0.2 * holdsForUnits!, 0.8 * holdsForUnits!]
      isNear(usdPerUnit, ((await withMw(from)) - (await withMw(to))) / (to - from))
    }
  })
})

test('supply: one more unit in the only quarter', async () => {
  const plan = readPlan({
    ...auditedSiteDocument,
    horizon: { start: '2027Q1', periods: 1, blocksPerDay: 4 },
    sites: auditedSiteDocument.sites.map(({ power: { rampMwPerQuarter: _, ...power }, ...site }) => {
      return { ...site, power }
    }),
    accelerators: auditedSiteDocument.accelerators.map((own) => ({ ...own, supplyUnitsPerPeriod: 4 })),
  })
  const { worthOf, costUsd } = await solved(plan)
  const worth = worthOf('supply', 'node')
  const before = await costUsd(() => {})
  const after = await costUsd(({ accelerators: [own] }) => {
    own!.supplyUnitsPerPeriod += worth.step
  })
  isNear(worth.savedByStepUsd, before - after)
})

test('a template: rooms and leases of the converted mine', async () => {
  const file = join(import.meta.dirname, '../../../resources/templates/mine-conversion.plan.json')
  const plan = readPlan(JSON.parse(readFileSync(file, 'utf8')))
  const { report, costUsd } = await solved(plan, { gapShare: 0.05, byQuarter: 0 })
  const before = await costUsd(() => {})
  const halls = report.limits.filter(({ family }) => family === 'hall')
  expect(halls.length).toBeGreaterThan(0)
  for (const { siteId, step, savedByStepUsd } of halls) {
    const after = await costUsd(({ sites }) => {
      const { facility } = sites.find(({ id }) => id === siteId)!
      facility.existingItMw += step
      facility.maxItMw += step
    })
    isNear(savedByStepUsd, before - after)
  }
})
