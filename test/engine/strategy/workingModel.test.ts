import { expect, test } from 'vitest'
import { generatePlan } from '../../../bench/instance/generatePlan.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { formulate } from '../../../src/engine/formulate.ts'
import { HighsModel } from '../../../src/engine/problem/highsModel.ts'
import { finiteUpperBounds } from '../../../src/engine/strategy/decisions/finiteBounds.ts'
import { wholeBox } from '../../../src/engine/strategy/decisions/propagate.ts'
import { readStructure } from '../../../src/engine/strategy/decisions/structure.ts'
import { Relaxation } from '../../../src/engine/strategy/relaxation/relaxation.ts'
import { TrueBound } from '../../../src/engine/strategy/relaxation/trueBound.ts'
import { WorkingModel } from '../../../src/engine/strategy/relaxation/workingModel.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

test.each([
  { ages: [], name: 'as they are' },
  { ages: [0.5, 1], name: 'that may leave early' },
])(
  'fleets left out are priced, $name: what is proven with few is proven of the whole problem',
  async ({ ages }) => {
    const plan = generatePlan('Small', 4)
    const accelerators = plan.accelerators.map((own) => ({ ...own, retireAtYears: [...ages] }))
    const formulation = formulate(deriveInputs({ ...plan, accelerators }, await readCatalog()))
    const { problem } = formulation
    const structure = readStructure(formulation)
    const model = await WorkingModel.open(formulation, new Set())
    const trueBound = new TrueBound(problem, structure, finiteUpperBounds(problem))
    const relaxation = new Relaxation(model, problem, structure, trueBound, () => ({}))
    const box = wholeBox(problem, structure)
    const first = relaxation.solve(box).objective
    const proven = relaxation.prove(box)
    const whole = (await HighsModel.open(problem)).solveLinear().objective
    expect(first).toBeGreaterThan(whole)
    expect(proven.objective).toBeGreaterThanOrEqual(whole - 1e-6)
    const bound = relaxation.bound(proven, box)
    expect(bound).toBeLessThanOrEqual(whole + 1e-6)
    expect(bound / whole).toBeGreaterThan(1 - 2e-4)
    expect(relaxation.runs).toBeGreaterThan(2)
  },
)

test('a basis is found again after fleets have come in', async () => {
  const formulation = formulate(deriveInputs(generatePlan('Small', 4), await readCatalog()))
  const model = await WorkingModel.open(formulation, new Set())
  const before = model.solveLinear()
  const saved = model.saveBasis()
  model.enlargeToAll()
  const whole = model.solveLinear().objective
  if (!saved) throw new Error('no basis')
  model.loadBasis(saved)
  expect(before.objective).toBeGreaterThanOrEqual(whole - 1e-6)
  expect(model.solveLinear().objective).toBeCloseTo(whole, 6)
})
