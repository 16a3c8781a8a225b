import type { Formulation } from '../../formulate.ts'
import type { Problem } from '../../problem/problem.ts'
import { type CutGround, CutMemory } from '../cuts/aggregate.ts'
import { type CutRecipe, make } from '../cuts/recipe.ts'
import type { Cut } from '../cuts/rounding.ts'
import { select } from '../cuts/select.ts'
import { type Found, separate, standingOf } from '../cuts/separate.ts'
import type { Box } from '../decisions/propagate.ts'
import type { Structure } from '../decisions/structure.ts'
import type { Relaxation, Relaxed } from './relaxation.ts'
import type { SavedBasis } from './savedBasis.ts'

const MOST_ROUNDS = 10
/** A round of cuts that raises the bound by less than this share of it is the last. */
const LEAST_GAIN = 5e-4
/** Columns nearer to whole numbers than this are. */
const WHOLE = 0.01

/** Cuts as they were made. `recipes` may lean on earlier ones, so that those no longer in the problem stay. */
export interface CutBook {
  readonly recipes: readonly CutRecipe[]
  /** Positions in `recipes` of the cuts in the problem. */
  readonly current: readonly number[]
}

export const NO_CUTS: CutBook = { recipes: [], current: [] }

/**
 * Raises the bound of the first relaxation, before any branch, by cuts: rows that hold in every plan with whole phases,
 * openings and plant, and that the relaxation breaks. Each comes from a row of the optimal tableau in which such a column
 * stands between whole numbers (`separate.ts`, `rounding.ts`).
 */
export class Strengthening {
  readonly #relaxation: Relaxation
  readonly #ground: CutGround
  readonly #memory: CutMemory
  readonly #ownRows: number
  readonly #recipes: CutRecipe[]
  #current: number[]
  #cuts: readonly Cut[]
  #basis: SavedBasis | undefined

  /** `cuts`: those in the relaxation already, made by {@link remake}. */
  constructor(
    relaxation: Relaxation,
    formulation: Formulation,
    structure: Structure,
    bounds: Pick<CutGround, 'useful'> & { readonly whole: Box },
    { book, cuts }: { readonly book: CutBook; readonly cuts: readonly Cut[] },
  ) {
    const { problem } = relaxation.model
    this.#relaxation = relaxation
    this.#ground = groundOf(problem, formulation, structure, bounds)
    this.#memory = new CutMemory(problem.cost.length)
    this.#ownRows = formulation.problem.rowNames.length
    this.#recipes = [...book.recipes]
    this.#current = [...book.current]
    this.#cuts = cuts
  }

  /** Those in the relaxation. */
  get cuts(): readonly Cut[] {
    return this.#cuts
  }

  /** Where the last run ended, in the rows of the cuts that stayed; the solver itself says none before it has run again. */
  get basis(): SavedBasis | undefined {
    return this.#basis
  }

  get book(): CutBook {
    return { recipes: this.#recipes, current: this.#current }
  }

  /**
   * At most so many rounds of cuts on the relaxation of `whole`, as long as they raise its bound; answers with the last optimal
   * run, its duals by the cuts that stay.
   */
  run(
    whole: Box,
    isOver: () => boolean,
    onRun: (run: Relaxed) => void,
    rounds = MOST_ROUNDS,
  ): Relaxed | undefined {
    let run = this.#relaxation.prove(whole)
    let current = this.#current
    if (run.status === 'optimal') onRun(run)
    for (let round = 0; round < rounds && run.status === 'optimal' && !isOver(); round++) {
      if (!this.#cut(run)) return this.#byOwnCuts(run, current)
      const next = this.#relaxation.prove(whole)
      if (next.status !== 'optimal') return this.#byOwnCuts(run, current)
      const gain = next.objective - run.objective
      run = next
      current = this.#current
      onRun(run)
      if (gain < LEAST_GAIN * Math.abs(next.objective)) break
    }
    this.#replace(this.#relaxation.model.bindingCuts(), [])
    return run.status === 'optimal' ? this.#byOwnCuts(run, current) : undefined
  }

  /** A run whose duals of cuts are those of the cuts there are now. `then`: those there were, by their place in the book. */
  #byOwnCuts(run: Relaxed, then: readonly number[]): Relaxed {
    const [own, duals] = [this.#ownRows, run.outcome.rowDuals]
    const dualOf = new Map(then.map((recipe, k) => [recipe, duals[own + k]!]))
    const rowDuals = new Float64Array(own + this.#current.length)
    rowDuals.set(duals.subarray(0, own))
    rowDuals.set(
      this.#current.map((recipe) => dualOf.get(recipe) ?? 0),
      own,
    )
    return { ...run, outcome: { ...run.outcome, rowDuals } }
  }

  /** One round; false where there was nothing to cut. */
  #cut({ outcome: { values } }: Relaxed): boolean {
    const { model } = this.#relaxation
    const isBetween = (column: number) =>
      this.#ground.isWhole[column] === 1 && Math.abs(values[column]! - Math.round(values[column]!)) > WHOLE
    const at = standingOf(model.problem, values)
    const found: Found[] = []
    // One by one: of a large problem all rows of the tableau are more than there is memory for.
    for (const weights of model.tableauRows(isBetween))
      found.push(...separate(weights, at, this.#ground, this.#memory))
    const added = select(found)
    const binding = model.bindingCuts()
    const recipes = added.map(({ recipe }) => this.#toBook(recipe))
    this.#replace(
      binding,
      added.map(({ cut }) => cut),
    )
    recipes.forEach((recipe) => {
      this.#current.push(this.#recipes.push(recipe) - 1)
    })
    return added.length > 0
  }

  #replace(kept: readonly number[], added: readonly Cut[]): void {
    const cuts = [...kept.map((k) => this.#cuts[k]!), ...added]
    this.#basis = this.#relaxation.model.setCuts(cuts, [...kept, ...added.map(() => -1)])
    this.#cuts = cuts
    this.#current = kept.map((k) => this.#current[k]!)
  }

  /** Rows that are cuts, by their position in the book. */
  #toBook(recipe: CutRecipe): CutRecipe {
    const own = this.#ownRows
    const moved = (row: number) => (row < own ? row : own + this.#current[row - own]!)
    return {
      ...recipe,
      weights: { ...recipe.weights, rows: recipe.weights.rows.map(moved) },
      rowsFromAbove: new Set([...recipe.rowsFromAbove].map(moved)),
    }
  }
}

/** The cuts of a book made anew for a problem of the same shape; one that cannot be made says nothing. */
export function remake(
  { recipes, current }: CutBook,
  formulation: Formulation,
  structure: Structure,
  bounds: Pick<CutGround, 'useful'> & { readonly whole: Box },
): Cut[] {
  const problem = formulation.problem.copy()
  const ground = groundOf(problem, formulation, structure, bounds)
  const memory = new CutMemory(problem.cost.length)
  const made = recipes.map((recipe, k): Cut => {
    const cut = make(recipe, ground, memory) ?? { terms: [], limit: Number.POSITIVE_INFINITY }
    problem.atMost(`cut.${k + 1}`, '1', cut.terms, cut.limit)
    return cut
  })
  return current.map((k) => made[k]!)
}

/** `problem`: the formulation's, with cuts as its last rows; `whole`: the bounds of all plans. */
function groundOf(
  problem: Problem,
  formulation: Formulation,
  structure: Structure,
  { whole, useful }: Pick<CutGround, 'useful'> & { readonly whole: Box },
): CutGround {
  const own = formulation.problem
  const [lower, upper] = [Float64Array.from(own.lower), Float64Array.from(own.upper)]
  const isWhole = new Uint8Array(own.cost.length)
  structure.columns.forEach((column, position) => {
    lower[column] = whole.lower[position]!
    upper[column] = whole.upper[position]!
    isWhole[column] = 1
  })
  const isWholeRow = new Uint8Array(own.rowNames.length)
  for (const row of structure.rows)
    isWholeRow[row] = Number(
      own.values.slice(own.rowStarts[row]!, own.rowStarts[row + 1]!).every(Number.isInteger),
    )
  return { problem, lower, upper, useful, isWhole, isWholeRow }
}
