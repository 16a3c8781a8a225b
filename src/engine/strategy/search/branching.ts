import type { Structure } from '../decisions/structure.ts'

const INTEGRAL = 1e-5
/** Gains below this count as this, so that one side without gain does not hide the other. */
const LEAST_GAIN = 1e-4

/** A column to branch on: at most its whole part, or at least one more. */
export interface Candidate {
  readonly position: number
  readonly value: number
}

interface Gains {
  sum: number
  count: number
}

/**
 * Which decision to branch on: the one whose worse and better side together are expected to raise the bound most,
 *
 *   score = max(gain down, e) x max(gain up, e)
 *
 * expected from what the same path gained per unit before (pseudo-costs). Paths not tried yet come in the order of
 * what is at stake, fraction x cost, and a few of them are tried at each node.
 */
export class Branching {
  readonly #structure: Structure
  readonly #down: Gains[]
  readonly #up: Gains[]

  constructor(structure: Structure) {
    this.#structure = structure
    this.#down = structure.paths.map(() => ({ sum: 0, count: 0 }))
    this.#up = structure.paths.map(() => ({ sum: 0, count: 0 }))
  }

  /** The most fractional period of each path, those with most at stake first. */
  candidates(values: Float64Array): Candidate[] {
    const found = this.#structure.paths.flatMap(({ members }): Candidate[] => {
      const best = members.reduce((a, b) => (fraction(values[b]!) > fraction(values[a]!) ? b : a))
      return fraction(values[best]!) > INTEGRAL ? [{ position: best, value: values[best]! }] : []
    })
    const stake = (own: Candidate) => fraction(own.value) * this.#structure.stakeMusd[own.position]!
    return found.sort((a, b) => stake(b) - stake(a) || a.position - b.position)
  }

  /** At most `most` to try, best first; then the best of those known. */
  shortlist(
    candidates: readonly Candidate[],
    most: number,
  ): { untried: Candidate[]; known: Candidate | undefined } {
    const untried = candidates.filter((own) => !this.#isKnown(own)).slice(0, most)
    const known = candidates.filter((own) => this.#isKnown(own))
    const best = known.reduce<Candidate | undefined>(
      (a, b) => (a === undefined || this.expected(b) > this.expected(a) ? b : a),
      undefined,
    )
    return { untried, known: best }
  }

  learn({ position, value }: Candidate, side: 'down' | 'up', gainMusd: number): void {
    const distance = side === 'down' ? value - Math.floor(value) : Math.ceil(value) - value
    const gains = (side === 'down' ? this.#down : this.#up)[this.#structure.pathOf[position]!]!
    gains.sum += Math.max(0, gainMusd) / distance
    gains.count++
  }

  expected({ position, value }: Candidate): number {
    const path = this.#structure.pathOf[position]!
    const [down, up] = [this.#down[path]!, this.#up[path]!]
    const part = value - Math.floor(value)
    return score((down.sum / down.count) * part, (up.sum / up.count) * (1 - part))
  }

  #isKnown({ position }: Candidate): boolean {
    const path = this.#structure.pathOf[position]!
    return this.#down[path]!.count > 0 && this.#up[path]!.count > 0
  }
}

export function score(gainDown: number, gainUp: number): number {
  return Math.max(gainDown, LEAST_GAIN) * Math.max(gainUp, LEAST_GAIN)
}

function fraction(value: number): number {
  return Math.min(value - Math.floor(value), Math.ceil(value) - value)
}
