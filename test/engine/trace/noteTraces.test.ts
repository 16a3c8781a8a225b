import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TraceContext } from '../../../src/engine/trace/traceContext.ts'
import { traceOf } from '../../../src/engine/trace/traceOf.ts'
import { noteRef } from '../../../src/engine/trace/wholePlan/noteTraces.ts'
import { readBranchResult, readSample } from '../../../src/main/library/sample.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { findPaths } from '../../../src/plan/planPath.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'
import { unitKw } from '../../../src/plan/unitPower.ts'

const resources = join(import.meta.dirname, '../../../resources')
const plan = readSample(resources).branches.find((own) => own.id === 'meridian-campus-first')!
const solved = PlanResult.parse(readBranchResult(resources, plan))
const own = plan.accelerators[0]!
const rackKw = unitKw(own) * own.unitsPerRack

const notes: PlanResult['notes'] = [
  { code: 'synthetic-weather', sites: ['Dallas'], isAll: false },
  {
    ...{ code: 'cooling-chosen', site: 'Dallas', rounds: 2, isStable: true },
    technologies: [
      { technology: 'dry', blocks: 3 },
      { technology: 'wet', blocks: 1 },
    ],
  },
  { code: 'pools-widened', pools: 7 },
  { code: 'pools-short', pools: 2, rounds: 3 },
  {
    ...{ code: 'obstacle', isHeld: true, accelerator: own.id, site: 'Dallas', reason: 'rack-power' },
    values: [rackKw, 20],
  },
  {
    ...{ code: 'obstacle', isHeld: true, accelerator: own.id, site: 'Dallas', reason: 'no-liquid' },
    values: ['liquid', 'air'],
  },
]
const context = new TraceContext(plan, await readCatalog(), { ...solved, notes })

test('a figure in a note of a result has its trace; a note without one has none', () => {
  const found = notes.map((note, index) => {
    const ref = noteRef(note, index)
    return ref === undefined ? null : traceOf(context, ref)
  })
  expect(found.map((trace) => trace?.value ?? null)).toEqual([null, 4, 7, 2, rackKw, null])
  for (const trace of found) {
    if (!trace) continue
    expect(trace.recomputed).toBeCloseTo(trace.value, 9)
    for (const { path } of trace.inputs) if (path !== undefined) findPaths(plan, path)
  }
})
