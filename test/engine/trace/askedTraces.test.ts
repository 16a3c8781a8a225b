import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { LAYER_VARIANTS, variantEdits } from '../../../src/engine/demand/layerVariants.ts'
import { compareDays } from '../../../src/engine/dispatch/compareDays.ts'
import { loadDuration } from '../../../src/engine/dispatch/loadDuration.ts'
import type { Asked } from '../../../src/engine/trace/decisions/asked.ts'
import { changeRef } from '../../../src/engine/trace/decisions/changeTraces.ts'
import { drawsBelowRef, drawsOf, drawsRef } from '../../../src/engine/trace/decisions/drawTraces.ts'
import {
  IMPLIED_RATIO,
  IMPLIED_SHARE,
  layerTimesRef,
  layerVariantRef,
} from '../../../src/engine/trace/decisions/layerTraces.ts'
import { leaningKey, leanings } from '../../../src/engine/trace/decisions/leanings.ts'
import { FRONT_LEAST, swingRef, variantRef } from '../../../src/engine/trace/decisions/sweepTraces.ts'
import { limitPeriodRef, limitStepRef } from '../../../src/engine/trace/decisions/worthTraces.ts'
import { dispatchPeriodRef } from '../../../src/engine/trace/power/dispatchPeriodTraces.ts'
import { dispatchRef, durationRef } from '../../../src/engine/trace/power/dispatchTraces.ts'
import { type Trace, toRef } from '../../../src/engine/trace/trace.ts'
import { TraceContext } from '../../../src/engine/trace/traceContext.ts'
import { traceOf } from '../../../src/engine/trace/traceOf.ts'
import { runSweep } from '../../../src/engine/vary/runSweep.ts'
import type { Metrics, RunTasks } from '../../../src/engine/vary/task.ts'
import type { LimitWorth } from '../../../src/engine/why/limits/shadowPrices.ts'
import { readBranchResult, readSample } from '../../../src/main/library/sample.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { SweepSpec } from '../../../src/plan/cases/sweepSpec.ts'
import { findPaths } from '../../../src/plan/planPath.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'

const resources = join(import.meta.dirname, '../../../resources')
const catalog = await readCatalog()
const plan = readSample(resources).branches.find((own) => own.id === 'meridian-campus-first')!
const result = PlanResult.parse(readBranchResult(resources, plan))

function trace(asked: Asked, ref: string): Trace {
  const found = traceOf(new TraceContext(plan, catalog, result, asked), ref)
  expect(found, ref).not.toBeNull()
  for (const { path } of found!.inputs) if (path !== undefined) findPaths(plan, path)
  return found!
}

/** Costs that follow from the task alone, so that every row is another. */
const run: RunTasks = async (tasks) =>
  tasks.map(({ id, edits, designIndex = 0 }) => {
    const factor = edits.reduce((product, own) => product * (own.times ?? Number(own.value)), 1)
    const costMusd = 100 * factor + 3 * designIndex
    const metrics: Metrics = {
      ...{ objectiveMusd: costMusd, boundMusd: costMusd - 1, netPresentCostMusd: costMusd },
      ...{ levelisedUsdPerMTok: costMusd / 1000, unservedShare: factor > 1 ? 0.01 : 0, leasedShare: 0 },
      ...{ builtItMwEnd: factor, usedItMwEnd: factor, edgeShare: 0 },
      measures: { carbon: factor, unserved: 0, leased: 0, edge: 0 },
      decisions: { 'site:dal': factor > 1.3 ? 1 : 0 },
    }
    return { id, kind: 'plan', message: '', metrics }
  })

const path = 'demand[*].unitsEnd'

test('a variant names its changes and the figure of the plan itself; a swing is the difference of two variants', async () => {
  const spec = SweepSpec.parse({ kind: 'sensitivity', inputs: [{ path, low: 0.5, high: 1.5 }] })
  const sweep = { spec, report: await runSweep(spec, 0, run) }
  const high = trace({ sweep }, variantRef('0 high', 'objectiveMusd'))
  expect(high.value).toBe(150)
  expect(high.of).toBe(`${path} × 1.5`)
  expect(high.inputs.find(({ word }) => word === 'changed')).toMatchObject({ of: path, value: '× 1.5', path })
  expect(high.inputs.at(-1)).toMatchObject({ ref: 'objective', of: plan.name })
  const swing = trace({ sweep }, swingRef(0, 'low'))
  expect([swing.value, swing.recomputed]).toEqual([-50, -50])
})

test('the least of a front names what is held of the cheapest plan, and what is proven', async () => {
  const spec = SweepSpec.parse({ kind: 'pareto', against: 'carbon', shares: [1], least: true })
  const found: RunTasks = async (tasks) =>
    (await run(tasks)).map((own, place) =>
      tasks[place]!.least ? { ...own, metrics: null, least: { value: 0.5, bound: 0.4 } } : own,
    )
  const least = trace({ sweep: { spec, report: await runSweep(spec, 0, found) } }, FRONT_LEAST)
  expect([least.value, least.unit, least.recomputed]).toEqual([0.5, 't', 0.5])
  expect(least.inputs.map(({ word, value }) => [word, value])).toEqual([
    ['ofCheapest', 1],
    ['ofCheapest', 0],
    ['leastBound', 0.4],
  ])
})

test('percentiles, chances and regrets come out of the draws again', async () => {
  const distribution = { shape: 'uniform', low: 0.5, high: 1.5 }
  const input = { path, as: 'times', distribution }
  const spec = SweepSpec.parse({ kind: 'monte-carlo', design: 'fixed', draws: 40, inputs: [input] })
  const sweep = { spec, report: await runSweep(spec, 2, run) }
  for (const design of sweep.report.monteCarlo!.designs)
    for (const ref of [
      ...(['p10', 'p50', 'p90'] as const).map((at) => drawsRef(design, 'costMusd', at)),
      drawsRef(design, 'levelisedUsdPerMTok', 'p50'),
      drawsRef(design, 'unservedShare', 'p90'),
      ...[drawsRef(design, 'shortage'), drawsRef(design, 'regret')],
    ]) {
      const { value, recomputed, inputs } = trace({ sweep }, ref)
      expect(recomputed, ref).toBeCloseTo(value, 9)
      expect(inputs.find(({ word }) => word === 'changed')?.value).toBe('uniform 0.5 / 1.5 ×')
    }
  const draws = drawsOf(sweep.report.rows, 0)
  const share = trace({ sweep }, drawsBelowRef(0, draws[9]!.id))
  expect([share.value, share.recomputed]).toEqual([0.25, 0.25])
  trace({ sweep }, share.inputs.at(-1)!.ref!)
  expect(sweep.report.monteCarlo!.designs[1]!.regretMusd.mean).toBeCloseTo(3, 9)
})

test('a decision turns between two variants', async () => {
  const spec = SweepSpec.parse({ kind: 'threshold', path, from: 1, to: 2, as: 'times', flips: 'site:dal' })
  const sweep = { spec, report: await runSweep(spec, 0, run) }
  const turn = trace({ sweep }, 'turn')
  expect(turn.value).toBeCloseTo(1.3, 1)
  const sides = turn.inputs.filter(({ word }) => word === 'turns' || word === 'turnsNot')
  for (const { ref } of sides) trace({ sweep }, ref!)
  const below = trace({ sweep }, toRef('turn-side', 'below'))
  expect([below.word, below.value]).toEqual(['turnsNot', sweep.report.threshold!.below.value])
  expect(trace({ sweep }, toRef('turn-side', 'above')).value).toBeGreaterThan(below.value)
  expect(sides.map(({ word }) => word)).toEqual(['turnsNot', 'turns'])
})

test('a step of a limit is the difference of two costs and leads to the field that widens it', () => {
  const quarter = { period: '2028Q1', savedByStepUsd: 900, usdPerUnit: 1000, holdsForUnits: 2 }
  const limit: LimitWorth = {
    ...{ family: 'grid', ownerId: 'dal', siteId: 'dal', unit: 'MW', step: 1, periods: ['2028Q1'] },
    ...{ savedByStepUsd: 5000, costOfStepLessUsd: 7000, quarters: [quarter] },
  }
  const worth = { objectiveMusd: 50, limits: [limit] }
  const saved = trace({ worth }, limitStepRef(limit, 'saved'))
  expect(saved.recomputed).toBeCloseTo(5000, 5)
  expect(saved.inputs[0]).toMatchObject({ word: 'step', value: 1, path: 'sites[dal].power.gridLimitMw' })
  expect(trace({ worth }, limitStepRef(limit, 'lost')).recomputed).toBeCloseTo(7000, 5)
  const small = { ...limit, step: 0.01 }
  const step = trace({ worth: { ...worth, limits: [small] } }, limitStepRef(small, 'step'))
  expect([step.value, step.recomputed]).toEqual([0.01, 0.01])
  expect(step.inputs.at(-1)).toMatchObject({ word: 'limit', path: 'sites[dal].power.gridLimitMw' })
  const values = (['price', 'holds', 'saved'] as const).map(
    (field) => trace({ worth }, limitPeriodRef(limit, '2028Q1', field)).value,
  )
  expect(values).toEqual([1000, 2, 900])
  const [outcome] = [{ id: '', kind: 'plan' as const, message: '', metrics: null }]
  const { solver } = result
  const metrics = { ...solver, objectiveMusd: solver.objectiveMusd + 12, boundMusd: 0 } as unknown as Metrics
  const forced = { decision: 'site:dal=closed', outcome: { ...outcome!, metrics } }
  expect(trace({ forced }, 'forced-cost').value).toBeCloseTo(12, 6)
  const gapMusd = solver.objectiveMusd - solver.boundMusd
  expect(trace({ forced }, toRef('forced-bound', 'most')).value).toBeCloseTo(12 + gapMusd, 6)
  expect(trace({ forced }, toRef('forced-bound', 'least')).value).toBe(0)
})

test('every finding of the audit says both values, and what the cost leans on adds up to its share', () => {
  const audit = auditResult(plan, catalog, result, result.inputsHash)
  expect(audit.lines.length).toBeGreaterThan(1000)
  const context = new TraceContext(plan, catalog, result, { audit })
  const linked = audit.lines.filter(({ claimed, unit }, place) => {
    const { inputs } = traceOf(context, toRef('finding', String(place)))!
    const { ref } = inputs[0]!
    const below = ref === undefined ? null : traceOf(context, ref)
    if (ref !== undefined) expect(below, ref).not.toBeNull()
    if (below?.unit === unit) expect(below.value, ref).toBeCloseTo(claimed, 3)
    return below !== null
  })
  expect(linked.length).toBeGreaterThan(200)
  for (const { input, share } of leanings(context)) {
    const found = traceOf(context, toRef('leaning', leaningKey(input)))!
    expect(found.recomputed).toBeCloseTo(share, 9)
  }
})

test('an hour of a dispatched day is what the load leaves for it, within limits and at its price', async () => {
  const own = result.builds.findLast((build) => build.usedItMw > 0)!
  const { siteId, period } = own
  const compared = await compareDays({ plan, catalog, result, siteId, period })
  const { days } = compared
  const dispatch = { siteId, period, ...compared }
  for (const side of ['days', 'blocks', 'difference'] as const) {
    const own = trace({ dispatch }, dispatchPeriodRef(side))
    expect(own.recomputed, side).toBeCloseTo(own.value, 9)
    for (const { ref } of own.inputs) if (ref !== undefined) trace({ dispatch }, ref)
  }
  for (const [day, { dispatch: found }] of days.entries()) {
    const cost = trace({ dispatch }, toRef('dispatch-day', String(day)))
    expect(cost.recomputed / cost.value).toBeCloseTo(1, 5)
    for (const hour of [0, 9, 18]) {
      const flows = [
        ['load', ''],
        ['drawn', ''],
        ...(['generated', 'taken', 'charged', 'discharged'] as const).flatMap((flow) =>
          Object.keys(found[flow]).map((id) => [flow, id] as const),
        ),
      ] as const
      for (const [flow, id] of flows) {
        const one = trace({ dispatch }, dispatchRef(flow, id, day, hour))
        expect(one.recomputed, `${flow} ${id} ${day} ${hour}`).toBeCloseTo(one.value, 5)
        for (const { ref } of one.inputs) if (ref !== undefined) trace({ dispatch }, ref)
      }
      const price = trace({ dispatch }, toRef('dispatch-price', String(day), String(hour)))
      expect(price.recomputed).toBeCloseTo(price.value, 9)
      expect(price.value).toBeGreaterThan(10)
    }
  }
  const curve = loadDuration(days).load
  for (const place of [1, 24, curve.length - 1]) {
    const hours = trace({ dispatch }, durationRef('load', place))
    expect(hours.value).toBeCloseTo(curve[place]!.x, 6)
    expect(hours.recomputed).toBeCloseTo(curve[place]!.x, 6)
  }
  expect(curve.at(-1)!.x).toBeCloseTo(8760, 6)
})

test('the change of a figure names it in both plans, and each leads to its own trace there', () => {
  const sample = readSample(resources)
  const other = sample.branches.find((own) => own.id === 'meridian-power-plus-50')!
  const first = { plan: other, result: PlanResult.parse(readBranchResult(resources, other)), name: 'First' }
  const asked: Asked = { change: { ...first, ownName: 'Own' } }
  const context = new TraceContext(plan, catalog, result, asked)
  const [mine, theirs] = [result, first.result].map((own) => own.summary.levelisedUsdPerMTok)
  const value = trace(asked, changeRef('value', 'levelised'))
  expect(value.value).toBeCloseTo(mine! - theirs!, 12)
  expect(trace(asked, changeRef('share', 'levelised')).value).toBeCloseTo(mine! / theirs! - 1, 12)
  expect(value.inputs.map(({ of }) => of)).toEqual(['Own', 'First'])
  const below = value.inputs.map(({ ref, isOfFirst }) => traceOf(isOfFirst ? context.first : context, ref!)!)
  expect(below.map((own) => own.value)).toEqual([mine, theirs])
  expect(traceOf(new TraceContext(plan, catalog, result), changeRef('value', 'levelised'))).toBeNull()
})

test('a layer left out names what was changed, is set against the plan as it is, and needs no result', async () => {
  const edits = (id: (typeof LAYER_VARIANTS)[number]) => variantEdits(plan, id)
  const outcomes = await run(
    LAYER_VARIANTS.map((id, place) => ({ id, design: 'full', edits: [{ path, times: 1 + place }] })),
  )
  const found = new Map(LAYER_VARIANTS.map((id, place) => [id, outcomes[place]!.metrics]))
  const ask = (isUnlimited: boolean, ref: string) => {
    const context = new TraceContext(plan, catalog, null, { layers: { found, isUnlimited } })
    const own = traceOf(context, ref)
    expect(own, ref).not.toBeNull()
    expect(own!.recomputed, ref).toBeCloseTo(own!.value, 9)
    return own!
  }
  const used = ask(false, layerVariantRef('withoutPooling', 'usedItMwEnd'))
  expect([used.value, used.unit]).toEqual([4, 'MW'])
  expect(used.inputs.flatMap(({ word, of }) => (word === 'changed' ? [of] : []))).toEqual(
    edits('withoutPooling').map((own) => own.path),
  )
  const times = ask(false, layerTimesRef('withoutPooling'))
  expect(times.value).toBe(4)
  for (const { ref } of times.inputs) ask(false, ref!)
  for (const isUnlimited of [true, false]) {
    const ratio = ask(isUnlimited, IMPLIED_RATIO)
    expect(ratio.value).toBeGreaterThan(1)
    // What a class asks for over what a megawatt serves of it, added up: the megawatts that the ratio is made of.
    for (const input of ratio.inputs) {
      const parts = ask(isUnlimited, input.ref!).inputs.map(({ value }) => Number(value))
      const megawatts = parts.reduce((sum, own, at) => (at % 2 === 0 ? sum + own / parts[at + 1]! : sum), 0)
      expect(megawatts).toBeCloseTo(Number(input.value), 6)
    }
    expect(ask(isUnlimited, IMPLIED_SHARE).value).toBeLessThan(1)
  }
  expect(traceOf(new TraceContext(plan, catalog, result), IMPLIED_RATIO)).toBeNull()
})
