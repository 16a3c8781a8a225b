import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanResult } from '../../../src/plan/result/result.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import { tierOf } from '../../../src/plan/tiers.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

const catalog = await readCatalog()
const phones = { id: 'phones', name: 'Phones', tier: 'device', quality: 0.5, limitMTokS: 10 } as const
const line = {
  ...{ id: 'd', archetypeId: 'workflow_agent', unitsStart: 3000, unitsEnd: 3000 },
  ...{ complexShare: 0.5, privacyShare: 0.5, regionShares: { east: 1 } },
}
const document: PlanInput = {
  ...oneSiteDocument,
  demand: [line],
  routing: { ...oneSiteDocument.routing, tiersByClass: { 'standard-complex': ['campus'] } },
  distribution: { apis: [{ ...phones, uptakeShare: 0.3 }] },
}

test('a site without a tier has that of its size; a class kept to other tiers may not go there', () => {
  const plan = readPlan(document)
  expect(['ash', 'phones'].map((id) => tierOf(plan, id))).toEqual(['edge', 'device'])
  const { classes, eligibility } = deriveInputs(plan, catalog)
  const of = (id: string) => eligibility.find((own) => classes[own.classIndex]!.id === id)!
  expect(of('standard-complex')).toMatchObject({ sites: ['tier'], apis: ['tier'] })
  // Private data stay with the user; a model that is too weak is too weak on a device too.
  expect(of('standard-simple-private')).toMatchObject({ sites: [null], apis: [null] })
  expect(of('standard-complex-private')).toMatchObject({ sites: [null], apis: ['quality'] })
})

test('an API without a price is refused, a device without one costs nothing', () => {
  const priceless = { ...document, distribution: { apis: [{ ...phones, tier: 'api' }] } } as PlanInput
  expect(() => readPlan(priceless)).toThrowError(/contradicts/)
  expect(deriveInputs(readPlan(document), catalog).apiUsdPerMTok[0]!.flat()).toEqual(
    expect.arrayContaining([0]),
  )
})

test('the audit catches more on devices than take part, and a class on a tier that is closed to it', async () => {
  const plan = readPlan(document)
  const answer = await solvePlan({ plan, catalog, inputsHash: 'h', gapShare: 0.001 })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const wrong = (result: PlanResult) =>
    auditResult(plan, catalog, result, 'h').lines.filter((own) => !own.isOk && own.check !== 'queueing')
  expect(wrong(answer.result).map((own) => own.sentence)).toEqual([])
  const more = structuredClone(answer.result)
  for (const flow of more.flows)
    if (flow.to === 'phones') flow.tokSBySlice = flow.tokSBySlice.map((own) => own * 1.2)
  expect(wrong(more).some((own) => own.sentence.includes('Phones takes'))).toBe(true)
  const moved = structuredClone(answer.result)
  moved.flows.push({ ...moved.flows.find((own) => own.to === 'ash')!, classId: 'standard-complex' })
  expect(wrong(moved).some((own) => own.sentence.includes('may not go to the tier edge'))).toBe(true)
})
