import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canonicalPlanText } from '../../../plan/canonicalPlan.ts'
import { inputDifferences } from '../../../plan/differences.ts'
import { readPlan, readPlanText } from '../../../plan/readPlan.ts'
import { takeValue } from './takeValue.ts'

const folder = join(import.meta.dirname, '../../../../resources')
const meridian = readPlanText(readFileSync(join(folder, 'samples/meridian.plan.json'), 'utf8'))

test('taking every difference makes the other plan', () => {
  const other = structuredClone(meridian)
  other.sites[0]!.power.gridLimitMw += 1
  delete other.sites[1]!.power.rampMwPerQuarter
  other.sites.splice(2, 1)
  other.sites.push({ ...structuredClone(other.sites[0]!), id: 'new', name: 'New' })
  other.demand[0]!.regionShares = { [other.regions[0]!.id]: 1 }
  other.routing.barredClasses = ['realtime-complex']
  other.finance.carbonUsdPerTonne = 30
  const draft = structuredClone(meridian)
  for (const { path } of inputDifferences([meridian, other])) takeValue(draft, other, path)
  const sorted = (plan: typeof draft) => ({
    ...plan,
    sites: plan.sites.toSorted((a, b) => a.id.localeCompare(b.id)),
  })
  expect(canonicalPlanText(readPlan(sorted(draft)))).toBe(canonicalPlanText(sorted(other)))
})

test('one value is taken and nothing else changes', () => {
  const other = structuredClone(meridian)
  other.sites[0]!.power.gridLimitMw = 77
  other.sites[0]!.facility.maxItMw = 66
  const draft = structuredClone(meridian)
  takeValue(draft, other, `sites[${other.sites[0]!.id}].power.gridLimitMw`)
  expect(inputDifferences([meridian, draft]).map((own) => own.path)).toEqual([
    `sites[${other.sites[0]!.id}].power.gridLimitMw`,
  ])
})
