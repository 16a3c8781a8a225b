import type { Formulation } from '../../formulate.ts'
import { finiteUpperBounds, type UpperBounds } from './finiteBounds.ts'
import { type Box, Propagator, wholeBox } from './propagate.ts'
import { type RankedPaths, rankPaths } from './rankPaths.ts'
import { readStructure, type Structure } from './structure.ts'

/** What is read of a formulation once, before anything is solved. */
export interface Frame {
  readonly formulation: Formulation
  readonly structure: Structure
  readonly propagator: Propagator
  readonly ranked: RankedPaths
  /** The bounds of all plans, as the structure's own rows leave them; those stated where they leave none. */
  readonly whole: Box
  /** Whether the structure's own rows leave any plan. */
  readonly hasPlans: boolean
  readonly useful: UpperBounds
}

export function readFrame(formulation: Formulation): Frame {
  const { problem } = formulation
  const structure = readStructure(formulation)
  const propagator = new Propagator(problem, structure)
  const tight = wholeBox(problem, structure)
  const hasPlans = propagator.tighten(tight)
  return {
    ...{ formulation, structure, propagator, hasPlans },
    ranked: rankPaths(problem, structure),
    whole: hasPlans ? tight : wholeBox(problem, structure),
    useful: finiteUpperBounds(problem),
  }
}
