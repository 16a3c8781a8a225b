import { expect, test } from 'vitest'
import { oneSiteDocument } from '../../../test/fixtures/oneSite.ts'
import { readPlan } from '../readPlan.ts'

test('a document of version 0 opens as the newest plan', () => {
  const { schemaVersion: _, demand, sites, ...rest } = oneSiteDocument
  const old = {
    ...rest,
    agents: demand,
    sites: sites.map(({ power: { gridLimitMw, ...power }, ...site }) => ({
      ...site,
      power: { ...power, gridLimitKw: gridLimitMw * 1000 },
    })),
  }
  expect(readPlan(old)).toEqual(readPlan(oneSiteDocument))
})

test('a version that is not a number is named', () => {
  expect(() => readPlan({ ...oneSiteDocument, schemaVersion: 'one' })).toThrow(/schema version/)
})
