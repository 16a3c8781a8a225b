import type { Inputs, Reserves } from '../derive/inputs.ts'
import { type Formulation, formulate } from '../formulate.ts'
import { Reader } from '../results/reader.ts'
import type { Solved } from '../strategy/solveFormulation.ts'
import { largerReserves, reservesOf, shortPools } from './reserves.ts'

/** Rounds after the first in which small pools get the places that they were found to need. */
const MOST_ROUNDS = 3

/**
 * Where the plan keeps queues short by the size of pools (`routing.headroom`): solves again, with what each pool was
 * found to need, until all have it at the size found. What a pool once needed it keeps, so that rounds come to an end.
 */
export async function solveWithHeadroom(
  inputs: Inputs,
  first: { readonly formulation: Formulation; readonly solved: Solved },
  timeLimitS: number,
  solve: (formulation: Formulation, timeLimitS: number) => Promise<Solved>,
): Promise<{ readonly formulation: Formulation; readonly solved: Solved }> {
  let { formulation, solved } = first
  if (inputs.plan.routing.headroom === 'caps') return first
  let leftS = timeLimitS - solved.timeS
  let reserves: Reserves = new Map()
  for (let round = 0; round < MOST_ROUNDS && solved.kind === 'plan' && leftS > 0; round++) {
    const needed = reservesOf(new Reader(formulation, solved))
    if (shortPools(reserves, needed).length === 0) break
    reserves = largerReserves(reserves, needed)
    formulation = formulate({ ...inputs, reserves })
    solved = await solve(formulation, leftS)
    leftS -= solved.timeS
  }
  return { formulation, solved }
}
