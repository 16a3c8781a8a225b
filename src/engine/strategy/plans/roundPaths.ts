import { type Box, copyBox, type Propagator } from '../decisions/propagate.ts'
import type { RankedPaths } from '../decisions/rankPaths.ts'
import type { Path } from '../decisions/structure.ts'
import type { Relaxation } from '../relaxation/relaxation.ts'
import type { SavedBasis } from '../relaxation/savedBasis.ts'

/** A box in which paths are rounded, with what its relaxation says. */
export interface Step {
  readonly box: Box
  readonly objective: number
  readonly values: Float64Array
}

const NOISE = 1e-6
const DIVE_THRESHOLDS = [0.25, 0.5, 0.75] as const

/** Rounds the paths of a structure, asking a relaxation what that costs. */
export class Rounding {
  readonly #relaxation: Relaxation
  readonly #propagator: Propagator
  readonly #leading: readonly Path[]
  /** Positions of all, those with most at stake first. */
  readonly #order: readonly number[]

  constructor(relaxation: Relaxation, { leading, following }: RankedPaths, propagator: Propagator) {
    this.#relaxation = relaxation
    this.#propagator = propagator
    this.#leading = leading
    this.#order = [...leading, ...following].flatMap(({ members }) => members)
  }

  /** Leading paths rounded, up where more than `threshold` of a step is there. */
  lead(values: Float64Array, box: Box, threshold: number): Box | undefined {
    const leading = this.#leading.flatMap(({ members }) => members)
    return this.#fix(values, box, leading, threshold)
  }

  /** All that is not fixed yet rounded up. */
  whole(values: Float64Array, box: Box): Box | undefined {
    return this.#fix(values, box, this.#order, NOISE)
  }

  /**
   * Leading paths rounded one after another, the most decided first, each at the threshold that costs least once the
   * relaxation has answered.
   */
  dive(values: Float64Array, box: Box, belowMusd: number): Pick<Step, 'box' | 'values'> | undefined {
    let at: Pick<Step, 'box' | 'values'> | undefined = { box, values }
    while (at) {
      const { values: x } = at
      const left = this.#leading.filter((path) => undecided(x, path) > NOISE * 10)
      if (left.length === 0) return at
      const path = left.reduce((a, b) => (undecided(x, b) < undecided(x, a) ? b : a))
      at = this.#step(x, at.box, path, belowMusd)
    }
    return undefined
  }

  /** A leading path let free while the others stand, and rounded anew at what the relaxation then says. */
  reround(structure: Float64Array, box: Box, path: Path, belowMusd: number): Step | undefined {
    const around = copyBox(box)
    for (const { members } of this.#leading) {
      if (members === path.members) continue
      for (const position of members) {
        around.lower[position] = structure[position]!
        around.upper[position] = structure[position]!
      }
    }
    if (!this.#propagator.tighten(around)) return undefined
    const free = this.#relaxation.solve(around, { cutoff: belowMusd })
    if (free.status !== 'optimal' || free.objective >= belowMusd) return undefined
    return this.#step(free.values, around, path, belowMusd)
  }

  /** The cheapest rounding of one path, where the relaxation then stands. */
  #step(x: Float64Array, box: Box, path: Path, belowMusd: number): Step | undefined {
    const tried = new Set<string>()
    let best: Step | undefined
    let basis: SavedBasis | undefined
    let isThere = false
    for (const threshold of DIVE_THRESHOLDS) {
      const fixed = this.#fix(x, box, path.members, threshold)
      if (!fixed) continue
      const key = path.members.map((position) => fixed.lower[position]).join()
      if (tried.has(key)) continue
      tried.add(key)
      const cutoff = best?.objective ?? belowMusd
      const { status, objective, values } = this.#relaxation.solve(fixed, { cutoff })
      isThere = status === 'optimal' && objective < cutoff
      if (!isThere) continue
      best = { box: fixed, objective, values }
      basis = this.#relaxation.model.saveBasis()
    }
    if (basis && !isThere) this.#relaxation.model.loadBasis(basis)
    return best
  }

  #fix(values: Float64Array, box: Box, positions: readonly number[], threshold: number): Box | undefined {
    const fixed = copyBox(box)
    for (const position of positions) {
      const [lower, upper] = [fixed.lower[position]!, fixed.upper[position]!]
      if (lower === upper) continue
      const whole = Math.min(upper, Math.max(lower, Math.ceil(values[position]! - threshold)))
      fixed.lower[position] = whole
      fixed.upper[position] = whole
      if (!this.#propagator.tighten(fixed, position)) return undefined
    }
    return fixed
  }
}

/** How far a path is from whole numbers in its least decided period. */
function undecided(values: Float64Array, { members }: Path): number {
  return members.reduce((most, position) => {
    const value = values[position]!
    return Math.max(most, Math.min(value - Math.floor(value), Math.ceil(value) - value))
  }, 0)
}
