import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { leanings } from '../../../src/engine/trace/decisions/leanings.ts'
import { sourcedLeanings } from '../../../src/engine/trace/decisions/sourcedLeanings.ts'
import { TraceContext } from '../../../src/engine/trace/traceContext.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'
import type { PlanInput } from '../../../src/plan/schema/plan.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

const catalog = await readCatalog()
const [site] = oneSiteDocument.sites
const [node] = oneSiteDocument.accelerators

const base: PlanInput = {
  ...oneSiteDocument,
  routing: { mustServe: true },
  demand: [
    {
      ...{ id: 'd', archetypeId: 'workflow_agent', unitsStart: 60_000, unitsEnd: 60_000, privacyShare: 0 },
      ...{ complexShare: 0, ttftMs: 3000, regionShares: { east: 1 } },
    },
  ],
}

async function solve(document: PlanInput) {
  const plan = readPlan(document)
  const answer = await solvePlan({ plan, catalog, inputsHash: 'h', gapShare: 1e-6 })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  return { plan, result: answer.result }
}

test('a price moves the cost by its share of it, as a second solve finds', async () => {
  const { plan, result } = await solve(base)
  const found = leanings(new TraceContext(plan, catalog, result))
  expect(found.map(({ share }) => share)).toEqual(found.map(({ share }) => share).toSorted((a, b) => b - a))
  const dearer: Readonly<Record<string, PlanInput>> = {
    'accelerators[node].priceUsdPerUnit': {
      ...base,
      accelerators: [{ ...node!, priceUsdPerUnit: node!.priceUsdPerUnit * 1.01 }],
    },
    'sites[ash].facility.capexMusdPerMw': {
      ...base,
      sites: [{ ...site!, facility: { ...site!.facility, capexMusdPerMw: 10.1 } }],
    },
  }
  for (const [path, document] of Object.entries(dearer)) {
    const { share } = found.find(({ input }) => input.path === path)!
    const { result: again } = await solve(document)
    const change = again.summary.netPresentCostMusd / result.summary.netPresentCostMusd - 1
    expect(change, path).toBeCloseTo(share * 0.01, 5)
  }
})

test('all places that run models lean on their speed by all that they cost', async () => {
  const { plan, result } = await solve(base)
  const speeds = leanings(new TraceContext(plan, catalog, result)).filter(
    ({ input }) => input.word === 'speed',
  )
  expect(speeds.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
})

const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../resources/samples', name), 'utf8'))

test('the price of a lease is leant on by the name of the lease, not by a period', () => {
  const c = new TraceContext(
    readPlan(read('meridian.plan.json')),
    catalog,
    PlanResult.parse(read('meridian.result.json')),
  )
  const named = leanings(c).filter(({ input }) => input.word === 'leasePrice')
  expect(named.map(({ input }) => input.of)).toContain('B200, 1 year reserved')
})

test('what is leant on has its source and grade, speeds have none, and a plan that does not fit the catalog leans on nothing', () => {
  const result = PlanResult.parse(read('meridian.result.json'))
  const document = read('meridian.plan.json')
  const found = sourcedLeanings(new TraceContext(readPlan(document), catalog, result))
  const speeds = found.filter(({ input }) => input.word === 'speed')
  expect(speeds.map(({ source }) => source)).toEqual(speeds.map(() => ''))
  expect(found.some(({ source, grade }) => source !== '' && ['A', 'B', 'C'].includes(grade))).toBe(true)

  const [first, ...others] = document.accelerators
  const unknown = { ...document, accelerators: [{ ...first, catalogAcceleratorId: 'nobody-s' }, ...others] }
  expect(sourcedLeanings(new TraceContext(readPlan(unknown), catalog, result))).toEqual([])
})
