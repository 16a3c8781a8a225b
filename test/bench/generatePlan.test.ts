import { describe, expect, test } from 'vitest'
import { generatePlan } from '../../bench/instance/generatePlan.ts'
import { SIZES, type SizeName } from '../../bench/instance/sizes.ts'
import { deriveInputs } from '../../src/engine/derive/deriveInputs.ts'
import { hashPlan } from '../../src/main/hashPlan.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { readPlanText } from '../../src/plan/readPlan.ts'

const NAMES = Object.keys(SIZES) as SizeName[]
const SLICES: Readonly<Record<SizeName, number>> = { Small: 3, S2: 4, Medium: 6, Large: 9 }
const catalog = await readCatalog()

describe.each(NAMES)('%s', (name) => {
  const size = SIZES[name]

  test('every seed is a valid plan that reads back as itself', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const plan = generatePlan(name, seed)
      expect(readPlanText(JSON.stringify(plan))).toEqual(plan)
    }
  })

  test('a seed gives the same plan again, another seed another one', () => {
    const hashes = [1, 2, 3, 4, 5].map((seed) => hashPlan(generatePlan(name, seed)))
    expect(new Set(hashes).size).toBe(hashes.length)
    expect([1, 2, 3, 4, 5].map((seed) => hashPlan(generatePlan(name, seed)))).toEqual(hashes)
  })

  test('it has the counts of its size, and the catalog knows every row', () => {
    const plan = generatePlan(name, 1)
    const inputs = deriveInputs(plan, catalog)
    expect({
      sites: plan.sites.length,
      quarters: inputs.periods.length,
      slices: inputs.slices.length,
      racks: plan.accelerators.length,
      models: plan.models.length,
      regions: plan.regions.length,
      classes: inputs.classes.length,
    }).toEqual({
      sites: size.sites,
      quarters: size.quarters,
      slices: SLICES[name],
      racks: size.racks,
      models: size.models,
      regions: size.regions,
      classes: size.classes,
    })
  })
})
