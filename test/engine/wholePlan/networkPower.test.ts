import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { idleAndWorkMw, unitItMw } from '../../../src/engine/layers/aidc/facility.ts'
import { serverBill } from '../../../src/engine/network/serverBill.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'
import { suppliedSiteDocument } from '../../fixtures/suppliedSite.ts'

const HASH = 'of the fixture'
const catalog = await readCatalog()
const [node, ...others] = auditedSiteDocument.accelerators
const withNetwork = (networkWPerAccel: number) =>
  readPlan({ ...auditedSiteDocument, accelerators: [{ ...node!, networkWPerAccel }, ...others] })

test('switches and optics of a unit are in its IT load, and drawn though it does nothing', () => {
  const plan = withNetwork(250)
  const inputs = deriveInputs(plan, catalog)
  const { unitItKw, accelPerUnit, idleShare } = plan.accelerators[0]!
  const networkMw = (250 * accelPerUnit) / 1e6
  expect(unitItMw(inputs, 0)).toBeCloseTo(unitItKw / 1000 + networkMw, 12)
  const { idle, work } = idleAndWorkMw(inputs, 0)
  expect(idle).toBeCloseTo((unitItKw * idleShare) / 1000 + networkMw, 12)
  expect(idle + work).toBeCloseTo(unitItMw(inputs, 0), 12)
})

test('a rack that its cooling carries is too dense with its network', () => {
  const refusalOf = (networkWPerAccel: number) =>
    deriveInputs(
      readPlan({
        ...suppliedSiteDocument,
        accelerators: suppliedSiteDocument.accelerators.map((own) => ({ ...own, networkWPerAccel })),
        training: [],
      }),
      catalog,
    ).fleet.refusals[0]
  expect(refusalOf(0)).not.toContain('rack-power')
  expect(refusalOf(40_000)).toContain('rack-power')
})

test('a plan with it uses more power, and its audit agrees in every line', async () => {
  const solve = async (networkWPerAccel: number) => {
    const plan = withNetwork(networkWPerAccel)
    const answer = await solvePlan({ plan, catalog, inputsHash: HASH })
    if (answer.kind !== 'plan') throw new Error(answer.kind)
    return { plan, result: PlanResult.parse(answer.result) }
  }
  const [without, own] = [await solve(0), await solve(250)]
  const wrong = auditResult(own.plan, catalog, own.result, HASH).lines.filter((line) => !line.isOk)
  expect(wrong.map((line) => line.sentence)).toEqual([])
  const against = auditResult(without.plan, catalog, own.result, HASH).lines
  expect(against.filter((line) => !line.isOk).map((line) => line.check)).toContain('rooms-and-cooling')
  const perUnit = ({ result, plan }: typeof own) => {
    const build = result.builds.find((item) => (item.unitsByAccelerator.node ?? 0) > 0)!
    return (build.usedItMw - plan.sites[0]!.facility.fixedItMw) / build.unitsByAccelerator.node!
  }
  expect(perUnit(own) - perUnit(without)).toBeCloseTo((250 * node!.accelPerUnit) / 1e6, 9)
  const [line] = serverBill(own.plan, catalog, own.result)
  expect(line!.spares).toBeCloseTo(line!.count * own.plan.accelerators[0]!.spareShare, 9)
})
