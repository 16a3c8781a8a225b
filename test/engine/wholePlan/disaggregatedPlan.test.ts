import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { type Trace, type TraceRef, toRef } from '../../../src/engine/trace/trace.ts'
import { TraceContext } from '../../../src/engine/trace/traceContext.ts'
import { traceOf } from '../../../src/engine/trace/traceOf.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'
import type { Prefill } from '../../../src/plan/schema/supply.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

const HASH = 'of the fixture'
const catalog = await readCatalog()

async function solve(prefill: Prefill) {
  const plan = readPlan({
    ...auditedSiteDocument,
    models: auditedSiteDocument.models!.map((own) => ({ ...own, prefill })),
  })
  const answer = await solvePlan({ plan, catalog, inputsHash: HASH })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  return { plan, result: PlanResult.parse(answer.result) }
}
const [chunked, apart, fastest] = [
  await solve('chunked'),
  await solve('disaggregated'),
  await solve('fastest'),
]

test('the plan with the faster of both costs no more than with either, and its audit agrees', () => {
  const { objectiveMusd, boundMusd } = fastest.result.solver
  for (const own of [chunked, apart]) {
    expect(boundMusd).toBeLessThanOrEqual(own.result.solver.objectiveMusd)
    expect(objectiveMusd).toBeLessThanOrEqual(own.result.solver.objectiveMusd * 1.01)
  }
  expect(objectiveMusd).toBeLessThan(0.99 * chunked.result.solver.objectiveMusd)
  for (const { plan, result } of [apart, fastest]) {
    const { lines } = auditResult(plan, catalog, result, HASH)
    expect(lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
  }
})

test('units that read prompts are said where prompts are apart, and the audit finds them changed', () => {
  expect(chunked.result.placements.every((own) => own.prefillUnits === undefined)).toBe(true)
  const own = apart.result.placements.find(({ units }) => units > 0.1)!
  expect(own.prefillUnits).toBeGreaterThan(0)
  expect(own.prefillUnits).toBeLessThan(own.units)
  const draft = structuredClone(apart.result)
  draft.placements.find(({ units }) => units > 0.1)!.prefillUnits! *= 2
  const { lines } = auditResult(apart.plan, catalog, draft, HASH)
  const failed = lines.filter((line) => !line.isOk)
  expect(failed.map((line) => line.path).join()).toMatch(/prefillUnits/)
})

test('every figure of it opens its trace, down to the times of a prompt and a step, each computed anew', () => {
  const context = new TraceContext(apart.plan, catalog, apart.result)
  const own = apart.result.placements.find(({ units }) => units > 0.1)!
  const seen = new Map<TraceRef, Trace>()
  const walk = (ref: TraceRef) => {
    if (seen.has(ref)) return
    const trace = traceOf(context, ref)!
    seen.set(ref, trace)
    expect([ref, trace.recomputed]).toEqual([ref, expect.closeTo(Number(trace.value), 6)])
    for (const input of trace.inputs) if (input.ref) walk(input.ref)
  }
  walk(toRef('model-prefill', own.siteId, own.modelId, own.period))
  const formulas = new Set([...seen.values()].map((trace) => trace.formula))
  for (const formula of ['prefill-units', 'prefill-share', 'disaggregated-speed'])
    expect(formulas).toContain(formula)
})
