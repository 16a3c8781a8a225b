import { expect, test } from 'vitest'
import { getAccelerator, getModel } from '../../src/catalog/find.ts'
import { planCatalog } from '../../src/catalog/planCatalog.ts'
import { predictServing } from '../../src/engine/throughput/predictServing.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { AppFault } from '../../src/plan/fault.ts'
import { CustomAccelerator, CustomModel } from '../../src/plan/schema/custom.ts'

const catalog = await readCatalog()

const card = CustomAccelerator.parse({
  id: 'lab-x1',
  name: 'Lab X1',
  vendor: 'NVIDIA',
  memoryGb: 160,
  memBwTbS: 6.78,
  likeId: 'nvidia-h100-sxm',
  source: 'data sheet of June',
})
const model = CustomModel.parse({
  id: 'lab-60b',
  name: 'Lab 60B',
  totalParamsB: 60,
  layers: 70,
  kvHeads: 8,
  headDim: 128,
  source: 'configuration of the lab',
})
const plan = { customAccelerators: [card], customModels: [model], catalogOverrides: [] }

test('what a data sheet leaves out follows a relative, each by its rule, and is marked', () => {
  const row = getAccelerator(planCatalog(plan, catalog), 'Lab X1')
  const like = getAccelerator(catalog, 'nvidia-h100-sxm')
  const ratio = 6.78 / like.memBwTbS
  expect(row.bf16TflopsDense).toBeCloseTo(like.bf16TflopsDense! * ratio, -1)
  expect(row.fp8TflopsDense! / row.bf16TflopsDense!).toBeCloseTo(
    like.fp8TflopsDense! / like.bf16TflopsDense!,
    2,
  )
  expect(row.tdpW! / row.bf16TflopsDense!).toBeCloseTo(like.tdpW! / like.bf16TflopsDense!, 2)
  expect(row.fp4TflopsDense).toBeNull()
  expect(row.grade).toBe('C')
  expect(row.estimatedFields).toContain('bf16_tflops_dense')
  expect(row.estimatedFields).not.toContain('memory_gb')
  expect(row.notes).toContain('tdp_w as nvidia-h100-sxm per 16-bit TFLOP/s')
})

test('the KV cache of a model follows from its heads where they are given', () => {
  const row = getModel(planCatalog(plan, catalog), 'lab-60b')
  expect(row.kvElemsPerToken).toBe(2 * 70 * 8 * 128)
  expect(row.arch).toBe('dense')
  expect(row.estimatedFields).toContain('hidden')
  expect(row.estimatedFields).not.toContain('layers')
})

test('the nearest of its vendor, else of all, stands in where no relative is named', () => {
  const { likeId: _, ...sheet } = card
  const own = { ...plan, customAccelerators: [{ ...sheet, vendor: 'Nobody', memBwTbS: 8, memoryGb: 288 }] }
  const row = getAccelerator(planCatalog(own, catalog), 'lab-x1')
  expect(row.notes).toContain('amd-mi35')
})

test('custom rows are predicted as any other, with the band of what was never measured', () => {
  const seen = planCatalog(plan, catalog)
  const prediction = predictServing({
    accelerator: getAccelerator(seen, 'lab-x1'),
    model: getModel(seen, 'lab-60b'),
    precision: 'fp8',
    inputTokens: 1024,
    outputTokens: 1024,
    cacheHitShare: 0,
  })
  expect(prediction.isFeasible).toBe(true)
  expect(prediction.grade).not.toBe('A')
})

test('an override may change a custom row', () => {
  const override = { table: 'accelerators', rowId: 'lab-x1', column: 'tdp_w', value: 900, note: 'measured' }
  expect(getAccelerator(planCatalog({ ...plan, catalogOverrides: [override] }, catalog), 'lab-x1').tdpW).toBe(
    900,
  )
})

test.each([
  [{ ...plan, customAccelerators: [{ ...card, name: 'H100 SXM' }] }, 'customAccelerators[0].name'],
  [{ ...plan, customAccelerators: [{ ...card, id: 'nvidia-l4' }] }, 'customAccelerators[0].id'],
  [{ ...plan, customAccelerators: [card, card] }, 'customAccelerators[1].id'],
  [{ ...plan, customAccelerators: [{ ...card, likeId: 'nobody' }] }, 'customAccelerators[0].likeId'],
  [{ ...plan, customModels: [{ ...model, likeId: 'deepseek-r1' }] }, 'customModels[0].likeId'],
])('a row that clashes with the catalog is refused at its field', (own, path) => {
  try {
    planCatalog(own, catalog)
    expect.unreachable()
  } catch (error) {
    expect(error instanceof AppFault && error.faults.map((fault) => fault.path)).toEqual([path])
  }
})

test('a figure out of its range is refused', () => {
  expect(CustomAccelerator.safeParse({ ...card, memBwTbS: 6780 }).success).toBe(false)
  expect(CustomAccelerator.safeParse({ ...card, source: ' ' }).success).toBe(false)
})
