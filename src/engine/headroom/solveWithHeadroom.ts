import type { Inputs, Reserves } from '../derive/inputs.ts'
import { type Formulation, formulate } from '../formulate.ts'
import { Reader } from '../results/reader.ts'
import type { Solved } from '../strategy/solveFormulation.ts'
import { largerReserves, raisedReserves, reservesOf, shortPools } from './reserves.ts'

/** Rounds after which pools that still lack room are said to, in place of trying on. */
const MOST_ROUNDS = 20
/** From this round on pools get more than they were found to need, so that none is chased by small steps. */
const RAISED_FROM = 3
const RAISED_BY = 1.02

export interface WithHeadroom {
  readonly formulation: Formulation
  readonly solved: Solved
  /** Solves after the first. */
  readonly rounds: number
}

/**
 * Where the plan keeps queues short by the size of pools (`routing.headroom`): solves again, with what each pool was
 * found to need, until all have it at the size found. What a pool once needed it keeps, so that rounds come to an end:
 * after them, when time is up, or after so many rounds. A plan that is short of room is never given up for none.
 */
export async function solveWithHeadroom(
  inputs: Inputs,
  first: { readonly formulation: Formulation; readonly solved: Solved },
  timeLimitS: number,
  solve: (formulation: Formulation, timeLimitS: number) => Promise<Solved>,
): Promise<WithHeadroom> {
  let { formulation, solved } = first
  let rounds = 0
  if (inputs.plan.routing.headroom === 'caps') return { ...first, rounds }
  let leftS = timeLimitS - solved.timeS
  let reserves: Reserves = new Map()
  while (rounds < MOST_ROUNDS && solved.kind === 'plan' && leftS > 0) {
    const needed = reservesOf(new Reader(formulation, solved))
    if (shortPools(reserves, needed).length === 0) break
    const asked = rounds < RAISED_FROM ? needed : raisedReserves(reserves, needed, RAISED_BY)
    reserves = largerReserves(reserves, asked)
    const next = formulate({ ...inputs, reserves })
    const answer = await solve(next, leftS)
    leftS -= answer.timeS
    if (answer.kind === 'no-plan') break
    rounds++
    formulation = next
    solved = answer
  }
  return { formulation, solved, rounds }
}
