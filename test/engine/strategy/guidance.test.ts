import { expect, test } from 'vitest'
import { generatePlan } from '../../../bench/instance/generatePlan.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { formulate } from '../../../src/engine/formulate.ts'
import { FEASIBLE, worstViolation } from '../../../src/engine/problem/violation.ts'
import { finiteUpperBounds } from '../../../src/engine/strategy/decisions/finiteBounds.ts'
import { readFrame } from '../../../src/engine/strategy/decisions/frame.ts'
import { Propagator, wholeBox } from '../../../src/engine/strategy/decisions/propagate.ts'
import { rankPaths } from '../../../src/engine/strategy/decisions/rankPaths.ts'
import { readStructure } from '../../../src/engine/strategy/decisions/structure.ts'
import { Guidance } from '../../../src/engine/strategy/plans/guidance.ts'
import type { SolveProgress } from '../../../src/engine/strategy/progress.ts'
import { likelyFleets } from '../../../src/engine/strategy/relaxation/likelyFleets.ts'
import { Relaxation } from '../../../src/engine/strategy/relaxation/relaxation.ts'
import { NO_CUTS } from '../../../src/engine/strategy/relaxation/strengthening.ts'
import { TrueBound } from '../../../src/engine/strategy/relaxation/trueBound.ts'
import { WorkingModel } from '../../../src/engine/strategy/relaxation/workingModel.ts'
import { rootOf } from '../../../src/engine/strategy/search/leaf.ts'
import { Search } from '../../../src/engine/strategy/search/search.ts'
import { solveFormulation } from '../../../src/engine/strategy/solveFormulation.ts'
import { openSolver } from '../../../src/engine/strategy/solver.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { oneSiteInputs } from '../../fixtures/oneSite.ts'
import { provesAsCold } from './provesAsCold.ts'

const catalog = await readCatalog()
const OPTIONS = { gapShare: 0.01, timeLimitS: 240 }

test('a guide is opened from runs, replaced by the next and gone once closed; a small problem has none', async () => {
  const formulation = formulate(deriveInputs(generatePlan('Small', 4), catalog))
  const { problem } = formulation
  const structure = readStructure(formulation)
  const parts = {
    structure,
    trueBound: new TrueBound(problem, structure, finiteUpperBounds(problem)),
    ranked: rankPaths(problem, structure),
    propagator: new Propagator(problem, structure),
    limits: () => ({}),
  }
  const box = wholeBox(problem, structure)
  const model = await WorkingModel.open(formulation, new Set())
  const root = new Relaxation(model, problem, structure, parts.trueBound, parts.limits).prove(box)
  const guidance = new Guidance(model, formulation, parts)
  expect(guidance.guide).toBeUndefined()
  guidance.open([root.outcome.values], [])
  const first = guidance.guide
  expect(first?.solve(box).objective).toBeCloseTo(root.objective, 4)
  guidance.open([root.outcome.values], [])
  expect(guidance.guide).not.toBe(first)
  expect(guidance.plans).toBeDefined()
  guidance.close()
  expect(guidance.guide).toBeUndefined()
  expect(guidance.plans).toBeUndefined()

  const small = formulate(oneSiteInputs())
  const none = new Guidance(await WorkingModel.open(small), small, parts)
  none.open([], [])
  expect(none.guide).toBeUndefined()
})

test('after an edit a tree of several leaves is searched by a guide, to what a cold solve proves', async () => {
  const plan = generatePlan('S2', 5)
  const before = await openSolver(formulate(deriveInputs(plan, catalog)))
  before.solve(OPTIONS)
  expect(before.known.leaves.length).toBeGreaterThan(1)
  const demand = plan.demand.map((line) => ({ ...line, unitsEnd: (line.unitsEnd ?? 1) * 1.1 }))
  const edited = formulate(deriveInputs({ ...plan, demand }, catalog))
  await provesAsCold(edited, before, OPTIONS)
})

test('of a slow problem the first plan is one of the guide, after the cuts; what it proves in the end agrees', async () => {
  const formulation = formulate(deriveInputs(generatePlan('S2', 1), catalog))
  const solve = async (slowNonzeros?: number) => {
    const frame = readFrame(formulation)
    const tree = { leaves: [rootOf(frame)], book: NO_CUTS, cuts: [], used: [] }
    const bounds: number[] = []
    const withPlan: number[] = []
    const onProgress = ({ boundMusd, incumbentMusd }: SolveProgress) => {
      if (boundMusd !== null) (incumbentMusd === null ? bounds : withPlan).push(boundMusd)
    }
    const model = await WorkingModel.open(formulation)
    const solved = new Search(model, frame, tree, { ...OPTIONS, onProgress }, slowNonzeros).run()
    model.close()
    if (solved.kind !== 'plan') throw new Error(solved.kind)
    return { solved, raisedMusd: withPlan[0]! - bounds[0]! }
  }
  const slow = await solve(0)
  const usual = await solve()
  expect(slow.raisedMusd).toBeGreaterThan(0)
  expect(usual.raisedMusd).toBe(0)
  expect(slow.solved.status).toBe('within-gap')
  expect(slow.solved.boundMusd).toBeLessThanOrEqual(usual.solved.objectiveMusd * (1 + 1e-9))
  expect(usual.solved.boundMusd).toBeLessThanOrEqual(slow.solved.objectiveMusd * (1 + 1e-9))
})

test('of a slow problem a plan is said to be rough until its gap is nearly what was asked for', async () => {
  const formulation = formulate(deriveInputs(generatePlan('S2', 6), catalog))
  const frame = readFrame(formulation)
  const tree = { leaves: [rootOf(frame)], book: NO_CUTS, cuts: [], used: [] }
  const seen: SolveProgress[] = []
  const options = {
    ...{ gapShare: 0.0085, timeLimitS: 240 },
    onProgress: (progress: SolveProgress) => seen.push(progress),
    isCancelled: () => seen.some(({ incumbentMusd }) => incumbentMusd !== null),
  }
  const model = await WorkingModel.open(formulation, likelyFleets(formulation, 1))
  const solved = new Search(model, frame, tree, options, 0).run()
  model.close()
  if (solved.kind !== 'plan') throw new Error(solved.kind)
  const first = seen.find(({ incumbentMusd }) => incumbentMusd !== null)
  expect(first?.gapShare).toBeLessThanOrEqual(1.25 * options.gapShare)
  expect(first?.provisionalMusd).toBeNull()
  const rough = seen.filter(({ provisionalMusd }) => provisionalMusd !== null)
  // The first of them is of the likeliest fleets, a later one of the guide.
  expect(new Set(rough.map(({ provisionalMusd }) => provisionalMusd)).size).toBeGreaterThan(1)
  expect(rough.at(-1)!.provisionalGapShare).toBeLessThan(rough[0]!.provisionalGapShare!)
})

test('stopped before the first plan shown a slow problem has a rough one, with a bound and worths that hold', async () => {
  const formulation = formulate(deriveInputs(generatePlan('S2', 1), catalog))
  const exact = await solveFormulation(formulation, OPTIONS)
  const stopAt = async (isEnough: (progress: SolveProgress) => boolean) => {
    const frame = readFrame(formulation)
    const tree = { leaves: [rootOf(frame)], book: NO_CUTS, cuts: [], used: [] }
    const shown: SolveProgress[] = []
    const options = {
      ...OPTIONS,
      onProgress: (progress: SolveProgress) => shown.push(progress),
      isCancelled: () => shown.some(isEnough),
    }
    const model = await WorkingModel.open(formulation, likelyFleets(formulation, 1))
    const solved = new Search(model, frame, tree, options, 0).run()
    model.close()
    if (solved.kind !== 'plan' || exact.kind !== 'plan') throw new Error(solved.kind)
    expect(solved.status).toBe('cancelled')
    expect(shown.slice(0, -1).every(({ incumbentMusd }) => incumbentMusd === null)).toBe(true)
    const kept = shown.findLast(({ provisionalMusd }) => provisionalMusd !== null)?.provisionalMusd
    expect(solved.objectiveMusd).toBeLessThanOrEqual(kept!)
    // The duals prove what plans of that structure cost among all accelerators, not among the likeliest alone.
    const { problem } = formulation
    const { structure, useful } = frame
    const built = Float64Array.from(structure.columns, (column) => Math.round(solved.values[column]!))
    const provenMusd = new TrueBound(problem, structure, useful).of(solved.rowDuals, {
      lower: built,
      upper: built,
    })
    expect(provenMusd).toBeGreaterThan(solved.objectiveMusd * 0.99)
    // Proven before any run: nothing pays, so that no plan is ever said to be more than a whole off.
    expect(shown.find(({ boundMusd }) => boundMusd !== null)?.boundMusd).toBe(0)
    expect(shown.at(-1)).toMatchObject({ phase: 'done', provisionalMusd: null, gapShare: solved.gapShare })
    expect(worstViolation(formulation.problem, solved.values)).toBeLessThanOrEqual(FEASIBLE)
    expect(solved.boundMusd).toBeLessThanOrEqual(exact.objectiveMusd)
    expect(solved.objectiveMusd).toBeGreaterThanOrEqual(exact.boundMusd)
    return solved
  }
  const first = await stopAt(({ provisionalMusd }) => provisionalMusd !== null)
  const proven = await stopAt(({ provisionalGapShare }) => (provisionalGapShare ?? 1) < 0.05)
  expect(proven.objectiveMusd).toBeCloseTo(first.objectiveMusd, 4)
  expect(proven.gapShare).toBeLessThan(0.05)
})
