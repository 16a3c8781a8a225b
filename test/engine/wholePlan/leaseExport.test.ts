import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { findProblems } from '../../../src/engine/check/findProblems.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import { notes } from '../../../src/report/words/en/notes.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

const HASH = 'of the fixture'
const catalog = await readCatalog()
type Lease = NonNullable<NonNullable<PlanInput['distribution']>['leases']>[number]

function leasedIn(own: Partial<Lease>, exportRule: 'note' | 'refuse' = 'refuse') {
  const { distribution } = auditedSiteDocument
  const leases = distribution.leases!.map((lease) => ({ ...lease, ...own }))
  return readPlan({
    ...auditedSiteDocument,
    distribution: { ...distribution, leases },
    procurement: { exportRule },
  })
}

test('a lease whose accelerators need an export licence where they stand is refused, and says why', () => {
  const { eligibility, fleet, groups } = deriveInputs(leasedIn({ country: 'CN' }), catalog)
  expect(fleet.leaseRefusals).toEqual(['export'])
  expect(eligibility.flatMap((item) => item.leases)).toContain('export')
  expect(groups.flatMap((group) => group.leaseIndices)).toEqual([])
  expect(fleet.notes.map((note) => notes.say(note))).toContain(
    'The lease B200, on demand is not taken: an export licence for NVIDIA B200 SXM (us-tpp) to CN is presumed to be denied.',
  )
})

test.each([
  ['its provider has the licence', { country: 'CN', isLicensed: true }, 'refuse', 0],
  ['no licence is needed there', { country: 'US' }, 'refuse', 0],
  ['its country is not known', {}, 'refuse', 0],
  ['the plan only notes what needs one', { country: 'CN' }, 'note', 1],
] as const)('a lease is open where %s', (_, own, rule, noted) => {
  const { fleet, groups } = deriveInputs(leasedIn(own, rule), catalog)
  expect(fleet.leaseRefusals).toEqual([null])
  expect(groups.some((group) => group.leaseIndices.length > 0)).toBe(true)
  expect(fleet.notes.filter(({ code }) => code === 'lease-obstacle')).toHaveLength(noted)
})

test('it is a problem at its field, and the audit finds what is leased without the licence', async () => {
  const problems = findProblems(leasedIn({ country: 'CN' }), catalog, '2026-11-25')
  expect(problems.map((own) => `${own.path.join('.')} ${own.code}`)).toContain(
    'distribution.leases.0.isLicensed no-export-licence',
  )
  const answer = await solvePlan({ plan: leasedIn({}), catalog, inputsHash: HASH })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const solved = PlanResult.parse(answer.result)
  expect(solved.leases.some((own) => own.accel > 0)).toBe(true)
  const breaches = (own: Partial<Lease>) =>
    auditResult(leasedIn(own), catalog, solved, HASH).lines.filter(
      (line) => !line.isOk && line.check === 'procurement',
    )
  expect(breaches({ country: 'CN' })[0]!.sentence).toMatch(/B200, on demand needs an export licence for CN/)
  expect(breaches({ country: 'CN', isLicensed: true })).toEqual([])
})
