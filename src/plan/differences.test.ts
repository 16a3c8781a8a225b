import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inputDifferences } from './differences.ts'
import { readPlanText } from './readPlan.ts'

const file = join(import.meta.dirname, '../../resources/samples/meridian.plan.json')
const plan = readPlanText(readFileSync(file, 'utf8'))

test('equal plans differ in nothing, whatever their names and the order of their sites', () => {
  expect(inputDifferences([plan, { ...plan, name: 'Other', sites: plan.sites.toReversed() }])).toEqual([])
})

test('a changed, an added and a removed value are each named by the path of their item', () => {
  const other = structuredClone(plan)
  other.sites[1]!.power.gridLimitMw = 9
  other.sites[0]!.note = 'queue'
  other.models.pop()
  const found = inputDifferences([plan, other])
  const values = (path: string) => found.find((own) => own.path === path)?.values
  expect(values(`sites[${plan.sites[1]!.id}].power.gridLimitMw`)).toEqual([
    plan.sites[1]!.power.gridLimitMw,
    9,
  ])
  expect(values(`sites[${plan.sites[0]!.id}].note`)).toEqual([undefined, 'queue'])
  expect(values(`models[${plan.models.at(-1)!.id}].quality`)?.[1]).toBeUndefined()
})

test('what a field has several of is one value', () => {
  const other = structuredClone(plan)
  other.budget.capexMusdByYear = [10, 20]
  expect(inputDifferences([plan, other])).toEqual([
    { path: 'budget.capexMusdByYear', values: [undefined, [10, 20]] },
  ])
  other.budget.capexMusdByYear = [...plan.budget.capexMusdByYear]
  expect(inputDifferences([plan, other])).toEqual([])
})
