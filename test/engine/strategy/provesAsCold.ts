import { expect } from 'vitest'
import type { Formulation } from '../../../src/engine/formulate.ts'
import { FEASIBLE, worstViolation } from '../../../src/engine/problem/violation.ts'
import type { SolveOptions } from '../../../src/engine/strategy/solved.ts'
import { solveFormulation } from '../../../src/engine/strategy/solveFormulation.ts'
import { openSolver, type Solver } from '../../../src/engine/strategy/solver.ts'

/** Solves an edited problem from the tree before it, and holds it against a cold solve of the same. */
export async function provesAsCold(
  edited: Formulation,
  before: Solver,
  options: SolveOptions,
): Promise<void> {
  const after = await openSolver(edited, before)
  const warm = after.solve(options)
  after.close()
  const cold = await solveFormulation(edited, options)
  if (warm.kind !== 'plan' || cold.kind !== 'plan') throw new Error(`${warm.kind}, ${cold.kind}`)
  expect(warm.status).toBe('within-gap')
  expect(worstViolation(edited.problem, warm.values)).toBeLessThanOrEqual(FEASIBLE)
  // Each bound is below each plan of the same problem.
  expect(warm.boundMusd).toBeLessThanOrEqual(cold.objectiveMusd)
  expect(cold.boundMusd).toBeLessThanOrEqual(warm.objectiveMusd)
}
