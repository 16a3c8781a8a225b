import { expect, test } from 'vitest'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { perPlan } from './perPlan.ts'

test('what is made of a plan and a catalog is made again only where one of them is another', () => {
  const [plan, other] = [{} as Plan, {} as Plan]
  const [shipped, newer] = [{} as Catalog, {} as Catalog]
  let made = 0
  const of = perPlan(() => ({ made: ++made }))
  expect(of(plan, shipped)).toBe(of(plan, shipped))
  expect([of(other, shipped).made, of(plan, shipped).made]).toEqual([2, 1])
  expect(of(plan, newer).made).toBe(3)
})
