import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { coolingOptions } from '../../../src/engine/facility/coolingOptions.ts'
import { planTrains } from '../../../src/engine/facility/planTrains.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { solveWithCooling } from '../../../src/engine/solveWithCooling.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { asChosen } from '../../../src/plan/asChosen.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { Plan, PlanInput } from '../../../src/plan/schema/plan.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'
import { loaded } from '../../fixtures/loadedSite.ts'

const catalog = await readCatalog()
type FacilityInput = PlanInput['sites'][number]['facility']

/** 100 MW in five rooms of 20 MW that are built, whose cooling the solve chooses. */
function open(facility: Partial<FacilityInput> = {}): Plan {
  const bare = loaded({ start: '2027Q1', periods: 4, blocksPerDay: 2 }, [100], { gridLimitMw: 200 })
  const { givenPue: _none, ...own } = bare.sites[0]!.facility
  const sites = [
    {
      ...bare.sites[0]!,
      facility: { ...own, coolingChoice: 'solve' as const, existingItMw: 0, ...facility },
    },
  ]
  return readPlan({ ...bare, sites })
}

async function solve(plan: Plan) {
  const answer = await solveWithCooling({ plan, catalog, inputsHash: 'own' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const chosen = asChosen(plan, answer.result)
  const { lines } = auditResult(chosen, catalog, answer.result, 'own')
  expect(lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
  return { chosen, result: answer.result, facility: chosen.sites[0]!.facility }
}

test('the solve chooses the technology that costs least, and no other costs less when solved', async () => {
  const plan = open()
  const { chosen, result, facility } = await solve(plan)
  const [choice] = result.coolingChoices
  expect(choice).toMatchObject({ siteId: 'site', isStable: true, coolingBlocks: [] })
  expect(choice!.blocks).toMatchObject([{ blocks: 5, why: 'cheapest' }])
  const options = coolingOptions(plan, catalog, 'site')
  expect(facility.coolingTechnologyId).toBe(options[0]!.technologyId)
  // Its machines cost what the catalog says more or less than those that the plan came with.
  const usd = (id: string) => options.find((own) => own.technologyId === id)!.capexUsdPerKwIt
  const more = usd(facility.coolingTechnologyId) - usd(plan.sites[0]!.facility.coolingTechnologyId)
  expect(facility.capexMusdPerMw).toBeCloseTo(10 + more / 1000, 9)
  expect(result.notes).toContainEqual(
    expect.objectContaining({ code: 'cooling-chosen', site: 'Site', isStable: true }),
  )
  // Solved as it stands the chosen plan is the same, and is chosen again at once.
  const again = await solve(chosen)
  expect(again.facility).toEqual(facility)
  expect(again.result.solver.objectiveMusd).toBeCloseTo(result.solver.objectiveMusd, 6)
})

test('a water permit for some of the towers gives the other rooms dry coolers, and PUE and water their mean', async () => {
  const plan = open({ waterUsdPerM3: 0 })
  const towers = coolingOptions(plan, catalog, 'site').filter((own) => own.meanWueLPerKwh > 1)
  const tower = towers[0]!
  // Towers made cheap, beside the dry coolers that the plan came with; water for two and a half rooms of towers.
  const cheap = {
    ...catalog,
    cooling: catalog.cooling
      .filter(({ id }) => id === tower.technologyId || id === 'dlc85_w45_drycooler')
      .map((row) => (row.id === tower.technologyId ? { ...row, capexUsdPerKwIt: 1 } : row)),
  }
  const waterLimitM3PerYear = 2.5 * 20 * tower.meanWueLPerKwh * 8760
  const permitted = open({ waterUsdPerM3: 0, waterLimitM3PerYear })
  const answer = await solveWithCooling({ plan: permitted, catalog: cheap, inputsHash: 'own' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const { result } = answer
  const chosen = asChosen(permitted, result)
  const report = auditResult(chosen, cheap, result, 'own')
  expect(report.lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
  const { coolingBlocks } = chosen.sites[0]!.facility
  expect(coolingBlocks.reduce((sum, own) => sum + own.blocks, 0)).toBe(5)
  expect(coolingBlocks.find((own) => own.technologyId === tower.technologyId)!.blocks).toBe(2)
  const water = result.builds.reduce((sum, own) => sum + own.waterM3, 0)
  expect(water / (0.4 * 100 * 8760 * tower.meanWueLPerKwh)).toBeCloseTo(1, 2)
  // PUE by hand: two fifths of one, three fifths of the other.
  const climate = (technologyId: string) => {
    const facility = { ...permitted.sites[0]!.facility, coolingTechnologyId: technologyId }
    return deriveInputs({ ...permitted, sites: [{ ...permitted.sites[0]!, facility }] }, cheap).climate[0]!
  }
  const other = coolingBlocks.find((own) => own.technologyId !== tower.technologyId)!.technologyId
  const own = deriveInputs(chosen, cheap).climate[0]!
  const byHand = 0.4 * climate(tower.technologyId).pueDesign + 0.6 * climate(other).pueDesign
  expect(own.pueDesign).toBeCloseTo(byHand, 9)
  const trains = planTrains(chosen, cheap, result)[0]!
  expect(JSON.stringify(trains)).toContain('tower_3500')
  expect(JSON.stringify(trains)).toContain('drycooler_1500')
  // An auditor of the plan as it was, or of another number of blocks, finds it.
  const wrong = structuredClone(chosen)
  wrong.sites[0]!.facility.coolingBlocks[0]!.blocks += 1
  const found = auditResult(wrong, cheap, result, 'own').lines.filter(({ isOk }) => !isOk)
  expect(found.map(({ check }) => check)).toContain('cooling')
})

test('rooms of several kinds carry what any of them carries; a given choice goes before blocks of an earlier solve', () => {
  const refusals = (facility: object) => {
    const plan = readPlan({
      ...auditedSiteDocument,
      sites: auditedSiteDocument.sites.map((site) => ({
        ...site,
        facility: { ...site.facility, ...facility },
      })),
      procurement: { coolingRule: 'refuse' },
    })
    return deriveInputs(plan, catalog).fleet.refusals.flat()
  }
  const airAlone = { coolingTechnologyId: 'air_crah_aircooled_chiller' }
  const dense = { technologyId: 'dlc85_w45_drycooler', blocks: 2 }
  const both = [dense, { technologyId: 'air_crah_aircooled_chiller', blocks: 1 }]
  expect(refusals(airAlone).some((own) => own !== null)).toBe(true)
  expect(refusals({ ...airAlone, coolingChoice: 'solve', coolingBlocks: both })).toEqual(
    refusals({ coolingTechnologyId: dense.technologyId }),
  )
  expect(refusals({ ...airAlone, coolingChoice: 'given', coolingBlocks: both })).toEqual(refusals(airAlone))
})

test('a plan with accelerators: racks decide what is chosen, and the audit agrees in every line', async () => {
  const plan = readPlan({
    ...auditedSiteDocument,
    sites: auditedSiteDocument.sites.map((site) => {
      const { givenPue: _none, ...facility } = site.facility as FacilityInput
      return { ...site, facility: { ...facility, coolingChoice: 'solve' as const } }
    }),
  })
  const { result, chosen } = await solve(plan)
  expect(result.coolingChoices.length).toBe(plan.sites.length)
  for (const { siteId, blocks } of result.coolingChoices) {
    const options = coolingOptions(chosen, catalog, siteId)
    for (const own of blocks) {
      const refused = options.find(({ technologyId }) => technologyId === own.technologyId)!.refused
      expect(refused.filter(({ acceleratorId }) => own.accelerators.includes(acceleratorId))).toEqual([])
    }
  }
})

test('a plan whose cooling is given is solved as it is', async () => {
  const plan = open({ coolingChoice: 'given' })
  const [own, plain] = await Promise.all([
    solveWithCooling({ plan, catalog, inputsHash: '' }),
    solvePlan({ plan, catalog, inputsHash: '' }),
  ])
  if (own.kind !== 'plan' || plain.kind !== 'plan') throw new Error('no plan')
  expect(own.result.coolingChoices).toEqual([])
  expect(own.result.builds).toEqual(plain.result.builds)
})
