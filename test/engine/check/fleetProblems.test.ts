import { expect, test } from 'vitest'
import { findProblems } from '../../../src/engine/check/findProblems.ts'
import { statusQuo } from '../../../src/engine/compare/statusQuo.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { supplyToDate } from '../../../src/engine/layers/accelerators/purchase.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import { suppliedSiteDocument } from '../../fixtures/suppliedSite.ts'

const catalog = await readCatalog()
const codesOf = (own: Partial<PlanInput>) =>
  findProblems(readPlan({ ...suppliedSiteDocument, training: [], ...own }), catalog, '2026-11-25')
    .filter((problem) => problem.path[0] === 'accelerators' || problem.severity === 'error')
    .map((problem) => `${problem.path.join('.')} ${problem.code}`)

test('hardware that needs a licence for a site is a problem, at its field', () => {
  const sites = suppliedSiteDocument.sites.map((site) => ({ ...site, catalogRegionId: 'cn-guian' }))
  expect(codesOf({})).toEqual([])
  expect(codesOf({ sites })).toEqual([
    'accelerators.0.licensedCountries no-export-licence',
    'accelerators.1.licensedCountries no-export-licence',
  ])
})

test('what the catalog cannot take is an error at its field, and nothing else falls over it', () => {
  const row = { id: 'lab', name: 'H100 SXM', vendor: 'Lab', memoryGb: 80, memBwTbS: 3, source: 'sheet' }
  expect(codesOf({ customAccelerators: [row] })).toEqual(['customAccelerators.0.name clashes-with-catalog'])
  const run = { source: 'own', model: 'nobody', accelerator: 'B300', nAccel: 1, isl: 1, osl: 1 }
  expect(codesOf({ measurements: [{ ...run, outputTokSPerAccel: 1 }] })).toEqual([
    'measurements.0.model clashes-with-catalog',
  ])
})

test('as things stand nothing is bought, by table or by number', () => {
  const inputs = deriveInputs(statusQuo(readPlan(suppliedSiteDocument)), catalog)
  const last = inputs.periods.length - 1
  expect(inputs.plan.accelerators.map((_, g) => supplyToDate(inputs, g, last))).toEqual([0, 0, 0])
  expect(inputs.plan.training).toEqual([])
})
