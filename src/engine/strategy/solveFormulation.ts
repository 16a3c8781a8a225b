import type { Formulation } from '../formulate.ts'
import { isLarge, solveLarge } from './largeSolver.ts'
import type { Solved, SolveOptions } from './solved.ts'
import { openSolver } from './solver.ts'

export type { SolveProgress } from './progress.ts'
export type { Solved, SolveOptions } from './solved.ts'

/** From a formulation to a plan within a proven gap; how is said in `search.ts`, of large ones in `largeSolver.ts`. */
export async function solveFormulation(formulation: Formulation, options: SolveOptions): Promise<Solved> {
  if (isLarge(formulation)) return solveLarge(formulation, options)
  const solver = await openSolver(formulation)
  try {
    return solver.solve(options)
  } finally {
    solver.close()
  }
}
