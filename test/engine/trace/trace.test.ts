import { join } from 'node:path'
import { expect, test } from 'vitest'
import { attribute, keyOf, mixturesFor } from '../../../src/engine/compare/attribution.ts'
import { differingGroups } from '../../../src/engine/compare/inputGroups.ts'
import { serverBill } from '../../../src/engine/network/serverBill.ts'
import { budgetUses } from '../../../src/engine/results/money/budgetUse.ts'
import { levelisedAt } from '../../../src/engine/results/money/utilisationCost.ts'
import { placesOf } from '../../../src/engine/results/tokens/tokensByTier.ts'
import { billRef } from '../../../src/engine/trace/accelerators/serverBillTraces.ts'
import { equipmentRef } from '../../../src/engine/trace/aidc/equipmentTraces.ts'
import { inputSource } from '../../../src/engine/trace/inputSource.ts'
import { hourRef } from '../../../src/engine/trace/models/placementTraces.ts'
import { bridgeRef } from '../../../src/engine/trace/money/bridgeTraces.ts'
import { budgetRef } from '../../../src/engine/trace/money/budgetTraces.ts'
import { cashRef } from '../../../src/engine/trace/money/cashRowTraces.ts'
import { costLineRef } from '../../../src/engine/trace/money/costTraces.ts'
import { taxRef } from '../../../src/engine/trace/money/taxRowTraces.ts'
import { type CatalogCell, type Trace, type TraceRef, toRef } from '../../../src/engine/trace/trace.ts'
import { TraceContext } from '../../../src/engine/trace/traceContext.ts'
import { traceOf } from '../../../src/engine/trace/traceOf.ts'
import { cakeRef } from '../../../src/engine/trace/wholePlan/cakeTraces.ts'
import { sizeRef } from '../../../src/engine/trace/wholePlan/solveTraces.ts'
import { readBranchResult, readSample } from '../../../src/main/library/sample.ts'
import { readCatalog, readCatalogFiles } from '../../../src/main/readCatalog.ts'
import { findPaths } from '../../../src/plan/planPath.ts'
import { LAYERS } from '../../../src/plan/result/cake.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'
import { TIERS } from '../../../src/plan/schema/common.ts'
import { tierOf } from '../../../src/plan/tiers.ts'

const resources = join(import.meta.dirname, '../../../resources')
const catalog = await readCatalog()
const branch = readSample(resources).branches.find((own) => own.id === 'meridian-power-plus-50')!
const tax = { ...branch.finance.tax, rateShare: 0.25 }
const debt = { ...branch.finance.debt, capitalShare: 0.6 }
const budget = {
  ...{ capexMusd: 5000, capexMusdByYear: [500], carbonTonnesPerYear: 1e5, waterM3PerYear: 1e5 },
  ...{ carbonTonnes: 1e6, unservedMTok: 1e9, leasedMTok: 1e12, awayFromEdgeMTok: 1e13 },
}
const plan = { ...branch, budget, finance: { ...branch.finance, tax, debt } }
const result: PlanResult = {
  ...PlanResult.parse(readBranchResult(resources, branch)),
  budgetWorths: [{ name: 'capex-year', period: '2027Q4', usdPerUnit: 1e5 }],
}
const context = new TraceContext(plan, catalog, result)

const weekday = { siteId: '', period: context.end, dayType: 'weekday' } as const

const CASH_COLUMNS = [
  ...(['revenue', 'running', 'capital', 'returned', 'net', 'cumulative', 'present'] as const),
]
const TAX_COLUMNS = [
  ...(['income', 'writtenOff', 'interest', 'lossUsed', 'taxable', 'drawn', 'service', 'owed'] as const),
]
const MONEY_FIELDS = [
  ...['costMusd', 'revenueMusd', 'mTok', 'marginUsdPerMTok'],
  ...['usdPerMTok', 'usdPerMOutputTok', 'usdPerMWeightedTok'],
]

/** Of the flow of tokens, and of the bars that count tokens by where they are served. */
const BANDS: readonly TraceRef[] = [
  ...result.flows
    .filter((flow) => flow.period === context.end && flow.tokS > 0)
    .map((flow) => toRef('asked-band', flow.regionId, flow.classId, flow.period)),
  ...context.shares
    .filter((share) => share.period === result.periods.length - 1 && share.mTok > 0)
    .flatMap(({ classId, modelId, placeId }) => [
      toRef('served-band', `c:${classId}`, `m:${modelId}`, context.end),
      toRef('served-band', `m:${modelId}`, `p:${placeId}`, context.end),
      toRef('served-band', `p:${placeId}`, `t:${tierOf(plan, placeId)}`, context.end),
    ]),
  ...TIERS.filter((tier) => result.flows.some((flow) => tierOf(plan, flow.to) === tier)).map((tier) =>
    toRef('places-flow', context.end, ...placesOf(plan, tier)),
  ),
]

/** Figures that screens open a trace of; what is below them is reached from them. */
const STARTS: readonly TraceRef[] = [
  ...[
    'served-per-day',
    'unserved-share',
    'leased-share',
    'edge-share',
    'energy-share',
    'levelised',
    'levelised-output',
  ],
  ...['net-present-cost', 'cost-whole', 'net-present-value', 'rate-of-return', 'revenue'],
  ...['reserved', 'on-demand', 'api'].map((kind) => toRef('break-even', kind)),
  'levelised-work',
  ...['0.05', '0.5', '1'].map((share) => toRef('levelised-at', share)),
  ...['all', 'discounted', 'own'].map((side) => toRef('payback', side)),
  ...['own', 'owners'].flatMap((side) => [toRef('after-tax', side), toRef('return-of', side)]),
  ...context.money.afterTax!.years.map(({ year }) => toRef('tax', 'owners', String(year))),
  ...context.money.afterTax!.debt!.years.flatMap(({ year, coverage }) =>
    coverage === null ? [] : [toRef('coverage', String(year))],
  ),
  ...result.costs
    .filter((line) => line.layer === 'accelerators')
    .map((line) => toRef('cost-lines', line.layer, line.name)),
  ...['it', 'overhead', 'loss'].flatMap((use) =>
    ['', result.builds.findLast((own) => own.usedItMw > 0)!.siteId].map((siteId) =>
      toRef('energy-use', use, siteId, result.periods.at(-1)!),
    ),
  ),
  toRef(
    'energy-from',
    result.builds.findLast((own) => own.usedItMw > 0)!.siteId,
    result.periods.at(-1)!,
    'grid',
  ),
  ...BANDS,
  ...LAYERS.filter((layer) => result.costs.some((line) => line.layer === layer)).map((layer) =>
    toRef('cost-year', layer, result.periods.at(-1)!.slice(0, 4)),
  ),
  ...['builtItMw', 'usedItMw', 'contractedMw'].map((field) => toRef('megawatts', field)),
  ...result.costs.flatMap((line) => [
    costLineRef(line),
    toRef('cost-part', line.layer, line.name, line.siteId ?? ''),
    toRef('cost-share', line.layer, line.name, line.siteId ?? ''),
  ]),
  ...result.cake
    .filter((slice) => slice.period === result.periods.at(-1))
    .flatMap((slice) =>
      (['capacity', 'need', 'headroom', 'worth', 'used'] as const).map((field) => cakeRef(field, slice)),
    ),
  ...result.builds
    .filter((build) => build.usedItMw > 0)
    .flatMap((build) =>
      [
        ...[
          'builtItMw',
          'usedItMw',
          'contractedMw',
          'peakMw',
          'energyMwh',
          'servedTokS',
          'co2Tonnes',
          'waterM3',
        ],
      ].map((field) => toRef('build', field, build.siteId, build.period)),
    ),
  ...context.money.cashFlow.rows.flatMap((row) => CASH_COLUMNS.map((column) => cashRef(column, row))),
  ...CASH_COLUMNS.filter((column) => column !== 'cumulative').map((column) => toRef('cash-total', column)),
  ...context.money.afterTax!.years.flatMap(({ year }) =>
    ['own', 'owners'].flatMap((side) => TAX_COLUMNS.map((column) => taxRef(column, side, year))),
  ),
  ...serverBill(plan, context.catalog, result).flatMap((line) =>
    (['count', 'price', 'priceLeast', 'power'] as const).map((field) => billRef(field, line)),
  ),
  ...['price', 'power'].map((field) => toRef('bill-total', field)),
  ...plan.sites.flatMap(({ id }) => [
    toRef('rooms-total', id),
    ...['shell', 'electrical', 'mechanical', 'fitout'].map((part) => toRef('rooms', 'cost', id, part)),
  ]),
  ...MONEY_FIELDS.map((field) => toRef('money', 'total', '', field)),
  ...(['byClass', 'byPlace', 'byModel'] as const).flatMap((cut) =>
    context.money[cut].flatMap((row) => MONEY_FIELDS.map((field) => toRef('money', cut, row.id, field))),
  ),
  ...result.flows
    .filter((flow) => flow.period === result.periods.at(-1) && flow.tokS > 0)
    .flatMap((flow) =>
      ['pair', 'pair-share'].map((kind) => toRef(kind, flow.regionId, flow.to, flow.period)),
    ),
  ...result.placements.flatMap((own) =>
    ['placement', 'placement-flow'].map((kind) =>
      toRef(kind, own.siteId, own.classId, own.acceleratorId, own.period),
    ),
  ),
  ...context.trains.flatMap(({ siteId, lines, survival }) => [
    ...lines.flatMap((line) =>
      (['added', 'installed', 'load', 'price', 'lead'] as const).map((field) =>
        equipmentRef(field, siteId, line),
      ),
    ),
    ...survival.map(({ hours }) => toRef('survival', siteId, String(hours))),
  ]),
  ...budgetUses(context.inputs, result).flatMap((own) =>
    (['used', 'limit', 'left', 'worth'] as const).map((field) => budgetRef(field, own)),
  ),
  ...['equipment-total', 'objective', 'gap', 'co2-total', 'own-cost', 'solve-time'],
  ...(['rows', 'columns', 'integers'] as const).map(sizeRef),
  ...LAYERS.map((layer) => toRef('cost-layer', layer, 'all')),
  ...['held', 'worked'].map((kind) => toRef('accelerator-hours', kind)),
  ...plan.sites.flatMap(({ id: siteId }) =>
    plan.models.flatMap(({ id }) =>
      ['model-units', 'model-ready'].map((kind) => toRef(kind, siteId, id, context.end)),
    ),
  ),
  ...[0, 12].flatMap((hour) => [
    ...plan.models.map(({ id }) => hourRef('busy-hour', { ...weekday, id, hour })),
    ...plan.accelerators.map(({ id }) => hourRef('utilisation', { ...weekday, id, hour })),
  ]),
  ...plan.accelerators.map(({ id }) => toRef('fleet', id, context.end)),
  toRef('year', 'energyMwh', 'dal', ...result.periods.slice(-4)),
  ...result.leases.map((own) => toRef('lease-use', own.leaseId, own.period)),
]

/** Every trace that can be reached. */
function reach(starts: readonly TraceRef[]): Map<TraceRef, Trace | null> {
  const found = new Map<TraceRef, Trace | null>()
  const open = [...starts]
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (found.has(ref)) continue
    const trace = traceOf(context, ref)
    found.set(ref, trace)
    for (const input of trace?.inputs ?? []) if (input.ref) open.push(input.ref)
  }
  return found
}

const traces = reach(STARTS)

test('every figure is what its inputs make it', () => {
  const off = [...traces.values()].flatMap((trace) => {
    if (!trace) return []
    const { value, recomputed, ref } = trace
    const isClose = Math.abs(value - recomputed) <= 1e-6 * Math.max(1e-3, Math.abs(value))
    return isClose ? [] : [`${ref}: ${value} but ${recomputed}`]
  })
  expect(off).toEqual([])
  expect(traces.size).toBeGreaterThan(2000)
})

test('what an input leads to is there, and says the same value', () => {
  const dead: string[] = []
  for (const trace of traces.values())
    for (const { ref, value, unit } of trace?.inputs ?? []) {
      if (ref === undefined) continue
      const next = traces.get(ref)
      if (!next) dead.push(`${trace!.ref} -> ${ref}`)
      // A place where something is added leads to the state that it is added to.
      else if (unit === next.unit && typeof value === 'number' && !/^(phases|build)\|/.test(ref))
        expect(Math.abs(next.value - value), `${trace!.ref} -> ${ref}`).toBeLessThan(
          1e-6 * Math.max(1, Math.abs(value)),
        )
    }
  expect(dead).toEqual([])
})

test('every field that a trace names is a field of the plan, every cell one of the catalog, with source and grade', async () => {
  const paths = new Set<string>()
  const cells = new Map<string, CatalogCell>()
  for (const trace of traces.values())
    for (const { path, cell } of trace?.inputs ?? []) {
      if (path) paths.add(path)
      if (cell) cells.set(Object.values(cell).join(' '), cell)
    }
  const files = await readCatalogFiles(join(resources, 'catalog'))
  for (const [name, cell] of cells) {
    expect(files[cell.table]!.split('\n')[0]!.split(','), name).toContain(cell.column)
    expect(inputSource(plan, catalog, { word: 'read', value: null, unit: '', cell }), name).toMatch(
      /\([ABC]\)$/,
    )
  }
  for (const path of paths) expect(() => findPaths(plan, path), path).not.toThrow()
  expect(paths.size).toBeGreaterThan(60)
})

test('what is not in the result has no trace', () => {
  for (const ref of ['', 'no-such', 'constructor', toRef('build', 'builtItMw', 'x', 'y'), toRef('cake', 'x')])
    expect(traceOf(context, ref)).toBeNull()
})

test('a part of a bridge is what the mixtures make it, and names the inputs of its group', () => {
  const other = structuredClone(plan)
  other.sites[0]!.power.gridLimitMw += 5
  other.finance.carbonUsdPerTonne = 40
  other.demand[0]!.unitsEnd *= 2
  const groups = differingGroups(plan, other)
  expect(groups).toEqual(['agents', 'power', 'finance'])
  // Any worths will do: what a group adds depends on what was changed before.
  const worths = new Map(
    [[], ...mixturesFor(groups), groups].map((own) => {
      const key = keyOf(own)
      return [key, { costMusd: key.length ** 2, levelisedUsdPerMTok: 1 + key.length / 100 }]
    }),
  )
  const parts = attribute(groups, (key) => worths.get(key)!)
  const own = new TraceContext(plan, catalog, result, {
    bridge: { plan: other, result, groups, worths, parts },
  })
  for (const group of groups) {
    const trace = traceOf(own, bridgeRef(group, 'costMusd'))!
    expect(trace.recomputed).toBeCloseTo(trace.value, 9)
    expect(trace.inputs.filter(({ word }) => word === 'changed')).toHaveLength(1)
  }
  const changed = traceOf(own, bridgeRef('power', 'costMusd'))!.inputs.at(-1)!
  expect(changed.of).toBe(`sites[${plan.sites[0]!.id}].power.gridLimitMw`)
  const total = parts.reduce((sum, { costMusd }) => sum + costMusd, 0)
  expect(total).toBeCloseTo(worths.get(keyOf(groups))!.costMusd - worths.get('')!.costMusd, 9)
})

test('at its own utilisation the plan costs what its own sites cost for a million tokens', () => {
  const { atUtilisation, breakEven } = context.money
  const { fixedMusd, variableMusd, utilisation } = atUtilisation!
  expect(fixedMusd + variableMusd).toBeCloseTo(breakEven.costMusd, 6)
  expect(variableMusd).toBeGreaterThan(0)
  expect(levelisedAt(atUtilisation!, utilisation)).toBeCloseTo(breakEven.apiUsdPerMTok!, 9)
})
