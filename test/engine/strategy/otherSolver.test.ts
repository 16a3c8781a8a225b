import { describe, expect, test } from 'vitest'
import { formulate } from '../../../src/engine/formulate.ts'
import { writeMps } from '../../../src/engine/problem/writeMps.ts'
import { solveFormulation } from '../../../src/engine/strategy/solveFormulation.ts'
import { oneSiteInputs, type Tuning } from '../../fixtures/oneSite.ts'
import { listOtherSolvers } from '../../fixtures/otherSolvers.ts'

const GAP = 0.01
const solvers = listOtherSolvers()

/** A grid too small for the demand, so that some of it stays unserved at a price. */
const tightGrid: Tuning = {
  change: (plan) => ({
    ...plan,
    sites: plan.sites.map((site) => ({ ...site, power: { ...site.power, gridLimitMw: 0.6 } })),
  }),
}
/** A second room's worth of demand, and servers whose number is no round one. */
const crooked: Tuning = { demandMTokS: 2.7, speedMTokSPerUnit: 0.0091 }

describe.each([
  ['one room', {}],
  ['two rooms and crooked numbers', crooked],
  ['a grid that is too small', tightGrid],
] as const)('%s', (_name, tuning) => {
  test('another solver finds the same optimum of the exported problem', async (context) => {
    if (solvers.length === 0) context.skip('neither glpsol nor cbc is installed')
    const formulation = formulate(oneSiteInputs(tuning))
    const solved = await solveFormulation(formulation, { gapShare: GAP, timeLimitS: 60 })
    if (solved.kind !== 'plan') throw new Error(solved.kind)
    for (const solver of solvers) {
      const optimum = solver.optimum(writeMps(formulation.problem), 1e-6, 60)
      const rounding = 1e-6 * Math.abs(optimum)
      expect(solved.boundMusd, `${solver.name}: our bound is one`).toBeLessThanOrEqual(optimum + rounding)
      expect(solved.objectiveMusd, `${solver.name}: our plan is one`).toBeGreaterThanOrEqual(
        optimum - rounding,
      )
      expect(solved.objectiveMusd, `${solver.name}: within the gap`).toBeLessThanOrEqual(
        optimum + GAP * Math.abs(solved.objectiveMusd) + rounding,
      )
    }
  })
})
