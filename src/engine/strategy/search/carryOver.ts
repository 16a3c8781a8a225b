import type { Problem } from '../../problem/problem.ts'
import { hasSameShape } from '../../problem/shape.ts'
import type { Frame } from '../decisions/frame.ts'
import { type Box, copyBox, type Propagator } from '../decisions/propagate.ts'
import type { Structure } from '../decisions/structure.ts'
import type { Priced, Start } from '../plans/pricedPlan.ts'
import { TrueBound } from '../relaxation/trueBound.ts'
import { applyDecision, type Decision, type Leaf } from './leaf.ts'

/** What a solved problem leaves to an edited one. */
export interface Known {
  readonly problem: Problem
  readonly structure: Structure
  readonly leaves: readonly Leaf[]
  readonly best: Pick<Priced, 'structure' | 'basis' | 'plan'> | null
}

/**
 * The tree of a problem before an edit as a tree of the edited one. Branches are kept by the names of their columns:
 * the leaves cover all plans of the edited problem, whatever its bounds. Each leaf is bounded at once by its old duals
 * by the names of their rows, which are a proof whatever the edit was, if a weaker one; where the shape is the same it
 * keeps its basis to start from, as the best plan does. A branch on a column that is no more makes the tree worthless: then the search starts from the root. `model`: the edited problem with its cuts.
 */
export function carryOver(
  known: Known,
  { formulation: { problem }, structure, propagator, whole, useful }: Frame,
  model: Problem,
): { leaves: readonly Leaf[]; start: Start | undefined } {
  const trueBound = new TrueBound(model, structure, useful)
  const positions = mapPositions(known, problem, structure)
  const rows = mapRows(known.problem, problem)
  const isSame = hasSameShape(known.problem, problem)
  const box = known.best ? boxOf(known.best.structure, positions, whole, propagator) : undefined
  const same = isSame ? known.best : null
  const start = box && { box, basis: same?.basis ?? null, values: same?.plan.values ?? null }
  const leaves = known.leaves.map(({ decisions, duals, basis }): Leaf | undefined => {
    const moved = decisions.map(({ position, ...own }) => ({ ...own, position: positions[position]! }))
    if (moved.some(({ position }) => position < 0)) return undefined
    const box = copyBox(whole)
    for (const decision of moved) applyDecision(box, decision)
    const leaf = toLeaf(moved, box, duals && rows(duals), propagator, trueBound)
    return isSame && leaf.state === 'open' ? { ...leaf, basis } : leaf
  })
  if (leaves.every((leaf) => leaf !== undefined)) return { leaves, start }
  return { leaves: [toLeaf([], whole, null, propagator, trueBound)], start }
}

function toLeaf(
  decisions: readonly Decision[],
  box: Box,
  duals: Float64Array | null,
  propagator: Propagator,
  trueBound: TrueBound,
): Leaf {
  if (isCrossed(box) || !propagator.tighten(box)) {
    const boundMusd = Number.POSITIVE_INFINITY
    return { decisions, box, boundMusd, duals: null, values: null, basis: null, state: 'empty' }
  }
  const boundMusd = duals ? trueBound.of(duals, box) : Number.NEGATIVE_INFINITY
  return { decisions, box, boundMusd, duals, values: null, basis: null, state: 'open' }
}

function isCrossed({ lower, upper }: Box): boolean {
  return lower.some((low, position) => low > upper[position]!)
}

/** By old position: the new one, or -1. */
function mapPositions({ problem, structure }: Known, next: Problem, { columns }: Structure): number[] {
  const byName = new Map(columns.map((column, position) => [next.columnNames[column]!, position]))
  return structure.columns.map((column) => byName.get(problem.columnNames[column]!) ?? -1)
}

function mapRows(before: Problem, next: Problem): (duals: Float64Array) => Float64Array {
  if (hasSameShape(before, next)) return (duals) => duals
  const byName = new Map(before.rowNames.map((name, row) => [name, row]))
  const from = Int32Array.from(next.rowNames, (name) => byName.get(name) ?? -1)
  return (duals) => Float64Array.from(from, (row) => (row < 0 ? 0 : duals[row]!))
}

/** The structure of a plan as far as the edited problem still has room for it; undefined where it contradicts itself. */
function boxOf(
  best: Float64Array,
  positions: readonly number[],
  whole: Box,
  propagator: Propagator,
): Box | undefined {
  const box = copyBox(whole)
  positions.forEach((position, old) => {
    if (position < 0) return
    const value = Math.min(whole.upper[position]!, Math.max(whole.lower[position]!, best[old]!))
    box.lower[position] = value
    box.upper[position] = value
  })
  return propagator.tighten(box) ? box : undefined
}
