import { expect, test } from 'vitest'
import { dispatchDay } from '../../../src/engine/dispatch/dispatchDay.ts'
import { siteDay } from '../../../src/engine/dispatch/siteDay.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

const catalog = await readCatalog()
const plan = readPlan(auditedSiteDocument)
const answer = await solvePlan({ plan, catalog, inputsHash: 'test' })
if (answer.kind !== 'plan') throw new Error(answer.kind)
const { result } = answer
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test('a weekday of the last quarter, hour by hour, carries the load of the plan with what the plan has built', async () => {
  const build = result.builds.at(-1)!
  const day = siteDay({ plan, catalog, result, siteId: 'ash', period: build.period, dayType: 'weekday' })
  expect(day.loadMw).toHaveLength(24)
  expect(sum(day.loadMw)).toBeGreaterThan(0)
  const dispatch = await dispatchDay(day)
  expect(sum(dispatch.unserved)).toBeCloseTo(0, 6)
  const supplied = sum(dispatch.drawn) + sum(Object.values(dispatch.generated).map(sum))
  expect(supplied).toBeCloseTo(sum(day.loadMw), 5)
})

test('a quarter that the result does not have is a fault', () => {
  const question = { plan, catalog, result, siteId: 'ash', period: '2050Q1', dayType: 'weekday' as const }
  expect(() => siteDay(question)).toThrow(/no such site/)
})
