import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { oneSiteInputs } from '../../../test/fixtures/oneSite.ts'
import { formulate } from '../formulate.ts'
import { solveFormulation } from '../strategy/solveFormulation.ts'
import { Problem } from './problem.ts'
import { writeLp } from './writeLp.ts'
import { writeSolution } from './writeSolution.ts'

test('HiGHS reads the LP and proves what we found; the solution names its columns', async () => {
  const { problem, ...handles } = formulate(oneSiteInputs({ demandMTokS: 2.5, speedMTokSPerUnit: 0.0091 }))
  const solved = await solveFormulation({ problem, ...handles }, { gapShare: 1e-6, timeLimitS: 60 })
  if (solved.kind !== 'plan') throw new Error(solved.kind)
  const highs = await loadHighs()
  const other = highs.solve(writeLp(problem), { mip_rel_gap: 1e-6 })
  expect(other.Status).toBe('Optimal')
  expect(other.ObjectiveValue / solved.objectiveMusd).toBeCloseTo(1, 5)
  const lines = writeSolution(problem, solved.values, solved).trimEnd().split('\n')
  const cost = lines.slice(2).reduce((sum, line) => {
    const [name, value] = line.split(' ')
    return sum + problem.cost[problem.columnNames.indexOf(name!)]! * Number(value)
  }, 0)
  expect(cost).toBeCloseTo(solved.objectiveMusd, 6)
})

test('what the format takes for an operator is written otherwise, and names stay apart', () => {
  const problem = new Problem()
  const [first, second] = [problem.variable('a-b', 'MW', { cost: 1 }), problem.variable('a_b', 'MW')]
  problem.constrain('r', 'MW', [[1, first], [-2, second]], -1, 4) // biome-ignore format: one row a line
  const text = writeLp(problem)
  expect(text).toContain(' r.low: + 1 a_b - 2 a_b_2 >= -1\n r: + 1 a_b - 2 a_b_2 <= 4')
})
