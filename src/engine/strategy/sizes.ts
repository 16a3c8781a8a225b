/** From so many nonzeros on cuts save more of the tree than they take; below, a branch takes a few milliseconds. */
export const CUT_NONZEROS = 30_000
/** From so many nonzeros on a plan rounded in the whole takes as long as a round of cuts and a better plan in the guide. */
export const SLOW_NONZEROS = 275_000
/** From so many nonzeros on the simplex takes too long for the relaxation of the whole, let alone for a tree of them. */
export const LARGE_NONZEROS = 700_000
