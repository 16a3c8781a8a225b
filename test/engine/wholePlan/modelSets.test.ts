import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { findFaults } from '../../../src/plan/fault.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

const catalog = await readCatalog()
const [site] = oneSiteDocument.sites

/** Half of the tasks are complex; every model is good enough for all, so the fast one takes all. */
const base: PlanInput = {
  ...oneSiteDocument,
  demand: [
    {
      ...{ id: 'd', archetypeId: 'workflow_agent', unitsStart: 20_000, unitsEnd: 20_000, privacyShare: 0 },
      ...{ complexShare: 0.5, regionShares: { east: 1 } },
    },
  ],
  models: [
    { id: 'fast', catalogModelId: 'gpt-oss-20b', quality: 0.9 },
    { id: 'slow', catalogModelId: 'DeepSeek-V4-Flash', quality: 0.9 },
  ],
  sites: [{ ...site!, facility: { ...site!.facility, moduleItMw: 0.1 } }],
}
const kept = (models: readonly string[], routing: object = {}): PlanInput => ({
  ...base,
  routing: { ...base.routing, ...routing, modelsByClass: { 'standard-complex': [...models] } },
})

async function solve(document: PlanInput) {
  const plan = readPlan(document)
  const answer = await solvePlan({ plan, catalog, inputsHash: 'h', gapShare: 0.001 })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const { result } = answer
  const serving = new Set(result.placements.map((own) => `${own.classId} ${own.modelId}`))
  const wrong = (about: PlanInput) =>
    auditResult(readPlan(about), catalog, result, 'h')
      .lines.filter((line) => !line.isOk && line.check !== 'queueing')
      .map((line) => line.sentence)
  return { result, serving, wrong }
}

test('a class is kept to its models, whatever is faster; the audit finds one that is not of them', async () => {
  const free = await solve(base)
  expect(free.serving).toEqual(new Set(['standard-simple fast', 'standard-complex fast']))
  const bound = await solve(kept(['slow']))
  expect(bound.serving).toEqual(new Set(['standard-simple fast', 'standard-complex slow']))
  expect(bound.wrong(kept(['slow']))).toEqual([])
  expect(free.wrong(kept(['slow'])).join()).toContain(
    'gpt-oss-20b serves standard-complex, which is kept to DeepSeek-V4-Flash',
  )
})

test('a floor on average holds within the set', async () => {
  const bound = await solve(kept(['slow'], { qualityRule: 'average' }))
  expect(bound.serving).toEqual(new Set(['standard-simple fast', 'standard-complex slow']))
  expect(bound.wrong(kept(['slow'], { qualityRule: 'average' }))).toEqual([])
})

test('a set of models that the plan does not have is refused by name', () => {
  expect(findFaults(() => readPlan(kept(['slow', 'huge'])))).toEqual([
    {
      path: 'routing.modelsByClass.standard-complex',
      value: 'huge',
      expected: 'ids of models and services of this plan: fast, slow',
    },
  ])
})
