import { expect, test } from 'vitest'
import { generatePlan } from '../../../bench/instance/generatePlan.ts'
import { worthDifferences } from '../../../bench/worth/differences.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

const catalog = await readCatalog()

/** Families that bind in a generated plan: layers from the demand down to the grid, and budgets. */
const BINDING = [
  [1, ['capex-year', 'carbon-budget', 'demand', 'hall', 'lease', 'supply', 'water-budget']],
  [7, ['capex-year', 'carbon-budget', 'demand', 'hall', 'lease', 'water-budget']],
  [2, ['capex-year', 'carbon-budget', 'demand', 'grid', 'hall', 'lease']],
] as const

test.each(BINDING)(
  'generated plan %i: a step of every limit that binds is worth what the edited plan saves',
  async (seed, families) => {
    const plan = generatePlan('Small', seed)
    const answer = await solvePlan({ plan, catalog, inputsHash: 'x' })
    if (answer.kind !== 'plan') throw new Error(answer.kind)
    const found = await worthDifferences(plan, catalog, answer.result)
    expect([...new Set(found.map(({ family }) => family))].sort()).toEqual(families)
    expect(found.length).toBeGreaterThanOrEqual(12)
    for (const { family, ownerId, saidUsd, foundUsd } of found)
      expect(Math.abs(saidUsd - foundUsd), `${family} ${ownerId}`).toBeLessThan(0.05 * foundUsd)
  },
)
