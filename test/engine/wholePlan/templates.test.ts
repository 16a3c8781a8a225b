import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { findProblems } from '../../../src/engine/check/findProblems.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { hashPlan } from '../../../src/main/hashPlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { listTemplateFiles } from '../../../src/main/readTemplates.ts'
import { readPlanText } from '../../../src/plan/readPlan.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'

const catalog = await readCatalog()
/** The gap is what is tested, not the time: a slow machine may take as long as it needs. */
const SLOW_MACHINE_S = 1200

/** Waits in small pools, which the audit is to tell of a plan that does not ask for room against them. */
const WAITS = 'queueing'

const { empty, ...solved } = listTemplateFiles()

test('the empty plan asks for demand and for a place to serve it from, and for nothing else', () => {
  const plan = readPlanText(readFileSync(empty!, 'utf8'))
  const errors = findProblems(plan, catalog, '2026-11-29').filter((own) => own.severity === 'error')
  expect(errors.map((own) => own.code)).toEqual(['empty-demand', 'empty-places'])
})

test.each(Object.entries(solved))('%s solves to a proven gap of 1 %%', async (_, file) => {
  const plan = readPlanText(readFileSync(file, 'utf8'))
  const answer = await solvePlan({ plan, catalog, inputsHash: 'test', timeLimitS: SLOW_MACHINE_S })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  expect(answer.result.solver.status).toBe('within-gap')
  expect(answer.result.solver.gapShare).toBeLessThanOrEqual(0.01)
  expect(PlanResult.parse(answer.result).periods).toHaveLength(plan.horizon.periods)
  const audit = auditResult(plan, catalog, answer.result, 'test')
  const wrong = audit.lines.filter(
    (line) => !line.isOk && !(plan.routing.headroom !== 'queueing' && line.check === WAITS),
  )
  expect(wrong.map((line) => line.sentence)).toEqual([])
})

test('the result that ships with the sample is of this sample and still passes the audit', () => {
  const { meridian } = listTemplateFiles()
  const plan = readPlanText(readFileSync(meridian!, 'utf8'))
  const stored = PlanResult.parse(JSON.parse(readFileSync(meridian!.replace('.plan.', '.result.'), 'utf8')))
  const audit = auditResult(plan, catalog, stored, hashPlan(plan))
  expect(audit.lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
})

test('a plan that must serve everything on too little grid names who is in conflict', async () => {
  const plan = readPlanText(readFileSync(listTemplateFiles()['regional-rooms']!, 'utf8'))
  const starved = {
    ...plan,
    routing: { ...plan.routing, mustServe: true },
    distribution: { ...plan.distribution, leases: [] },
  }
  const answer = await solvePlan({ plan: starved, catalog, inputsHash: 'test' })
  if (answer.kind !== 'infeasible') throw new Error(answer.kind)
  const { conflict, repairs } = answer.infeasibility
  expect(conflict.map(({ family }) => family)).toContain('demand')
  expect(conflict.some(({ family }) => family !== 'demand')).toBe(true)
  expect(repairs.length).toBeGreaterThan(0)
})
