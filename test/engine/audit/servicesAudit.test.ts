import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

const catalog = await readCatalog()
const { routing } = auditedSiteDocument

test.each(['router', 'cascade'] as const)('a %s takes the time of both of its models', async (kind) => {
  const models = { strongModelId: 'large', weakModelId: 'small', strongShare: 0.04 }
  const plan = readPlan({
    ...auditedSiteDocument,
    horizon: { start: '2027Q1', periods: 4, blocksPerDay: 4 },
    routing: { ...routing, services: [{ id: 'pair', kind, ...models, quality: 0.86 }] },
  })
  const answer = await solvePlan({ plan, catalog, inputsHash: '' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const { lines } = auditResult(plan, catalog, answer.result, '')
  expect(lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
  const ofPair = answer.result.placements.filter((item) => item.modelId === 'pair')
  expect(ofPair.length).toBeGreaterThan(0)
  const draft = structuredClone(answer.result)
  for (const item of draft.placements)
    if (item.modelId === 'pair') item.unitsBySlice = item.unitsBySlice.map((units) => 0.95 * units)
  const wrong = auditResult(plan, catalog, draft, '').lines.filter((line) => !line.isOk)
  expect(wrong.filter((line) => line.check === 'serving').map((line) => line.sentence)).toContainEqual(
    expect.stringMatching(/What the units of .*-complex can do at Ashburn in/),
  )
})
