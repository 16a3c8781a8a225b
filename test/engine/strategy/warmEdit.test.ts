import { expect, test } from 'vitest'
import { generatePlan } from '../../../bench/instance/generatePlan.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { type Formulation, formulate } from '../../../src/engine/formulate.ts'
import { openSolver } from '../../../src/engine/strategy/solver.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import type { Plan } from '../../../src/plan/schema/plan.ts'
import { provesAsCold } from './provesAsCold.ts'

const catalog = await readCatalog()
const plan = generatePlan('Small', 2)
const OPTIONS = { gapShare: 0.01, timeLimitS: 120 }

function formulated(own: Plan): Formulation {
  return formulate(deriveInputs(own, catalog))
}

const EDITS: Readonly<Record<string, (own: Plan) => Plan>> = {
  'more demand': (own) => ({
    ...own,
    demand: own.demand.map((line, k) => (k === 0 ? { ...line, unitsEnd: (line.unitsEnd ?? 1) * 1.2 } : line)),
  }),
  'dearer racks': (own) => ({
    ...own,
    accelerators: own.accelerators.map((unit) => ({ ...unit, priceUsdPerUnit: unit.priceUsdPerUnit * 1.1 })),
  }),
  'room for one more hall, so that no branch may cut it off': (own) => ({
    ...own,
    sites: own.sites.map((site) => {
      const { facility } = site
      return { ...site, facility: { ...facility, maxItMw: facility.maxItMw + facility.moduleItMw } }
    }),
  }),
  'a site less: another shape': (own) => ({ ...own, sites: own.sites.slice(0, -1) }),
}

test.for(Object.keys(EDITS))(
  'after an edit (%s) the tree before it proves and finds as a cold solve does',
  async (name) => {
    const before = await openSolver(formulated(plan))
    before.solve(OPTIONS)
    await provesAsCold(formulated(EDITS[name]!(plan)), before, OPTIONS)
  },
)

test('what a root proves with cuts it still proves once those that no longer bind are gone', async () => {
  const cut = generatePlan('S2', 13)
  const before = await openSolver(formulated(cut))
  before.solve(OPTIONS)
  const [root] = before.known.leaves
  expect(before.known.leaves).toHaveLength(1)
  const after = await openSolver(formulated(cut), before)
  expect(after.known.leaves[0]!.boundMusd).toBeCloseTo(root!.boundMusd, 4)
  after.close()
})

test('leaves keep the bases they start from over an edit of the same shape, and none over another', async () => {
  const basesAfter = async (edit: (own: Plan) => Plan) => {
    const before = await openSolver(formulated(plan))
    before.solve(OPTIONS)
    const after = await openSolver(formulated(edit(plan)), before)
    const { leaves } = after.known
    after.close()
    return leaves.map(({ basis }) => basis)
  }
  expect((await basesAfter(EDITS['dearer racks']!)).some((basis) => basis !== null)).toBe(true)
  expect((await basesAfter(EDITS['a site less: another shape']!)).every((basis) => basis === null)).toBe(true)
})

test('a root that is enough without cuts keeps where it ended too', async () => {
  const before = await openSolver(formulated(plan))
  before.solve({ ...OPTIONS, gapShare: 0.1 })
  const { leaves } = before.known
  before.close()
  expect(leaves.map(({ basis }) => basis !== null)).toEqual([true])
})

test('leaves that were cut off prove a little more than was asked, as a reserve for edits', async () => {
  const before = await openSolver(formulated(generatePlan('Small', 4)))
  const solved = before.solve(OPTIONS)
  const cutOff = before.known.leaves.filter(({ state, values }) => state === 'open' && values === null)
  before.close()
  if (solved.kind !== 'plan') throw new Error(solved.kind)
  expect(cutOff.length).toBeGreaterThan(0)
  for (const { boundMusd } of cutOff)
    expect(boundMusd).toBeGreaterThan(solved.objectiveMusd * (1 - 0.96 * OPTIONS.gapShare))
})

test('a root proven by cuts keeps where it ended, and after an edit proves more from there than by its old duals', async () => {
  const cut = generatePlan('S2', 13)
  const before = await openSolver(formulated(cut))
  before.solve(OPTIONS)
  expect(before.known.leaves.map(({ basis }) => basis !== null)).toEqual([true])
  const after = await openSolver(formulated(EDITS['more demand']!(cut)), before)
  const [carried] = after.known.leaves
  expect(carried!.basis).not.toBeNull()
  const gained = () => reached - carried!.boundMusd
  let reached = Number.NEGATIVE_INFINITY
  // So narrow a gap that old duals cannot prove it; over with the first bound above theirs.
  after.solve({
    ...{ gapShare: 1e-5, timeLimitS: 120 },
    onProgress: ({ boundMusd }) => {
      reached = boundMusd!
    },
    isCancelled: () => gained() > 0,
  })
  expect(gained()).toBeGreaterThan(1e-5 * carried!.boundMusd)
  after.close()
})
