import { writeLp } from '../../engine/problem/writeLp.ts'
import { writeMps } from '../../engine/problem/writeMps.ts'
import { writeSolution } from '../../engine/problem/writeSolution.ts'
import type { SolveRequest } from '../../engine/solvePlan.ts'
import { writeAtomically } from '../../main/writeAtomically.ts'

export interface ExactFiles {
  readonly mps?: string | undefined
  readonly lp?: string | undefined
  readonly solution?: string | undefined
}

/**
 * Writes the exact problem before it is solved, and again as it was solved last (pools held to the size found change
 * it), with its solution.
 */
export function exactProblem({
  mps,
  lp,
  solution,
}: ExactFiles): Pick<SolveRequest, 'onFormulated' | 'onSolved'> {
  const onFormulated: NonNullable<SolveRequest['onFormulated']> = ({ problem }) => {
    if (mps !== undefined) writeAtomically(mps, writeMps(problem))
    if (lp !== undefined) writeAtomically(lp, writeLp(problem))
  }
  return {
    onFormulated,
    onSolved: (formulation, solved) => {
      onFormulated(formulation)
      if (solution === undefined || solved.kind !== 'plan') return
      writeAtomically(solution, writeSolution(formulation.problem, solved.values, solved))
    },
  }
}
