import { isLittle } from '../plans/wholeRacks.ts'
import type { Grown } from './grown.ts'
import { type Leaf, rootOf } from './leaf.ts'

/** What a plan may gain by a guide after an edit, as a share of its cost. */
const LIKELY_GAIN = 3e-3
/** What a round of cuts may prove more after an edit, as a share of the bound. */
const LIKELY_RAISE = 2e-4
/** Most leaves of a tree that are proven anew after an edit. */
const MOST_KNOWN = 24

/**
 * The steps of a search that begins with the plan and the tree of before an edit, those that take least first. Before the
 * root: old leaves are proven anew, and the old plan is made better. After it: a plan of what the leaves say now.
 */
export class EditedTree {
  readonly #grown: Grown

  constructor(grown: Grown) {
    this.#grown = grown
  }

  beforeRoot(): void {
    if (this.#grown.ledger.best) {
      this.#prove()
      this.#wholeRacks()
      if (this.#cut()) this.#wholeRacks()
      this.#improve()
      this.#wholeRacks(true)
    }
    this.#forget()
  }

  /** Of several leaves a plan of what the least proven of them says now, rounded, else by a guide where the problem is not small. */
  afterRoot(): void {
    const { ledger, leaves } = this.#grown
    if (leaves.length === 1 || ledger.isDone) return
    const least = leaves.reduce(lessProven)
    const proven = least.state === 'open' ? this.#grown.proveAgain(least) : undefined
    if (!proven?.values || ledger.isDone) return
    this.#grown.roundFirst(proven, proven.values)
    if (ledger.isDone || this.#grown.isSmall) return
    this.#grown.openGuide(this.#grown.used)
    this.#grown.planByGuide(proven, proven.values)
  }

  /**
   * Leaves proven anew, the least first: the first from where it ended, the others from where the one before did, whose costs are
   * those of now. What each proves is held against all others. It ends with the first that cannot prove the plan.
   */
  #prove(): void {
    const { ledger } = this.#grown
    for (let isFirst = true; ; isFirst = false) {
      const known = this.#grown.leaves.reduce(lessProven)
      if (ledger.isDone || !known.basis || known.state !== 'open') return
      const from = isFirst ? known : { ...known, basis: null }
      const proven = this.#grown.proveAgain(known, { cutoff: ledger.enoughMusd }, from)
      if (!proven || !ledger.isProvenBy(proven.boundMusd)) return
      this.#grown.share(proven)
    }
  }

  /** The best plan with racks of its own, where those of before the edit cost more than a little; at first only where that may be enough. */
  #wholeRacks(isLast = false): void {
    const { ledger, completion } = this.#grown
    const { best } = ledger
    if (!best || ledger.isDone || isLittle(best.plan, best.continuousMusd)) return
    if (!isLast && !ledger.isWithin(best.continuousMusd)) return
    const { structure, basis } = best
    ledger.offer(
      completion.anew({ box: { lower: structure, upper: structure }, basis, values: null }),
      'search',
    )
  }

  /** One more round of cuts, where a little more proof is enough: it takes less than a better plan does. False where there was none. */
  #cut(): boolean {
    const { ledger, leaves } = this.#grown
    const [root] = leaves
    if (leaves.length > 1 || !root?.basis || ledger.isDone || !ledger.best) return false
    const hopedMusd = root.boundMusd + LIKELY_RAISE * Math.abs(root.boundMusd)
    if (!ledger.isProvenBy(hopedMusd, ledger.best.continuousMusd)) return false
    this.#grown.cut(root, 1)
    return true
  }

  /** The plan made better in a guide, where that may be enough; of several leaves the least proven tells more of what to build. */
  #improve(): void {
    const { ledger, guidance, completion, frame, used, isEnough, leaves } = this.#grown
    const { best, worthMusd } = ledger
    if (
      !best ||
      leaves.length > 1 ||
      ledger.isDone ||
      !ledger.isWithin(best.continuousMusd - LIKELY_GAIN * Math.abs(worthMusd))
    )
      return
    this.#grown.openGuide(used)
    const draft = guidance.plans?.improve(best, frame.whole, leaves[0]!.values ?? best.structure, isEnough)
    if (draft) ledger.offer(completion.priceDraft(draft, worthMusd), 'search')
  }

  /** More leaves than are worth it no longer prove enough: one by one they take longer than a tree that grows anew. */
  #forget(): void {
    const { ledger, leaves, frame } = this.#grown
    const waiting = leaves.filter(({ state, boundMusd }) => state === 'open' && !ledger.isProvenBy(boundMusd))
    if (ledger.isDone || waiting.length <= MOST_KNOWN) return
    const { boundMusd, basis } = waiting.reduce(lessProven)
    this.#grown.leaves = [{ ...rootOf(frame), boundMusd, basis }]
  }
}

function lessProven(a: Leaf, b: Leaf): Leaf {
  return b.boundMusd < a.boundMusd ? b : a
}
