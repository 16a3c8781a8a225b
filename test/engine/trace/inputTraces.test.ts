import { join } from 'node:path'
import { expect, test } from 'vitest'
import { singleLine } from '../../../src/engine/facility/singleLine.ts'
import { compareAccelerators, compareModels } from '../../../src/engine/pairs/comparePairs.ts'
import { servedPairs } from '../../../src/engine/results/tokens/servedPairs.ts'
import { networkEachRef } from '../../../src/engine/trace/accelerators/networkEachTraces.ts'
import { demandHourRef, profileHourRef } from '../../../src/engine/trace/agents/hourTraces.ts'
import { coolingRef } from '../../../src/engine/trace/aidc/coolingTraces.ts'
import { overheadRef } from '../../../src/engine/trace/aidc/overheadTraces.ts'
import { inputSource } from '../../../src/engine/trace/inputSource.ts'
import { pairRef } from '../../../src/engine/trace/models/pairTraces.ts'
import { runRef } from '../../../src/engine/trace/models/runTraces.ts'
import { nodeRef } from '../../../src/engine/trace/power/diagramTraces.ts'
import { type Trace, type TraceRef, toRef } from '../../../src/engine/trace/trace.ts'
import { TraceContext } from '../../../src/engine/trace/traceContext.ts'
import { isOfInputs, traceOf } from '../../../src/engine/trace/traceOf.ts'
import { readBranchResult, readSample } from '../../../src/main/library/sample.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { findPaths } from '../../../src/plan/planPath.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'

const resources = join(import.meta.dirname, '../../../resources')
const catalog = await readCatalog()
const branch = readSample(resources).branches.find((own) => own.id === 'meridian-power-plus-50')!
const result = PlanResult.parse(readBranchResult(resources, branch))
const plan = structuredClone(branch)
plan.sites[0]!.facility.waterLimitM3PerYear = 50_000
plan.sites[0]!.power.carbonLimitTonnesPerYear = 90_000
const solved = new TraceContext(plan, catalog, result)
const unsolved = new TraceContext(plan, catalog, null)

const conditions = { inputTokens: 8000, outputTokens: 1000, cacheHitShare: 0, ttftMs: 2000, tpotMs: 50 }
const comparing = { plan, catalog: solved.catalog, conditions, anchors: [] }
const [end] = result.periods.slice(-1)
const year = result.periods.slice(-4)
const site = plan.sites[0]!

const PAIR_FIELDS = [
  ...(['outputSpeed', 'totalSpeed', 'p10', 'p90', 'userSpeed', 'firstToken', 'firstTokenP10'] as const),
  ...(['firstTokenP90', 'replica', 'sequences', 'sessions', 'memory', 'context'] as const),
]
const pairs = [
  ...compareAccelerators('gpt-oss-120b', comparing),
  ...compareModels('nvidia-b300-sxm', comparing),
].filter((row) => row.prediction.isFeasible)

const run = {
  ...{ of: 'vLLM', source: 'bench.csv row 3 (A)', precision: 'fp8', accelCount: 8, outputTokSPerAccel: 900 },
  ...{ inputTokens: 1000, outputTokens: 1000, concurrency: 64 },
}

const OF_INPUTS: readonly TraceRef[] = [
  'discount-rate',
  ...[run, { ...run, concurrency: undefined, tpotMs: 20 }].flatMap((own) =>
    (['outputSpeed', 'perUser'] as const).map((field) => runRef(field, own)),
  ),
  ...['together', 'apart', 'saved'].map((field) => toRef('pooled', field, end!)),
  ...plan.accelerators.flatMap(({ id }) =>
    (['low', 'high', 'watts'] as const).map((field) => networkEachRef(field, id)),
  ),
  ...['day', 'second'].map((per) => toRef('demand-total', per, end!)),
  ...plan.demand.flatMap(({ id }) => ['line-day', 'units'].map((kind) => toRef(kind, id, end!))),
  ...solved.inputs.classes.flatMap(({ id }) => [
    toRef('class-day', id),
    ...['ttftMs', 'tpotMs'].map((field) => toRef('class-target', field, id)),
  ]),
  ...catalog.cooling.flatMap(({ id }) =>
    (['totalUsd', 'capitalUsd', 'meanPue', 'designPue', 'meanWue', 'maxRackKw'] as const).map((field) =>
      coolingRef(field, site.id, id),
    ),
  ),
  ...['usdPerYear', 'waterM3PerYear'].map((field) =>
    toRef('cooling-blocks', field, site.id, site.facility.coolingTechnologyId, '3'),
  ),
  ...plan.sites.flatMap(({ id }) =>
    (['pue', 'wueLPerKwh'] as const).flatMap((field) =>
      [0, 3].flatMap((quarter) => [0, 15].map((hour) => overheadRef(field, id, { quarter, hour }))),
    ),
  ),
  ...[0, 13, 23].flatMap((hour) => [
    ...plan.regions.map(({ id }) => demandHourRef('regions', id, end!, hour)),
    ...solved.inputs.classes.map(({ id }) => demandHourRef('classes', id, end!, hour)),
    ...plan.demand.flatMap(({ id }) => [demandHourRef('lines', id, end!, hour), profileHourRef(id, hour)]),
  ]),
  ...plan.regions.flatMap((region) =>
    [...plan.sites, ...plan.distribution.leases, ...plan.distribution.apis].map((place) =>
      toRef('round-trip', region.id, place.id),
    ),
  ),
  ...pairs.flatMap(({ query, usdPerMTok, outputTokPerJ }) => [
    ...PAIR_FIELDS.map((field) => pairRef(field, query)),
    ...(usdPerMTok === null ? [] : [pairRef('usdPerMTok', query)]),
    ...(outputTokPerJ === null ? [] : [pairRef('perJoule', query)]),
  ]),
]
const OF_RESULT: readonly TraceRef[] = [
  ...plan.sites.flatMap(({ id }) =>
    singleLine(plan, catalog, result, id, end!).nodes.flatMap((node) => [
      ...(node.units === null ? [] : [nodeRef('units', id, end!, node)]),
      nodeRef('size', id, end!, node),
      ...(node.loadShare === null ? [] : [nodeRef('load', id, end!, node)]),
    ]),
  ),
  ...result.flows
    .filter((flow) => flow.period === end && flow.tokS > 0)
    .flatMap(({ to }) => ['0', '13'].map((hour) => toRef('served-hour', to, end!, hour))),
  ...servedPairs(plan, catalog, result, end!).map((own) => toRef('egress', own.regionId, own.to, end!)),
  toRef('intensity', site.id, ...year),
  'grid-limits',
  ...['waterM3', 'co2Tonnes'].map((field) => toRef('permit', field, site.id, ...year)),
]

/** Every trace that can be reached; none may be missing. */
function reach(context: TraceContext, starts: readonly TraceRef[]): Map<TraceRef, Trace> {
  const found = new Map<TraceRef, Trace>()
  const open = [...starts]
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (found.has(ref)) continue
    const trace = traceOf(context, ref)
    expect(trace, ref).not.toBeNull()
    found.set(ref, trace!)
    for (const input of trace!.inputs) if (input.ref) open.push(input.ref)
  }
  return found
}

test('figures of the inputs alone are traced before anything is solved, down to their sources', () => {
  const found = reach(unsolved, OF_INPUTS)
  expect(found.size).toBeGreaterThan(1000)
  expect([...found.keys()].filter((ref) => !isOfInputs(ref))).toEqual([])
  expect(traceOf(unsolved, 'net-present-cost')).toBeNull()
})

test('every figure is what its inputs make it, and what an input leads to says the same', () => {
  const found = reach(solved, [...OF_INPUTS, ...OF_RESULT])
  for (const { ref, value, recomputed, inputs } of found.values()) {
    expect(Math.abs(value - recomputed), ref).toBeLessThan(1e-6 * Math.max(1e-3, Math.abs(value)))
    for (const input of inputs) {
      const next = input.ref && found.get(input.ref)
      if (next && next.unit === input.unit && typeof input.value === 'number')
        expect(Math.abs(next.value - input.value), `${ref} -> ${input.ref}`).toBeLessThan(
          1e-6 * Math.max(1, Math.abs(input.value)),
        )
      if (input.path) expect(() => findPaths(plan, input.path!), input.path).not.toThrow()
      if (input.cell) expect(inputSource(plan, catalog, input), JSON.stringify(input.cell)).not.toBe('')
    }
  }
})

test('figures that screens show are those of their traces', () => {
  for (const row of pairs) {
    const valueAt = (field: Parameters<typeof pairRef>[0]) =>
      traceOf(solved, pairRef(field, row.query))?.value
    expect(valueAt('outputSpeed')).toBe(row.prediction.outputTokSPerAccel)
    expect(valueAt('memory')).toBe(row.memoryShare)
    if (row.usdPerMTok !== null) expect(valueAt('usdPerMTok')).toBeCloseTo(row.usdPerMTok, 9)
  }
  for (const own of servedPairs(plan, catalog, result, end!)) {
    expect(traceOf(solved, toRef('round-trip', own.regionId, own.to))?.value).toBeCloseTo(own.rttMs!, 9)
    expect(traceOf(solved, toRef('egress', own.regionId, own.to, end!))?.value).toBe(own.egressMusd)
  }
})

test('the limit of a link leads to its field in the plan, solved or not', () => {
  const own = servedPairs(plan, catalog, result, end!).find(({ to }) => to === site.id)!
  const links = [
    { regionId: 'elsewhere', siteId: site.id, limitMTokS: 1 },
    { regionId: own.regionId, siteId: site.id, limitMTokS: 7.5 },
  ]
  const limited = { ...plan, distribution: { ...plan.distribution, links } }
  const ref = toRef('link-limit', own.regionId, own.to, own.period)
  for (const kept of [result, null]) {
    const trace = traceOf(new TraceContext(limited, catalog, kept), ref)!
    expect(trace).toMatchObject({ value: 7.5, recomputed: 7.5, unit: 'Mtok/s' })
    const [limit, flow] = trace.inputs
    expect(findPaths(limited, limit!.path!)).toEqual([['distribution', 'links', 1, 'limitMTokS']])
    expect(flow?.value).toBe(kept ? own.tokS : undefined)
    if (flow) expect(traceOf(solved, flow.ref!)?.value).toBe(flow.value)
  }
  expect(traceOf(solved, ref)).toBeNull()
})
