import { beforeAll, expect, test } from 'vitest'
import { auditResult } from '../../src/engine/audit/auditResult.ts'
import { deriveInputs } from '../../src/engine/derive/deriveInputs.ts'
import { cashFlow } from '../../src/engine/results/cashFlow.ts'
import { solvePlan } from '../../src/engine/solvePlan.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { readPlan } from '../../src/plan/readPlan.ts'
import type { PlanResult } from '../../src/plan/result/result.ts'
import { retiringSiteDocument } from '../fixtures/retiringSite.ts'

const catalog = await readCatalog()
const plan = readPlan(retiringSiteDocument)
let result: PlanResult

beforeAll(async () => {
  const answer = await solvePlan({ plan, catalog, inputsHash: '' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  result = answer.result
}, 120_000)

test('x', () => {
  console.log(
    JSON.stringify(result.retirements, null, 1),
    result.costs.filter((c) => c.layer === 'accelerators').map((c) => [c.name, c.presentMusd]),
    result.solver,
  )
  console.log(
    auditResult(plan, catalog, result, '')
      .lines.filter((l) => !l.isOk)
      .map((l) => l.sentence),
  )
  void cashFlow(deriveInputs(plan, catalog), result)
})
