import type { Frame } from '../decisions/frame.ts'
import { type Box, copyBox } from '../decisions/propagate.ts'
import type { SavedBasis } from '../relaxation/savedBasis.ts'
import type { Candidate } from './branching.ts'

/** A side of a branch: a structural column, by position, is at most or at least so much. */
export interface Decision {
  readonly position: number
  readonly side: 'down' | 'up'
  readonly limit: number
}

/** A part of the plans, with what is proven of it. All leaves together cover every plan. */
export interface Leaf {
  /** The branches taken to it. */
  readonly decisions: readonly Decision[]
  /** The bounds that follow from them. */
  readonly box: Box
  /** No plan of the leaf costs less. */
  readonly boundMusd: number
  /** Duals that prove the bound; null where nothing was solved. */
  readonly duals: Float64Array | null
  /** Structure of its relaxation; null where the relaxation is still to be solved. */
  readonly values: Float64Array | null
  /** Where its relaxation ended, before an edit maybe; null where nothing was solved. */
  readonly basis: SavedBasis | null
  /** Open: to be branched on. Whole: its relaxation is whole, and priced. Empty: no plan. */
  readonly state: 'open' | 'whole' | 'empty'
}

/** The tree of a formulation of which nothing is proven. */
export function rootOf({ whole, hasPlans }: Frame): Leaf {
  return {
    ...{ decisions: [], box: copyBox(whole), duals: null, values: null, basis: null },
    ...(hasPlans
      ? { boundMusd: Number.NEGATIVE_INFINITY, state: 'open' }
      : { boundMusd: Number.POSITIVE_INFINITY, state: 'empty' }),
  }
}

/** No plan of the leaves costs less. */
export function leastBound(leaves: readonly Leaf[]): number {
  return leaves.reduce((least, { boundMusd }) => Math.min(least, boundMusd), Number.POSITIVE_INFINITY)
}

/** The decision that takes a side of a candidate: the whole number below or above it. */
export function decide({ position, value }: Candidate, side: 'down' | 'up'): Decision {
  return { position, side, limit: side === 'down' ? Math.floor(value) : Math.ceil(value) }
}

/** Narrows a box by a decision; what it says beyond the box says nothing. */
export function applyDecision(box: Box, { position, side, limit }: Decision): void {
  if (side === 'down') box.upper[position] = Math.min(box.upper[position]!, limit)
  else box.lower[position] = Math.max(box.lower[position]!, limit)
}
