import { expect, test } from 'vitest'
import { oneSiteDocument } from '../../test/fixtures/oneSite.ts'
import { editedPlan, findPaths, PlanEdit, readNumberAt } from './planPath.ts'
import { readPlan } from './readPlan.ts'

const plan = readPlan(oneSiteDocument)

test('a value is found by place, by id and for all', () => {
  const keys = [['sites', 0, 'power', 'gridLimitMw']]
  for (const where of ['0', 'ash', '*'])
    expect(findPaths(plan, `sites[${where}].power.gridLimitMw`)).toEqual(keys)
  expect(readNumberAt(plan, 'sites[ash].power.gridLimitMw')).toBe(6)
  expect(readNumberAt(plan, 'sites[ash].power.energyUsdPerMwh')).toBeUndefined()
})

test('a value is set, scaled, shifted and taken away, and the plan checked', () => {
  const edited = editedPlan(plan, [
    { path: 'sites[*].power.gridLimitMw', times: 1.5 },
    { path: 'accelerators[node].unitItKw', plus: 2 },
    { path: 'sites[ash].facility.coolingLimitItMw', value: 3 },
    { path: 'sites[ash].power.energised', value: '2027Q1' },
  ])
  expect(edited.sites[0]!.power.gridLimitMw).toBe(9)
  expect(edited.accelerators[0]!.unitItKw).toBe(12)
  const [site] = editedPlan(edited, [{ path: 'sites[0].facility.coolingLimitItMw', value: null }]).sites
  expect(site!.facility.coolingLimitItMw).toBeUndefined()
  expect(plan.sites[0]!.power.gridLimitMw).toBe(6)
})

test.each(['sites[tokyo].power.gridLimitMw', 'sites[7].power', 'nowhere.at.all', ''])(
  '%s leads nowhere',
  (path) => {
    expect(() => findPaths(plan, path)).toThrow('leads nowhere')
  },
)

test('what does not fit is refused: a misspelt field, no number to scale, two ways at once', () => {
  expect(() => editedPlan(plan, [{ path: 'sites[0].power.gridLimit', value: 1 }])).toThrow('schema')
  expect(() => editedPlan(plan, [{ path: 'sites[0].power.energyUsdPerMwh', times: 2 }])).toThrow('no number')
  expect(PlanEdit.safeParse({ path: 'a', times: 1, plus: 1 }).success).toBe(false)
})
