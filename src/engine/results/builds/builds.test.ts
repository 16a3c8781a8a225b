import { expect, test } from 'vitest'
import { oneSiteInputs } from '../../../../test/fixtures/oneSite.ts'
import { formulate } from '../../formulate.ts'
import { solveFormulation } from '../../strategy/solveFormulation.ts'
import { assembleResult } from '../assembleResult.ts'

test('tokens of a site are those that flow to it, and what a solver leaves below zero is none', async () => {
  const formulation = formulate(oneSiteInputs({}))
  const solved = await solveFormulation(formulation, { gapShare: 0.01, timeLimitS: 60 })
  if (solved.kind !== 'plan') throw new Error(solved.kind)
  const values = solved.values.slice()
  for (const flow of formulation.distribution.toSites)
    for (const column of flow.columns[0]!) values[column] = -1e-8

  const { builds, flows } = assembleResult(formulation, { ...solved, values }, 'hash', 'test')
  for (const { siteId, period, servedTokS } of builds) {
    const own = flows.filter((flow) => flow.to === siteId && flow.period === period)
    expect(servedTokS).toBeCloseTo(
      own.reduce((sum, flow) => sum + flow.tokS, 0),
      3,
    )
  }
  expect(builds[0]!.servedTokS).toBe(0)
  expect(builds.at(-1)!.servedTokS).toBeGreaterThan(0)
})
