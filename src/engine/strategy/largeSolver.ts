import type { Formulation } from '../formulate.ts'
import type { Problem } from '../problem/problem.ts'
import type { RunOutcome } from '../problem/run.ts'
import { hasSameShape } from '../problem/shape.ts'
import type { Cut } from './cuts/rounding.ts'
import { type Frame, readFrame } from './decisions/frame.ts'
import type { Box } from './decisions/propagate.ts'
import { Completion } from './plans/completion.ts'
import { GuidedPlans } from './plans/guidedPlans.ts'
import { Relaxation, type Relaxed } from './relaxation/relaxation.ts'
import { NO_CUTS, Strengthening } from './relaxation/strengthening.ts'
import { TrueBound } from './relaxation/trueBound.ts'
import { WorkingModel } from './relaxation/workingModel.ts'
import { Ledger } from './search/ledger.ts'
import { LARGE_NONZEROS } from './sizes.ts'
import type { Solved, SolveOptions } from './solved.ts'

/** What kinds of accelerators left out may cost of a bound, as a share of it. */
const LOSS_SHARE = 5e-4
/** Runs of the interior point to one bound. */
const MOST_RUNS = 3
/** The part of a step that rounds up in the first plan. */
const FIRST_THRESHOLD = 0.3
/** Cuts, bound and plans again and again, as long as the gap closes by so much of itself. */
const MOST_ROUNDS = 3
const LEAST_GAIN = 0.05
/** Runs and plans whose columns are kept for the guide of an edited problem. */
const MOST_USED = 4

export function isLarge({ problem }: Pick<Formulation, 'problem'>): boolean {
  return problem.values.length >= LARGE_NONZEROS
}

/**
 * From a formulation too large for the simplex (`isLarge`) to a plan with a proven gap.
 *
 * 1. A plan that builds nothing, so that there is one whenever the search is stopped.
 * 2. Bound: the relaxation of the whole by an interior point without crossover. Its duals are near optimal only; what
 *    they prove is read from them as from any others (`trueBound.ts`), kinds of accelerators left out priced in.
 * 3. Guide: a relaxation of only what that run uses (`WorkingModel.narrow`), small enough for the simplex. Its plans are
 *    plans of the whole problem, with the rest at 0: one rounded at once, then better ones (`guidedPlans.ts`).
 * 4. Cuts made in the guide from rows of the whole hold in the whole: with them the interior point proves more.
 *
 * 3 and 4 are repeated with what each run newly uses. After an edit the duals of the run before prove at once how far the
 * plan is off at most that its structure gives now; only where that is too far does it all begin anew.
 */
export async function solveLarge(
  formulation: Formulation,
  options: SolveOptions,
  memory: LargeMemory = {},
): Promise<Solved> {
  const model = await WorkingModel.open(formulation)
  try {
    return new LargeSolver(model, formulation, options, memory).solve()
  } finally {
    model.close()
  }
}

/** What a solve leaves to that of an edited formulation. */
export interface LargeMemory {
  known?: Known | undefined
}

interface Known {
  readonly problem: Problem
  /** Of a run without cuts. */
  readonly duals: Float64Array
  /** Values of runs and of the best plan, 0 where they do not use a column. */
  readonly used: readonly Float64Array[]
  /** Of the best plan, by position. */
  readonly structure: Float64Array
}

class LargeSolver {
  readonly #model: WorkingModel
  readonly #formulation: Formulation
  readonly #frame: Frame
  readonly #trueBound: TrueBound
  readonly #relaxation: Relaxation
  readonly #ledger: Ledger
  readonly #memory: LargeMemory
  #duals: Float64Array | undefined
  readonly #used: Float64Array[] = []

  constructor(model: WorkingModel, formulation: Formulation, options: SolveOptions, memory: LargeMemory) {
    const { problem } = formulation
    this.#model = model
    this.#formulation = formulation
    this.#frame = readFrame(formulation)
    const { structure, useful } = this.#frame
    this.#trueBound = new TrueBound(model.problem, structure, useful)
    this.#ledger = new Ledger(formulation, options)
    const limits = () => this.#ledger.limits()
    this.#relaxation = new Relaxation(model, problem, structure, this.#trueBound, limits)
    this.#memory = memory
  }

  solve(): Solved {
    const ledger = this.#ledger
    const { whole: box, hasPlans } = this.#frame
    if (!hasPlans) return ledger.none('infeasible')
    ledger.raise(
      this.#trueBound.of(new Float64Array(this.#formulation.problem.rowNames.length), box),
      'relaxation',
    )
    const { known } = this.#memory
    if (known && hasSameShape(known.problem, this.#formulation.problem)) this.#startFrom(known, box)
    if (!ledger.best) this.#buildNothing(box)
    if (!ledger.isDone && this.#search(box) === 'infeasible' && !ledger.best) return ledger.none('infeasible')
    this.#remember()
    return ledger.answer()
  }

  #search(box: Box): 'infeasible' | 'searched' {
    const ledger = this.#ledger
    let run = this.#prove(box)
    if (run.status === 'infeasible') return 'infeasible'
    if (isNear(run)) this.#duals = run.outcome.rowDuals
    for (let round = 0; round < MOST_ROUNDS && isNear(run) && !ledger.isDone; round++) {
      const before = ledger.worthMusd - ledger.boundMusd
      this.#used.push(usedIn(run.outcome))
      const cuts = this.#searchNear(run, round === 0, box)
      if (ledger.isDone || cuts.length === 0) break
      this.#model.setCuts(cuts)
      run = this.#prove(box)
      if (ledger.worthMusd - ledger.boundMusd > (1 - LEAST_GAIN) * before) break
    }
    return 'searched'
  }

  /** What the duals of the solve before prove now, and the plan of its structure, made better where that is not enough. */
  #startFrom({ duals, used, structure }: Known, box: Box): void {
    const ledger = this.#ledger
    this.#duals = duals
    this.#used.push(...used)
    ledger.raise(this.#trueBound.of(duals, box), 'search')
    const kept = structure.map((units, k) => Math.min(box.upper[k]!, Math.max(box.lower[k]!, units)))
    const own: Box = { lower: kept, upper: Float64Array.from(kept) }
    if (!this.#frame.propagator.tighten(own)) return
    this.#inGuide(used, ({ guide, completion }) => {
      ledger.offer(completion.within(own), 'search')
      const root = ledger.isDone ? undefined : guide.solve(box)
      if (root?.status === 'optimal') this.#planIn(guide, completion, root.values, box)
    })
  }

  #remember(): void {
    const { best } = this.#ledger
    const { problem } = this.#formulation
    this.#memory.known =
      this.#duals && best
        ? {
            ...{ problem, duals: this.#duals, structure: best.structure },
            used: [...this.#used, best.plan.values].slice(-MOST_USED),
          }
        : undefined
  }

  /** Everything at the least it may be, and what has no site goes to leases or stays unserved. */
  #buildNothing(box: Box): void {
    const { problem } = this.#formulation
    const least: Box = { lower: box.lower, upper: box.lower }
    this.#inGuide([Float64Array.from(problem.lower)], ({ completion }) => {
      this.#ledger.offer(completion.within(least), 'relaxation')
    })
  }

  /** Raises the bound by the whole; takes in kinds of accelerators where those left out cost the bound too much. */
  #prove(box: Box): Relaxed {
    for (let count = 1; ; count++) {
      const run = this.#relaxation.solveInterior(box)
      if (run.status === 'infeasible') {
        if (!this.#model.enlargeToAll()) return run
        continue
      }
      // Of a run that was stopped the duals prove little, and say nothing of what is of use.
      const isLarger = isNear(run) && this.#model.enlarge(run.outcome, LOSS_SHARE)
      this.#ledger.raise(this.#relaxation.bound(run, box), 'relaxation')
      if (!isLarger || count === MOST_RUNS || this.#ledger.isDone) return run
    }
  }

  /** Plans near a run, the first rounded at once, and cuts. */
  #searchNear(run: Relaxed, isFirst: boolean, box: Box): readonly Cut[] {
    const ledger = this.#ledger
    const known = ledger.best ? [ledger.best.plan.values] : []
    return this.#inGuide([...this.#used, ...known], ({ guide, completion }) => {
      if (isFirst) {
        ledger.offer(completion.round(run.values, box, FIRST_THRESHOLD, Number.POSITIVE_INFINITY), 'search')
        if (ledger.isDone) return []
      }
      const { structure } = this.#frame
      const strengthening = new Strengthening(guide, this.#formulation, structure, this.#frame, {
        book: NO_CUTS,
        cuts: [],
      })
      const last = strengthening.run(
        box,
        () => ledger.isDone,
        () => ledger.report('search'),
      )
      if (!last || ledger.isDone) return strengthening.cuts
      this.#planIn(guide, completion, last.values, box)
      return strengthening.cuts
    })
  }

  /** A better plan near what a guide says. */
  #planIn(guide: Relaxation, completion: Completion, values: Float64Array, box: Box): void {
    const ledger = this.#ledger
    const isEnough = (musd: number) => ledger.isOver || ledger.isWithin(musd)
    const guided = new GuidedPlans(guide, this.#frame.ranked, this.#frame.propagator)
    const draft = guided.plan(values, box, ledger.best?.structure, isEnough)
    if (draft) ledger.offer(completion.priceDraft(draft, ledger.worthMusd), 'search')
  }

  #inGuide<T>(
    used: readonly Float64Array[],
    search: (own: { readonly guide: Relaxation; readonly completion: Completion }) => T,
  ): T {
    const model = this.#model.narrow(this.#formulation, used)
    try {
      const { structure, ranked, propagator } = this.#frame
      const limits = () => this.#ledger.limits()
      const guide = new Relaxation(model, this.#formulation.problem, structure, this.#trueBound, limits)
      return search({
        guide,
        completion: new Completion(guide, this.#formulation, ranked, propagator, this.#ledger),
      })
    } finally {
      model.close()
    }
  }
}

/** Ended by itself: one that misses its tolerance is a guess and a proof as well. */
function isNear({ status }: Relaxed): boolean {
  return status === 'optimal' || status === 'failed'
}

/**
 * What a run of the interior point uses: it leaves nothing at 0, but a column that will be 0 in the end is smaller than
 * its reduced cost, whose product with it goes to 0.
 */
function usedIn({ values, columnDuals }: RunOutcome): Float64Array {
  return values.map((value, column) => (value > Math.abs(columnDuals[column]!) ? value : 0))
}
