import { aggregate, type CutGround, type CutMemory, type FromAbove, type Weights } from './aggregate.ts'
import { type Cut, round } from './rounding.ts'

/** How a cut was made: made anew from an edited problem, it holds of that one. */
export interface CutRecipe {
  readonly weights: Weights
  /** Columns and rows measured down from their upper ends. */
  readonly columnsFromAbove: ReadonlySet<number>
  readonly rowsFromAbove: ReadonlySet<number>
  readonly divisor: number
}

/** Undefined where the problem no longer has what the cut was made from. */
export function make(recipe: CutRecipe, ground: CutGround, memory: CutMemory): Cut | undefined {
  const { weights, columnsFromAbove, rowsFromAbove, divisor } = recipe
  const fromAbove: FromAbove = (kind, index) =>
    (kind === 'column' ? columnsFromAbove : rowsFromAbove).has(index)
  const found = aggregate(ground, weights, fromAbove, memory)
  return found && round(found, divisor, ground, memory.sums)
}
