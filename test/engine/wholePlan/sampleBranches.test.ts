import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { hashPlan } from '../../../src/main/hashPlan.ts'
import { readBranchResult, readSample } from '../../../src/main/library/sample.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'

const resources = join(import.meta.dirname, '../../../resources')
const catalog = await readCatalog()
const { plan: sample, branches } = readSample(resources)
const stored = new Map(
  branches.map((branch) => [branch.id, PlanResult.parse(readBranchResult(resources, branch))]),
)

test.each(branches.map((branch) => [branch.name, branch] as const))(
  '%s ships with a result of its inputs, proven within 1 %%, that the audit agrees with',
  (_, branch) => {
    const result = stored.get(branch.id)!
    expect(result.solver.status).toBe('within-gap')
    expect(result.solver.gapShare).toBeLessThanOrEqual(0.01)
    const audit = auditResult(branch, catalog, result, hashPlan(branch))
    expect(audit.lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
  },
)

test('each branch differs from the sample, and tells what it is called for', () => {
  const of = (id: string) => stored.get(`meridian-${id}`)!
  expect(new Set([sample, ...branches].map(hashPlan)).size).toBe(branches.length + 1)
  expect(of('leases-only').summary.builtItMwEnd).toBe(0)
  expect(of('no-routing').summary.builtItMwEnd).toBeGreaterThan(
    1.5 * of('power-plus-50').summary.builtItMwEnd,
  )
  const built = of('campus-first').builds.filter((own) => own.builtItMw > 0)
  const first = built.map((own) => own.period).toSorted()[0]
  expect(new Set(built.filter((own) => own.period === first).map((own) => own.siteId))).toEqual(
    new Set(['perm']),
  )
})
