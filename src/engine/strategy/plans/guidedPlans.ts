import { type Box, copyBox, type Propagator } from '../decisions/propagate.ts'
import type { RankedPaths } from '../decisions/rankPaths.ts'
import type { Path } from '../decisions/structure.ts'
import type { Relaxation } from '../relaxation/relaxation.ts'
import type { Draft, Priced } from './pricedPlan.ts'
import { Rounding } from './roundPaths.ts'

/** A draft that costs less by less than this share is none. */
const LEAST_GAIN = 1e-4
/** What whole racks and other routes may change of a draft's cost, as a share of it. */
const PRICING_SHARE = 5e-4
/** Most rounds over all paths. */
const MOST_PASSES = 3

/**
 * Structures of plans from a smaller relaxation: dived for, then improved path by path as long as that gains. Only what
 * comes out is worth a price in the whole problem.
 */
export class GuidedPlans {
  readonly #guide: Relaxation
  readonly #rounding: Rounding
  readonly #leading: readonly Path[]
  readonly #stakeMusd: Float64Array

  constructor(guide: Relaxation, ranked: RankedPaths, propagator: Propagator) {
    this.#guide = guide
    this.#leading = ranked.leading
    this.#stakeMusd = ranked.stakeMusd
    this.#rounding = new Rounding(guide, ranked, propagator)
  }

  /** The best structure found near `values`, and near `known`, within a box; ends early with one that costs little enough. */
  plan(
    values: Float64Array,
    box: Box,
    known: Float64Array | undefined,
    isEnough: (musd: number) => boolean,
  ): Draft | undefined {
    const led = this.#rounding.dive(values, box, Number.POSITIVE_INFINITY)
    const drafts = [
      led && this.#follow(led.values, led.box),
      known && this.#draft({ lower: known, upper: known }),
    ].filter((draft) => draft !== undefined)
    const best = drafts.reduce<Draft | undefined>((a, b) => (a && a.musd <= b.musd ? a : b), undefined)
    return best && this.#improve(best, box, isEnough)
  }

  /**
   * A better structure than that of a plan, path by path, where the guide has all that the plan uses; those first that stand
   * farthest from a relaxation's `values`, as after an edit it is few that should be others.
   */
  improve(
    { continuousMusd, structure, basis }: Priced,
    box: Box,
    values: Float64Array,
    isEnough: (musd: number) => boolean,
  ): Draft | undefined {
    if (basis) this.#guide.model.loadBasis(basis)
    const first = this.#draft({ lower: structure, upper: structure })
    if (!first) return undefined
    const pricing = Math.max(pricingOf(first), continuousMusd - first.musd)
    const best = this.#improve(first, box, isEnough, pricing, this.#byDistance(values, structure))
    return best === first ? undefined : best
  }

  /** `pricing`: what is expected to come on top of a draft's cost; `paths`: in the order tried. */
  #improve(
    first: Draft,
    box: Box,
    isEnough: (musd: number) => boolean,
    pricing = pricingOf(first),
    paths = this.#leading,
  ): Draft {
    let best = first
    // Paths tried since the last gain, its own among them: once that is all, a further round would only repeat itself.
    let [idle, tries] = [0, 0]
    const { length } = paths
    while (idle < length && tries < MOST_PASSES * length) {
      if (isEnough(best.musd + pricing)) return best
      const better = this.#reround(best, box, paths[tries++ % length]!)
      idle = better ? 1 : idle + 1
      best = better ?? best
    }
    return best
  }

  /** Leading paths, those first that stand farthest from a relaxation, by what is at stake. */
  #byDistance(values: Float64Array, structure: Float64Array): Path[] {
    const musd = ({ members }: Path) =>
      Math.max(...members.map((own) => Math.abs(structure[own]! - values[own]!) * this.#stakeMusd[own]!))
    const distance = new Map(this.#leading.map((path) => [path, musd(path)]))
    return this.#leading.toSorted((a, b) => distance.get(b)! - distance.get(a)!)
  }

  #reround({ whole, musd, basis }: Draft, box: Box, path: Path): Draft | undefined {
    const worth = musd - LEAST_GAIN * Math.abs(musd)
    // From the last path tried the way is longer.
    if (basis) this.#guide.model.loadBasis(basis)
    const step = this.#rounding.reround(whole.lower, box, path, worth)
    const draft = step && this.#follow(step.values, step.box, worth)
    return draft && draft.musd < worth ? draft : undefined
  }

  #follow(values: Float64Array, box: Box, belowMusd?: number): Draft | undefined {
    const whole = this.#rounding.whole(values, box)
    return whole && this.#draft(whole, belowMusd)
  }

  #draft(whole: Box, belowMusd = Number.POSITIVE_INFINITY): Draft | undefined {
    const { status, objective } = this.#guide.solve(whole, { cutoff: belowMusd })
    if (status !== 'optimal') return undefined
    return { whole: copyBox(whole), musd: objective, basis: this.#guide.model.saveBasis() ?? null }
  }
}

function pricingOf({ musd }: Draft): number {
  return PRICING_SHARE * Math.abs(musd)
}
