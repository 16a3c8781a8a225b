import type { Formulation } from '../formulate.ts'
import { isLarge, type LargeMemory, solveLarge } from './largeSolver.ts'
import type { Solved, SolveOptions } from './solved.ts'
import { openSolver, type Solver } from './solver.ts'

/**
 * The last problem solved, kept with its basis, tree and plan, so that the same plan after an edit is solved from there.
 * One plan's problems only: those of another would start from a tree that proves nothing. Of problems too large for a
 * tree (`largeSolver.ts`) the duals and the plan are kept.
 */
export class SolverMemory {
  #solver: Solver | undefined
  readonly #large: LargeMemory = {}

  async solve(formulation: Formulation, options: SolveOptions): Promise<Solved> {
    if (isLarge(formulation)) {
      this.close()
      return solveLarge(formulation, options, this.#large)
    }
    const before = this.#solver
    // Forgotten until it has worked: a solver that failed halfway is no start for the next.
    this.#solver = undefined
    const solver = await openSolver(formulation, before)
    const solved = solver.solve(options)
    this.#solver = solver
    return solved
  }

  close(): void {
    this.#solver?.close()
    this.#solver = undefined
  }
}
