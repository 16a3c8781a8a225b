import { expect, test } from 'vitest'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { AppFault } from '../../../src/plan/fault.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

const catalog = await readCatalog()
const speedOf = (measurements: readonly object[]) => {
  const plan = readPlan({ ...auditedSiteDocument, measurements })
  const { classes, speed } = deriveInputs(plan, catalog)
  return (complexity: string) =>
    speed[classes.findIndex((own) => own.id === `interactive-${complexity}`)]![0]!.mTokSPerUnit
}
const run = {
  source: 'own run',
  model: 'gpt-oss-20b',
  accelerator: 'B300',
  nAccel: 1,
  isl: 8000,
  osl: 1000,
  concurrency: 64,
  precision: 'fp4',
  outputTokSPerAccel: 100,
}

test('a measured run slows the model that it measured down, and no other', () => {
  const [before, after] = [speedOf([]), speedOf([run])]
  expect(after('simple')).toBeLessThan(before('simple') * 0.7)
  expect(after('complex')).toBe(before('complex'))
})

test('a run of what the catalog has not is refused at its field', () => {
  try {
    speedOf([run, { ...run, model: 'nobody-7b' }])
    expect.unreachable()
  } catch (error) {
    expect(error instanceof AppFault && error.faults.map((fault) => fault.path)).toEqual([
      'measurements[1].model',
    ])
  }
})
