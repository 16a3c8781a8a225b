import { expect, test } from 'vitest'
import {
  attribute,
  keyOf,
  methodFor,
  mixturesFor,
  type Worth,
} from '../../../src/engine/compare/attribution.ts'
import {
  differingGroups,
  INPUT_GROUPS,
  type InputGroup,
  mixPlans,
} from '../../../src/engine/compare/inputGroups.ts'
import { statusQuo } from '../../../src/engine/compare/statusQuo.ts'
import { canonicalPlanText } from '../../../src/plan/canonicalPlan.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

const base = readPlan(oneSiteDocument)

function other() {
  const plan = structuredClone(base)
  plan.sites[0]!.power.gridLimitMw += 3
  plan.sites[0]!.facility.capexMusdPerMw += 1
  plan.sites.push({ ...structuredClone(plan.sites[0]!), id: 'dal', name: 'Dallas' })
  plan.finance.carbonUsdPerTonne = 40
  return plan
}

test('plans differ in the groups that were changed, and all groups of the other make the other', () => {
  const changed = other()
  expect(differingGroups(base, changed)).toEqual(['sites', 'facility', 'power', 'finance'])
  const whole = mixPlans(base, changed, new Set(INPUT_GROUPS))
  expect(canonicalPlanText(whole)).toBe(canonicalPlanText(changed))
  expect(canonicalPlanText(mixPlans(base, changed, new Set()))).toBe(canonicalPlanText(base))
})

test('a site taken away takes its links with it', () => {
  const changed = other()
  changed.distribution.links.push({ regionId: 'east', siteId: 'dal', limitMTokS: 1 })
  expect(mixPlans(changed, base, new Set(['sites'])).distribution.links).toEqual([])
})

test('goals and provenance are no inputs', () => {
  const noted = { ...base, goals: { builtItMw: 3 }, provenance: { 'finance.note': { source: 'board' } } }
  expect(differingGroups(base, noted)).toEqual([])
})

/** A worth in which power and sites help each other: neither does alone what both do. */
function worth(key: string): Worth {
  const has = (group: InputGroup) => key.split(' ').includes(group)
  const both = has('power') && has('sites') ? 10 : 0
  const costMusd = 100 + (has('agents') ? 7 : 0) + (has('power') ? -2 : 0) + both + (has('catalog') ? 1 : 0)
  return { costMusd, levelisedUsdPerMTok: costMusd / 1000 }
}

test.each<[InputGroup[], string, number]>([
  [['agents', 'sites', 'power'], 'shapley', 6],
  [['agents', 'sites', 'power', 'catalog'], 'both-orders', 6],
])('%j: the parts sum to the whole and what acts alone keeps its own worth', (groups, method, solves) => {
  expect(methodFor(groups)).toBe(method)
  const mixtures = mixturesFor(groups)
  expect(mixtures).toHaveLength(solves)
  const asked = new Set<string>()
  const parts = attribute(groups, (key) => {
    asked.add(key)
    return worth(key)
  })
  const sum = parts.reduce((total, part) => total + part.costMusd, 0)
  expect(sum).toBeCloseTo(worth(keyOf(groups)).costMusd - worth('').costMusd, 9)
  expect(parts.find((part) => part.group === 'agents')!.costMusd).toBeCloseTo(7, 9)
  expect(parts.find((part) => part.group === 'sites')!.costMusd).toBeCloseTo(5, 9)
  expect([...asked].filter((key) => key !== '' && key !== keyOf(groups)).toSorted()).toEqual(
    mixtures.map(keyOf).toSorted(),
  )
})

test('the status quo builds, buys and locks nothing', () => {
  const { sites, accelerators } = statusQuo(base)
  expect(sites[0]!.facility.maxItMw).toBe(base.sites[0]!.facility.existingItMw)
  expect(accelerators[0]!.supplyUnitsPerPeriod).toBe(0)
})
